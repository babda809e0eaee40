// Threads that live as long as docket show here that they turn. The watchdog then ends a docket that hangs, and leaves
// one alone whose disk is slow: an end would mend nothing there. Process-wide, as threads are.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace docket {

/// Of the thread that makes it, for as long as its loop runs; one a thread. turn() by that thread alone.
class Heartbeat {
 public:
  using Clock = std::chrono::steady_clock;
  /// For a thread whose time another one limits: shown, and never called overdue.
  static constexpr auto kLimitedElsewhere = std::chrono::milliseconds::max();

  /// `bound`: the longest that a turn may take beside what it waits for.
  Heartbeat(std::string name, std::chrono::milliseconds bound);
  ~Heartbeat();
  Heartbeat(const Heartbeat&) = delete;
  Heartbeat& operator=(const Heartbeat&) = delete;

  /// The loop goes round once more.
  void turn();

  /// While it lives, its thread waits: for work, for the disk, or for a thread that is watched itself, and that takes
  /// as long as it takes. With `at_most` it is overdue after that time and the thread's bound: for servers and the
  /// clock. Its end is a turn. May be nested; does nothing on a thread without a heartbeat.
  class Waiting {
   public:
    explicit Waiting(const char* what, std::chrono::milliseconds at_most = kLimitedElsewhere);
    ~Waiting();
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

   private:
    const char* before_ = nullptr;
    std::int64_t due_before_ = 0;
  };

 private:
  friend std::vector<struct ThreadSign> look_at_threads();
  void expect(std::int64_t now, std::chrono::milliseconds within);

  const std::string name_;
  const std::string failpoint_;
  const std::chrono::milliseconds bound_;
  std::atomic<std::int64_t> due_;     ///< nanoseconds of Clock
  std::atomic<std::int64_t> turned_;  ///< likewise, when it last did
  std::atomic<std::uint64_t> turns_ = 0;
  std::atomic<const char*> waits_for_ = nullptr;  ///< a literal
};

/// What one thread shows just now.
struct ThreadSign {
  std::string name;
  std::string waits_for;  ///< "disk", "work", …; empty: it works
  std::uint64_t turns = 0;
  std::chrono::milliseconds since_turn{0};
  bool overdue = false;
};

/// All that live, in the order of their beginnings. From any thread.
[[nodiscard]] std::vector<ThreadSign> look_at_threads();

}  // namespace docket
