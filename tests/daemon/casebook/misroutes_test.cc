// "Not ours": where a case goes then, what is counted, and what the clerk gets to paste.
#include "daemon/casebook/actions.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook misroutes");

using std::optional;
using std::string;

/// An office's letter says so; the book is opened by hand, since only letters say it.
string say(Desk& desk, const string& number, const string& from, const optional<string>& to = {}) {
  desk.close();
  const auto keys = Keys::load(desk.options.data / "keys");
  REQUIRE(keys.has_value());
  string went;
  {
    sqlite::Connection db(desk.options.data / "docket.db", sqlite::Access::write, std::chrono::milliseconds{100});
    sqlite::Transaction transaction(db);
    const Writing writing{db, *keys, desk.options, &desk.calendar, desk.clock.now()};
    auto row = load_case(db, number.substr(3));
    REQUIRE(row.has_value());
    went = not_ours(writing, desk.now(), *row, from, to, {"office:" + from, "this is a tree"}, 0);
    transaction.commit();
  }
  desk.open();
  return went;
}

void with_clerk(Desk& desk) {
  auto town = std::make_shared<Town>(*desk.town);
  town->clerk_address = "clerk@town.example";
  desk.town = town;
}

string to_clerk(const Desk& desk) {
  return desk.sql_text(
      "SELECT json_extract(t.facts, '$.text') FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE "
      "t.recipient = 'clerk@town.example' ORDER BY o.id");
}

TEST_CASE("the office named gets the case, and the rule that misrouted is counted") {
  Desk desk;
  const string number = desk.take(Sketch{}).number;
  CHECK(say(desk, number, "roads", "parks") == "parks");
  const auto shown = desk.show(number);
  CHECK(shown["office"] == "parks");
  CHECK(desk.outgoing(number).find("forward parks answers") != string::npos);
  CHECK(desk.sql_text("SELECT office, gone_to, decided_by FROM misroutes") == "roads|parks|Roads");
  CHECK(desk.sql_text("SELECT who, detail FROM events WHERE what = 'not_ours'") == "office:roads|roads → parks");
  CHECK(
      desk.sql_text("SELECT json_extract(t.facts, '$.en.rerouted') FROM outbox o JOIN outbox_texts t ON t.outbox_id = "
                    "o.id WHERE o.kind = 'update'") == "1");
  CHECK(desk.sql_text(
            "SELECT count(*) FROM outbox WHERE kind = 'forward' AND office = 'roads' AND state = 'withheld'") == "0");
}

TEST_CASE("without a name it goes to the office written to, then the fallback, never back, then to the clerk") {
  Desk desk;
  Sketch sketch;
  sketch.office = "parks";
  const string number = desk.take(sketch).number;
  CHECK(say(desk, number, "parks") == "ward-2");
  CHECK(say(desk, number, "ward-2", "parks") == "roads");  // parks has said so before
  CHECK(say(desk, number, "roads") == "");
  const auto shown = desk.show(number);
  CHECK(shown["status"] == "review");
  CHECK(shown["office"].is_null());
  CHECK(desk.sql_text("SELECT review FROM cases") == "not ours: roads");
  CHECK(desk.sql_text("SELECT group_concat(decided_by) FROM misroutes") == "Roads,office:parks,office:ward-2");
  CHECK(desk.sql_text("SELECT group_concat(gone_to) FROM misroutes") == "ward-2,roads,review");
}

TEST_CASE("who acts for an office gets what is not another's") {
  Desk desk;
  auto town = std::make_shared<Town>(*desk.town);
  town->offices.at("ward-2").vacant = Vacancy{std::chrono::year{2026} / 11 / 1, "parks"};
  desk.town = town;
  CHECK(say(desk, desk.take(Sketch{}).number, "roads") == "parks");
}

TEST_CASE("an office that only has a copy gives that back, and nothing moves") {
  Desk desk;
  const string number = desk.take(Sketch{}).number;
  CHECK(say(desk, number, "ward-2") == "roads");
  const auto shown = desk.show(number);
  CHECK(shown["office"] == "roads");
  CHECK(shown["copies"].empty());
  CHECK(desk.sql_text("SELECT office, gone_to, decided_by FROM misroutes") == "ward-2|roads|address");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'update'") == "0");
}

TEST_CASE("the clerk gets the letter as an example for the rule, once an office") {
  Desk desk;
  with_clerk(desk);
  Recording recording = desk.recording(Sketch{});
  recording.letter.gist = "There is a \"hole\" in the tree.";
  const string number = desk.take(recording).number;
  REQUIRE(say(desk, number, "roads", "parks") == "parks");
  const string text = to_clerk(desk);
  CHECK(text.find("The rule \"Roads\" sent it there.") != string::npos);
  CHECK(text.find(R"(    examples:
      - {expect: no match, to: "ward2@town.example", subject: "Pothole", text: "There is a \"hole\" in the tree."})") !=
        string::npos);
  REQUIRE(desk.book->assign(number, "roads", "", "clerk", desk.now()));
  REQUIRE(say(desk, number, "roads", "ward-3") == "ward-3");
  CHECK(to_clerk(desk) == text);  // a person had sent it there, and the example was offered
}

TEST_CASE("what must not be quoted is not quoted to the clerk either") {
  const auto letter_of = [](const std::function<void(Recording&, Sketch&)>& change) {
    Desk desk;
    with_clerk(desk);
    Sketch sketch;
    Recording recording = desk.recording(sketch);
    change(recording, sketch);
    const string number = desk.take(recording).number;
    (void)say(desk, number, recording.decision.assign.value_or(""));
    const string text = to_clerk(desk);
    CHECK(text.find("Pothole") == string::npos);
    CHECK(text.find("docket case show " + number) != string::npos);
    return text;
  };
  letter_of([](Recording& recording, Sketch&) { recording.decision.quote = false; });
  letter_of([](Recording& recording, Sketch&) { recording.decision.restricted = true; });
  const string members = letter_of([](Recording& recording, Sketch&) { recording.decision.assign = "mayor"; });
  CHECK(members.find("--member-records --reason") != string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
