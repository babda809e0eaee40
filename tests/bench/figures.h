// What the programs of the bench share: time and processor time of a piece of work, and one line of JSON for it.
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>

namespace bench {

[[nodiscard]] inline double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Runs from when it is made.
class Stopwatch {
 public:
  /// {"letters": …, "octets": …, "seconds": …, "cpu_seconds": …}, with `more` (", \"name\": value") at its end.
  void print(std::uint64_t letters, std::uint64_t octets, const std::string& more = {}) const {
    const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun_;
    std::printf("{\"letters\": %llu, \"octets\": %llu, \"seconds\": %.6f, \"cpu_seconds\": %.6f%s}\n",
                static_cast<unsigned long long>(letters), static_cast<unsigned long long>(octets), span.count(),
                processor_seconds() - processor_, more.c_str());
    std::fflush(stdout);
  }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  double processor_ = processor_seconds();
};

/// What is counted and timed runs inside this function: callgrind collects here and nowhere else.
[[gnu::noinline]] inline void measured(const std::function<void()>& work) { work(); }

}  // namespace bench
