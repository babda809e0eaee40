// Waiting for the resident, another day, cases that belong together.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook actions");

constexpr std::chrono::year_month_day kNextWeek = std::chrono::year{2026} / 12 / 3;
constexpr std::chrono::year_month_day kSunday = std::chrono::year{2026} / 11 / 29;
constexpr std::chrono::year_month_day kYesterday = std::chrono::year{2026} / 11 / 24;

Sketch reply_to(Desk& desk, const std::string& number) {
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  return reply;
}

TEST_CASE("another day is promised until its closing time, with a reason") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  CHECK(desk.book->extend(number, kNextWeek, " ", "clerk", desk.now()).error().exit_code == 2);
  CHECK(desk.book->extend(number, kSunday, "parts", "clerk", desk.now()).error().exit_code == 2);
  CHECK(desk.book->extend(number, kYesterday, "parts", "clerk", desk.now()).error().exit_code == 2);
  REQUIRE(desk.book->extend(number, kNextWeek, "parts are late", "clerk", desk.now()));
  const auto shown = desk.show(number);
  CHECK(shown["due"] == "2026-12-03T21:30:00Z");
  CHECK(desk.sql_text("SELECT what || ' ' || detail FROM events WHERE what = 'extended'") == "extended 2026-12-03");
  CHECK(shown["timeline"][5]["detail"] == "2026-12-03: parts are late");
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  CHECK(desk.book->extend(number, kNextWeek, "parts", "clerk", desk.now()).error().exit_code == 1);
}

TEST_CASE("a paused case waits until the resident writes, not an office") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  CHECK(desk.book->pause(number, kNextWeek, "", "clerk", desk.now()).error().exit_code == 2);
  CHECK(desk.book->pause(number, kYesterday, "which house?", "clerk", desk.now()).error().exit_code == 2);
  CHECK(desk.book->resume(number, "", "clerk", desk.now()).error().exit_code == 1);
  REQUIRE(desk.book->pause(number, kNextWeek, "which house?", "clerk", desk.now()));
  CHECK(desk.show(number)["status"] == "waiting");
  CHECK(desk.book->pause(number, kNextWeek, "again", "clerk", desk.now()).error().exit_code == 1);
  Sketch office = reply_to(desk, number);
  office.from = "roads@offices.example";
  desk.take(office);
  CHECK(desk.show(number)["status"] == "waiting");
  desk.take(reply_to(desk, number));
  CHECK(desk.show(number)["status"] == "open");
  CHECK(desk.sql_text("SELECT who FROM events WHERE what = 'resumed'") == "resident");
  REQUIRE(desk.book->pause(number, kNextWeek, "and now?", "clerk", desk.now()));
  REQUIRE(desk.book->resume(number, "found it", "clerk", desk.now()));
  CHECK(desk.show(number)["status"] == "open");
}

TEST_CASE("another office does not wait for what the first one asked") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->pause(number, kNextWeek, "which house?", "clerk", desk.now()));
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  CHECK(desk.show(number)["status"] == "open");
  CHECK(desk.sql_text("SELECT count(*) FROM cases WHERE paused IS NOT NULL") == "0");
}

TEST_CASE("what the law sets never pauses") {
  Desk desk;
  Recording recording = desk.recording(Sketch{});
  recording.promise.standard.statutory = true;
  const std::string number = desk.take(recording).number;
  const auto refused = desk.book->pause(number, kNextWeek, "which house?", "clerk", desk.now());
  CHECK(refused.error().exit_code == 1);
  CHECK(refused.error().text.find("set by law") != std::string::npos);
  CHECK(desk.words(number).find("paused") == std::string::npos);
}

TEST_CASE("linked cases show each other") {
  Desk desk;
  const std::string one = desk.take(Sketch{}).number;
  const std::string other = desk.take(Sketch{}).number;
  CHECK(desk.book->link(one, one, "clerk").error().exit_code == 2);
  CHECK(desk.book->link(one, "EX-2026-000099-1", "clerk").error().exit_code == 1);
  REQUIRE(desk.book->link(one, other, "clerk"));
  CHECK(desk.book->link(other, one, "clerk").error().exit_code == 1);
  CHECK(desk.show(one)["linked"] == nlohmann::json{other});
  CHECK(desk.show(other)["linked"] == nlohmann::json{one});
  CHECK(desk.show(one)["timeline"].back()["detail"] == other);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
