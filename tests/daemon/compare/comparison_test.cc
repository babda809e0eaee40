// When a change of rules is shown to a person before it is taken, and how it is told.
#include "daemon/compare/comparison.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace docket {
namespace {

Comparison changed(std::size_t letters, std::size_t differing) {
  Comparison comparison;
  comparison.letters = letters;
  comparison.differing.resize(differing);
  return comparison;
}

TEST_CASE("a person looks first at more than a tenth, at an office lost, at a letter newly ignored") {
  CHECK_FALSE(is_worth_asking(changed(0, 0)));
  CHECK_FALSE(is_worth_asking(changed(200, 20)));
  CHECK(is_worth_asking(changed(200, 21)));
  auto one = changed(200, 1);
  CHECK_FALSE(is_worth_asking(one));
  one.losing_addressed = 1;
  CHECK(is_worth_asking(one));
  one.losing_addressed = 0;
  one.newly_ignored = 1;
  CHECK(is_worth_asking(one));
}

TEST_CASE("a letter that was ignored has no case number") {
  auto comparison = changed(2, 2);
  comparison.differing[0].letter = {"i-1", "EX-2026-000001-5", "case"};
  comparison.differing[1].letter = {"i-2", "", "ignored"};
  comparison.moves[{"ignored", "roads"}] = 1;
  const auto value = to_json(comparison, Town{});
  CHECK(value["differ"] == 2);
  CHECK(value["cases"][0]["case"] == "EX-2026-000001-5");
  CHECK(value["cases"][1]["case"].is_null());
  CHECK(value["cases"][1]["inbound"] == "i-2");
  CHECK(value["moves"][0] == nlohmann::json{{"before", "ignored"}, {"after", "roads"}, {"letters", 1}});
}

}  // namespace
}  // namespace docket
