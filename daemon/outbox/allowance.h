// How many letters may still go within a span of time: `per_minute` and `per_day` slow the outbox, never withhold.
#pragma once

#include <chrono>
#include <deque>

namespace docket {

/// No more than `limit` in any stretch of `span`, counted in slots of a sixtieth of it. One thread at a time.
class Allowance {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  Allowance(int limit, std::chrono::seconds span) : limit_(limit), span_(span) {}

  /// Takes up to `wanted`; answers how many.
  [[nodiscard]] int take(int wanted, Moment now);
  /// Taken, but not used.
  void put_back(int count);
  /// From when on there is room again; `now` or earlier when there is.
  [[nodiscard]] Moment next(Moment now) const;

 private:
  struct Slot {
    Moment start;
    int count = 0;
  };
  void forget(Moment now);

  int limit_;
  std::chrono::seconds span_;
  std::deque<Slot> slots_;  ///< oldest first
  int taken_ = 0;
};

}  // namespace docket
