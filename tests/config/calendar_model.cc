#include "tests/config/calendar_model.h"

#include <date/tz.h>

#include <algorithm>

namespace docket {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr auto kHorizon = CalendarModel::kLast + days(200);  // everything promised to a letter falls due before

}  // namespace

CalendarModel::CalendarModel(const CalendarSettings& settings, const std::string& zone) : settings_(settings) {
  const auto* const found = date::locate_zone(zone);
  const auto info_at = [&](Minute time) { return found->get_info(date::sys_seconds(time)); };
  Minute now = kFirst - days(2);
  for (auto info = info_at(now); now < kHorizon; now += minutes(1)) {
    if (now >= info.end) {
      info = info_at(now);
      changes_.push_back(now);
    }
    walk(now, now + std::chrono::floor<minutes>(info.offset));
  }
}

void CalendarModel::walk(Minute now, Minute shown) {
  const auto date = std::chrono::floor<days>(shown);
  if (days_.empty() || days_.back().date != date) {
    days_.push_back({date, now, now});
    open_ = open_minutes(date);
  }
  auto& day = days_.back();
  day.last = now;
  if (!open_.test(static_cast<std::size_t>((shown - date).count()))) return;
  day.last_open = now;
  day.opens = true;
  if (stretches_.empty() || stretches_.back().to != now) stretches_.push_back({now, now});
  stretches_.back().to = now + minutes(1);
}

std::bitset<1440> CalendarModel::open_minutes(std::chrono::year_month_day date) const {
  std::vector<OpenHours> hours;
  const auto weekday = settings_.hours.find(std::chrono::weekday(sys_days(date)).c_encoding());
  if (weekday != settings_.hours.end()) hours = weekday->second;
  const auto& yearly = settings_.yearly_holidays;
  if (std::count(settings_.holidays.begin(), settings_.holidays.end(), date) > 0) hours.clear();
  if (std::count(yearly.begin(), yearly.end(), date.month() / date.day()) > 0) hours.clear();
  if (settings_.special.count(date) > 0) hours = settings_.special.at(date);
  std::bitset<1440> open;
  for (const auto& [from, to] : hours) {
    for (int minute = from; minute < to; ++minute) open.set(static_cast<std::size_t>(minute));
  }
  return open;
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
Time CalendarModel::closing(const Day& day) {
  return day.last_open == day.last ? day.last_open : day.last_open + minutes(1);
}

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
  return std::max(*opening, closing(*day));  // in the last minute before midnight: at once
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

}  // namespace docket
