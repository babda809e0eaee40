#include "config/calendar.h"

#include <date/tz.h>

#include <algorithm>

namespace docket {
namespace {

using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kLastMinute = 24 * 60 - 1;
constexpr int kDaysAhead = 366;         ///< how far the next opening is looked for
constexpr int kLongestSpan = 366 * 60;  ///< days that 10,000 business days can reach over

date::local_seconds local_moment(year_month_day date, int minute) {
  return date::local_seconds(sys_days(date).time_since_epoch() + minutes(minute));
}

}  // namespace

struct Calendar::Zone {
  const date::time_zone* zone;
};

Calendar::Calendar(const CalendarSettings& settings, const std::string& time_zone)
    : settings_(settings), zone_(std::make_unique<Zone>(Zone{date::locate_zone(time_zone)})) {
  std::sort(settings_.holidays.begin(), settings_.holidays.end());
  std::sort(settings_.yearly_holidays.begin(), settings_.yearly_holidays.end());
}

Calendar::~Calendar() = default;

LocalTime Calendar::local(Time time) const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const auto offset = zone_->zone->get_info(seconds).offset;
  const auto shown = seconds + offset;
  const auto day = std::chrono::floor<std::chrono::days>(shown);
  return {year_month_day(day), std::chrono::weekday(day),
          static_cast<int>(std::chrono::floor<minutes>(shown - day).count()), std::chrono::floor<minutes>(offset)};
}

Time Calendar::at(year_month_day date, int minute) const {
  const auto moment = local_moment(date, minute);
  const auto info = zone_->zone->get_info(moment);
  if (info.result == date::local_info::nonexistent) return info.second.begin;
  return Time((moment - info.first.offset).time_since_epoch());
}

const std::vector<OpenHours>& Calendar::hours_on(year_month_day date) const {
  static const std::vector<OpenHours> kClosed;
  if (const auto special = settings_.special.find(date); special != settings_.special.end()) return special->second;
  const bool recess = std::any_of(settings_.recess.begin(), settings_.recess.end(),
                                  [&](const auto& days) { return days.first <= date && date <= days.second; });
  const bool holiday =
      recess || std::binary_search(settings_.holidays.begin(), settings_.holidays.end(), date) ||
      std::binary_search(settings_.yearly_holidays.begin(), settings_.yearly_holidays.end(), date.month() / date.day());
  const auto usual = settings_.hours.find(std::chrono::weekday(sys_days(date)).c_encoding());
  return holiday || usual == settings_.hours.end() ? kClosed : usual->second;
}

/// A stretch of the wall clock as moments: one where the clock does not change, none where it skips the stretch, two
/// where it shows it twice. An office that opens "at one" is open whenever the clock on its wall says so.
void Calendar::add_moments(sys_days date, const OpenHours& hours, std::vector<Stretch>& moments) const {
  constexpr std::chrono::hours kFarthestOffset{26};
  const auto begin = date + minutes(hours.from);
  const auto end = date + minutes(hours.to);
  for (auto next = date::sys_seconds(begin - kFarthestOffset); next < end + kFarthestOffset;) {
    const auto period = zone_->zone->get_info(next);
    const auto from = std::max(next, begin - period.offset);
    const auto to = std::min(end - period.offset, period.end);
    if (from < to) moments.push_back({from, to});
    next = period.end;
  }
}

