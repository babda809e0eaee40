#include "connectors/source.h"

#include "connectors/imap/source.h"
#include "connectors/maildir/source.h"

namespace docket {

std::unique_ptr<Source> make_source(const SourceSettings& settings, Mode mode, Intake& intake, const Clock& clock,
                                    LogLine log, oauth2::Tokens& tokens) {
  if (std::holds_alternative<ImapSettings>(settings.way)) {
    return imap::make_imap_source(settings, mode, intake, clock, log, tokens);
  }
  if (std::holds_alternative<MaildirSettings>(settings.way)) {
    return maildir::make_maildir_source(settings, mode, intake, clock, log);
  }
  return nullptr;
}

}  // namespace docket
