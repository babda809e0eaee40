// What residents hear by themselves: when, how often, and when not.
#include "daemon/casebook/news.h"

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook news");

using std::chrono::hours;
using std::chrono::minutes;

/// The updates of a case, oldest first: "update", "closed".
std::string updates(Desk& desk, const std::string& number) {
  std::string templates;
  const auto shown = desk.show(number);
  for (const auto& row : shown["outbox"]) {
    if (row["kind"] != "update") continue;
    const auto whole = desk.reader().outbox_show(row["id"].get<std::string>(), *desk.town, true);
    templates += (templates.empty() ? "" : " ") + (*whole)["template"].get<std::string>();
  }
  return templates;
}

nlohmann::json last_facts(Desk& desk) {
  return nlohmann::json::parse(
      desk.sql_text("SELECT t.facts FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'update' "
                    "ORDER BY o.id DESC LIMIT 1"));
}

int tell(Desk& desk) {
  const auto told = desk.book->tell_news(desk.now());
  REQUIRE(told.has_value());
  return *told;
}

void change_office(Desk& desk, const std::string& id, const Updates& updates) {
  auto town = std::make_shared<Town>(*desk.town);
  town->offices.at(id).updates = updates;
  desk.town = town;
}

TEST_CASE(
    "in office hours news is told at once, in answer to the resident's newest letter, as the address written to") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch more;
  more.message_id = "<newest@example.org>";
  more.in_reply_to = {desk.message_id(number, "acknowledgement")};
  desk.take(more);
  desk.send_all();
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  CHECK(updates(desk, number) == "update");
  const auto rows = desk.claim();
  const auto found = std::find_if(rows.begin(), rows.end(), [](const OutboxRow& row) { return row.kind == "update"; });
  REQUIRE(found != rows.end());
  CHECK(found->to == "ana@example.org");
  CHECK(found->from == "ward2@town.example");
  CHECK(found->in_reply_to == std::vector<std::string>{"<newest@example.org>"});
  CHECK(found->languages == std::vector<std::string>{"en"});
  CHECK(last_facts(desk)["en"]["assigned"] == true);
}

TEST_CASE("what is news within a day is one letter, a day after the last one and never at night or on a weekend") {
  Desk desk;
  desk.clock.set("2026-11-26T20:00:00Z");  // Thursday, 15:00
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  CHECK(updates(desk, number) == "update");
  desk.clock.advance(hours{2});  // closed for the day
  REQUIRE(desk.book->extend(number, std::chrono::year{2026} / 12 / 10, "parts", "clerk", desk.now()));
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  REQUIRE(desk.book->reopen(number, "", "clerk", desk.now()));
  REQUIRE(desk.book->assign(number, "roads", "", "clerk", desk.now()));
  CHECK(updates(desk, number) == "update");
  for (int quarter = 0; quarter < 4 * 22; ++quarter) {  // until Friday, 15:00: a day after the last
    CHECK(tell(desk) == 0);
    desk.clock.advance(minutes{15});
  }
  CHECK(tell(desk) == 1);
  CHECK(updates(desk, number) == "update update");
  const auto facts = last_facts(desk)["en"];
  CHECK(facts["assigned"] == true);
  CHECK(facts["extended"] == true);
  CHECK_FALSE(facts.contains("closed_on"));
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  for (int hour = 0; hour < 65; ++hour) {  // over the weekend to Monday, 08:00
    CHECK(tell(desk) == 0);
    desk.clock.advance(hours{1});
  }
  desk.clock.advance(minutes{30});
  CHECK(tell(desk) == 1);
  CHECK(updates(desk, number) == "update update closed");
  CHECK(tell(desk) == 0);
}

