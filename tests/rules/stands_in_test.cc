// Letters for offices that are away, vacant or no more: who gets them, and what is told of it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "rules/decision_json.h"
#include "rules/examples.h"
#include "world.h"

namespace docket {
namespace {

using namespace std::chrono_literals;
using testing::sketch;

/// In November 2026 ward-2 is away (the mayor acts), parks is vacant (roads acts), bylaw has become part of parks.
Town town() {
  Town town = testing::town();
  town.offices["ward-2"].away = {{2026y / 11 / 20, 2026y / 11 / 27, "mayor"}};
  town.offices["parks"].vacant = Vacancy{2026y / 11 / 1, "roads"};
  town.offices["bylaw"].retired = Retirement{2026y / 11 / 1, "parks"};
  return town;
}

/// "office: acting why" of each that another one acts for.
std::string told(const Decision& decision) {
  std::string text;
  for (const auto& one : decision.stands_in) {
    text += (text.empty() ? "" : ", ") + one.office + ": " + one.acting + " " + to_string(one.why);
  }
  return text;
}

struct Row {
  const char* name;
  const char* letter;
  const char* decided;
  const char* told;
};

void check(const char* yaml, const std::vector<Row>& rows) {
  const auto set = testing::rules(yaml);
  const auto in = town();
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto decision = route(sketch(row.letter), {*set, in, testing::calendar()});
    CHECK(testing::describe(decision) == std::string(row.decided));
    CHECK(told(decision) == row.told);
  }
}

TEST_CASE("a letter to an office that is not there goes to who acts, on the day of receipt by the town's clocks") {
  check("", {
                {"the day before", "{to: ward2@town.example, at: \"2026-11-19 23:59\"}", "ward-2 (address)", ""},
                {"away", "{to: ward2@town.example, at: \"2026-11-20 00:00\"}", "mayor (address)", "ward-2: mayor away"},
                {"away, in UTC already the day after", "{to: ward2@town.example, at: \"2026-11-28T04:59:00Z\"}",
                 "mayor (address)", "ward-2: mayor away"},
                {"back", "{to: ward2@town.example, at: \"2026-11-28 00:00\"}", "ward-2 (address)", ""},
                {"both written to: no second copy",
                 "{to: [ward2@town.example, mayor@town.example], at: \"2026-11-23 10:00\"}", "mayor (address)",
                 "ward-2: mayor away"},
                {"the other one first", "{to: [roads@town.example, ward2@town.example], at: \"2026-11-23 10:00\"}",
                 "roads (address) copies mayor", "ward-2: mayor away"},
            });
}

TEST_CASE("rules keep what they decided; the office that acts gets the letter") {
  check(R"(
rules:
  - {rule: trees, when: {text: {word: tree}}, then: {assign: parks}}
  - {rule: noise, when: {text: {word: noise}}, then: {assign: bylaw, copy: [ward-2, parks, ward-1]}}
  - {rule: wires, when: {text: {word: wires}}, then: {alert: [bylaw, roads, ward-2]}}
  - {rule: secret, when: {text: {word: secret}}, then: {restrict: true}}
  - {rule: unclear, when: {text: {word: unclear}}, then: {review: who is it for, copy: parks}}
  - {rule: ads, when: {from: {ends: "@ads.example"}}, then: {ignore: ads, copy: parks}}
)",
        {
            {"assigned", "{text: tree, at: \"2026-11-23 10:00\"}", "roads (trees)", "parks: roads vacant"},
            {"through two offices, and copies that come to the same one", "{text: noise, at: \"2026-11-23 10:00\"}",
             "roads (noise) copies mayor,ward-1", "bylaw: roads retired, parks: roads vacant, ward-2: mayor away"},
            {"alerts reach who acts, once", "{text: wires, at: \"2026-11-23 10:00\"}",
             "front-desk (fallback) alert roads,mayor", "bylaw: roads retired, ward-2: mayor away"},
            {"restricted: the office written to is told of, copies that nobody gets are not",
             "{text: noise secret, to: ward2@town.example, at: \"2026-11-23 10:00\"}", "roads (noise) restricted",
             "bylaw: roads retired, ward-2: mayor away"},
            {"in review", "{text: unclear, at: \"2026-11-23 10:00\"}", "review who is it for (unclear) copies roads",
             "parks: roads vacant"},
            {"ignored", "{from: x@ads.example, to: ward1@town.example, at: \"2026-11-23 10:00\"}",
             "ignored ads (ads) withheld ignored", ""},
            {"before", "{text: noise, at: \"2026-10-31 10:00\"}", "bylaw (noise) copies parks,ward-1,ward-2", ""},
        });
}

