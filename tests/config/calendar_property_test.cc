// Office hours and due dates held against a slow model over ten years, in zones whose clocks change at different
// hours: half-open hours, no gap at midnight, an hour that comes twice or never.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "config/calendar.h"
#include "config/quantity.h"
#include "config/text.h"
#include "tests/config/calendar_model.h"

namespace docket {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::year_month_day;

constexpr auto kFirst = CalendarModel::kFirst;
constexpr auto kLast = CalendarModel::kLast;

// Clocks change at 02:00, by half an hour, at midnight, at 23:00 of the day before, in Ramadan, or not at all.
constexpr std::array kZones{"America/Toronto", "America/St_Johns",     "Europe/Paris", "Australia/Lord_Howe",
                            "America/Havana",  "Africa/Casablanca",    "Asia/Beirut",  "America/Nuuk",
                            "Pacific/Apia",    "America/Scoresbysund", "UTC"};

struct Named {
  std::string name;
  CalendarSettings settings;
};

CalendarSettings week(std::vector<std::pair<std::vector<unsigned>, std::vector<OpenHours>>> hours) {
  CalendarSettings settings;
  for (const auto& [of, open] : hours) {
    for (const auto day : of) settings.hours[day] = open;
  }
  return settings;
}

CalendarSettings office_week() {
  auto settings = week({{{1, 2, 3, 4, 5}, {{510, 720}, {780, 990}}}});
  settings.yearly_holidays = {std::chrono::month{12} / 25, std::chrono::month{1} / 1, std::chrono::month{2} / 29};
  for (auto year = 2026y; year <= 2036y; ++year) {
    settings.holidays.push_back(year / 10 / 12);
    settings.holidays.push_back(year / 3 / 30);
    settings.special[year / 12 / 24] = {{510, 720}};
    settings.special[year / 12 / 29] = {};
    settings.special[year / 10 / 12] = {{600, 660}, {1380, 1440}};
  }
  return settings;
}

/// Hours of clerks and of nobody: those around midnight and around changed clocks are where calendars go wrong.
std::vector<Named> calendars() {
  auto ends = office_week();
  ends.until = 2030y / 6 / 15;
  return {{"an office with a lunch break", office_week()},
          {"an office whose calendar ends", ends},
          {"never closed", week({{{0, 1, 2, 3, 4, 5, 6}, {{0, 1440}}}})},
          {"over midnight, and parts that touch", week({{{4, 5}, {{600, 720}, {720, 840}, {1080, 1440}}},
                                                        {{6}, {{0, 240}, {1320, 1410}, {1425, 1440}}},
                                                        {{0}, {{0, 30}, {30, 90}, {105, 135}, {150, 210}}}})},
          {"nights", week({{{0, 6}, {{60, 90}, {90, 120}, {1380, 1440}}}, {{1}, {{0, 60}}}})},
          {"only while clocks may jump", week({{{0}, {{5, 20}, {125, 145}}}, {{6}, {{1385, 1430}}}})}};
}

std::string where(const Calendar& calendar, Time time) {
  const auto local = calendar.local(time);
  return iso_date(local.date) + " minute " + std::to_string(local.minute) + " = " + rfc3339(time);
}

/// Instants all over the ten years, half of them within a day of a changed clock.
std::vector<Time> instants(const CalendarModel& model, std::size_t count) {
  std::mt19937_64 random(20260101);
  const auto pick = [&](Time from, Time to) {
    return from +
           std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, (to - from).count())(random));
  };
  std::vector<Time> times;
  for (std::size_t i = 0; i < count; ++i) {
    times.push_back(pick(kFirst, kLast - 1us));
    if (model.changes().empty()) continue;
    const auto& change = model.changes()[i % model.changes().size()];
    if (change < kLast) times.push_back(pick(change - 26h, change + 26h));
  }
  std::sort(times.begin(), times.end());
  return times;
}

struct World {
  std::string name;
  std::string zone;
  CalendarSettings settings;
  Calendar calendar{settings, zone};
  CalendarModel model{settings, zone};
  World(Named of, std::string in) : name(std::move(of.name)), zone(std::move(in)), settings(std::move(of.settings)) {}
};

/// Every calendar in every zone; walking ten years of minutes once for each is enough.
const std::vector<std::unique_ptr<World>>& worlds() {
  static const auto kWorlds = [] {
    std::vector<std::unique_ptr<World>> made;
    for (const auto& named : calendars()) {
      for (const std::string zone : kZones) made.push_back(std::make_unique<World>(named, zone));
    }
    return made;
  }();
  return kWorlds;
}

template <class Check>
void everywhere(Check check) {
  for (const auto& world : worlds()) {
    CAPTURE(world->name);
    CAPTURE(world->zone);
    check(world->calendar, world->model);
  }
}

/// CHECK writes its message for every comparison; over millions of them only the failures are worth that.
#define CHECK_QUIETLY(...)                  \
  do {                                      \
    if (!(__VA_ARGS__)) CHECK(__VA_ARGS__); \
  } while (false)

TEST_CASE("hours are open from their first instant up to, not including, their last") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    std::size_t seen = 0;
    for (const auto& [from, to] : model.stretches()) {
      if (from < kFirst || to > kLast) continue;
      CAPTURE(where(calendar, from));
      CHECK_QUIETLY(!calendar.is_open(from - 1us));
      CHECK_QUIETLY(calendar.is_open(from));
      CHECK_QUIETLY(calendar.is_open(to - 1us));
      CHECK_QUIETLY(!calendar.is_open(to));
      CHECK_QUIETLY(calendar.next_opening(to) == model.next_opening(to));
      ++seen;
    }
    CHECK((seen > 0 || calendar.is_open(kFirst)));
  });
}

