// Runs the admin's own command (alarms.command) when mail cannot tell that mail does not go out.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/source.h"

namespace docket {

/// One thread at a time.
class Pager {
 public:
  Pager(std::string command, const Clock& clock, LogLine log)
      : command_(std::move(command)), clock_(clock), log_(log) {}
  /// Ends what still runs.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  [[nodiscard]] bool can() const { return !command_.empty(); }
  /// Starts `command KIND TITLE` with the text on its standard input, in a group of its own, without our environment:
  /// that may hold passwords. Returns at once.
  void page(const std::string& kind, const std::string& title, const std::string& text);
  /// Takes note of those that have ended; ends those that run longer than a minute.
  void look_after();

 private:
  struct Running {
    pid_t process = 0;
    std::string kind;
    std::chrono::steady_clock::time_point started;
  };
  /// True when it has ended.
  bool look_after(const Running& running, bool end_now);

  std::string command_;
  const Clock& clock_;
  LogLine log_;
  std::vector<Running> running_;
};

}  // namespace docket
