// all, any and none; what the trace says of each condition.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "world.h"

namespace docket {
namespace {

/// "+R: + text word 'x' [seen] - …": the trace of the rules of the set, one a line.
std::string trace_of(const std::string& yaml, const std::string& letter, Tracing tracing = Tracing::all) {
  const auto set = testing::rules(yaml);
  const auto decision = route(testing::sketch(letter), {*set, testing::town(), testing::calendar()}, tracing);
  std::string text;
  for (const auto& rule : decision.trace) {
    text += fmt::format("{}{} {}{} {}:{}\n", rule.matched ? "+" : "-", rule.rule, rule.kind,
                        rule.section.empty() ? "" : " in " + rule.section, rule.file, rule.line);
    for (const auto& line : rule.conditions) {
      text += fmt::format("  {} {}{}\n", line.matched ? "+" : "-", line.condition,
                          line.seen.empty() ? "" : fmt::format(" [{}]", line.seen));
    }
  }
  return text;
}

TEST_CASE("nesting") {
  struct Case {
    const char* when;
    const char* letter;
    bool matches;
  };
  const std::vector<Case> cases = {
      {"{subject: {word: a}, body: {word: b}}", "{subject: a, text: b}", true},
      {"{subject: {word: a}, body: {word: b}}", "{subject: a, text: c}", false},
      {"{any: [{subject: {word: a}}, {body: {word: b}}]}", "{subject: x, text: b}", true},
      {"{any: [{subject: {word: a}}, {body: {word: b}}]}", "{subject: x, text: x}", false},
      {"{none: [{subject: {word: a}}, {body: {word: b}}]}", "{subject: x, text: b}", false},
      {"{none: [{subject: {word: a}}, {body: {word: b}}]}", "{subject: x, text: x}", true},
      {"{none: [{subject: {word: a}, body: {word: b}}]}", "{subject: a, text: x}", true},
      {"{none: [{subject: {word: a}, body: {word: b}}]}", "{subject: a, text: b}", false},
      {"{all: [{subject: {word: a}}, {subject: {word: b}}]}", "{subject: a b}", true},
      {"{all: [{subject: {word: a}}, {subject: {word: b}}]}", "{subject: a}", false},
      {"{none: [{none: [{subject: {word: a}}]}]}", "{subject: a}", true},
      {"{none: [{none: [{subject: {word: a}}]}]}", "{subject: b}", false},
      {"{any: [{all: [{subject: {word: a}}, {none: [{body: {word: b}}]}]}, {from: {ends: \"@y.example\"}}]}",
       "{subject: a, text: c}", true},
      {"{any: [{all: [{subject: {word: a}}, {none: [{body: {word: b}}]}]}, {spam: true}]}", "{subject: a, text: b}",
       false},
      {"always", "{subject: x}", true},
  };
  for (const auto& one : cases) {
    CAPTURE(one.when);
    CAPTURE(one.letter);
    const auto set = testing::rules(fmt::format("rules: [{{rule: R, when: {}, then: {{label: x}}}}]", one.when));
    for (const auto tracing : {Tracing::all, Tracing::matched_only}) {
      const auto decision = route(testing::sketch(one.letter), {*set, testing::town(), testing::calendar()}, tracing);
      CHECK(!decision.labels.empty() == one.matches);
    }
  }
}

const char* const kRules = R"(
lists: {roads: [pothole*, trottoir*]}
rules:
  - rule: Roads
    when:
      text: {word: {list: roads}}
      none: [{from: {ends: "@paving.example"}}]
    then: {assign: roads}
  - rule: Noise
    valid: {from: 2027-01-01}
    when:
      any:
        - line: {label: Topic, is: [Noise, Bruit]}
        - attachment: {name: {ends: .wav}}
        - header: {name: X-Form, exists: true}
        - body: {contains: [a, b, c, d, e], quoted: true}
    then: {label: noise}
acknowledge:
  - {rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}
  - {rule: usual, when: always, then: {template: acknowledgement}}
)";

TEST_CASE("the full trace has every rule and every condition with what was seen") {
  CHECK(trace_of(kRules, "{subject: Nice POTHOLES, from: x@paving.example, text: zzz, at: \"2026-11-22 10:00\"}") ==
        "-Roads decides 20-test.yaml:5\n"
        "  + text word 'pothole*' [POTHOLES]\n"
        "  - not from ends '@paving.example' [x@paving.example]\n"
        "-Noise adds 20-test.yaml:10\n"
        "  - valid from 2027-01-01 [2026-11-22]\n"
        "  - line Topic is 'Noise' or 'Bruit'\n"
        "  - attachment name ends '.wav'\n"
        "  - header X-Form exists true [nothing]\n"
        "  - body quoted contains 'a' or 'b' or 'c' or 2 more\n"
        "+closed acknowledges in acknowledge 20-test.yaml:20\n"
        "  + time outside hours [2026-11-22 10:00]\n"
        "+usual acknowledges in acknowledge 20-test.yaml:21\n"
        "  + always\n");
}

TEST_CASE("the short trace has the rules that matched and the acknowledgement chosen") {
  CHECK(trace_of(kRules, "{subject: Trottoir, at: \"2026-11-23 10:00\"}", Tracing::matched_only) ==
        "+Roads decides 20-test.yaml:5\n"
        "  + text word 'trottoir*' [Trottoir]\n"
        "  + not from ends '@paving.example'\n"
        "+usual acknowledges in acknowledge 20-test.yaml:21\n"
        "  + always\n");
}

TEST_CASE("what is seen is one line of at most 100 characters") {
  const auto set = testing::rules("rules: [{rule: R, when: {text: {regex: 'a.*z'}}, then: {label: x}}]");
  auto letter = testing::sketch("{subject: x}");
  letter.new_text = "a\n" + std::string(5000, 'm') + "z";
  const auto decision = route(letter, {*set, testing::town(), testing::calendar()});
  REQUIRE(decision.trace.size() == 1);
  CHECK(decision.trace[0].conditions[0].seen == "a " + std::string(98, 'm') + "…");
}

TEST_CASE("what is not sure is neither this nor other") {
  CHECK(trace_of("rules: [{rule: R, when: {language: [en, fr, other]}, then: {label: x}}]", "{subject: Pothole}") ==
        "-R adds 20-test.yaml:2\n  - language is en or fr or other [not sure]\n");
}

}  // namespace
}  // namespace docket
