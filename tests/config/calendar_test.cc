// Office hours and due dates over weekends, holidays, changed clocks and the calendar's end.
#include "config/calendar.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/quantity.h"
#include "config/text.h"

namespace docket {
namespace {

using namespace std::chrono_literals;

CalendarSettings town_hours() {
  CalendarSettings settings;
  for (unsigned day = 1; day <= 5; ++day) settings.hours[day] = {{510, 720}, {780, 990}};  // 08:30-12:00, 13:00-16:30
  settings.holidays = {2026y / 12 / 28, 2026y / 10 / 12};
  settings.yearly_holidays = {std::chrono::month{12} / 25, std::chrono::month{1} / 1};
  settings.special[2026y / 12 / 24] = {{510, 720}};
  settings.special[2026y / 12 / 29] = {};
  settings.special[2027y / 2 / 6] = {{600, 660}};  // a Saturday morning
  settings.until = 2027y / 12 / 31;
  return settings;
}

/// "2026-11-23 10:02" in the calendar's zone.
Time local(const Calendar& calendar, std::string_view text) {
  return calendar.at(parse_date(text.substr(0, 10)).value(), parse_clock_time(text.substr(11)).value());
}

std::string shown(const Calendar& calendar, std::optional<Time> time) {
  if (!time) return "none";
  const auto local = calendar.local(*time);
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(static_cast<int>(local.date.year())) + "-" + two(static_cast<unsigned>(local.date.month())) +
         "-" + two(static_cast<unsigned>(local.date.day())) + " " + two(static_cast<unsigned>(local.minute) / 60) +
         ":" + two(static_cast<unsigned>(local.minute) % 60);
}

TEST_CASE("when a promise falls due") {
  struct Case {
    std::string name;
    std::string received;
    std::string span;
    std::string due;
  };
  const std::vector<Case> cases{
      {"two business days from a Monday morning", "2026-11-23 10:02", "2 business days", "2026-11-25 16:30"},
      {"ten business days", "2026-11-23 10:02", "10 business days", "2026-12-07 16:30"},
      {"Friday evening counts from Monday's opening: day 1 is Tuesday", "2026-11-20 19:40", "1 business day",
       "2026-11-24 16:30"},
      {"before opening counts from that opening", "2026-11-23 06:00", "1 business day", "2026-11-24 16:30"},
      {"in the lunch break", "2026-11-23 12:30", "1 business day", "2026-11-24 16:30"},
      {"at the closing minute counts from the next day", "2026-11-23 16:30", "1 business day", "2026-11-25 16:30"},
      {"at the opening minute", "2026-11-23 08:30", "1 business day", "2026-11-24 16:30"},
      {"Saturday", "2026-11-21 11:00", "2 business days", "2026-11-25 16:30"},
      {"a Saturday that is open by exception", "2027-02-06 10:30", "1 business day", "2027-02-08 16:30"},
      {"that Saturday is a business day", "2027-02-04 10:00", "2 business days", "2027-02-06 11:00"},
      {"over a holiday", "2026-10-09 10:00", "1 business day", "2026-10-13 16:30"},
      {"a short day closes at noon", "2026-12-23 10:00", "1 business day", "2026-12-24 12:00"},
      {"Christmas, weekend, holiday, closed day", "2026-12-24 09:00", "1 business day", "2026-12-30 16:30"},
      {"over the year's end", "2026-12-30 10:00", "2 business days", "2027-01-04 16:30"},
      {"same day in office hours", "2026-11-23 10:02", "same day", "2026-11-23 16:30"},
      {"same day after closing is the next", "2026-11-23 18:00", "same day", "2026-11-24 16:30"},
      {"business hours within a day", "2026-11-23 10:00", "1 business hour", "2026-11-23 11:00"},
      {"business hours over lunch", "2026-11-23 11:00", "3 business hours", "2026-11-23 15:00"},
      {"business hours that end at noon", "2026-11-23 10:00", "2 business hours", "2026-11-23 12:00"},
      {"business hours over the weekend", "2026-11-20 16:00", "1 business hour", "2026-11-23 09:00"},
      {"business hours from outside hours", "2026-11-21 11:00", "4 business hours", "2026-11-23 13:30"},
      {"days end at the last minute", "2026-11-23 10:02", "30 days", "2026-12-23 23:59"},
      {"hours are hours", "2026-11-23 23:30", "2 hours", "2026-11-24 01:30"},
      {"days from outside hours", "2026-11-20 19:40", "5 days", "2026-11-28 23:59"},
      {"minutes", "2026-11-23 10:02", "45 minutes", "2026-11-23 10:47"},
      {"days over the end of summer time", "2026-10-30 10:00", "2 days", "2026-11-01 23:59"},
      {"hours over the end of summer time", "2026-10-31 23:00", "4 hours", "2026-11-01 02:00"},
      {"hours over the start of summer time", "2027-03-13 23:00", "4 hours", "2027-03-14 04:00"},
      {"business days over the start of summer time", "2027-03-12 10:00", "1 business day", "2027-03-15 16:30"},
      {"on the calendar's last day", "2027-12-30 10:00", "1 business day", "2027-12-31 16:30"},
      {"past the calendar's end nothing is promised", "2027-12-31 10:00", "1 business day", "none"},
      {"days past the end either", "2027-12-30 10:00", "2 days", "none"},
      {"a span nobody lives to see", "2026-11-23 10:00", "10000 business days", "none"},
  };
  const Calendar calendar(town_hours(), "America/Toronto");
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(calendar, calendar.due(local(calendar, c.received), parse_span(c.span).value())) == c.due);
  }
}

