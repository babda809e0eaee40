// What the parts of one IMAP source share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/imap/pace.h"
#include "connectors/imap/words.h"
#include "connectors/intake.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/source.h"

namespace docket::imap {

/// References outlive the source.
struct Surroundings {
  const SourceSettings& settings;
  const ImapSettings& imap;
  Mode mode;
  Intake& intake;
  const Clock& clock;
  LogLine log;
  const Pace& pace;
  oauth2::Tokens& tokens;

  /// Shadow and `keep`: the folder is only examined.
  [[nodiscard]] bool touches_nothing() const { return mode == Mode::shadow || imap.after == ImapSettings::After::keep; }
};

/// Where letters lie: a folder at one UIDVALIDITY, and since when docket runs (whole seconds).
struct Place {
  std::string folder;
  Uid uid_validity = 0;
  bool junk = false;
  Time first_start{};

  /// The delivery key: stays the same for as long as the server keeps its UIDVALIDITY.
  [[nodiscard]] std::string key(Uid uid) const {
    return folder + '/' + std::to_string(uid_validity) + '/' + std::to_string(uid);
  }
};

/// A letter as the folder lists it.
struct Listed {
  Uid uid = 0;
  std::uint64_t size = 0;        ///< RFC822.SIZE: an estimate, only for the budget
  std::optional<Time> received;  ///< INTERNALDATE
};

}  // namespace docket::imap