// Of parts that a clock shows twice, the second showing of the first part comes after the first of the second.
std::vector<Calendar::Stretch> Calendar::open_on(sys_days date) const {
  std::vector<Stretch> open;
  for (const auto& hours : hours_on(date)) add_moments(date, hours, open);
  std::sort(open.begin(), open.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
  return open;
}

// The moment of opening is open, that of closing is not.
bool Calendar::is_open(Time time) const {
  const auto open = open_on(sys_days(local(time).date));
  return std::any_of(open.begin(), open.end(),
                     [&](const Stretch& stretch) { return stretch.from <= time && time < stretch.to; });
}

std::optional<Time> Calendar::next_opening(Time time) const {
  auto day = sys_days(local(time).date);
  for (int ahead = 0; ahead <= kDaysAhead; ++ahead, day += std::chrono::days(1)) {
    for (const auto& open : open_on(day)) {
      if (time < open.to) return std::max(time, open.from);
    }
  }
  return std::nullopt;
}

/// The moment itself, or the minute before where it would show as the day after.
Time Calendar::still_on(sys_days date, Time end) const {
  return sys_days(local(end).date) > date ? end - minutes(1) : end;
}

/// Counts days that open, however briefly: a short day before a holiday is a business day.
std::optional<Time> Calendar::closing(Time opening, int business_days) const {
  auto day = sys_days(local(opening).date);
  for (int ahead = 0; business_days > 0; ++ahead) {
    if (ahead > kLongestSpan) return std::nullopt;
    day += std::chrono::days(1);
    if (!open_on(day).empty()) --business_days;
  }
  return std::max(opening, still_on(day, open_on(day).back().to));
}

/// The last minute of a day that may lose or repeat its last hour.
Time Calendar::last_minute(sys_days date) const {
  std::vector<Stretch> whole;
  add_moments(date, {0, kLastMinute + 1}, whole);
  return whole.empty() ? at(date, kLastMinute) : still_on(date, whole.back().to);
}

/// Lunch, nights and holidays do not count; a promise that ends with the day ends at closing time, not next morning.
std::optional<Time> Calendar::after_open_time(Time opening, std::chrono::microseconds left) const {
  auto day = sys_days(local(opening).date);
  for (int ahead = 0; ahead <= kLongestSpan; ++ahead, day += std::chrono::days(1)) {
    for (const auto& open : open_on(day)) {
      const auto from = std::max(opening, open.from);
      if (from >= open.to) continue;
      if (left <= open.to - from) return from + left;
      left -= open.to - from;
    }
  }
  return std::nullopt;
}

std::optional<Time> Calendar::unbounded_due(Time received, const Span& span) const {
  switch (span.unit) {
    case Span::Unit::minutes:
      return received + minutes(span.count);
    case Span::Unit::hours:
      return received + std::chrono::hours(span.count);
    case Span::Unit::days:
      // The acknowledgement of a closed day says that days count from the next opening, so these do too.
      return last_minute(sys_days(local(next_opening(received).value_or(received)).date) +
                         std::chrono::days(span.count));
    case Span::Unit::business_hours:
    case Span::Unit::business_days:
    case Span::Unit::same_day:
      break;
  }
  const auto opening = next_opening(received);
  if (!opening) return std::nullopt;
  if (span.unit == Span::Unit::business_hours) return after_open_time(*opening, std::chrono::hours(span.count));
  return closing(*opening, span.unit == Span::Unit::same_day ? 0 : span.count);
}

/// `due` where the calendar still knows its day.
std::optional<Time> Calendar::until_end(std::optional<Time> due) const {
  if (due && settings_.until && local(*due).date > *settings_.until) return std::nullopt;
  return due;
}

std::optional<Time> Calendar::due(Time received, const Span& span) const {
  return until_end(unbounded_due(received, span));
}

bool Calendar::is_business_day(year_month_day date) const { return !open_on(sys_days(date)).empty(); }

std::optional<Time> Calendar::closing_of(year_month_day date) const {
  const auto open = open_on(sys_days(date));
  if (open.empty()) return std::nullopt;
  return still_on(sys_days(date), open.back().to);
}

std::optional<year_month_day> Calendar::next_business_day(year_month_day date) const {
  auto day = sys_days(date);
  for (int ahead = 0; ahead < kDaysAhead; ++ahead) {
    day += std::chrono::days(1);
    if (is_business_day(day)) return year_month_day(day);
  }
  return std::nullopt;
}

std::chrono::microseconds Calendar::open_between(Time from, Time to) const {
  std::chrono::microseconds sum{0};
  if (from >= to) return sum;
  const auto last = sys_days(local(to).date);
  for (auto day = sys_days(local(from).date); day <= last; day += std::chrono::days(1)) {
    for (const auto& open : open_on(day)) {
      sum += std::max(std::min(open.to, to) - std::max(open.from, from), std::chrono::microseconds(0));
    }
  }
  return sum;
}

std::int64_t Calendar::open_seconds(Time from, Time to) const {
  return std::chrono::floor<std::chrono::seconds>(open_between(from, to)).count();
}

/// How many business days close after `after`, `to` included.
int Calendar::closings_between(Time after, Time to) const {
  int closings = 0;
  const auto last = sys_days(local(to).date);
  for (auto day = sys_days(local(after).date); day <= last; day += std::chrono::days(1)) {
    const auto closing = closing_of(day);
    if (closing && after < *closing && *closing <= to) ++closings;
  }
  return closings;
}

/// The closing of which `closings` are left at `time`, itself counted.
std::optional<Time> Calendar::closing_after(Time time, int closings) const {
  auto day = sys_days(local(time).date);
  for (int ahead = 0; ahead <= kLongestSpan; ++ahead, day += std::chrono::days(1)) {
    const auto closing = closing_of(day);
    if (closing && time < *closing && --closings == 0) return closing;
  }
  return std::nullopt;
}

std::optional<Time> Calendar::unbounded_resumed(Time due, const Span& span, Time paused, Time again) const {
  switch (span.unit) {
    case Span::Unit::minutes:
    case Span::Unit::hours:
      return due + (again - paused);
    case Span::Unit::days: {
      const auto waited = sys_days(local(again).date) - sys_days(local(paused).date);
      return waited.count() == 0 ? due : last_minute(sys_days(local(due).date) + waited);
    }
    case Span::Unit::business_hours: {
      const auto opening = next_opening(again);
      return opening ? after_open_time(*opening, open_between(paused, due)) : std::nullopt;
    }
    case Span::Unit::business_days:
      // A day that closed earlier than it does now may have left none; nothing left is still the day it goes on.
      return closing_after(again, std::max(closings_between(paused, due), 1));
    case Span::Unit::same_day:
      break;
  }
  return closing_after(again, 1);
}

std::optional<Time> Calendar::resumed(Time due, const Span& span, Time paused, Time again) const {
  if (again <= paused || due <= paused) return due;
  const auto moved = unbounded_resumed(due, span, paused, again);
  if (!moved || *moved <= due) return moved ? std::optional(due) : std::nullopt;
  return until_end(moved);
}

}  // namespace docket
