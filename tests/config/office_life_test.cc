// Who acts for an office that is away, vacant or no more.
#include "config/office_life.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/quantity.h"

namespace docket {
namespace {

using namespace std::chrono_literals;

Office office(const std::string& id) {
  Office made;
  made.id = id;
  return made;
}

/// a: away twice and vacant later; b: retired later, to c; c: away, to a, on days when a is away to c.
Town town() {
  Town town;
  for (const std::string id : {"a", "b", "c", "d"}) town.offices[id] = office(id);
  auto& a = town.offices["a"];
  a.away = {{2026y / 7 / 1, 2026y / 7 / 14, "b"}, {2026y / 12 / 24, 2026y / 12 / 24, "c"}};
  a.vacant = Vacancy{2027y / 3 / 1, "b"};
  town.offices["b"].retired = Retirement{2027y / 6 / 1, "c"};
  town.offices["c"].away = {{2026y / 12 / 24, 2026y / 12 / 31, "a"}, {2027y / 7 / 1, 2027y / 7 / 31, "d"}};
  return town;
}

std::string shown(const ActingOffice& acting) {
  return acting.office + (acting.why == StandsIn::nobody ? "" : std::string(" ") + to_string(acting.why)) +
         (acting.until ? " until " + iso_date(*acting.until) : "");
}

TEST_CASE("who acts on a day") {
  struct Case {
    std::string name;
    std::string office;
    std::chrono::year_month_day day;
    std::string acting;
  };
  const std::vector<Case> cases{
      {"everybody is there", "a", 2026y / 6 / 30, "a"},
      {"the first day away", "a", 2026y / 7 / 1, "b away until 2026-07-14"},
      {"the last day away", "a", 2026y / 7 / 14, "b away until 2026-07-14"},
      {"back again", "a", 2026y / 7 / 15, "a"},
      {"two are away for each other: it stays with the one that was asked to stand in", "a", 2026y / 12 / 24,
       "c away until 2026-12-24"},
      {"and the other way round", "c", 2026y / 12 / 24, "a away until 2026-12-31"},
      {"the day before it is vacant", "a", 2027y / 2 / 28, "a"},
      {"vacant", "a", 2027y / 3 / 1, "b vacant"},
      {"vacant for good", "a", 2027y / 5 / 31, "b vacant"},
      {"vacant, and the acting office is retired: the reason is that of the one asked for", "a", 2027y / 6 / 1,
       "c vacant"},
      {"vacant, the acting one retired, its successor away", "a", 2027y / 7 / 10, "d vacant"},
      {"retired", "b", 2027y / 6 / 1, "c retired"},
      {"away, behind a retired one: the day is of no use to who asks for that", "b", 2027y / 7 / 10, "d retired"},
      {"an office that the town does not know", "z", 2027y / 7 / 10, "z"},
  };
  const auto in = town();
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(acting_office(in, c.office, c.day)) == c.acting);
  }
}

TEST_CASE("retired goes before vacant, vacant before away") {
  Office all = office("a");
  all.away = {{2026y / 1 / 1, 2026y / 12 / 31, "deputy"}};
  CHECK(shown(stand_in(all, 2026y / 5 / 1)) == "deputy away until 2026-12-31");
  all.vacant = Vacancy{2026y / 5 / 1, "acting"};
  CHECK(shown(stand_in(all, 2026y / 5 / 1)) == "acting vacant");
  all.retired = Retirement{2026y / 5 / 1, "successor"};
  CHECK(shown(stand_in(all, 2026y / 5 / 1)) == "successor retired");
  CHECK(shown(stand_in(all, 2026y / 4 / 30)) == "deputy away until 2026-12-31");
}

}  // namespace
}  // namespace docket
