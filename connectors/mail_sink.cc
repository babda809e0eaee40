#include "connectors/mail_sink.h"

#include "connectors/maildir/maildir_sink.h"
#include "connectors/smtp/smtp_sink.h"

namespace docket {

std::unique_ptr<MailSink> make_mail_sink(const MailSettings& settings, const Clock& clock, oauth2::Tokens& tokens) {
  if (const auto* maildir = std::get_if<MaildirSettings>(&settings.way)) {
    return std::make_unique<MaildirSink>(maildir->path, clock);
  }
  return std::make_unique<smtp::SmtpSink>(std::get<SmtpSettings>(settings.way), settings.domain, clock, tokens);
}

}  // namespace docket
