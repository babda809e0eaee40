// Examples that clerks paste: valid YAML whatever the letter holds.
#include "daemon/letters/rule_example.h"

#include <doctest/doctest.h>

#include "rules/examples.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

/// The rule with that line pasted below it, as `docket check` reads it.
std::vector<ExampleResult> pasted(const std::string& line, Problems& problems) {
  const Town town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  const std::string file =
      "version: 1\nrules:\n  - rule: Holes\n    when: {text: {word: [hole, trou]}}\n    then: {assign: roads}\n    "
      "because: {en: it names a hole, fr: elle parle d'un trou}\n    examples:\n      " +
      line + "\n";
  const auto rules =
      load_rules({{"rules/10.yaml", file}}, town, {"acknowledgement"}, sample::at("2026-11-23T15:00:00Z"), problems);
  return rules == nullptr ? std::vector<ExampleResult>() : run_examples({*rules, town, calendar});
}

TEST_CASE("a pasted example is read back, whatever stands in the letter") {
  for (const std::string& subject :
       {std::string("a hole"), std::string("\"hole\": {a, b}"), std::string(R"(C:\hole\n "quoted\")"),
        std::string("- hole # no comment: [x]"), std::string("trou \xF0\x9F\x98\x80 \xE2\x80\x8B&anchor *alias !tag"),
        std::string("hole\r\n  - {expect: match}"),
        std::string("hole\x01\x7F\xC2\x85\xE2\x80\xA8\xE2\x80\xAE\xEF\xBB\xBF"), std::string("hole \xFF\xFE not UTF-8"),
        std::string("%hole @ `x` | > ' ? : {{x}}"), std::string("hole ") + std::string(5000, 'x')}) {
    CAPTURE(subject);
    Problems problems;
    const auto line = no_match_example("ward2@town.example", subject, "");
    CHECK(line.find('\n') == std::string::npos);
    const auto results = pasted(line, problems);
    REQUIRE_MESSAGE(!has_errors(problems), (problems.empty() ? "" : to_string(problems.front())));
    REQUIRE(results.size() == 1);
    // It fails until the clerk changes the rule: the letter is in it as the rule saw it.
    CHECK_FALSE(results.front().passed);
    CHECK(results.front().expected == "no match");
  }
}

TEST_CASE("an example leaves out what the letter does not have") {
  CHECK(no_match_example("", "", "") == "- {expect: no match}");
  CHECK(no_match_example("a@b.example", "", "x") == R"(- {expect: no match, to: "a@b.example", text: "x"})");
}

TEST_CASE("what made the rule match stands in the example, where subject and beginning do not show it") {
  CHECK(example_text("A hole", "It is deep.", {"hole"}) == "It is deep.");
  CHECK(example_text("Hello", "It is deep.", {"nid-de-poule", "deep"}) == "It is deep. … nid-de-poule");
  CHECK(example_text("", "", {"trou"}) == "trou");
}

}  // namespace
}  // namespace docket
