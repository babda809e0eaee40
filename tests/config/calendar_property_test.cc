// Office hours, due dates and waits held against a slow model over ten years, in zones whose clocks change at different
// hours: half-open hours, no gap at midnight, an hour that comes twice or never, recess, special days.
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

// Of what repeats every week only some is looked at, and all of what stands near a changed clock.
constexpr std::size_t kFewStretches = 11;

bool near_change(const CalendarModel& model, Time time) {
  const auto next = std::lower_bound(model.changes().begin(), model.changes().end(), time - days(1));
  return next != model.changes().end() && *next <= time + days(1);
}

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
    settings.recess.emplace_back(year / 7 / 20, year / 7 / 31);
    settings.recess.emplace_back(year / 12 / 27, (year + std::chrono::years(1)) / 1 / 3);
    settings.special[year / 7 / 22] = {{600, 660}};
    settings.special[year / 12 / 30] = {{510, 720}};
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
    for (std::size_t i = 0; i < model.stretches().size(); ++i) {
      const auto& [from, to] = model.stretches()[i];
      if (from < kFirst || to > kLast || (i % kFewStretches != 0 && !near_change(model, from))) continue;
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
    for (const auto time : instants(model, 600)) {
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
    for (const auto received : instants(model, 60)) {
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
    const auto times = instants(model, 40);
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
  for (std::size_t i = 0; i < kZones.size(); ++i) {
    CAPTURE(kZones.at(i));
    const Calendar calendar(week({{{0, 1, 2, 3, 4, 5, 6}, {{0, 720}, {720, 1440}}}}), kZones.at(i));
    const auto& model = worlds().at(i)->model;  // of its midnights and changed clocks every calendar of a zone knows
    const auto is_open_at = [&](Time now) { return calendar.is_open(now - 1us) && calendar.is_open(now); };
    for (const auto& day : model.all_days()) CHECK_QUIETLY(is_open_at(day.last + std::chrono::minutes(1)));
    for (const auto change : model.changes()) {
      for (Time now = change - 26h; now < change + 26h; now += 15min) CHECK_QUIETLY(is_open_at(now));
    }
  }
}

TEST_CASE("business days and their closings are the model's") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    std::optional<std::chrono::sys_days> next;
    for (auto day = model.all_days().rbegin(); day != model.all_days().rend(); ++day) {
      if (day->date < kLast && (day->date.time_since_epoch().count() % 13 == 0 || near_change(model, day->last))) {
        CAPTURE(iso_date(day->date));
        CHECK_QUIETLY(calendar.is_business_day(day->date) == day->opens);
        CHECK_QUIETLY(calendar.closing_of(day->date) == (day->opens ? std::optional(day->closing()) : std::nullopt));
        CHECK_QUIETLY(calendar.next_business_day(day->date) == next);
      }
      if (day->opens) next = day->date;
    }
  });
}

TEST_CASE("open time between two moments is the model's") {
  everywhere([](const Calendar& calendar, const CalendarModel& model) {
    const auto times = instants(model, 25);
    for (std::size_t i = 0; i + 2 < times.size(); ++i) {
      const auto from = times[i];
      const auto to = std::min<Time>(times[i + 2], from + days(40));
      CAPTURE(where(calendar, from));
      const auto expected = std::chrono::floor<std::chrono::seconds>(model.open_time(from, to)).count();
      CHECK_QUIETLY(calendar.open_seconds(from, to) == expected);
      CHECK_QUIETLY(calendar.open_seconds(to, from) == 0);
    }
  });
}

/// A promise, and a wait that began before it fell due.
struct Wait {
  Span span;
  Time due;
  Time paused;
  Time again;
};

/// Waits of seconds, of hours and of weeks, from the receipt up to the due time.
std::vector<Wait> waits(const Calendar& calendar, const CalendarModel& model, std::size_t count) {
  std::mt19937_64 random(20260720);
  const auto below = [&](Time::duration most) {
    return std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(random));
  };
  std::vector<Wait> made;
  for (const auto received : instants(model, count)) {
    for (const auto& span : spans()) {
      const auto due = calendar.due(received, span);
      if (!due || *due <= received) continue;
      const auto paused = received + below(*due - received - 1us);
      constexpr std::array<Time::duration, 3> kMost{90s, 30h, days(45)};
      const auto again = paused + below(kMost[random() % kMost.size()]);
      if (again < kLast) made.push_back({span, *due, paused, again});
    }
  }
  return made;
}

