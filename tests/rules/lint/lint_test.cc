// Lints over a whole set: each warns where it should, and nowhere else.
#include "rules/lint/lint.h"

#include <doctest/doctest.h>

#include "../inventor.h"
#include "../world.h"
#include "rules/lint/stored_words.h"

namespace docket {
namespace {

using testing::lints_of;

/// Rules as they stand below `rules:`, a line each from line 3 on; every deciding one gets an example that is not run.
std::string lints(const std::string& rules, const std::string& lists = "{unused: [nothing]}") {
  return lints_of("version: 1\nlists: " + lists + "\nrules:\n" + rules);
}

/// A deciding rule with this condition.
std::string rule(const std::string& name, const std::string& when, const std::string& office = "roads",
                 const std::string& more = "") {
  return "  - {rule: " + name + ", when: " + when + ", then: {assign: " + office + "}, examples: [{expect: match}]" +
         more + "}\n";
}

std::string copying(const std::string& name, const std::string& when, const std::string& office) {
  return "  - {rule: " + name + ", when: " + when + ", then: {copy: " + office + "}}\n";
}

TEST_SUITE_BEGIN("lint");

TEST_CASE("a rule that no letter can match is told with the two conditions that shut each other out") {
  const struct {
    std::string when;
    bool told;
  } cases[] = {
      {"{all: [{from: {ends: \"@a.example\"}}, {from: {ends: \"@b.example\"}}]}", false},  // only `is` says all of it
      {"{all: [{channel: sms}, {channel: email}]}", true},
      {"{all: [{channel: [sms, voice]}, {channel: [voice, email]}]}", false},
      {"{all: [{language: en}, {language: fr}]}", true},
      {"{all: [{subject: {is: Noise}}, {subject: {is: Trees}}]}", true},
      {"{all: [{subject: {is: Noise at night}}, {subject: {word: noise}}]}", false},
      {"{all: [{subject: {is: Noise at night}}, {subject: {word: tree}}]}", true},
      {"{all: [{subject: {is: Noise}}, {body: {is: Trees}}]}", false},
      {"{all: [{spam: true}, {spam: false}]}", true},
      {"{all: [{time: {inside: hours}}, {time: {outside: hours}}]}", true},
      {"{all: [{size: {over: 10 MiB}}, {size: {under: 1 MiB}}]}", true},
      {"{all: [{size: {over: 1 MiB}}, {size: {under: 10 MiB}}]}", false},
      {"{all: [{attachment: {count: {over: 3}}}, {attachment: {count: {under: 4}}}]}", true},
      {"{all: [{attachment: {count: {over: 3}}}, {attachment: {count: {under: 5}}}]}", false},
      {"{recipient: {is: ward1@town.example}, all: [{recipient: {is: ward2@town.example}}]}", false},  // both, often
      {"{subject: {word: tree}, none: [{text: {word: tree}}]}", true},
      {"{text: {word: tree}, none: [{subject: {word: tree}}]}", false},
      {"{any: [{spam: true}, {spam: false}]}", false},
      {"{all: [{location: {near: \"45.4, -75.7, 1 km\"}}, {location: {near: \"45.5, -75.7, 1 km\"}}]}", true},
      {"{all: [{location: {near: \"45.4, -75.7, 6 km\"}}, {location: {near: \"45.5, -75.7, 6 km\"}}]}", false},
      {"{location: {near: \"45.4, -75.7, 1 km\"}, none: [{location: {near: \"45.4, -75.7, 2 km\"}}]}", true},
      {"{location: {near: \"45.4, -75.7, 2 km\"}, none: [{location: {near: \"45.4, -75.7, 1 km\"}}]}", false},
      {"{all: [{location: {is: 12 Main Street}}, {location: {near: \"45.4, -75.7, 1 km\"}}]}", false},
      {"{location: {near: \"45.4, -75.7, 1 km\"}, none: [{location: {exists: true}}]}", true},
      {"{phone: {starts: \"+1 613\"}, none: [{phone: {exists: true}}]}", true},
      {"{all: [{phone: {starts: \"+1 613\"}}, {phone: {starts: \"+1 343\"}}]}", false},
  };
  for (const auto& c : cases) {
    const auto said = lints(rule("R", c.when));
    CHECK_MESSAGE((said.find("the rule 'R' can match no letter") != std::string::npos) == c.told, c.when << "\n"
                                                                                                         << said);
  }
  CHECK(
      lints("  - rule: R\n    when:\n      subject: {word: tree}\n      none:\n        - {text: {word: [tree, bush]}}\n"
            "    then: {label: x}\n") ==
      "a.yaml:8:12: warning: the rule 'R' can match no letter: this and a.yaml:6 cannot both hold");
}

TEST_CASE("1,000 rule sets, 300 letters: a rule that is called impossible matches none") {
  testing::Inventor letters(7);
  std::vector<Letter> kept;
  for (int i = 0; i < 300; ++i) kept.push_back(testing::sketch(letters.letter()));
  std::size_t told = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const auto set = testing::rules(testing::Inventor(seed).rules());
    Problems problems;
    lint::contradictions(set->compiled(), problems);
    told += problems.size();
    for (const auto& one : set->compiled().rules) {
      Problems own;
      const auto name = "'" + one.name + "'";
      for (const auto& problem : problems) {
        if (problem.text.find(name) != std::string::npos) own.push_back(problem);
      }
      for (std::size_t i = 0; !own.empty() && i < kept.size(); ++i) {
        const LetterView view(kept[i], testing::town(), testing::calendar(), kept[i].channel);
        CHECK_MESSAGE(!holds(one.when, view), "seed " << seed << " " << one.name << ": " << own.front().text);
      }
    }
  }
  CHECK(told > 0);
}

TEST_CASE("conditions and values that change nothing are told with what makes them needless") {
  CHECK(lints(rule("R", "{text: {word: tree}, subject: {word: big tree}}")) ==
        "a.yaml:4:22: warning: this condition changes nothing: a.yaml:4 asks for more");
  CHECK(lints(rule("R", "{any: [{text: {word: tree}}, {subject: {word: tree}}]}")) ==
        "a.yaml:4:51: warning: this condition changes nothing: a.yaml:4 covers all that it finds");
  CHECK(lints(rule("R", "{any: [{body: {word: tree}}, {subject: {word: tree}}]}")).empty());
  CHECK(lints(rule("R", "{text: {word: [\"tree*\", bush, trees]}}")) ==
        "a.yaml:4:22: warning: 'trees' changes nothing: 'tree*' finds it already");
  CHECK(lints(rule("R", "{text: {word: {list: words}}}"), "{words: [road works, tree, ROAD, Tree]}") ==
        "a.yaml:4:22: warning: 'road works' of the list 'words' changes nothing: 'ROAD' finds it already, and 1 more "
        "like "
        "it");
  CHECK(lints(rule("R", "{text: {word: [tree, trees, bush]}}")).empty());
}

TEST_CASE("a list is told once, and of a long one equal values are found") {
  const std::string twice =
      rule("A", "{text: {word: {list: words}}}") + rule("B", "{text: {word: {list: words}}, spam: false}");
  const auto said = lints(twice, "{words: [tree, Tree]}");
  CHECK(said.find("changes nothing") == said.rfind("changes nothing"));
  std::string many = "{words: [tree";
  for (int i = 0; i < 400; ++i) many += ", street" + std::to_string(i);
  CHECK(lints(rule("A", "{text: {word: {list: words}}}"), many + ", Tree]}") ==
        "a.yaml:4:22: warning: 'Tree' of the list 'words' changes nothing: 'tree' finds it already");
}

TEST_CASE("a street in the lists of two wards is told, and a word that two deciding rules would take") {
  const std::string lists = "{one: [Main Street, Lake Road], two: [lake road, Hill Road]}";
  CHECK(lints(copying("One", "{text: {word: {list: one}}}", "ward-1") +
                  copying("Two", "{text: {word: {list: two}}}", "ward-2"),
              lists) ==
        "a.yaml:5:24: warning: 'lake road' is in the rule 'One' (a.yaml:4) too: both offices get a copy");
  CHECK(lints(rule("One", "{text: {word: [noise, barking]}}", "bylaw") +
              rule("Two", "{text: {word: [noise, parade]}, none: [{spam: true}]}", "parks")) ==
        "a.yaml:5:24: warning: 'noise' is in the rule 'One' (a.yaml:4) too, which comes first and sends it to another "
        "office");
  // The same office, another field, another precedence, another condition beside it: no word about it.
  CHECK(
      lints(rule("One", "{text: {word: [noise, barking]}}") + rule("Two", "{text: {word: [noise, parade]}}")).empty());
  CHECK(lints(rule("One", "{text: {word: [noise, a tree]}}", "bylaw") + rule("Two", "{subject: {is: [noise, parade]}}"))
            .empty());
  CHECK(lints(rule("One", "{text: {word: [noise, barking]}}", "bylaw") +
              rule("Two", "{text: {word: [noise, parade]}}", "parks", ", precedence: 5"))
            .empty());
  CHECK(lints(rule("One", "{text: {word: [noise, barking]}}", "bylaw") +
              rule("Two", "{text: {word: [noise, parade]}, recipient: {is: ward1@town.example}}", "parks"))
            .empty());
}

TEST_CASE("what every letter is searched for is told") {
  CHECK(lints(rule("R", "{none: [{text: {word: tree}}]}")) ==
        "a.yaml:4:5: warning: every letter is searched for the rule 'R': nothing in it must be found");
  CHECK(lints(rule("R", "{none: [{spam: true}], time: {outside: hours}}")).empty());  // costs nothing
  CHECK(lints(rule("R", "{text: {regex: '\\d\\d-\\d+'}, recipient: {is: ward1@town.example}}")) ==
        "a.yaml:4:22: warning: every letter is searched with '\\d\\d-\\d+': it holds no plain text of three letters");
  CHECK(lints(rule("R", "{text: {regex: 'asset \\d+'}}")).empty());
  CHECK(lints(rule("R", "always")) ==
        "a.yaml:4:5: warning: the rule 'R' takes every letter, whatever address it was written to");
}

TEST_CASE("deciding rules without an example are named, one line a file") {
  CHECK(lints("  - {rule: A, when: {text: {word: tree}}, then: {assign: parks}}\n") ==
        "a.yaml:4:5: warning: no example for 'A'");
  std::string many;
  for (const std::string name : {"A", "B", "C", "D", "E"}) {
    many += "  - {rule: " + name + ", when: {text: {word: word" + name + "}}, then: {assign: parks}}\n";
  }
  CHECK(lints(many) == "a.yaml:4:5: warning: no example for 'A', 'B', 'C' and 2 more");
  CHECK(lints("  - {rule: A, when: {text: {word: tree}}, then: {label: x}}\n").empty());
}

TEST_CASE("other forms of a word are asked for only where the rule does not find them") {
  const auto forms = [](const std::string& when) {
    std::string text;
    for (const auto& one : other_forms(*testing::rules("rules:\n" + rule("R", when)))) text += one.form + ",";
    return text;
  };
  CHECK(forms("{text: {word: pothole}}") == "potholes,potholees,potholex,");
  CHECK(forms("{text: {word: [pothole, potholes]}}") == "potholees,potholex,potholess,potholeses,potholesx,");
  CHECK(forms("{text: {word: pothole*}}").empty());
  CHECK(forms("{text: {word: bus}}").empty());
  CHECK(forms("{subject: {word: big tree}}") == "big trees,big treees,big treex,");
  CHECK(forms("{body: {word: canal}}") == "canals,canales,canalx,canaux,");
  CHECK(forms("{sender_name: {word: Hydro}}").empty());
  Problems problems;
  warn_of_stored_words(
      {{{"a.yaml", 3, 4}, "pothole", "potholes"}, {{"a.yaml", 3, 4}, "canal", "canaux"}, {{}, "x", "y"}}, {41, 1, 0},
      problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].text == "'pothole' does not find 'potholes', which 41 stored letters hold");
  CHECK(problems[0].hint == "write 'pothole*' for any ending");
  CHECK(problems[1].text == "'canal' does not find 'canaux', which 1 stored letter holds");
  CHECK(problems[1].hint == "write 'canaux' beside it");
}

TEST_CASE("one person's address in a reason is told") {
  CHECK(lints("  - {rule: R, when: {text: {word: tree}}, then: {label: x}, because: {en: ask joe@town.example, fr: "
              "arbre}}\n") == "a.yaml:4:5: warning: residents read 'joe@town.example' in the reason of the rule 'R'");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
