// What is promised of a case: pauses, reminders, and the ladder of those who hear when it is late.
#include "daemon/casebook/clock.h"

#include "daemon/casebook/actions.h"
#include "tests/daemon/casebook/measured.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook clock");

std::string due_of(Measured& town, const std::string& number) {
  const auto due = next_due(town.row(number));
  return due ? rfc3339(*due) : "none";
}

void pause(Measured& town, const std::string& number, const std::string& until) {
  town.in_book([&](const Writing& writing) {
    auto row = load_case(writing.db, number.substr(3)).value();
    pause_case(writing, town.now(), row, parse_rfc3339(until).value(), {"clerk", "waits for a photo"});
  });
}

TEST_CASE("a pause ends on its day, and what was left of the promise is left again") {
  Measured town;
  // Day 1 is Thursday, day 2 Monday: Friday is a holiday.
  const std::string number = town.take(Sketch{}, answered_in(2)).number;
  CHECK(due_of(town, number) == "2026-11-30T21:30:00Z");
  town.set("2026-11-26 09:00");
  pause(town, number, "2026-12-01T05:00:00Z");
  town.set("2026-11-30 23:50");
  town.watch();
  CHECK(town.row(number).status == "waiting");
  town.set("2026-12-01 00:00");
  town.watch();
  CHECK(town.row(number).status == "open");
  // Two closings were left: Tuesday's and Wednesday's.
  CHECK(due_of(town, number) == "2026-12-02T21:30:00Z");
  CHECK(town.desk.words(number).ends_with("paused resumed"));
}

TEST_CASE("a pause that nobody ended in time counts until its own day, not until somebody looked") {
  Measured town;
  const std::string number = town.take(Sketch{}, answered_in(2)).number;
  town.set("2026-11-26 09:00");
  pause(town, number, "2026-12-01T05:00:00Z");
  town.set("2026-12-01 17:00");
  town.watch();
  CHECK(due_of(town, number) == "2026-12-02T21:30:00Z");
}

TEST_CASE("what the law promises does not wait, and a case that another office gets waits no more") {
  Measured town;
  Standard law = answered_in(2);
  law.statutory = true;
  const std::string number = town.take(Sketch{}, law).number;
  pause(town, number, "2026-12-01T05:00:00Z");
  town.set("2026-12-01 00:00");
  town.watch();
  CHECK(due_of(town, number) == "2026-11-30T21:30:00Z");

  const std::string other = town.take(Sketch{}, answered_in(2)).number;
  pause(town, other, "2026-12-08T05:00:00Z");
  town.town->offices["parks"].standard = answered_in(3);
  town.set("2026-12-01 10:00");
  town.in_book([&](const Writing& writing) {
    auto row = load_case(writing.db, other.substr(3)).value();
    assign_case(writing, town.now(), row, "parks", {"clerk", ""});
  });
  CHECK(town.row(other).status == "open");
  CHECK_FALSE(town.row(other).paused);
}

TEST_CASE("an office hears in the morning of a working day, once, of what is due by the next one or late") {
  Measured town;
  Sketch sketch;
  const std::string soon = town.take(sketch, answered_in(1)).number;
  sketch.subject = "Second\r\n#close all";
  const std::string later = town.take(sketch, answered_in(2)).number;
  sketch.office = "parks";
  sketch.subject = "Third";
  town.take(sketch, answered_in(9));
  town.set("2026-11-26 07:59");
  town.watch();
  CHECK(town.letters().empty());
  town.set("2026-11-26 08:00");
  town.watch();
  CHECK(town.letters() == "roads@offices.example: docket: 2 cases wait for Roads");
  CHECK(town.text().find(soon + " · 2026-11-26 · Pothole\n") != std::string::npos);
  CHECK(town.text().find(later + " · 2026-11-30 · Second  #close all\n") != std::string::npos);
  CHECK(town.desk.words(soon).ends_with("reminded"));
  town.desk.crash();
  town.desk.open();
  town.set("2026-11-26 12:00");
  town.watch();
  CHECK(town.letters().empty());
}

TEST_CASE("no reminder on a holiday, at a weekend, in the night, or when nothing waits") {
  Measured town;
  const std::string number = town.take(Sketch{}, answered_in(1)).number;
  for (const char* closed : {"2026-11-27 09:00", "2026-11-28 09:00", "2026-11-29 08:00", "2026-11-26 23:00"}) {
    CAPTURE(closed);
    town.set(closed);
    town.watch();
    CHECK(town.letters().empty());
  }
  town.set("2026-11-30 08:00");
  town.watch();
  CHECK(town.letters() == "roads@offices.example: docket: 1 case waits for Roads");
  CHECK(town.text().find("2026-11-26 · late / en retard · Pothole") != std::string::npos);
  town.in_book([&](const Writing& writing) {
    auto row = load_case(writing.db, number.substr(3)).value();
    first_answer(writing, row, "office:roads");
  });
  town.set("2026-12-01 08:00");
  town.watch();
  CHECK(town.letters().empty());
}

