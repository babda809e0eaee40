// A Maildir as a source: told by inotify, looked through all the same, emptied only after the commit.
#pragma once

#include <chrono>
#include <memory>

#include "connectors/source.h"

namespace docket::maildir {

struct Pace {
  using Duration = std::chrono::milliseconds;
  Duration scan = std::chrono::seconds{60};  ///< inotify sees nothing on network file systems
  Duration retry = std::chrono::seconds{5};  ///< after trouble; doubling
  Duration longest_retry = std::chrono::minutes{5};
  Duration drain = std::chrono::seconds{5};  ///< for letters on their way into the book when stop is requested
  std::size_t batch = 500;
  std::uint64_t batch_octets = 32U << 20U;
};

/// As make_source(); `settings.way` holds MaildirSettings.
[[nodiscard]] std::unique_ptr<Source> make_maildir_source(const SourceSettings& settings, Mode mode, Intake& intake,
                                                          const Clock& clock, LogLine log, const Pace& pace = {});

}  // namespace docket::maildir
