// Figures of the running daemon for Prometheus: what happened is counted as it happens, what is so now is given when
// asked. Small numbers and names of docket.yaml and town.yaml; nothing of any letter or person.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/clock.h"
#include "config/heartbeat.h"
#include "connectors/source.h"
#include "daemon/casebook/reader.h"

namespace docket {

/// What is so at one moment.
struct MetricsMoment {
  Time now{};
  Time started{};
  std::string version;
  std::string mode;
  std::string rule_set;
  bool healthy = false;
  struct OfSource {
    std::string name;
    SourceHealth health;
  };
  std::vector<OfSource> sources;
  std::optional<Time> mail_certificate_ends;
  std::optional<BookFigures> figures;
  std::optional<BookCounts> counts;
  std::map<std::string, int> alarms;  ///< by kind, how many stand
  std::vector<ThreadSign> threads;
  std::map<std::string, std::uintmax_t> files;  ///< octets of database | wal | ballast, of those that are there
  std::optional<std::uintmax_t> disk_free;      ///< octets, where the book lies
};

/// Thread-safe.
class Metrics {
 public:
  using Seconds = std::chrono::duration<double>;
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// A letter that was recorded; of a repeated delivery nothing.
  void letter(const std::string& source, const std::string& outcome);
  /// One letter was read and judged.
  void read(Seconds took);
  /// One commit of the book: how long the disk took.
  void committed(Seconds took);
  /// So many letters were in one commit.
  void group(std::size_t letters);
  /// An attempt to send. `result`: sent | deferred | failed | uncertain.
  void sending(const std::string& kind, const std::string& result);
  /// From the server's receipt of a letter until its acknowledgement lay in the outbox, and until it had gone out.
  void acknowledgement_queued(Seconds after);
  void acknowledgement_sent(Seconds after);
  void reloaded(bool taken);

  /// Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).
  [[nodiscard]] std::string text(const MetricsMoment& moment) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What is said for a docket that does not run.
[[nodiscard]] std::string metrics_when_down(std::string_view version);

}  // namespace docket