TEST_CASE("the fallback may be away too, and a letter that joins a case is copied to who acts") {
  const auto set = testing::rules("rules: [{rule: R, when: {text: {word: tree}}, then: {copy: parks}}]");
  auto in = town();
  in.fallback = "parks";
  const Judging judging{*set, in, testing::calendar()};
  const auto letter = sketch("{to: ward2@town.example, text: tree, at: \"2026-11-23 10:00\"}");
  CHECK(testing::describe(route(sketch("{at: \"2026-11-23 10:00\"}"), judging)) == "roads (fallback)");
  const auto joining = route_addition(letter, judging);
  CHECK(testing::describe(joining) == "nobody () copies mayor,roads");
  CHECK(told(joining) == "parks: roads vacant, ward-2: mayor away");
}

TEST_CASE("the address written to is that of the office that acts, whoever it was for") {
  const auto set = testing::rules("rules: [{rule: R, when: {text: {word: tree}}, then: {assign: parks}}]");
  const auto in = town();
  const auto decide = [&](const char* letter) { return route(sketch(letter), {*set, in, testing::calendar()}); };
  const auto away = decide("{to: ward2@town.example, at: \"2026-11-23 10:00\"}");
  CHECK(away.written_to == "ward2@town.example");
  CHECK(away.addressed == std::vector<std::string>{"mayor"});
  CHECK(away.stands_in.at(0).until == 2026y / 11 / 27);
  const auto tree = decide("{to: [ward2@town.example, roads@town.example], text: tree, at: \"2026-11-23 10:00\"}");
  CHECK(tree.written_to == "roads@town.example");
  REQUIRE(tree.copies.size() == 1);
  CHECK(tree.copies[0].office == "mayor");
  CHECK(tree.copies[0].address == "ward2@town.example");
  const auto value = to_json(tree);
  CHECK(value["assign"] == "roads");
  CHECK(value["stands_in"] == nlohmann::json::parse(R"([{"office": "parks", "acting": "roads", "why": "vacant"},
          {"office": "ward-2", "acting": "mayor", "why": "away", "until": "2026-11-27"}])"));
}

TEST_CASE("tests of rules hold while somebody is away: they may name the office, or who acts") {
  const auto set = testing::rules(R"(
rules:
  - {rule: noise, when: {text: {word: noise}}, then: {assign: bylaw, copy: [ward-2, parks], alert: ward-2}}
tests:
  - {letter: {text: noise, at: "2026-11-23 10:00"}, expect: {assign: bylaw, copies: [ward-2, parks], alert: ward-2}}
  - {letter: {text: noise, at: "2026-11-23 10:00"}, expect: {assign: roads, copies: mayor, alert: mayor}}
  - {letter: {text: noise, at: "2026-11-23 10:00"}, expect: {assign: ward-1}}
  - {letter: {text: noise, at: "2026-11-23 10:00"}, expect: {copies: [ward-2, front-desk]}}
)");
  const auto in = town();
  std::string passed;
  for (const auto& result : run_examples({*set, in, testing::calendar()})) passed += result.passed ? "+" : "-";
  CHECK(passed == "++--");
}

}  // namespace
}  // namespace docket
