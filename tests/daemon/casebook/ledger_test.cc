// The sum per source, and that it notices what is missing.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

using nlohmann::json;

TEST_SUITE_BEGIN("casebook ledger");

json ledger_of(Desk& desk) { return desk.reader().ledger("council", std::nullopt, desk.calendar)[0]; }

/// Lists twelve, takes some in every way; the rest waits.
void fill(Desk& desk) {
  std::vector<std::string> keys;
  for (int i = 0; i < 12; ++i) keys.push_back("INBOX/1/" + std::to_string(i));
  REQUIRE(desk.book->list("council", keys)->size() == 12);
  REQUIRE(desk.book->mark("council", std::vector<std::string>{keys[0], keys[1]}, "before_start"));
  REQUIRE(desk.book->mark("council", std::vector<std::string>{keys[2]}, "vanished"));
  const auto take = [&](int at, Sketch sketch) {
    sketch.key = keys[static_cast<std::size_t>(at)];
    return desk.take(sketch);
  };
  Sketch twin;
  twin.letter_key = "same";
  const std::string number = take(3, twin).number;
  take(4, twin);
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  take(5, reply);
  Sketch ignored;
  ignored.ignored = "newsletter";
  take(6, ignored);
  Sketch quarantined;
  quarantined.quarantine = "too large";
  take(7, quarantined);
}

TEST_CASE("every listed delivery is in exactly one column, and what is done is not offered again") {
  Desk desk;
  fill(desk);
  CHECK(ledger_of(desk) == json{{"source", "council"},
                                {"seen", 12},
                                {"cases", 1},
                                {"additions", 1},
                                {"duplicates", 1},
                                {"ignored", 1},
                                {"quarantined", 1},
                                {"before_start", 2},
                                {"waiting", 4},
                                {"vanished", 1},
                                {"difference", 0}});
  std::vector<std::string> keys;
  for (int i = 0; i < 13; ++i) keys.push_back("INBOX/1/" + std::to_string(i));
  CHECK(*desk.book->list("council", keys) ==
        std::vector<std::string>{"INBOX/1/2", "INBOX/1/8", "INBOX/1/9", "INBOX/1/10", "INBOX/1/11", "INBOX/1/12"});
  CHECK(ledger_of(desk)["seen"] == 13);
}

TEST_CASE("the ledger is a check, not a sum: whatever is lost or doubled shows as a difference") {
  for (const char* harm :
       {"DELETE FROM seen WHERE delivery_key = 'INBOX/1/3'", "DELETE FROM octets WHERE inbound_id = 1",
        "UPDATE seen SET state = 'vanished' WHERE delivery_key = 'INBOX/1/4'",
        "PRAGMA foreign_keys = OFF; DELETE FROM cases"}) {
    CAPTURE(harm);
    Desk desk;
    fill(desk);
    desk.sql(harm);
    CHECK(ledger_of(desk)["difference"] != 0);
  }
}

TEST_CASE("the ledger of one day counts what was listed on that day of the town's calendar") {
  Desk desk;
  desk.clock.set("2026-11-26T04:59:00Z");
  desk.take(Sketch{});
  desk.clock.set("2026-11-26T05:01:00Z");
  desk.take(Sketch{});
  desk.take(Sketch{});
  const auto seen = [&](const char* day) { return desk.reader().ledger("council", day, desk.calendar)[0]["seen"]; };
  CHECK(seen("2026-11-25") == 1);
  CHECK(seen("2026-11-26") == 2);
  CHECK(seen("2026-11-27") == 0);
  CHECK(desk.reader().ledger("council", "2026-11-26", desk.calendar)[0]["difference"] == 0);
  CHECK(desk.reader().ledger("council", "not a day", desk.calendar).empty());
}

TEST_CASE("a source's first start is a whole second and never moves") {
  Desk desk;
  desk.clock.advance(std::chrono::microseconds{123});
  const Time first = desk.book->first_start("council").value();
  CHECK(first == parse_rfc3339("2026-11-25T15:00:00Z").value());
  desk.clock.advance(std::chrono::hours{1});
  CHECK(desk.book->first_start("council").value() == first);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
