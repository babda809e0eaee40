// Somebody is told when a letter of ours did not arrive; and a flood of acknowledgements to one domain is spread.
#include <algorithm>

#include "fixture.h"

namespace docket::casebook_test {
namespace {

using std::chrono::minutes;

TEST_SUITE_BEGIN("undelivered");

/// Ends every due row of that kind as refused for good, sends the others.
void refuse(Desk& desk, const std::string& kind) {
  for (const auto& row : desk.claim()) {
    desk.settle({row}, row.kind == kind ? SendResult::Kind::failed : SendResult::Kind::sent, "550 5.1.1 no such user");
  }
}

/// "address: subject" of every letter to staff, oldest first.
std::string staff_letters(Desk& desk) {
  return desk.sql_text(
      "SELECT coalesce(group_concat(t.recipient || ': ' || json_extract(t.facts, '$.subject'), '; '), '') "
      "FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice'");
}

TEST_CASE("of an acknowledgement the office that has the case is told, of a forward the clerk; each once") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  refuse(desk, "acknowledgement");
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 1);
  CHECK(staff_letters(desk) == desk.town->offices.at("roads").address + ": docket: " + number + " was not delivered");
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 0);
  CHECK(desk.show(number)["undelivered"] == 1);

  Desk other;
  const std::string second = other.take(Sketch{}).number;
  refuse(other, "forward");
  CHECK(other.book->tell_undelivered(*other.town).value() == 1);
  CHECK(staff_letters(other) == other.town->clerk_address + ": docket: 2 letters were not delivered");
  CHECK(other.sql_text("SELECT facts FROM outbox_texts ORDER BY outbox_id DESC LIMIT 1").find(second) !=
        std::string::npos);
}

TEST_CASE("many at once are one letter, and the next comes a quarter of an hour later") {
  Desk desk;
  for (int i = 0; i < 40; ++i) {
    Sketch sketch;
    sketch.from = "forged" + std::to_string(i) + "@victim.example";
    desk.take(sketch);
  }
  refuse(desk, "acknowledgement");
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 1);
  Sketch late;
  late.from = "late@victim.example";
  desk.take(late);
  refuse(desk, "acknowledgement");
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 0);
  desk.clock.advance(minutes{15});
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 1);
}

TEST_CASE("a letter to staff that fails is told to nobody: no circle") {
  Desk desk;
  desk.take(Sketch{});
  refuse(desk, "acknowledgement");
  REQUIRE(desk.book->tell_undelivered(*desk.town).value() == 1);
  refuse(desk, "notice");
  desk.clock.advance(minutes{60});
  CHECK(desk.book->tell_undelivered(*desk.town).value() == 0);
}

TEST_CASE("one domain gets half of what may go in a minute, the rest in those that follow; other domains go at once") {
  Desk desk;
  desk.book.reset();
  desk.options.limits.per_minute = 20;
  desk.open();
  const auto take = [&](int i, const std::string& domain) {
    Sketch sketch;
    sketch.from = "forged" + std::to_string(i) + "@" + domain;
    desk.take(sketch);
  };
  for (int i = 0; i < 35; ++i) take(i, "victim.example");
  take(0, "other.example");
  const auto acknowledgements = [&] {
    const auto rows = desk.claim();
    desk.settle(rows, SendResult::Kind::sent);
    return std::count_if(rows.begin(), rows.end(), [](const OutboxRow& row) { return row.kind == "acknowledgement"; });
  };
  CHECK(acknowledgements() == 11);
  CHECK(desk.reader().figures(desk.clock.now()).slowed == 15);  // more than a minute ahead
  desk.clock.advance(minutes{1});
  CHECK(acknowledgements() == 10);
  desk.clock.advance(minutes{1});
  CHECK(acknowledgements() == 10);
  CHECK(acknowledgements() == 0);
  desk.clock.advance(minutes{1});
  CHECK(acknowledgements() == 5);
  CHECK(desk.reader().figures(desk.clock.now()).slowed == 0);
}

TEST_CASE("answers to a domain wait for no minute that only a wrong clock has seen") {
  Desk desk;
  const auto now = desk.clock.now();
  const auto goes_at_once = [&](const std::string& from) {
    Sketch sketch;
    sketch.from = from;
    desk.take(sketch);
    const auto rows = desk.claim();
    desk.settle(rows, SendResult::Kind::sent);
    return std::any_of(rows.begin(), rows.end(), [](const OutboxRow& row) { return row.kind == "acknowledgement"; });
  };
  CHECK(goes_at_once("today@people.example"));
  desk.clock.set(now + std::chrono::hours{24 * 365});
  CHECK(goes_at_once("next-year@people.example"));
  desk.clock.set(now);
  CHECK(goes_at_once("today-again@people.example"));
  desk.clock.set(now - std::chrono::hours{24});
  CHECK(goes_at_once("yesterday@people.example"));
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
