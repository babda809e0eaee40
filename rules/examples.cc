#include "rules/examples.h"

#include <fmt/format.h>

#include "rules/compiled.h"
#include "rules/expectations.h"

namespace docket {
namespace {

std::string name_at(const Place& place, const std::string& what) {
  return fmt::format("{}:{} {}", short_file(place.file), place.line, what);
}

/// Why a rule did or did not match: its conditions, those that matter first.
std::string reasons(const std::vector<ConditionTrace>& trace, bool matched) {
  std::string words;
  for (const auto& line : trace) {
    if (line.matched != matched) continue;
    words += words.empty() ? "" : "; ";
    words += line.condition + (line.seen.empty() ? "" : fmt::format(" (seen: {})", line.seen));
  }
  return words;
}

ExampleResult run_example(const Rule& rule, const Example& example, std::size_t number, const Judging& judging) {
  const auto letter = letter_of(example.letter, judging.town, judging.calendar);
  const LetterView view(letter, judging.town, judging.calendar, letter.channel);
  std::vector<ConditionTrace> trace;
  const bool matched = holds(rule.when, view, trace);
  const auto why = reasons(trace, matched);
  return {name_at(example.place, fmt::format("example {} of {}", number, rule.name)), matched == example.matches,
          example.place, example.matches ? "match" : "no match",
          fmt::format("{}{}{}", matched ? "match" : "no match",
                      why.empty() ? ""
                      : matched   ? ": "
                                  : ", because not: ",
                      why)};
}

/// When a test fails, only what differs is told, and the place is that of the first key that differs.
ExampleResult run_test(const LetterTest& test, std::size_t number, const Judging& judging) {
  // The same function that the daemon calls: a test proves what will happen, not a copy of it.
  const auto decision = route(letter_of(test.letter, judging.town, judging.calendar), judging);
  ExampleResult result{name_at(test.place, fmt::format("test {}", number)), true, test.place, "", ""};
  for (const auto& expectation : test.expect) {
    const bool met = is_met(expectation, decision);
    if (!met && result.passed) {
      result.place = expectation.place;
      result.expected.clear();
      result.actual.clear();
    }
    result.passed = result.passed && met;
    if (!result.passed && met) continue;
    result.expected += (result.expected.empty() ? "" : "; ") + expected_words(expectation);
    result.actual += (result.actual.empty() ? "" : "; ") + actual_words(expectation, decision);
  }
  if (!result.passed) result.actual += fmt::format(" (decided by {})", decision.decided_by);
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const Judging& judging) {
  const auto& set = judging.rules.compiled();
  std::vector<ExampleResult> results;
  for (const auto* section : {&set.rules, &set.acknowledge}) {
    for (const auto& rule : *section) {
      for (std::size_t i = 0; i < rule.examples.size(); ++i) {
        results.push_back(run_example(rule, rule.examples[i], i + 1, judging));
      }
    }
  }
  for (std::size_t i = 0; i < set.tests.size(); ++i) results.push_back(run_test(set.tests[i], i + 1, judging));
  return results;
}

Problems problems_of(const std::vector<ExampleResult>& results) {
  Problems problems;
  for (const auto& result : results) {
    if (result.passed) continue;
    // A failing example is an error like any other: it says that the set does not do what its author meant.
    problems.push_back({Severity::error, result.place,
                        fmt::format("{} fails: expected {}", result.name, result.expected),
                        fmt::format("it is {}", result.actual)});
  }
  return problems;
}

}  // namespace docket
