// Alerts are repeated until someone accepts the case.
#include <nlohmann/json.hpp>

#include "fixture.h"

namespace docket::casebook_test {
namespace {

using std::chrono::minutes;

TEST_SUITE_BEGIN("alerts");

/// A case whose rule alerted the parks office.
std::string alerted(Desk& desk, const std::string& office = "roads", bool restricted = false) {
  Sketch sketch;
  sketch.office = office;
  auto recording = desk.recording(sketch);
  recording.decision.alert = {"parks"};
  recording.decision.restricted = restricted;
  return desk.take(recording).number;
}

int repeat_after(Desk& desk, minutes span) {
  desk.clock.advance(span);
  return desk.book->repeat_alerts(*desk.town).value();
}

TEST_CASE("a quarter of an hour after the letter, then every hour, until a clerk does something") {
  Desk desk;
  const auto number = alerted(desk);
  CHECK(repeat_after(desk, minutes{14}) == 0);
  CHECK(repeat_after(desk, minutes{1}) == 1);
  CHECK(repeat_after(desk, minutes{59}) == 0);
  CHECK(repeat_after(desk, minutes{1}) == 1);
  CHECK(repeat_after(desk, minutes{600}) == 1);  // after a night without power: once, not ten times
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice' AND case_id IS NULL") == "3");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox_texts WHERE facts LIKE '%" + number + "%' AND recipient = '" +
                      desk.town->offices.at("parks").address + "'") == "3");
  REQUIRE(desk.book->note(number, "called the fire service", "clerk"));
  CHECK(repeat_after(desk, minutes{60}) == 0);
  CHECK(desk.sql_text("SELECT count(*) FROM alerts") == "0");
}

TEST_CASE("a closed case reminds nobody, nor an office that went") {
  Desk desk;
  REQUIRE(desk.book->close(alerted(desk), "done", "clerk", desk.now()));
  alerted(desk);
  Town smaller = *desk.town;
  smaller.offices.erase("parks");
  desk.clock.advance(minutes{20});
  CHECK(desk.book->repeat_alerts(smaller).value() == 0);
  CHECK(repeat_after(desk, minutes{60}) == 0);
}

TEST_CASE("a restricted case reminds only the office that has it") {
  Desk desk;
  alerted(desk, "roads", true);
  CHECK(repeat_after(desk, minutes{20}) == 0);
  alerted(desk, "parks", true);
  CHECK(repeat_after(desk, minutes{20}) == 1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
