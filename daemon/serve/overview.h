// How the running daemon stands, for those who look: `docket status`, the metrics, systemd's status line, the log when
// SIGUSR1 asks. Decides nothing.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/clock.h"
#include "connectors/source.h"
#include "daemon/alarms/conditions.h"
#include "daemon/configuration.h"
#include "daemon/intake/letter_intake.h"
#include "daemon/metrics.h"
#include "daemon/outbox/outbox.h"

namespace docket {

class Overview {
 public:
  struct Collaborators {
    const Settings& settings;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    std::function<std::vector<AlarmCondition>()> conditions;  ///< asks the book
    const std::vector<std::unique_ptr<Source>>& sources;
    Outbox& outbox;
    LetterIntake& intake;
    Metrics& metrics;
    Time started{};
    std::string settings_version;  ///< of docket.yaml as it was read
  };
  /// `reader`: of its own. Everything outlives it.
  Overview(Collaborators collaborators, std::unique_ptr<BookReader> reader);

  /// What is wrong now; remembered for status_line() and state(). Asks the book.
  [[nodiscard]] std::vector<AlarmCondition> look();
  /// Everything for `docket status`. Asks the book.
  [[nodiscard]] nlohmann::json status();
  /// Prometheus' text. Asks the book; what it has to count it counts once a minute.
  [[nodiscard]] std::string metrics();
  /// As of the last look(): for systemd, one line. Waits for nobody.
  [[nodiscard]] std::string status_line() const;
  /// As of now without the book, for the log, a line each, bounded; waits for no disk. No letter's words, no address.
  [[nodiscard]] std::vector<std::string> state() const;

 private:
  struct Looked {
    std::vector<AlarmCondition> conditions;
    std::optional<BookCounts> counts;
    std::optional<BookFigures> figures;
    std::chrono::steady_clock::time_point counted{};
  };
  [[nodiscard]] Looked looked() const;
  void count(Time now);
  [[nodiscard]] MetricsMoment moment(Time now, const Looked& looked) const;

  Collaborators with_;
  std::mutex reading_;  ///< held while the book is asked
  std::unique_ptr<BookReader> reader_;
  mutable std::mutex mutex_;  ///< held for moments only
  Looked looked_;
};

}  // namespace docket
