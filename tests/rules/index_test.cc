// The index against looking at every rule in order: the same rules match, the same decision comes out.
#include "rules/index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "inventor.h"
#include "rules/compiled.h"
#include "rules/literals.h"
#include "world.h"

namespace docket {
namespace {

/// As the index is not: every rule, in order.
std::vector<std::uint32_t> holding(const RuleSet::Compiled& set, const LetterView& view) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < set.rules.size(); ++i) {
    if (holds(set.rules[i].when, view)) numbers.push_back(i);
  }
  return numbers;
}

std::vector<std::uint32_t> holding_candidates(const RuleSet::Compiled& set, const LetterView& view) {
  auto numbers = set.index->candidates(view);
  std::erase_if(numbers, [&](std::uint32_t number) { return !holds(set.rules[number].when, view); });
  return numbers;
}

TEST_SUITE_BEGIN("index");

TEST_CASE("1,000 rule sets, 1,000 letters: the rules that match are all among the candidates") {
  testing::Inventor letters(1);
  std::vector<Letter> kept;
  std::vector<std::string> sketches;
  for (int i = 0; i < 1000; ++i) {
    sketches.push_back(letters.letter());
    kept.push_back(testing::sketch(sketches.back()));
  }
  std::vector<std::unique_ptr<LetterView>> views;
  for (const auto& letter : kept) {
    views.push_back(std::make_unique<LetterView>(letter, testing::town(), testing::calendar(), letter.channel));
  }
  std::size_t matched = 0;
  std::size_t spared = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const auto yaml = testing::Inventor(seed).rules();
    const auto set = testing::rules(yaml);
    for (std::size_t i = 0; i < views.size(); ++i) {
      const auto in_order = holding(set->compiled(), *views[i]);
      matched += in_order.size();
      spared += set->compiled().rules.size() - set->compiled().index->candidates(*views[i]).size();
      if (holding_candidates(set->compiled(), *views[i]) != in_order) {
        FAIL("seed " << seed << ": " << fmt::format("{}", fmt::join(in_order, " ")) << "\n"
                     << sketches[i] << "\n"
                     << yaml);
      }
    }
  }
  CHECK(matched > 100'000);  // else the sets and letters have nothing to do with each other
  CHECK(spared > 1'000'000);
}

TEST_CASE("1,000 rule sets, 20 letters: one decision, whether every rule is looked at or those the index names") {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    testing::Inventor inventor(seed);
    const auto yaml = inventor.rules();
    const auto set = testing::rules(yaml);
    const Judging judging{*set, testing::town(), testing::calendar()};
    for (int i = 0; i < 20; ++i) {
      const auto sketched = inventor.letter();
      const auto letter = testing::sketch(sketched);
      const auto quick = route(letter, judging);
      const auto full = route(letter, judging, Tracing::all);
      if (testing::describe(quick) != testing::describe(full) || quick.matched != full.matched) {
        FAIL("seed " << seed << "\n" << sketched << "\n" << yaml);
      }
    }
  }
}

TEST_CASE("rules without a positive look at the letter's words are candidates for every letter") {
  const auto set = testing::rules(
      "rules:\n"
      "  - {rule: A, when: {none: [{subject: {word: road}}]}, then: {label: a}}\n"
      "  - {rule: B, when: {time: {inside: hours}}, then: {label: b}}\n"
      "  - {rule: C, when: {any: [{subject: {word: road}}, {spam: true}]}, then: {label: c}}\n"
      "  - {rule: D, when: {time: {inside: hours}, subject: {word: road}}, then: {label: d}}\n"
      "  - {rule: E, when: always, then: {label: e}}\n");
  CHECK(set->compiled().index->always() == 4);
}

TEST_CASE("literals: every one, each time it ends, however they overlap") {
  const std::vector<std::string> literals{"he", "she", "his", "hers", "e", "rs", "shers", "\xC3\xA9"};
  const Literals search(literals);
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i)
      text += std::string("hersi \xC3\xA9")[std::uniform_int_distribution<std::size_t>(0, 7)(random)];
    std::vector<std::size_t> counts(literals.size());
    search.search(text, [&](std::uint32_t number) { ++counts[number]; });
    for (std::size_t i = 0; i < literals.size(); ++i) {
      std::size_t expected = 0;
      for (auto at = text.find(literals[i]); at != std::string::npos; at = text.find(literals[i], at + 1)) ++expected;
      CHECK(counts[i] == expected);
    }
  }
  Literals().search("any", [](std::uint32_t) { FAIL("nothing is looked for"); });
}

}  // namespace
}  // namespace docket
