// Office hours and due dates in the town's own time zone (zone rules from the system's tzdata).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/town.h"

namespace docket {

/// A moment as the town's clocks show it.
struct LocalTime {
  std::chrono::year_month_day date;
  std::chrono::weekday weekday;
  int minute = 0;                  ///< of the day, 0 to 1439
  std::chrono::minutes offset{0};  ///< from UTC
};

/// Immutable; safe from every thread.
class Calendar {
 public:
  /// Throws std::runtime_error when the zone is unknown.
  Calendar(const CalendarSettings& settings, const std::string& time_zone);
  ~Calendar();
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;

  [[nodiscard]] LocalTime local(Time time) const;
  /// The moment of a local wall-clock time; in a gap the moment after it, in a repeat the first.
  [[nodiscard]] Time at(std::chrono::year_month_day date, int minute) const;
  /// Whether the wall clock then shows hours of its day: in both passes of a repeated hour, in none of a skipped one.
  [[nodiscard]] bool is_open(Time time) const;
  /// `time` itself when open, else the next opening; nullopt when none within a year.
  [[nodiscard]] std::optional<Time> next_opening(Time time) const;
  /// When a promise of `span` for a letter received at `received` falls due. Business days: day 1 is the next
  /// business day after receipt (received outside hours counts from the next opening, as all days do) and the day ends
  /// at closing time; other days end at local midnight's last minute; "same day" is that business day; minutes and
  /// hours that are no business hours run through the night. nullopt: past `until`, where nothing is promised.
  [[nodiscard]] std::optional<Time> due(Time received, const Span& span) const;
  /// A promise of `span`, due at `due`, waited from `paused` until `again`: when it falls due now. What was left of it
  /// is left again: of business days as many closings, of business hours as much open time, of days as many midnights,
  /// of hours and minutes as many of them; "same day" becomes the business day that it goes on. Never before `due`, and
  /// `due` itself where nothing waited (`again` not after `paused`) or it was over when it was paused. nullopt: past
  /// `until`.
  [[nodiscard]] std::optional<Time> resumed(Time due, const Span& span, Time paused, Time again) const;

  /// Whether the office opens on that day, however briefly.
  [[nodiscard]] bool is_business_day(std::chrono::year_month_day date) const;
  /// When the day's last hours end (of a day open until midnight its last minute); nullopt: a closed day.
  [[nodiscard]] std::optional<Time> closing_of(std::chrono::year_month_day date) const;
  /// The first business day after `date`, not `date` itself; nullopt when none within a year.
  [[nodiscard]] std::optional<std::chrono::year_month_day> next_business_day(std::chrono::year_month_day date) const;
  /// Whole seconds of office hours in [from, to); 0 when `to` is not after `from`.
  [[nodiscard]] std::int64_t open_seconds(Time from, Time to) const;

 private:
  struct Zone;
  /// Moments from, not including, to.
  struct Stretch {
    Time from;
    Time to;
  };
  [[nodiscard]] const std::vector<OpenHours>& hours_on(std::chrono::year_month_day date) const;
  void add_moments(std::chrono::sys_days date, const OpenHours& hours, std::vector<Stretch>& moments) const;
  [[nodiscard]] std::vector<Stretch> open_on(std::chrono::sys_days date) const;
  [[nodiscard]] Time still_on(std::chrono::sys_days date, Time end) const;
  [[nodiscard]] Time last_minute(std::chrono::sys_days date) const;
  [[nodiscard]] std::optional<Time> closing(Time opening, int business_days) const;
  [[nodiscard]] std::optional<Time> after_open_time(Time opening, std::chrono::microseconds left) const;
  [[nodiscard]] std::chrono::microseconds open_between(Time from, Time to) const;
  [[nodiscard]] int closings_between(Time after, Time to) const;
  [[nodiscard]] std::optional<Time> closing_after(Time time, int closings) const;
  [[nodiscard]] std::optional<Time> unbounded_due(Time received, const Span& span) const;
  [[nodiscard]] std::optional<Time> unbounded_resumed(Time due, const Span& span, Time paused, Time again) const;
  [[nodiscard]] std::optional<Time> until_end(std::optional<Time> due) const;
  CalendarSettings settings_;
  std::unique_ptr<Zone> zone_;
};

}  // namespace docket