TEST_CASE("when a promise that waited falls due") {
  struct Case {
    std::string name;
    std::string span;
    std::string due;
    std::string paused;
    std::string again;
    std::string now_due;
  };
  // The week of Monday, November 23, 2026; offices are open from 08:30 to 12:00 and from 13:00 to 16:30.
  const std::vector<Case> cases{
      {"three closings are left on Monday, so three on Thursday", "2 business days", "2026-11-25 16:30",
       "2026-11-23 10:00", "2026-11-26 10:00", "2026-11-30 16:30"},
      {"a wait within a day takes no day", "2 business days", "2026-11-25 16:30", "2026-11-24 09:00",
       "2026-11-24 16:00", "2026-11-25 16:30"},
      {"over one closing it takes one", "2 business days", "2026-11-25 16:30", "2026-11-24 16:29", "2026-11-24 16:30",
       "2026-11-26 16:30"},
      {"over the weekend none", "1 business day", "2026-11-23 16:30", "2026-11-20 17:00", "2026-11-23 08:00",
       "2026-11-23 16:30"},
      {"a short day and holidays in between", "1 business day", "2026-12-24 12:00", "2026-12-24 09:00",
       "2026-12-26 09:00", "2026-12-30 16:30"},
      {"on the last day its closing is left", "2 business days", "2026-11-25 16:30", "2026-11-25 16:29",
       "2026-12-01 09:00", "2026-12-01 16:30"},
      {"on a day that opens no more than in the night", "2 business days", "2026-11-25 16:30", "2026-11-25 10:00",
       "2026-11-28 10:00", "2026-11-30 16:30"},
      {"open time over lunch", "3 business hours", "2026-11-23 15:00", "2026-11-23 11:30", "2026-11-24 16:00",
       "2026-11-25 10:30"},
      {"hours that end at noon end at noon again", "2 business hours", "2026-11-23 12:00", "2026-11-23 10:00",
       "2026-11-24 10:00", "2026-11-24 12:00"},
      {"waiting in the lunch break costs nothing", "3 business hours", "2026-11-23 15:00", "2026-11-23 12:00",
       "2026-11-23 13:00", "2026-11-23 15:00"},
      {"plain hours run through the night", "48 hours", "2026-11-25 10:00", "2026-11-23 20:00", "2026-11-24 03:30",
       "2026-11-25 17:30"},
      {"over the start of summer time", "4 hours", "2027-03-14 01:30", "2027-03-13 23:00", "2027-03-14 04:00",
       "2027-03-14 06:30"},
      {"days by the midnights that passed", "30 days", "2026-12-23 23:59", "2026-11-24 23:50", "2026-11-26 00:10",
       "2026-12-25 23:59"},
      {"days within a day", "30 days", "2026-12-23 23:59", "2026-11-24 00:00", "2026-11-24 23:59", "2026-12-23 23:59"},
      {"the same day becomes the day it goes on", "same day", "2026-11-23 16:30", "2026-11-23 10:00",
       "2026-11-25 10:00", "2026-11-25 16:30"},
      {"or the next business day", "same day", "2026-11-20 16:30", "2026-11-20 10:00", "2026-11-20 18:00",
       "2026-11-23 16:30"},
      {"what was over stays over", "2 business days", "2026-11-25 16:30", "2026-11-25 16:30", "2026-11-30 10:00",
       "2026-11-25 16:30"},
      {"no wait", "2 business days", "2026-11-25 16:30", "2026-11-24 10:00", "2026-11-24 10:00", "2026-11-25 16:30"},
      {"a clock set back", "2 business days", "2026-11-25 16:30", "2026-11-24 10:00", "2026-11-23 10:00",
       "2026-11-25 16:30"},
      {"on the calendar's last day", "1 business day", "2027-12-30 16:30", "2027-12-30 10:00", "2027-12-31 10:00",
       "2027-12-31 16:30"},
      {"past the calendar's end", "1 business day", "2027-12-30 16:30", "2027-12-30 10:00", "2027-12-31 17:00", "none"},
      {"days past the end", "2 days", "2027-12-30 23:59", "2027-12-29 10:00", "2027-12-31 10:00", "none"},
      {"a day that was set by hand", "2 business days", "2026-11-25 10:00", "2026-11-24 10:00", "2026-11-24 12:00",
       "2026-11-25 10:00"},
  };
  const Calendar calendar(town_hours(), "America/Toronto");
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto due = calendar.resumed(local(calendar, c.due), parse_span(c.span).value(), local(calendar, c.paused),
                                      local(calendar, c.again));
    CHECK(shown(calendar, due) == c.now_due);
  }
}

