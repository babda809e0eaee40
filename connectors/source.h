// A way in that fetches by itself (IMAP, Maildir): runs on its own thread until asked to stop.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/intake.h"

namespace docket {

namespace oauth2 {
class Tokens;
}

/// What the daemon may show of a source at any time.
struct SourceHealth {
  Time last_success{};  ///< the last complete look at everything the source holds; epoch when none yet
  std::string trouble;  ///< what stands in the way now, in words for an admin; empty when nothing
  bool caught_up = false;
  std::optional<Time> certificate_ends;  ///< of the server, at the last connection over TLS
};

class Source {
 public:
  virtual ~Source() = default;
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// Returns soon after `stop` is requested. Throws nothing: trouble is logged, shown in health() and retried with
  /// back-off and jitter, at most five minutes apart.
  virtual void run(std::stop_token stop) = 0;
  /// There is news: look soon. From any thread; one that notices by itself need not listen.
  virtual void look_now() {}
  /// From any thread.
  [[nodiscard]] virtual SourceHealth health() const = 0;
  [[nodiscard]] virtual const std::string& name() const = 0;
};

/// Called by the source's own thread with one line for the log: never content, never a secret.
using LogLine = void (*)(int priority, const std::string& line);

/// nullptr for ways in that do not fetch (pipe, webhook). The references outlive the source.
[[nodiscard]] std::unique_ptr<Source> make_source(const SourceSettings& settings, Mode mode, Intake& intake,
                                                  const Clock& clock, LogLine log, oauth2::Tokens& tokens);

}  // namespace docket