template <class Check>
void every_wait(std::size_t count, Check check) {
  std::size_t seen = 0;
  everywhere([&](const Calendar& calendar, const CalendarModel& model) {
    for (const auto& wait : waits(calendar, model, count)) {
      CAPTURE(to_string(wait.span));
      CAPTURE(where(calendar, wait.due));
      CAPTURE(where(calendar, wait.paused));
      CAPTURE(where(calendar, wait.again));
      check(calendar, model, wait);
      ++seen;
    }
  });
  CHECK(seen > 3000);
}

TEST_CASE("a promise that waited falls due when the model says: never earlier, and never in a closed hour") {
  every_wait(20, [](const Calendar& calendar, const CalendarModel& model, const Wait& wait) {
    const auto due = calendar.resumed(wait.due, wait.span, wait.paused, wait.again);
    CHECK_QUIETLY(due == model.resumed(wait.due, wait.span, wait.paused, wait.again));
    if (!due) return;
    CHECK_QUIETLY(*due >= wait.due);
    if (in_business_time(wait.span)) CHECK_QUIETLY((calendar.is_open(*due) || calendar.is_open(*due - 1us)));
  });
}

std::int64_t closings(const CalendarModel& model, Time after, Time to) {
  return std::count_if(model.all_days().begin(), model.all_days().end(), [&](const CalendarModel::Day& day) {
    return day.opens && after < day.closing() && day.closing() <= to;
  });
}

TEST_CASE("after a wait as much is left as before it: open time, closings, hours") {
  every_wait(10, [](const Calendar& calendar, const CalendarModel& model, const Wait& wait) {
    const auto due = calendar.resumed(wait.due, wait.span, wait.paused, wait.again);
    if (!due) return;
    using Unit = Span::Unit;
    if (wait.span.unit == Unit::business_hours) {
      CHECK_QUIETLY(model.open_time(wait.paused, wait.due) == model.open_time(wait.again, *due));
    } else if (wait.span.unit == Unit::business_days) {
      CHECK_QUIETLY(closings(model, wait.paused, wait.due) == closings(model, wait.again, *due));
    } else if (wait.span.unit == Unit::hours || wait.span.unit == Unit::minutes) {
      CHECK_QUIETLY(wait.due - wait.paused == *due - wait.again);
    } else if (wait.span.unit == Unit::same_day) {
      CHECK_QUIETLY(closings(model, wait.again, *due) <= 1);
    }
  });
}

TEST_CASE("no wait, a wait that began too late, and one that passed while the office was closed change nothing") {
  every_wait(10, [](const Calendar& calendar, const CalendarModel& model, const Wait& wait) {
    CHECK_QUIETLY(calendar.resumed(wait.due, wait.span, wait.paused, wait.paused) == wait.due);
    CHECK_QUIETLY(calendar.resumed(wait.due, wait.span, wait.again, wait.paused) == wait.due);
    CHECK_QUIETLY(calendar.resumed(wait.due, wait.span, wait.due, wait.due + days(9)) == wait.due);
    if (!in_business_time(wait.span) || model.is_open(wait.paused)) return;
    const auto opening = model.next_opening(wait.paused);
    if (opening) CHECK_QUIETLY(calendar.resumed(wait.due, wait.span, wait.paused, *opening) == wait.due);
  });
}

TEST_CASE("who waits longer is not due earlier, and two waits in a row are one") {
  every_wait(10, [](const Calendar& calendar, const CalendarModel&, const Wait& wait) {
    const auto middle = wait.paused + (wait.again - wait.paused) / 3;
    const auto first = calendar.resumed(wait.due, wait.span, wait.paused, middle);
    const auto whole = calendar.resumed(wait.due, wait.span, wait.paused, wait.again);
    CHECK_QUIETLY(or_never(first) <= or_never(whole));
    // Days end with their last minute; a wait that ends in it has come too late for them.
    if (!first || *first <= middle) return;
    CHECK_QUIETLY(calendar.resumed(*first, wait.span, middle, wait.again) == whole);
  });
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
