// What time it is. Injected everywhere, so that tests own the time.
#pragma once

#include <chrono>

namespace docket {

/// A moment in UTC, in microseconds: the one time type of docket; the book stores it as int64.
using Time = std::chrono::sys_time<std::chrono::microseconds>;

/// Called from every thread; implementations are thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  /// Wall-clock time, UTC; may jump.
  [[nodiscard]] virtual Time now() const = 0;
  /// For deadlines and back-off; never jumps.
  [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::now();
  }
};

}  // namespace docket
