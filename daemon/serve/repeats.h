// Warnings that come again and again are said some times a minute, then counted: a mail server that refuses a thousand
// letters must not push what matters out of the log.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// What makes lines the same: their words without fields, and without numbers and ids.
[[nodiscard]] std::string shape_of(std::string_view line);

/// One thread at a time.
class Repeats {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  static constexpr int kMostAMinute = 20;

  /// False: it is counted instead. Only errors and warnings (priority 4 and lower) are; a letter's own line never is.
  [[nodiscard]] bool may_say(int priority, std::string_view line, TimePoint now);
  /// What was counted in minutes that are over; each is answered once.
  struct Kept {
    int priority = 4;
    std::string first;  ///< the first line that was kept back
    int count = 0;
  };
  [[nodiscard]] std::vector<Kept> over(TimePoint now);

 private:
  struct Seen {
    TimePoint since{};
    int said = 0;
    Kept kept;
  };
  std::map<std::string, Seen> seen_;
};

}  // namespace docket
