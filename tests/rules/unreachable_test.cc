// Rules that can never decide are told, and nothing is called so that could.
#include "rules/unreachable.h"

#include <doctest/doctest.h>

#include <memory>

#include "config/text.h"
#include "inventor.h"
#include "world.h"

namespace docket {
namespace {

/// What is told of rules that never decide.
std::string told_of(const std::string& yaml) {
  std::string told;
  const auto lints = testing::lints_of(yaml);
  for (const auto line : split(lints, '\n')) {
    if (line.find("never decides") != std::string_view::npos) told += (told.empty() ? "" : "\n") + std::string(line);
  }
  return told;
}

/// The same of two deciding rules A and B with these conditions.
std::string told(const std::string& a, const std::string& b, const std::string& more = "") {
  return told_of("version: 1\nrules:\n  - {rule: A, when: " + a + ", then: {assign: roads}}\n  - {rule: B, when: " + b +
                 ", then: {assign: parks}" + more + "}\n");
}

TEST_SUITE_BEGIN("unreachable");

TEST_CASE("a rule that another before it leaves nothing") {
  const std::string hidden =
      "a.yaml:4:5: warning: the rule 'B' never decides: 'A' (a.yaml:3) takes every letter that it could";
  const struct {
    std::string a;
    std::string b;
    bool told;
  } cases[] = {
      {"{subject: {word: road}}", "{subject: {word: road}}", true},
      {"{text: {word: road}}", "{subject: {word: [main road, road works]}}", true},
      {"{subject: {word: road}}", "{text: {word: road}}", false},
      {"{text: {word: [road, tree]}}", "{body: {word: tree}, from: {ends: \"@x.example\"}}", true},
      {"{text: {word: [road, tree]}}", "{body: {word: [tree, noise]}}", false},
      {"{text: {word: road*}}", "{text: {word: roads}}", true},
      {"{text: {word: roads}}", "{text: {word: road*}}", false},
      {"{subject: {contains: road}}", "{subject: {is: the road}}", true},
      {"{recipient: {ends: \"@town.example\"}}", "{recipient: {is: ward2@town.example}}", true},
      {"{recipient: {is: ward2@town.example}}", "{recipient: {ends: \"@town.example\"}}", false},
      {"{any: [{subject: {word: road}}, {spam: true}]}", "{subject: {word: road}}", true},
      {"{subject: {word: road}}", "{any: [{subject: {word: road}}, {subject: {word: tree}}]}", false},
      {"{subject: {word: road}, none: [{spam: true}]}", "{subject: {word: road}}", false},
      {"{subject: {word: road}, none: [{subject: {word: big tree}}]}",
       "{subject: {word: road}, none: [{subject: {word: tree}}]}", true},
      {"{subject: {word: road}, none: [{subject: {word: tree}}]}",
       "{subject: {word: road}, none: [{subject: {word: big tree}}]}", false},
      {"{subject: {word: road, exact: true}}", "{subject: {word: road}}", false},
      {"{subject: {regex: 'ro.d'}}", "{subject: {regex: 'ro.d'}}", true},
      {"{subject: {regex: '\\d+'}}", "{subject: {regex: '\\d+'}}", false},  // no letter is made up for it
      {"always", "{subject: {word: road}}", true},
  };
  for (const auto& c : cases) CHECK_MESSAGE(told(c.a, c.b) == (c.told ? hidden : ""), c.a << " / " << c.b);
}

TEST_CASE("precedence, dates and what only adds are considered") {
  CHECK(told("{subject: {word: road}}", "{subject: {word: road}}", ", precedence: 1") ==
        "a.yaml:3:5: warning: the rule 'A' never decides: 'B' (a.yaml:4) takes every letter that it could");
  CHECK(told_of("version: 1\nrules:\n  - {rule: A, when: {subject: {word: road}}, valid: {from: "
                "2026-12-24}, then: {assign: roads}}\n"
                "  - {rule: B, when: {subject: {word: road}}, then: {assign: parks}}\n") == "");
  CHECK(told_of("version: 1\nrules:\n  - {rule: A, when: {subject: {word: road}}, then: {label: x}}\n"
                "  - {rule: B, when: {subject: {word: road}}, then: {assign: parks}}\n") == "");
}

TEST_CASE(
    "1,000 rule sets, 300 letters: a hidden rule never matches without the one that hides it, and never decides") {
  testing::Inventor letters(2);
  std::vector<Letter> kept;
  for (int i = 0; i < 300; ++i) kept.push_back(testing::sketch(letters.letter()));
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const auto yaml = testing::Inventor(seed).rules();
    const auto set = testing::rules(yaml);
    const auto hidden = hidden_rules(set->compiled(), testing::town(), testing::calendar());
    found += hidden.size();
    if (hidden.empty()) continue;
    for (const auto& letter : kept) {
      const LetterView view(letter, testing::town(), testing::calendar(), letter.channel);
      const auto decided_by = route(letter, {*set, testing::town(), testing::calendar()}, Tracing::none).decided_by;
      for (const auto& [rule, by] : hidden) {
        if (decided_by == rule->name || (holds(rule->when, view) && !holds(by->when, view))) {
          FAIL("seed " << seed << ": " << rule->name << " by " << by->name << "\n" << yaml);
        }
      }
    }
  }
  CHECK(found > 50);
}

}  // namespace
}  // namespace docket
