#include "daemon/matters/places.h"
#include "rules/fold.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

using std::chrono::hours;

TEST_SUITE_BEGIN("casebook");

struct Street {
  Desk desk;
  Places places{{{"Maple Street", {}}, {"Oak Avenue", {}}}};
  int people = 0;

  Recorded take(const std::string& text, const std::string& office = "roads", std::string from = {}) {
    if (from.empty()) from = "person" + std::to_string(++people) + "@example.org";
    Sketch sketch;
    sketch.from = from;
    sketch.subject = "A letter";
    sketch.text = text;
    sketch.office = office;
    auto recording = desk.recording(sketch);
    recording.places = places.named_in(recording.searchable.body);
    return desk.take(recording);
  }
  [[nodiscard]] nlohmann::json recurring() { return desk.reader().recurring(desk.clock.now(), *desk.town); }
  void take_three() {
    take("A deep pothole at 12 Maple Street burst my tire.");
    take("Maple St. has a pothole again; mind the tire!");
    take("The potholes of MAPLE STREET are a danger.");
  }
};

TEST_CASE("three people who tell one trouble of one street are a suggestion, with its words") {
  Street street;
  street.take_three();
  street.take("The lamp in front of 20 Maple Street is dark.");
  street.take("Pothole in Oak Avenue.");
  street.take("A pothole in Maple Street, it is yours I think.", "parks");
  const auto issues = street.recurring();
  REQUIRE(issues.size() == 1);
  CHECK(issues[0]["place"] == "Maple Street");
  CHECK(issues[0]["topic"] == "roads");
  CHECK(issues[0]["words"][0] == "pothole");
  CHECK(issues[0]["cases"].size() == 3);
  CHECK(issues[0]["state"] == "suggested");
  CHECK(issues[0]["first"] == "2026-11-25T15:00:00Z");
}

TEST_CASE("one person's letters, other troubles, members' cases, campaigns and last month are none") {
  Street street;
  for (int i = 0; i < 4; ++i) street.take("Pothole on Maple Street", "roads", "ana@example.org");
  street.take("Snow lies on Maple Street");
  street.take("The lamp in Maple Street flickers");
  for (int i = 0; i < 3; ++i) street.take("Noise every night in Maple Street", "mayor");
  for (int i = 0; i < 3; ++i) street.take("Flooded basement in Oak Avenue");
  street.desk.sql("UPDATE cases SET campaign = 1 WHERE id > 9");
  CHECK(street.recurring().empty());
  street.desk.sql("UPDATE cases SET campaign = NULL");
  CHECK(street.recurring().size() == 1);
  street.desk.clock.advance(hours(31 * 24));
  CHECK(street.recurring().empty());
}

TEST_CASE("a word that stands in many letters of the book is no topic") {
  Street street;
  for (int i = 0; i < 100; ++i) street.take("My garbage was left behind, number " + std::to_string(i));
  for (int i = 0; i < 3; ++i) street.take("Garbage in Maple Street");
  CHECK(street.recurring().empty());
}

TEST_CASE("a confirmed issue labels its cases and keeps its name while it grows") {
  Street street;
  street.take_three();
  const auto id = street.recurring()[0]["id"].get<std::string>();
  REQUIRE(street.desk.book->judge_recurring(id, true, "clerk", *street.desk.town).has_value());
  CHECK(street.recurring()[0]["state"] == "confirmed");
  CHECK(street.desk.sql_text("SELECT count(*) FROM case_labels WHERE label = 'recurring:" + id + "'") == "3");
  CHECK(street.desk.sql_text("SELECT who || ' ' || detail FROM events WHERE what = 'recurring' AND case_id IS NULL") ==
        "clerk " + id + " confirmed");
  for (int i = 0; i < 4; ++i) street.take("Burst tire, deep pothole, Maple Street");
  const auto grown = street.recurring();
  REQUIRE(grown.size() == 1);
  CHECK(grown[0]["id"] == id);
  CHECK(grown[0]["cases"].size() == 7);
  street.desk.clock.advance(hours(40 * 24));
  CHECK(street.recurring()[0]["cases"].size() == 3);  // the labelled ones
}

TEST_CASE("a dismissed issue is never suggested again, an unknown one is refused") {
  Street street;
  street.take_three();
  const auto id = street.recurring()[0]["id"].get<std::string>();
  REQUIRE(street.desk.book->judge_recurring(id, false, "clerk", *street.desk.town).has_value());
  for (int i = 0; i < 9; ++i) street.take("Another pothole, Maple Street");
  const auto issues = street.recurring();
  REQUIRE(issues.size() == 1);
  CHECK(issues[0]["state"] == "dismissed");
  CHECK(issues[0]["id"] == id);
  const auto refused = street.desk.book->judge_recurring("r-nothing", true, "clerk", *street.desk.town);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().exit_code == 1);
  CHECK(street.desk.dump("recurring").find("pothole") == std::string::npos);
  CHECK(street.desk.dump("events").find("Maple") == std::string::npos);
}

TEST_CASE("a resident who names the place only later is counted") {
  Street street;
  street.take("A pothole at 5 Maple Street");
  street.take("A pothole at 9 Maple Street");
  const auto opened = street.take("There is a pothole in front of my house");
  CHECK(street.recurring().empty());
  Sketch more;
  more.from = "person3@example.org";
  more.subject = "Re: " + opened.number;
  more.text = "I forgot: Maple Street.";
  auto recording = street.desk.recording(more);
  recording.inbound.joins = opened.number;
  recording.places = {"Maple Street"};
  CHECK(street.desk.take(recording).outcome == "addition");
  REQUIRE(street.recurring().size() == 1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
