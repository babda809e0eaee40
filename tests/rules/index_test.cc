// The index against looking at every rule in order: the same rules match, the same decision comes out.
#include "rules/index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "rules/compiled.h"
#include "rules/literals.h"
#include "world.h"

namespace docket {
namespace {

/// Rule sets and letters out of a seed, over few words, so that much matches, nearly matches and overlaps.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::string rules() {
    std::string yaml = "lists:\n  l: [" + words(3) + "]\n  m: [" + words(4) + "]\nrules:\n";
    const int count = number(1, 12);
    for (int i = 0; i < count; ++i) {
      const auto asked = when(2);
      const bool maybe_a_person = asked.find("from:") != std::string::npos;
      yaml += fmt::format("  - {{rule: R{}, precedence: {}, when: {}, then: {{{}}}{}}}\n", i, number(-2, 2), asked,
                          pick({"label: x", "assign: roads", "assign: parks", "copy: mayor", "review: why"}),
                          maybe_a_person ? ", justification: a test, until: 2027-06-01" : "");
    }
    return yaml;
  }

  std::string letter() {
    std::string text;
    for (int i = number(1, 12); i > 0; --i) text += pick(kWritten) + pick({" ", " ", ", ", "-", "; ", " \u00ab "});
    return fmt::format(
        "{{to: {}, from: {}, subject: \"{} {}\", text: \"{}\", quoted: \"> {}\", channel: {}, "
        "attachment: {{name: \"{}.pdf\"}}}}",
        address(), address(), pick(kWritten), pick(kWritten), text, pick(kWritten), pick({"email", "form"}),
        pick(kWritten));
  }

 private:
  using Words = std::vector<std::string>;
  static inline const Words kWritten{
      "road",         "Roads",  "ROADSIDE", "nid",  "de",         "poule", "École", "ecole",
      "L\u2019école", "BL-20",  "BL-203",   "tree", "str\u00e9e", "tre",   "a",     "\u0434\u043e\u043c",
      "œuvre",        "oeuvres"};
  static inline const Words kAsked{
      "road", "roads", "nid",   "de",     "nid de poule",       "école",   "ecole",      "tre",
      "tree", "a",     "BL-20", "oeuvre", "\u0434\u043e\u043c", "l'école", "poule ecole"};

  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  std::string pick(const Words& from) {
    return from[static_cast<std::size_t>(number(0, static_cast<int>(from.size()) - 1))];
  }
  std::string words(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += (list.empty() ? "\"" : ", \"") + pick(kAsked) + "\"";
    return list;
  }
  std::string address() {
    return pick({"ward2@town.example", "mayor@town.example", "ana@people.example", "Bo@People.Example",
                 "ward2@people.example", "x@école.example"});
  }

  std::string values(const std::string& op) {
    if (op == "like") return pick({"\"BL-##\"", "\"BL-###\"", "[\"tree#\", \"# a\"]", "\"##\""});
    if (op == "regex")
      return pick({"'\\broads?\\b'", "'[a-z]\\d'", "'n.d de'", "'tr(ee|es)'", "'école'", "'(?i)POULE'"});
    if (op == "word" && number(0, 3) == 0) return pick({"roa*", "[poul*, \"nid* de\"]", "tree*"});
    if (number(0, 2) == 0) return pick({"{list: l}", "{lists: [l, m]}"});
    return "[" + words(number(1, 3)) + "]";
  }

  std::string condition() {
    const auto field =
        pick({"subject", "body", "text", "recipient", "from", "channel", "header", "spam", "text", "attachment"});
    if (field == "spam") return "{spam: false}";
    if (field == "channel") return "{channel: {is: form}}";
    if (field == "recipient" || field == "from") {
      return pick({fmt::format("{{{}: {{is: {}}}}}", field, address()),
                   fmt::format("{{{}: {{ends: \"@people.example\"}}}}", field),
                   fmt::format("{{{}: {{contains: ward}}}}", field)});
    }
    if (field == "attachment") return fmt::format("{{attachment: {{name: {{contains: [{}]}}}}}}", words(2));
    const auto op = pick({"is", "contains", "word", "word", "starts", "ends", "like", "regex"});
    const std::string exact = number(0, 5) == 0 ? ", exact: true" : "";
    const std::string quoted = (field == "body" || field == "text") && number(0, 5) == 0 ? ", quoted: true" : "";
    return fmt::format("{{{}: {{{}{}: {}{}{}}}}}", field, field == "header" ? "name: Subject, " : "", op, values(op),
                       exact, quoted);
  }

  std::string when(int depth) {
    const int kind = number(0, depth > 0 ? 6 : 2);
    if (kind < 4) return condition();
    return fmt::format("{{{}: [{}, {}]}}",
                       kind == 4   ? "all"
                       : kind == 5 ? "any"
                                   : "none",
                       when(depth - 1), when(depth - 1));
  }

  std::mt19937 random_;
};

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
  Inventor letters(1);
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
    const auto yaml = Inventor(seed).rules();
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
    Inventor inventor(seed);
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
