// What becomes of the cases of an office that is away, vacant or no more.
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/timeline.h"

#include "daemon/casebook/timeline.h"
#include "tests/daemon/casebook/measured.h"

namespace docket::casebook_test {
namespace {

using std::chrono::year;

TEST_SUITE_BEGIN("office life");

int tend(Measured& town) {
  const auto moved = town.desk.book->tend_offices(town.now());
  REQUIRE(moved.has_value());
  return *moved;
}

std::string office_of(Measured& town, const std::string& number) { return town.row(number).office.value_or(""); }

void event(Measured& town, const std::string& number, const std::string& who, const std::string& what,
           const std::string& detail) {
  town.in_book([&](const Writing& writing) {
    const auto row = load_case(writing.db, number.substr(3)).value();
    append_event(writing.db, writing.now, {row.id, who, what, detail, ""});
  });
}

TEST_CASE("from the day an office is no more, its open cases are its successor's, each once") {
  Measured town;
  const std::string open = town.take(Sketch{}, answered_in(2)).number;
  const std::string closed = town.take(Sketch{}, answered_in(2)).number;
  town.in_book([&](const Writing& writing) {
    writing.db.run("UPDATE cases SET status = 'closed', closed = 1 WHERE short = ?", closed.substr(3));
  });
  town.town->offices["roads"].retired = Retirement{year(2026) / 11 / 26, "parks"};
  CHECK(tend(town) == 0);
  town.set("2026-11-26 00:06");
  CHECK(tend(town) == 1);
  CHECK(office_of(town, open) == "parks");
  CHECK(office_of(town, closed) == "roads");
  CHECK(town.desk.outgoing(open).find("forward parks answers") != std::string::npos);
  CHECK(tend(town) == 0);
}

TEST_CASE("a chain of offices that are no more leads to the one that works; whoever is away keeps the cases") {
  Measured town;
  const std::string number = town.take(Sketch{}, answered_in(2)).number;
  town.town->offices["roads"].away = {{year(2026) / 11 / 1, year(2026) / 12 / 1, "ward-3"}};
  CHECK(tend(town) == 0);
  CHECK(office_of(town, number) == "roads");
  town.town->offices["roads"].retired = Retirement{year(2026) / 11 / 1, "parks"};
  town.town->offices["parks"].vacant = Vacancy{year(2026) / 11 / 1, "ward-2"};
  town.town->offices["ward-2"].away = {{year(2026) / 11 / 1, year(2026) / 12 / 1, "ward-3"}};
  CHECK(tend(town) == 1);
  CHECK(office_of(town, number) == "ward-2");
}

TEST_CASE("who acts for a vacant member's office has its cases until the resident lets the next member have them") {
  Measured town;
  Sketch sketch;
  sketch.office = "mayor";
  const std::string agrees = town.take(sketch, answered_in(2)).number;
  const std::string silent = town.take(sketch, answered_in(2)).number;
  town.town->offices["mayor"].vacant = Vacancy{year(2026) / 11 / 25, "parks"};
  CHECK(tend(town) == 2);
  CHECK(office_of(town, agrees) == "parks");
  CHECK(town.desk.words(agrees).find("consent_wanted assigned") != std::string::npos);
  event(town, agrees, "resident", "consent", "mayor: yes");
  CHECK(tend(town) == 0);  // nobody holds the office yet
  town.town->offices["mayor"].vacant.reset();
  CHECK(tend(town) == 1);
  CHECK(office_of(town, agrees) == "mayor");
  CHECK(office_of(town, silent) == "parks");
  CHECK(tend(town) == 0);
}

TEST_CASE("a member's case is not given on by itself when the office is no more: its resident is asked once") {
  Measured town;
  Sketch sketch;
  sketch.office = "mayor";
  const std::string number = town.take(sketch, answered_in(2)).number;
  town.town->offices["mayor"].retired = Retirement{year(2026) / 11 / 25, "ward-3"};
  CHECK(tend(town) == 1);
  CHECK(tend(town) == 0);
  CHECK(office_of(town, number) == "mayor");
  town.set("2026-11-26 08:00");
  REQUIRE(town.desk.book->morning_list(town.now()).has_value());
  CHECK(town.text().find("OFFICE IS NO MORE") != std::string::npos);
  CHECK(town.text().find("Pothole") == std::string::npos);
  event(town, number, "resident", "consent", "ward-3: not yet");
  CHECK(tend(town) == 0);
  event(town, number, "resident", "consent", "ward-3: yes");
  CHECK(tend(town) == 1);
  CHECK(office_of(town, number) == "ward-3");
}

TEST_CASE("what a person decided after the resident agreed is not undone") {
  Measured town;
  Sketch sketch;
  sketch.office = "mayor";
  const std::string number = town.take(sketch, answered_in(2)).number;
  event(town, number, "resident", "consent", "ward-3: yes");
  REQUIRE(town.desk.book->assign(number, "roads", "", "clerk", town.now()));
  CHECK(tend(town) == 0);
  CHECK(office_of(town, number) == "roads");
}

TEST_CASE("what is added to a case while its office is away goes to the deputy too, once") {
  Measured town;
  const std::string number = town.take(Sketch{}, answered_in(2)).number;
  town.town->offices["roads"].away = {{year(2026) / 11 / 20, year(2026) / 12 / 1, "parks"}};
  Sketch more;
  more.subject = "about " + number;
  CHECK(town.desk.take(more).outcome == "addition");
  CHECK(town.desk.outgoing(number).find("forward roads addition, forward parks addition") != std::string::npos);
  town.desk.clock.set(*parse_rfc3339("2026-12-02T15:00:00Z"));
  town.desk.take(more);
  const std::string all = town.desk.outgoing(number);
  CHECK(all.find("forward parks") == all.rfind("forward parks"));
}

TEST_CASE("offices that a town does not name are known by their open cases") {
  Measured town;
  town.take(Sketch{}, answered_in(2));
  const std::string closed = town.take(Sketch{}, answered_in(2)).number;
  CHECK(town.desk.book->open_cases_without_office(*town.town).value().empty());
  Town less = *town.town;
  less.offices.erase("roads");
  CHECK(town.desk.book->open_cases_without_office(less).value() == std::map<std::string, int>{{"roads", 2}});
  town.in_book([&](const Writing& writing) { writing.db.run("UPDATE cases SET status = 'closed', closed = 1"); });
  CHECK(town.desk.book->open_cases_without_office(less).value().empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
