// An office that has open cases must not vanish from town.yaml.
#include "daemon/lost_offices.h"

#include <doctest/doctest.h>

namespace docket {

TEST_CASE("an office that is gone with open cases is an error at `offices:`, with the way out") {
  Problems problems;
  const TextFile town{"town.yaml", "version: 1\nclerk: {address: a@b.example}\noffices:\n  roads: {}\n"};
  CHECK(add_lost_offices({}, town, problems) == 0);
  CHECK(problems.empty());
  CHECK(add_lost_offices({{"parks", 1}, {"ward-2", 12}}, town, problems) == 2);
  REQUIRE(problems.size() == 2);
  CHECK(to_string(problems[0]).starts_with("town.yaml:3:1: error: the office 'parks' has 1 open case\n"));
  CHECK(to_string(problems[1]).starts_with("town.yaml:3:1: error: the office 'ward-2' has 12 open cases\n"));
  CHECK(problems[1].hint.find("retired: {on: DAY, to: OFFICE}") != std::string::npos);
  CHECK(has_errors(problems));
}

}  // namespace docket
