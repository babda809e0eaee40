// Examples and tests that clerks write, and the plain words of rules.
#include "rules/examples.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "config/load.h"
#include "tests/source_dir.h"
#include "world.h"

namespace docket {
namespace {

std::vector<ExampleResult> results_of(const std::string& yaml) {
  const auto set = testing::rules(yaml);
  return run_examples({*set, testing::town(), testing::calendar()});
}

TEST_CASE("an example is about its rule's conditions alone") {
  const auto results = results_of(R"(
rules:
  - rule: First
    when: {subject: {word: road}}
    then: {assign: parks}
  - rule: Roads
    valid: {from: 2030-01-01}
    when: {subject: {word: road}, none: [{body: {word: ad}}]}
    then: {assign: roads}
    examples:
      - {expect: match, subject: a road}
      - {expect: match, subject: a road, text: an ad}
      - {expect: no match, subject: rail}
      - {expect: no match, subject: road}
)");
  REQUIRE(results.size() == 4);
  CHECK(results[0].passed);
  CHECK(results[2].passed);
  CHECK_FALSE(results[1].passed);
  CHECK(results[1].name == "20-test.yaml:13 example 2 of Roads");
  CHECK(results[1].expected == "match");
  CHECK(results[1].actual == "no match, because not: not body word 'ad' (seen: ad)");
  CHECK_FALSE(results[3].passed);
  CHECK(results[3].actual == "match: subject word 'road' (seen: road); not body word 'ad'");
  const auto problems = problems_of(results);
  REQUIRE(problems.size() == 2);
  CHECK(to_string(problems[0]) ==
        "rules/20-test.yaml:13:9: error: 20-test.yaml:13 example 2 of Roads fails: expected match\n"
        "  hint: it is no match, because not: not body word 'ad' (seen: ad)");
}

TEST_CASE("a place and a telephone number of a sketched letter, and what is told when they do not fit") {
  const auto results = results_of(R"(
rules:
  - rule: School
    when:
      location: {near: {latitude: 45.4215, longitude: -75.6972, within: 500 m}}
      phone: {starts: "+1 613"}
    then: {assign: roads}
    examples:
      - {expect: match, phone: "+1 (613) 555-0142", location: {latitude: 45.4220, longitude: -75.6972}}
      - {expect: match, phone: "+1 613 555 0142", location: {latitude: 45.43, longitude: -75.6972, address: Main Street}}
      - {expect: match, phone: "+1 343 555 0142", location: Main Street}
tests:
  - letter: {channel: sms, phone: "+1 613 555 0142", location: {latitude: 45.4215, longitude: -75.6972}}
    expect: {assign: roads, decided_by: School}
)");
  REQUIRE(results.size() == 4);
  CHECK(results[0].passed);
  CHECK(results[1].actual == "no match, because not: location near 45.4215, -75.6972, 500 m (seen: 946 m away)");
  CHECK(results[2].actual ==
        "no match, because not: location near 45.4215, -75.6972, 500 m (seen: no coordinates); phone starts +1 613");
  CHECK(results[3].passed);
}

TEST_CASE("a test is about the whole set, and compares only what it names") {
  const auto results = results_of(R"(
rules:
  - {rule: Roads, when: {subject: {word: road}}, then: {assign: roads, label: [b, a], alert: parks}}
  - {rule: Gas, when: {body: {word: gas}}, then: {urgent_notice: danger, answer: tax}}
tests:
  - {letter: {subject: road, to: ward2@town.example}, expect: {assign: roads}}
  - {letter: {subject: road, to: ward2@town.example}, expect: {copies: ward-2, labels: [b, a], alert: [parks]}}
  - {letter: {subject: road}, expect: {copies: [], review: null, ignored: none, withheld: null, acknowledge: true}}
  - {letter: {text: gas}, expect: {notices: danger, answer: tax, decided_by: fallback, matched: [Gas]}}
  - {letter: {subject: x, spam: true}, expect: {review: true, outcome: case, withheld: spam}}
  - {letter: {subject: x, language: fr, channel: phone}, expect: {language: fr, channel: phone, quote: true}}
  - {letter: {subject: road}, expect: {priority: normal, template: acknowledgement, restrict: false}}
  - {letter: {subject: road}, expect: {assign: parks, labels: [a, b], copies: [mayor]}}
  - {letter: {subject: road}, expect: {labels: [a]}}
)");
  REQUIRE(results.size() == 9);
  for (std::size_t i = 0; i < 7; ++i) CHECK_MESSAGE(results[i].passed, results[i].name << " " << results[i].actual);
  CHECK_FALSE(results[7].passed);
  CHECK(results[7].name == "20-test.yaml:14 test 8");
  CHECK(results[7].expected == "assign: parks; copies: mayor");
  CHECK(results[7].actual == "assign: roads; copies: none (decided by Roads)");
  CHECK_FALSE(results[8].passed);
}

TEST_CASE("a sketch without a time is a letter of an open hour, and its body is its text") {
  const auto results = results_of(R"(
rules: [{rule: Gas, when: {body: {word: gas}}, then: {label: gas}}]
acknowledge: [{rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}]
tests:
  - {letter: {body: gas}, expect: {labels: gas}}
  - {letter: {text: gas}, expect: {labels: gas}}
  - {letter: {subject: x}, expect: {template: acknowledgement}}
  - {letter: {subject: x, at: "2026-11-22 10:00"}, expect: {template: acknowledgement-closed}}
  - {letter: {subject: x, at: "2026-11-23T15:00:00Z"}, expect: {template: acknowledgement}}
)");
  for (const auto& result : results) CHECK_MESSAGE(result.passed, result.name << " " << result.actual);
}

TEST_CASE("the sample town's rules load, and their examples and tests hold") {
  const std::filesystem::path folder = std::filesystem::path(docket::source_dir()) / "config/sample";
  Problems problems;
  const auto files = read_town_files(folder, problems);
  REQUIRE(files.has_value());
  const auto town = load_town(files->town, Time{}, problems);
  REQUIRE(town.has_value());
  std::vector<std::string> templates;
  for (const auto& letter : files->letters) {
    const auto name = letter.name.substr(letter.name.rfind('/') + 1);
    templates.push_back(name.substr(0, name.find('.')));
  }
  const Calendar calendar(town->calendar, town->time_zone);
  const auto set = load_rules(files->rules, *town, templates, testing::now(), problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  REQUIRE_MESSAGE(set != nullptr, text);
  const auto results = run_examples({*set, *town, calendar});
  CHECK(results.size() > 10);
  for (const auto& result : results) {
    CHECK_MESSAGE(result.passed, result.name << " expected " << result.expected << ", it is " << result.actual);
  }
}

}  // namespace
}  // namespace docket