/// As an office's letter does it, within its commit.
void say_with_a_person(Desk& desk, const std::string& number, News what) {
  desk.close();
  const auto keys = Keys::load(desk.options.data / "keys");
  REQUIRE(keys.has_value());
  {
    sqlite::Connection db(desk.options.data / "docket.db", sqlite::Access::write, std::chrono::milliseconds{100});
    sqlite::Transaction transaction(db);
    const Writing writing{db, *keys, desk.options, &desk.calendar, desk.clock.now()};
    const auto row = load_case(db, number.substr(3));
    REQUIRE(row.has_value());
    tell_resident(writing, desk.now(), *row, what, true);
    transaction.commit();
  }
  desk.open();
}

TEST_CASE("news that goes with what a person wrote does not wait a day, but it waits for the morning") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  REQUIRE(desk.book->assign(number, "roads", "", "clerk", desk.now()));
  CHECK(updates(desk, number) == "update");
  say_with_a_person(desk, number, News::extended);
  CHECK(updates(desk, number) == "update update");  // with what waited
  CHECK(desk.dump("news").empty());
  desk.clock.set("2026-11-26T02:00:00Z");
  say_with_a_person(desk, number, News::extended);
  CHECK(tell(desk) == 0);
  desk.clock.set("2026-11-26T13:30:00Z");
  CHECK(tell(desk) == 1);
}

TEST_CASE("after a night without a daemon news waits for the next opening") {
  Desk desk;
  desk.clock.set("2026-11-26T23:00:00Z");
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  desk.clock.set("2026-11-28T15:00:00Z");  // Saturday: the daemon was down on Friday
  CHECK(tell(desk) == 0);
  desk.clock.set("2026-11-30T13:31:00Z");
  CHECK(tell(desk) == 1);
}

TEST_CASE("a case that was opened again before anyone heard that it closed is not told as closed") {
  Desk desk;
  desk.clock.set("2026-11-26T23:00:00Z");
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  REQUIRE(desk.book->reopen(number, "", "clerk", desk.now()));
  desk.clock.set("2026-11-27T15:00:00Z");
  CHECK(tell(desk) == 0);
  CHECK(updates(desk, number).empty());
}

TEST_CASE("each office may keep a kind of news to itself") {
  Desk desk;
  Updates quiet;
  quiet.closed = false;
  change_office(desk, "roads", quiet);
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  CHECK(updates(desk, number).empty());
  REQUIRE(desk.book->reopen(number, "", "clerk", desk.now()));
  REQUIRE(desk.book->extend(number, std::chrono::year{2026} / 12 / 10, "parts", "clerk", desk.now()));
  CHECK(updates(desk, number) == "update");
}

TEST_CASE("who was not acknowledged hears no news") {
  Desk desk;
  Sketch unproven;
  unproven.withheld = Withheld::unproven;
  const std::string number = desk.take(unproven).number;
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  desk.clock.advance(hours{48});
  CHECK(tell(desk) == 0);
  CHECK(updates(desk, number).empty());
  CHECK(desk.dump("news").empty());
}

TEST_CASE("letters from before the first start and those of a shadow bring no news") {
  Desk shadow(Mode::shadow);
  const std::string number = shadow.take(Sketch{}).number;
  REQUIRE(shadow.book->close(number, "", "clerk", shadow.now()));
  CHECK(updates(shadow, number).empty());
  CHECK(shadow.dump("news").empty());

  Desk desk;
  Recording old = desk.recording(Sketch{});
  old.import_closed = true;
  const std::string imported = desk.take(old).number;
  REQUIRE(desk.book->reopen(imported, "", "clerk", desk.now()));
  REQUIRE(desk.book->close(imported, "", "clerk", desk.now()));
  CHECK(updates(desk, imported).empty());
}

TEST_CASE("the closing that is asked about stands in the letter, and nothing that a row must not hold") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  const auto facts = last_facts(desk);
  CHECK(facts["closing"] == desk.sql_text("SELECT public FROM closings"));
  CHECK(facts["en"]["closed_on"] == "Wednesday, November 25");
  CHECK(facts.dump().find("k1.") == std::string::npos);  // no token
  CHECK(desk.show(number)["timeline"].back()["detail"] == "closed (en)");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
