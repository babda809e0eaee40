// A calendar so slow that it is easy to believe: it walks every minute of ten years and looks at the clock on the wall.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/town.h"

namespace docket {

using Minute = std::chrono::sys_time<std::chrono::minutes>;

class CalendarModel {
 public:
  struct Stretch {
    Minute from;
    Minute to;
  };

  static constexpr auto kFirst = std::chrono::sys_days(std::chrono::year{2026} / 1 / 1);
  static constexpr auto kLast = std::chrono::sys_days(std::chrono::year{2037} / 1 / 1);  ///< letters come before

  /// `settings` are used as long as the model is.
  CalendarModel(const CalendarSettings& settings, const std::string& zone);

  /// Open minutes without a closed one between them, in order.
  [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }
  /// When the town's clocks are changed.
  [[nodiscard]] const std::vector<Minute>& changes() const { return changes_; }
  [[nodiscard]] bool is_open(Time time) const;
  [[nodiscard]] std::optional<Time> next_opening(Time time) const;
  [[nodiscard]] std::optional<Time> due(Time received, const Span& span) const;
  [[nodiscard]] std::optional<Time> resumed(Time due, const Span& span, Time paused, Time again) const;
  [[nodiscard]] std::chrono::microseconds open_time(Time from, Time to) const;

  struct Day {
    std::chrono::sys_days date;
    Minute last;       ///< when its last minute begins
    Minute last_open;  ///< when its last open minute begins
    bool opens = false;
    [[nodiscard]] Time closing() const;
  };
  /// Every day of the walk, in order.
  [[nodiscard]] const std::vector<Day>& all_days() const { return days_; }

 private:
  using Minutes = std::array<bool, 1440>;
  void open_minutes(std::chrono::year_month_day date, Minutes& open) const;
  [[nodiscard]] std::vector<Stretch>::const_iterator ending_after(Time time) const;
  [[nodiscard]] std::vector<Day>::const_iterator day_of(Time time) const;
  [[nodiscard]] std::optional<Time> unbounded(Time received, const Span& span) const;
  [[nodiscard]] std::optional<Time> unbounded_resumed(Time due, const Span& span, Time paused, Time again) const;
  [[nodiscard]] Time after_open(Time opening, std::chrono::microseconds left) const;

  const CalendarSettings& settings_;
  std::vector<Stretch> stretches_;
  std::vector<Day> days_;
  std::vector<Minute> changes_;
};

}  // namespace docket
