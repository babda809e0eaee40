// What residents answer to signed links.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook closings");

std::string short_of(const std::string& number) { return number.substr(3); }

std::string token(const Desk& desk, const std::string& number, const std::string& made_for) {
  return desk.book->keys().token(short_of(number), Purpose::settled, made_for);
}

std::string newest_closing(const Desk& desk) {
  return desk.sql_text("SELECT public FROM closings ORDER BY id DESC LIMIT 1");
}

struct Closed {
  Closed() : number(desk.take(Sketch{}).number) {
    REQUIRE(desk.book->close(number, "repaired", "clerk", desk.now()));
    key = token(desk, number, newest_closing(desk));
  }
  [[nodiscard]] tl::expected<Asked, Refusal> say(const std::string& answer, const std::string& words = "") const {
    return desk.book->answer(key, answer, words, desk.now());
  }
  [[nodiscard]] std::string given() const {
    return desk.sql_text("SELECT answer FROM closings ORDER BY id DESC LIMIT 1");
  }
  [[nodiscard]] std::string told() const {
    return desk.sql_text(
        "SELECT t.recipient, t.facts FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice' "
        "ORDER BY o.id");
  }
  Desk desk;
  std::string number;
  std::string key;
};

TEST_CASE("looking at the question changes nothing") {
  Closed closed;
  const auto events = closed.desk.words(closed.number);
  const auto asked = closed.desk.reader().asked(closed.key, closed.desk.book->keys());
  REQUIRE(asked.has_value());
  CHECK(asked->kind == Asked::Kind::settled);
  CHECK(asked->number == closed.number);
  CHECK(asked->given.empty());
  CHECK(closed.desk.words(closed.number) == events);
}

TEST_CASE("yes is kept, twice is once, and the case stays closed") {
  Closed closed;
  REQUIRE(closed.say("yes", "thank you"));
  REQUIRE(closed.say("yes", "thank you"));
  REQUIRE(closed.say("yes"));
  CHECK(closed.given() == "yes");
  CHECK(closed.desk.show(closed.number)["status"] == "closed");
  CHECK(closed.desk.sql_text("SELECT count(*) FROM events WHERE what = 'settled'") == "1");
  CHECK(closed.desk.show(closed.number)["timeline"].back()["detail"] == "yes: thank you");
  CHECK(closed.told().empty());
}

TEST_CASE("not yet opens the case again, and its office hears the resident's words") {
  Closed closed;
  REQUIRE(closed.say("not yet", "It is still there."));
  REQUIRE(closed.say("not yet", "It is still there."));
  const auto shown = closed.desk.show(closed.number);
  CHECK(shown["status"] == "open");
  CHECK(closed.given() == "not yet");
  CHECK(closed.desk.words(closed.number).ends_with("settled reopened"));
  CHECK(closed.told().starts_with("roads@offices.example|"));
  CHECK(closed.told().find("It is still there.") != std::string::npos);
  CHECK(closed.told().find(closed.number) != std::string::npos);
  CHECK(closed.desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "1");
  CHECK(closed.desk.sql_text("SELECT detail FROM events WHERE what = 'settled'") == "not yet");  // no words there
}

TEST_CASE("a changed mind counts as long as nobody closed the case again") {
  Closed closed;
  REQUIRE(closed.say("yes"));
  REQUIRE(closed.say("not yet"));
  CHECK(closed.desk.show(closed.number)["status"] == "open");
  REQUIRE(closed.say("yes"));
  CHECK(closed.given() == "yes");
  CHECK(closed.desk.show(closed.number)["status"] == "open");  // a person has it now, and is told
  CHECK(closed.told().find("settled after all") != std::string::npos);
}

TEST_CASE("the question of an earlier closing is over, and so is one of a case that others opened again") {
  Closed closed;
  REQUIRE(closed.desk.book->reopen(closed.number, "", "clerk", closed.desk.now()));
  CHECK(closed.say("not yet").error().exit_code == 1);
  CHECK_FALSE(closed.desk.reader().asked(closed.key, closed.desk.book->keys()).has_value());
  REQUIRE(closed.desk.book->close(closed.number, "", "clerk", closed.desk.now()));
  CHECK(closed.say("yes").error().exit_code == 1);
  closed.key = token(closed.desk, closed.number, newest_closing(closed.desk));
  CHECK(closed.say("yes").has_value());
}