TEST_CASE("nobody works in a recess but on its special days; both its ends are inside") {
  auto settings = town_hours();
  settings.recess = {{2026y / 7 / 20, 2026y / 7 / 31}, {2026y / 12 / 22, 2027y / 1 / 4}};
  settings.special[2026y / 7 / 22] = {{600, 660}};
  const Calendar calendar(settings, "America/Toronto");
  struct Case {
    std::string at;
    std::string next;
    std::string due;  ///< of two business days
  };
  const std::vector<Case> cases{
      {"2026-07-17 16:00", "2026-07-17 16:00", "2026-08-03 16:30"},
      {"2026-07-20 10:00", "2026-07-22 10:00", "2026-08-04 16:30"},
      {"2026-07-22 10:30", "2026-07-22 10:30", "2026-08-04 16:30"},
      {"2026-07-31 16:29", "2026-08-03 08:30", "2026-08-05 16:30"},
      {"2026-12-21 10:00", "2026-12-21 10:00", "2027-01-05 16:30"},  // by the special 24th at noon
      {"2027-01-04 10:00", "2027-01-05 08:30", "2027-01-07 16:30"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.at);
    const auto at = local(calendar, c.at);
    CHECK(shown(calendar, calendar.next_opening(at)) == c.next);
    CHECK(shown(calendar, calendar.due(at, {2, Span::Unit::business_days})) == c.due);
  }
}