TEST_CASE("offices that answer residents themselves are not measured; a case that waits or is closed is not late") {
  Measured town;
  Sketch direct;
  direct.office = "ward-2";
  town.take(direct, answered_in(1));
  const std::string waits = town.take(Sketch{}, answered_in(1)).number;
  const std::string closed = town.take(Sketch{}, answered_in(1)).number;
  town.in_book([&](const Writing& writing) {
    auto row = load_case(writing.db, waits.substr(3)).value();
    pause_case(writing, town.now(), row, parse_rfc3339("2026-12-20T05:00:00Z").value(), {"clerk", ""});
    auto other = load_case(writing.db, closed.substr(3)).value();
    close_case(writing, town.now(), other, {"clerk", ""});
  });
  for (const char* day : {"2026-11-26 08:00", "2026-11-30 09:00", "2026-12-10 10:00"}) {
    town.set(day);
    town.watch();
  }
  CHECK(town.letters().empty());
}

TEST_CASE("words of a member's case and of a restricted one are in no reminder") {
  Measured town;
  town.town->offices["mayor"].replies = Replies::through;
  Sketch member;
  member.office = "mayor";
  town.take(member, answered_in(1));
  auto restricted = town.desk.recording(Sketch{});
  restricted.decision.restricted = true;
  restricted.promise = promise_of(answered_in(1), town.desk.clock.now(), *town.calendar);
  town.desk.take(restricted);
  town.set("2026-11-26 08:00");
  town.watch();
  CHECK(town.letters() ==
        "mayor@offices.example: docket: 1 case waits for mayor\n"
        "roads@offices.example: docket: 1 case waits for Roads");
  CHECK(town.desk.dump("outbox_texts").find("Pothole") == std::string::npos);
}

TEST_CASE("what is late goes up the ladder: each step once, in office hours, and anew under a new day") {
  Measured town;
  const std::string number = town.take(Sketch{}, answered_in(1)).number;  // due on Thursday at 16:30
  const auto at = [&](const char* local) {
    town.set(local);
    town.in_book([&](const Writing& writing) {  // the morning's reminder is another matter
      writing.db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('reminded', ?)",
                     std::string(local).substr(0, 10));
    });
    town.watch();
    return town.letters();
  };
  CHECK(at("2026-11-30 16:29").empty());  // Friday is a holiday
  CHECK(at("2026-11-30 16:30").empty());  // its moment, but the offices are closed
  CHECK(at("2026-12-01 08:29").empty());
  CHECK(at("2026-12-01 08:30") == "clerk@town.example: docket: 1 case is late");
  CHECK(town.text().find(number + " · Roads · 2026-11-26 · 1/2\n") != std::string::npos);
  CHECK(at("2026-12-01 08:40").empty());
  CHECK(at("2026-12-02 16:29").empty());
  CHECK(at("2026-12-03 08:30") == "parks@offices.example: docket: 1 case is late");
  CHECK(town.desk.words(number).ends_with("escalated escalated"));
  town.in_book([&](const Writing& writing) {
    auto row = load_case(writing.db, number.substr(3)).value();
    set_due(writing, row, parse_rfc3339("2026-12-03T21:30:00Z").value());
  });
  CHECK(at("2026-12-04 16:29").empty());
  CHECK(at("2026-12-07 08:30") == "clerk@town.example: docket: 1 case is late");
}

TEST_CASE("steps whose moments passed together are taken together, one letter a target for all cases") {
  Measured town;
  for (int i = 0; i < 3; ++i) town.take(Sketch{}, answered_in(1));
  town.set("2026-12-20 12:00");  // a Sunday, after a long stop
  town.watch();
  CHECK(town.letters().empty());
  town.set("2026-12-21 17:00");
  town.watch();
  CHECK(town.letters().empty());
  town.set("2026-12-22 08:30");
  town.watch();
  CHECK(town.letters() ==
        "roads@offices.example: docket: 3 cases wait for Roads\n"
        "clerk@town.example: docket: 3 cases are late\n"
        "parks@offices.example: docket: 3 cases are late");
}

TEST_CASE("a letter found late is due from its receipt: what is over already goes up the ladder at once") {
  Measured town;
  auto late = town.desk.recording(Sketch{});
  late.inbound.received = parse_rfc3339("2026-11-16T15:00:00Z").value();
  late.promise = promise_of(answered_in(1), late.inbound.received, *town.calendar);
  const std::string number = town.desk.take(late).number;
  CHECK(due_of(town, number) == "2026-11-17T21:30:00Z");
  town.watch();
  CHECK(town.letters() ==
        "roads@offices.example: docket: 1 case waits for Roads\n"
        "clerk@town.example: docket: 1 case is late\n"
        "parks@offices.example: docket: 1 case is late");
}

TEST_CASE("who stands in for an office hears in its place, and a shadow reminds nobody") {
  Measured town;
  town.town->offices["roads"].away = {{std::chrono::year(2026) / 11 / 20, std::chrono::year(2026) / 12 / 20, "parks"}};
  town.take(Sketch{}, answered_in(1));
  town.set("2026-11-26 08:00");
  town.watch();
  CHECK(town.letters() == "parks@offices.example: docket: 1 case waits for Roads");

  Measured shadow;
  shadow.desk.close();
  shadow.desk.options.mode = Mode::shadow;
  shadow.desk.open();
  shadow.take(Sketch{}, answered_in(1));
  shadow.set("2026-12-01 08:30");
  shadow.watch();
  CHECK(shadow.letters().empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
