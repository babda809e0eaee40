// How long to wait before the next try: doubling, with jitter, so that many sources do not return in step.
#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace docket {

class Backoff {
 public:
  using Duration = std::chrono::milliseconds;
  Backoff(Duration first, Duration longest) : first_(first), longest_(longest), next_(first) {}

  /// Between half and the whole of the step, which then doubles; `at_least` raises the step.
  [[nodiscard]] Duration next(Duration at_least = Duration{0}) {
    const Duration step = std::min(std::max(next_, at_least), longest_);
    next_ = std::min(step * 2, longest_);
    std::uniform_int_distribution<Duration::rep> jitter(step.count() / 2, step.count());
    return Duration{jitter(random_)};
  }
  void reset() { next_ = first_; }

 private:
  Duration first_;
  Duration longest_;
  Duration next_;
  std::mt19937 random_{std::random_device{}()};
};

}  // namespace docket