TEST_CASE("at any instant the office is open as the clock on its wall says, and opens next when that says") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    for (const auto time : instants(model, 2500)) {
      CHECK_QUIETLY(calendar.is_open(time) == model.is_open(time));
      CHECK_QUIETLY(calendar.next_opening(time) == model.next_opening(time));
    }
  });
}

const std::vector<Span>& spans() {
  using Unit = Span::Unit;
  static const std::vector<Span> kSpans{
      {1, Unit::same_day},       {1, Unit::business_days},  {2, Unit::business_days},   {10, Unit::business_days},
      {1, Unit::business_hours}, {3, Unit::business_hours}, {17, Unit::business_hours}, {1, Unit::days},
      {30, Unit::days},          {1, Unit::hours},          {49, Unit::hours},          {45, Unit::minutes}};
  return kSpans;
}

bool in_business_time(const Span& span) {
  return span.unit == Span::Unit::business_days || span.unit == Span::Unit::business_hours ||
         span.unit == Span::Unit::same_day;
}

TEST_CASE("a promise falls due when the model says, never in a closed hour, never before the letter came") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    for (const auto received : instants(model, 300)) {
      for (const auto& span : spans()) {
        const auto due = calendar.due(received, span);
        CAPTURE(where(calendar, received));
        CAPTURE(to_string(span));
        CHECK_QUIETLY(due == model.due(received, span));
        if (!due) continue;
        CHECK_QUIETLY(*due >= received);
        if (in_business_time(span)) CHECK_QUIETLY((calendar.is_open(*due) || calendar.is_open(*due - 1us)));
      }
    }
  });
}

/// Later than every promise: one past the calendar's end is not made.
Time or_never(std::optional<Time> due) { return due.value_or(Time::max()); }

TEST_CASE("who writes later or is promised more is not answered earlier") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    const auto times = instants(model, 150);
    for (const auto& span : spans()) {
      for (std::size_t i = 0; i < times.size(); ++i) {
        const auto due = or_never(calendar.due(times[i], span));
        if (i > 0) CHECK_QUIETLY(or_never(calendar.due(times[i - 1], span)) <= due);
        if (span.unit != Span::Unit::same_day) {
          CHECK_QUIETLY(due <= or_never(calendar.due(times[i], {span.count + 1, span.unit})));
        }
      }
    }
  });
}

TEST_CASE("days that touch at midnight leave no closed instant, also where a clock changes at midnight") {
  for (const std::string zone : kZones) {
    CAPTURE(zone);
    const Calendar calendar(week({{{0, 1, 2, 3, 4, 5, 6}, {{0, 720}, {720, 1440}}}}), zone);
    for (Time now = kFirst; now < kLast; now += 15min) {
      CHECK_QUIETLY((calendar.is_open(now - 1us) && calendar.is_open(now)));
    }
  }
}

TEST_CASE("a yearly holiday is closed in every year that has it; its neighbours are not for its sake") {
  auto settings = week({{{0, 1, 2, 3, 4, 5, 6}, {{540, 1020}}}});
  settings.yearly_holidays = {std::chrono::month{7} / 1, std::chrono::month{2} / 29};
  const Calendar calendar(settings, "America/St_Johns");
  for (auto date = kFirst; date < kLast; date += days(1)) {
    const year_month_day day = date;
    const bool holiday =
        day.month() / day.day() == std::chrono::month{7} / 1 || day.month() / day.day() == std::chrono::month{2} / 29;
    CAPTURE(iso_date(day));
    CHECK_QUIETLY(calendar.is_open(calendar.at(day, 600)) == !holiday);
  }
}

TEST_CASE("a special day is stronger than a holiday, a holiday than the weekday") {
  auto settings = week({{{1}, {{540, 1020}}}});
  settings.holidays = {2026y / 11 / 9, 2026y / 11 / 16};
  settings.yearly_holidays = {std::chrono::month{11} / 23, std::chrono::month{11} / 30};
  for (const auto open : {2026y / 11 / 16, 2026y / 11 / 30, 2026y / 11 / 21}) settings.special[open] = {{600, 660}};
  settings.special[2026y / 12 / 7] = {};
  const Calendar calendar(settings, "Europe/Paris");
  const std::vector<std::pair<year_month_day, std::string>> cases{
      {2026y / 11 / 2, "weekday"}, {2026y / 11 / 9, "closed"},   {2026y / 11 / 16, "special"},
      {2026y / 11 / 23, "closed"}, {2026y / 11 / 30, "special"}, {2026y / 11 / 21, "special"},
      {2026y / 11 / 22, "closed"}, {2026y / 12 / 7, "closed"},   {2026y / 12 / 14, "weekday"}};
  for (const auto& [date, expected] : cases) {
    const auto open = [&, day = date](int minute) { return calendar.is_open(calendar.at(day, minute)); };
    CAPTURE(iso_date(date));
    CHECK((open(540) ? "weekday" : open(600) ? "special" : "closed") == expected);
    CHECK(open(1000) == (expected == "weekday"));
  }
}

}  // namespace
}  // namespace docket