TEST_CASE("business days, their closings, and the open time between moments") {
  const Calendar calendar(town_hours(), "America/Toronto");
  CHECK(calendar.is_business_day(2026y / 12 / 24));
  CHECK(shown(calendar, calendar.closing_of(2026y / 12 / 24)) == "2026-12-24 12:00");
  CHECK_FALSE(calendar.is_business_day(2026y / 12 / 25));
  CHECK_FALSE(calendar.closing_of(2026y / 12 / 29));
  CHECK(calendar.next_business_day(2026y / 12 / 23) == 2026y / 12 / 24);
  CHECK(calendar.next_business_day(2026y / 12 / 24) == 2026y / 12 / 30);
  const auto seconds = [&](std::string_view from, std::string_view to) {
    return calendar.open_seconds(local(calendar, from), local(calendar, to));
  };
  CHECK(seconds("2026-11-23 00:00", "2026-11-24 00:00") == 7 * 3600);
  CHECK(seconds("2026-11-23 11:59", "2026-11-23 13:01") == 120);
  CHECK(seconds("2026-11-20 16:00", "2026-11-23 09:00") == 3600);
  CHECK(seconds("2026-11-21 09:00", "2026-11-22 20:00") == 0);
  CHECK(seconds("2026-11-24 10:00", "2026-11-23 10:00") == 0);
  const Calendar never({}, "UTC");
  CHECK_FALSE(never.next_business_day(2026y / 12 / 23));
  CHECK_FALSE(never.resumed(Time{}, {1, Span::Unit::business_days}, Time{} - 1h, Time{}));
}

TEST_CASE("a clerk's day: open, closed, next opening") {
  const Calendar calendar(town_hours(), "America/Toronto");
  struct Case {
    std::string at;
    bool open;
    std::string next;
  };
  const std::vector<Case> cases{
      {"2026-11-23 08:29", false, "2026-11-23 08:30"}, {"2026-11-23 08:30", true, "2026-11-23 08:30"},
      {"2026-11-23 11:59", true, "2026-11-23 11:59"},  {"2026-11-23 12:00", false, "2026-11-23 13:00"},
      {"2026-11-20 19:40", false, "2026-11-23 08:30"}, {"2026-12-24 13:30", false, "2026-12-30 08:30"},
      {"2027-02-06 10:00", true, "2027-02-06 10:00"},  {"2027-01-01 10:00", false, "2027-01-04 08:30"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.at);
    CHECK(calendar.is_open(local(calendar, c.at)) == c.open);
    CHECK(shown(calendar, calendar.next_opening(local(calendar, c.at))) == c.next);
  }
}

TEST_CASE("clocks that jump: the gap and the repeated hour") {
  const Calendar calendar(town_hours(), "America/Toronto");
  CHECK(rfc3339(calendar.at(2027y / 3 / 14, 150)) == "2027-03-14T07:00:00Z");  // 02:30 does not exist
  CHECK(rfc3339(calendar.at(2026y / 11 / 1, 90)) == "2026-11-01T05:30:00Z");   // 01:30 comes twice: the first
  const auto second = calendar.local(*parse_rfc3339("2026-11-01T06:30:00Z"));
  CHECK(second.minute == 90);
  CHECK(second.offset == -5h);
  CHECK(calendar.local(*parse_rfc3339("2026-11-01T05:30:00Z")).offset == -4h);
}

TEST_CASE("hours that lie in the gap of a changed clock open no office") {
  CalendarSettings settings;
  settings.hours[0] = {{125, 175}};  // Sundays 02:05 to 02:55
  const Calendar calendar(settings, "America/Toronto");
  CHECK(shown(calendar, calendar.next_opening(local(calendar, "2027-03-14 01:00"))) == "2027-03-21 02:05");
}

Time moment(std::string_view text) { return parse_rfc3339(text).value(); }

/// One stretch on each of the weekdays named.
CalendarSettings only(std::vector<std::pair<unsigned, OpenHours>> days) {
  CalendarSettings settings;
  for (const auto& [day, hours] : days) settings.hours[day] = {hours};
  return settings;
}

TEST_CASE("an hour that comes twice is open both times, and counts twice") {
  const Calendar calendar(only({{0, {30, 90}}, {1, {540, 1020}}}), "America/Toronto");  // Sundays 00:30-01:30
  struct Case {
    std::string at;
    bool open;
  };
  const std::vector<Case> cases{
      {"2026-11-01T04:29:59Z", false}, {"2026-11-01T04:30:00Z", true},   // 00:30 summer time
      {"2026-11-01T05:29:59Z", true},  {"2026-11-01T05:30:00Z", false},  // 01:30, the first
      {"2026-11-01T05:59:59Z", false}, {"2026-11-01T06:00:00Z", true},   // 01:00 comes again
      {"2026-11-01T06:29:59Z", true},  {"2026-11-01T06:30:00Z", false},  // 01:30, the second
  };
  for (const auto& c : cases) {
    CAPTURE(c.at);
    CHECK(calendar.is_open(moment(c.at)) == c.open);
  }
  CHECK(calendar.due(moment("2026-11-01T04:45:00Z"), {1, Span::Unit::business_hours}) ==
        moment("2026-11-01T06:15:00Z"));
  CHECK(calendar.due(moment("2026-11-01T04:45:00Z"), {1, Span::Unit::same_day}) == moment("2026-11-01T06:30:00Z"));
}

