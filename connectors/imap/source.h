// One IMAP mailbox as a source: connects, looks at every folder, waits for news, and comes back after trouble.
#pragma once

#include <memory>

#include "connectors/imap/pace.h"
#include "connectors/source.h"

namespace docket::imap {

/// As make_source(); `settings.way` holds ImapSettings.
[[nodiscard]] std::unique_ptr<Source> make_imap_source(const SourceSettings& settings, Mode mode, Intake& intake,
                                                       const Clock& clock, LogLine log, oauth2::Tokens& tokens,
                                                       const Pace& pace = {});

}  // namespace docket::imap