TEST_CASE("no other token answers, and no other answer counts") {
  Closed closed;
  const std::string another = closed.desk.take(Sketch{}).number;
  const auto& keys = closed.desk.book->keys();
  std::string altered = closed.key;
  altered.back() = altered.back() == 'a' ? 'b' : 'a';
  for (const std::string& forged :
       {std::string(), std::string("k1.x.d.y"), altered, keys.token(short_of(closed.number), Purpose::acknowledgement),
        keys.token(short_of(closed.number), Purpose::settled),
        keys.token(short_of(closed.number), Purpose::status, newest_closing(closed.desk)),
        token(closed.desk, another, newest_closing(closed.desk))}) {
    CAPTURE(forged);
    CHECK(closed.desk.book->answer(forged, "not yet", "", closed.desk.now()).error().exit_code == 1);
    CHECK_FALSE(closed.desk.reader().asked(forged, keys).has_value());
  }
  CHECK(closed.say("maybe").error().exit_code == 2);
  CHECK(closed.say("yes", std::string(2001, 'x')).error().exit_code == 2);
  CHECK(closed.desk.show(closed.number)["status"] == "closed");
}

TEST_CASE("whoever has the link cannot fill the timeline") {
  Closed closed;
  for (int i = 0; i < 50; ++i) (void)closed.say(i % 2 == 0 ? "yes" : "not yet");
  CHECK(closed.desk.sql_text("SELECT count(*) FROM events WHERE what = 'settled'") == "20");
  CHECK(closed.say("yes", "and one more thing").error().exit_code == 1);
}

TEST_CASE("a merged case's link answers for the one it goes on in") {
  Desk desk;
  const std::string from = desk.take(Sketch{}).number;
  const std::string into = desk.take(Sketch{}).number;
  REQUIRE(desk.book->merge(from, into, "", "clerk", desk.now(), false));
  REQUIRE(desk.book->close(into, "", "clerk", desk.now()));
  const auto answered = desk.book->answer(token(desk, from, newest_closing(desk)), "not yet", "", desk.now());
  REQUIRE(answered.has_value());
  CHECK(answered->number == from);
  CHECK(desk.show(into)["status"] == "open");
}

TEST_CASE("a ready answer that was enough closes the case without another question") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const std::string key = token(desk, number, "answer");
  CHECK(desk.reader().asked(key, desk.book->keys())->kind == Asked::Kind::answered);
  REQUIRE(desk.book->answer(key, "not yet", "", desk.now()));
  CHECK(desk.show(number)["status"] == "new");  // as it would be without a click
  REQUIRE(desk.book->answer(key, "yes", "", desk.now()));
  REQUIRE(desk.book->answer(key, "yes", "", desk.now()));
  CHECK(desk.show(number)["status"] == "closed");
  CHECK(desk.sql_text("SELECT count(*) FROM cases WHERE answered IS NOT NULL") == "1");
  CHECK(desk.sql_text("SELECT count(*) || answer FROM closings") == "1yes");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'update'") == "0");
  REQUIRE(desk.book->answer(key, "not yet", "I do need someone", desk.now()));
  CHECK(desk.show(number)["status"] == "open");
  CHECK(desk.sql_text("SELECT count(*) FROM cases WHERE answered IS NOT NULL") == "0");
  REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
  CHECK(desk.book->answer(key, "yes", "", desk.now()).error().exit_code == 1);  // a person has closed it
}

TEST_CASE("whether the next member may have the case is kept in the timeline") {
  Desk desk;
  Sketch to_mayor;
  to_mayor.to = "mayor@town.example";
  to_mayor.office = "mayor";
  const std::string number = desk.take(to_mayor).number;
  const std::string key = token(desk, number, "consent:mayor");
  CHECK_FALSE(desk.reader().asked(key, desk.book->keys()).has_value());  // nobody has asked
  auto town = std::make_shared<Town>(*desk.town);
  town->offices.at("mayor").vacant = Vacancy{std::chrono::year{2026} / 11 / 1, "parks"};
  desk.town = town;
  REQUIRE(desk.book->tend_offices(desk.now()) == 1);
  const auto asked = desk.reader().asked(key, desk.book->keys());
  REQUIRE(asked.has_value());
  CHECK(asked->kind == Asked::Kind::consent);
  CHECK(asked->office == "mayor");
  CHECK_FALSE(desk.reader().asked(token(desk, number, "consent:parks"), desk.book->keys()).has_value());
  REQUIRE(desk.book->answer(key, "yes", "", desk.now()));
  REQUIRE(desk.book->answer(key, "yes", "", desk.now()));
  CHECK(desk.sql_text("SELECT who || ' ' || detail FROM events WHERE what = 'consent'") == "resident mayor: yes");
  CHECK(desk.reader().asked(key, desk.book->keys())->given == "yes");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