TEST_CASE("a Sunday whose only hours never come is closed and no business day") {
  const Calendar calendar(only({{0, {125, 175}}, {1, {540, 1020}}}), "America/Toronto");  // Sundays 02:05-02:55
  const auto saturday = moment("2027-03-13T12:00:00-05:00");
  CHECK(calendar.next_opening(saturday) == moment("2027-03-15T09:00:00-04:00"));
  CHECK(calendar.due(saturday, {1, Span::Unit::same_day}) == moment("2027-03-15T17:00:00-04:00"));
  CHECK(calendar.due(moment("2027-03-08T10:00:00-05:00"), {1, Span::Unit::business_days}) ==
        moment("2027-03-15T17:00:00-04:00"));
}

TEST_CASE("a day that loses or repeats its last hour ends on its own date") {
  const Calendar calendar(only({{6, {1200, 1440}}}), "America/Nuuk");  // Saturdays 20:00 to midnight
  const auto ends = [&](std::string_view received) {
    return shown(calendar, calendar.due(moment(received), {1, Span::Unit::same_day}).value());
  };
  CHECK(ends("2027-03-27T22:30:00Z") == "2027-03-27 22:59");
  CHECK(calendar.due(moment("2026-10-24T22:30:00Z"), {1, Span::Unit::same_day}) == moment("2026-10-25T01:59:00Z"));
  CHECK(ends("2026-10-24T22:30:00Z") == "2026-10-24 23:59");
  const auto in_days = calendar.due(moment("2027-03-20T22:30:00Z"), {7, Span::Unit::days});
  CHECK(shown(calendar, in_days.value()) == "2027-03-27 22:59");
}

TEST_CASE("who writes in the last minute before midnight is promised no moment that is over") {
  const Calendar calendar(only({{1, {480, 1440}}}), "UTC");
  CHECK(calendar.due(moment("2026-11-23T23:59:24Z"), {1, Span::Unit::same_day}) == moment("2026-11-23T23:59:24Z"));
}

TEST_CASE("an office open until midnight closes on its own day") {
  CalendarSettings settings;
  settings.hours[1] = {{480, 1440}};
  const Calendar calendar(settings, "America/Toronto");
  CHECK(shown(calendar, calendar.due(local(calendar, "2026-11-23 10:00"), {1, Span::Unit::same_day})) ==
        "2026-11-23 23:59");
  CHECK(calendar.is_open(local(calendar, "2026-11-23 23:59")));
}

TEST_CASE("offices that never open promise nothing in business time") {
  const Calendar calendar({}, "America/Toronto");
  const auto at = local(calendar, "2026-11-23 10:00");
  CHECK_FALSE(calendar.next_opening(at));
  CHECK_FALSE(calendar.due(at, {2, Span::Unit::business_days}));
  CHECK(shown(calendar, calendar.due(at, {2, Span::Unit::days})) == "2026-11-25 23:59");
}

TEST_CASE("zones: the local day is the town's, an unknown zone is refused") {
  const auto moment = *parse_rfc3339("2026-11-23T03:30:45Z");
  const Calendar toronto(town_hours(), "America/Toronto");
  CHECK(toronto.local(moment).date == 2026y / 11 / 22);
  CHECK(toronto.local(moment).weekday == std::chrono::Sunday);
  CHECK(toronto.local(moment).minute == 22 * 60 + 30);
  const Calendar johns(town_hours(), "America/St_Johns");
  CHECK(johns.local(moment).offset == -210min);
  for (const std::string name : {"America/Nowhere", "", "../../etc/passwd"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(Calendar(town_hours(), name), std::runtime_error);
  }
}

}  // namespace
}  // namespace docket
