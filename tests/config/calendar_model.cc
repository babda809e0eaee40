#include "tests/config/calendar_model.h"

#include <date/tz.h>

#include <algorithm>

namespace docket {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr auto kHorizon = CalendarModel::kLast + days(400);  // everything promised to a letter falls due before

}  // namespace

namespace {

Minute at(std::int64_t minute) { return Minute(minutes(minute)); }

}  // namespace

// Plain numbers, in minutes since 1970: this loop runs hundreds of millions of times, in builds without optimisation
// too.
CalendarModel::CalendarModel(const CalendarSettings& settings, const std::string& zone) : settings_(settings) {
  constexpr std::int64_t kDay = 1440;
  const auto* const found = date::locate_zone(zone);
  const std::int64_t horizon = Minute(kHorizon).time_since_epoch().count();
  const std::int64_t first = Minute(kFirst - days(2)).time_since_epoch().count();
  std::int64_t offset = 0;
  std::int64_t change = first;
  std::int64_t date = 0;
  std::int64_t last_open = 0;
  std::int64_t opened = 0;  // the stretch that now is in or came after
  std::int64_t closed = 0;
  Minutes open{};
  const bool* const opens = open.data();
  for (std::int64_t now = first; now < horizon; ++now) {
    if (now >= change) {
      if (now > first) changes_.push_back(at(now));
      const auto info = found->get_info(date::sys_seconds(minutes(now)));
      offset = std::chrono::floor<minutes>(info.offset).count();
      change = std::chrono::floor<minutes>(info.end.time_since_epoch()).count();
    }
    const std::int64_t shown = now + offset;
    if (shown >= (date + 1) * kDay) {
      if (date > 0) days_.push_back({sys_days(days(date)), at(now - 1), at(last_open), last_open > 0});
      date = shown / kDay;
      last_open = 0;
      open_minutes(sys_days(days(date)), open);
    }
    if (!opens[shown - date * kDay]) continue;
    last_open = now;
    if (closed != now) {
      if (closed > 0) stretches_.push_back({at(opened), at(closed)});
      opened = now;
    }
    closed = now + 1;
  }
  if (closed > 0) stretches_.push_back({at(opened), at(closed)});
}

void CalendarModel::open_minutes(std::chrono::year_month_day date, Minutes& open) const {
  std::vector<OpenHours> hours;
  const auto weekday = settings_.hours.find(std::chrono::weekday(sys_days(date)).c_encoding());
  if (weekday != settings_.hours.end()) hours = weekday->second;
  const auto& yearly = settings_.yearly_holidays;
  if (std::count(settings_.holidays.begin(), settings_.holidays.end(), date) > 0) hours.clear();
  if (std::count(yearly.begin(), yearly.end(), date.month() / date.day()) > 0) hours.clear();
  for (const auto& [first, last] : settings_.recess) {
    for (auto day = sys_days(first); day <= sys_days(last); day += days(1)) {
      if (day == sys_days(date)) hours.clear();
    }
  }
  if (settings_.special.count(date) > 0) hours = settings_.special.at(date);
  open.fill(false);
  for (const auto& [from, to] : hours) {
    for (int minute = from; minute < to; ++minute) open.at(static_cast<std::size_t>(minute)) = true;
  }
}

std::vector<CalendarModel::Stretch>::const_iterator CalendarModel::ending_after(Time time) const {
  return std::upper_bound(stretches_.begin(), stretches_.end(), time,
                          [](Time at, const Stretch& stretch) { return at < stretch.to; });
}

std::vector<CalendarModel::Day>::const_iterator CalendarModel::day_of(Time time) const {
  return std::lower_bound(days_.begin(), days_.end(), time,
                          [](const Day& day, Time at) { return day.last + minutes(1) <= at; });
}

bool CalendarModel::is_open(Time time) const {
  const auto stretch = ending_after(time);
  return stretch != stretches_.end() && stretch->from <= time;
}

std::optional<Time> CalendarModel::next_opening(Time time) const {
  const auto stretch = ending_after(time);
  if (stretch == stretches_.end()) return std::nullopt;
  return std::max<Time>(time, stretch->from);
}

/// The end of a day's last open minute; that minute itself where its end would show as the next day.
Time CalendarModel::Day::closing() const { return last_open == last ? last_open : last_open + minutes(1); }

std::optional<Time> CalendarModel::unbounded(Time received, const Span& span) const {
  if (span.unit == Span::Unit::minutes) return received + span.count * 1min;
  if (span.unit == Span::Unit::hours) return received + span.count * 1h;
  const auto opening = next_opening(received);
  if (!opening) return std::nullopt;
  if (span.unit == Span::Unit::business_hours) return after_open(*opening, span.count * 1h);
  auto day = day_of(*opening);
  if (span.unit == Span::Unit::days) return (day + span.count)->last;
  for (int left = span.unit == Span::Unit::same_day ? 0 : span.count; left > 0;) {
    ++day;
    if (day->opens) --left;
  }
  return std::max(*opening, day->closing());  // in the last minute before midnight: at once
}

Time CalendarModel::after_open(Time opening, std::chrono::microseconds left) const {
  auto stretch = ending_after(opening);
  auto from = opening;
  while (stretch->to - from < left) {
    left -= stretch->to - from;
    ++stretch;
    from = stretch->from;
  }
  return from + left;
}

std::optional<Time> CalendarModel::due(Time received, const Span& span) const {
  const auto due = unbounded(received, span);
  if (due && settings_.until && day_of(*due)->date > sys_days(*settings_.until)) return std::nullopt;
  return due;
}

std::chrono::microseconds CalendarModel::open_time(Time from, Time to) const {
  std::chrono::microseconds sum{0};
  for (auto stretch = ending_after(from); stretch != stretches_.end() && stretch->from < to; ++stretch) {
    sum += std::min<Time>(to, stretch->to) - std::max<Time>(from, stretch->from);
  }
  return sum;
}

std::optional<Time> CalendarModel::unbounded_resumed(Time due, const Span& span, Time paused, Time again) const {
  if (span.unit == Span::Unit::minutes || span.unit == Span::Unit::hours) return due + (again - paused);
  if (span.unit == Span::Unit::days) {
    const auto waited = day_of(again) - day_of(paused);
    return waited == 0 ? due : Time((day_of(due) + waited)->last);
  }
  if (span.unit == Span::Unit::business_hours) {
    const auto opening = next_opening(again);
    if (!opening) return std::nullopt;
    return after_open(*opening, open_time(paused, due));
  }
  auto left = std::count_if(days_.begin(), days_.end(), [&](const Day& day) {
    return day.opens && paused < day.closing() && day.closing() <= due;
  });
  if (span.unit == Span::Unit::same_day) left = 1;
  for (const auto& day : days_) {
    if (day.opens && again < day.closing() && --left <= 0) return day.closing();
  }
  return std::nullopt;
}

std::optional<Time> CalendarModel::resumed(Time due, const Span& span, Time paused, Time again) const {
  if (again <= paused || due <= paused) return due;
  const auto later = unbounded_resumed(due, span, paused, again);
  if (!later || *later <= due) return later ? std::optional(due) : std::nullopt;
  if (settings_.until && day_of(*later)->date > sys_days(*settings_.until)) return std::nullopt;
  return later;
}

}  // namespace docket
