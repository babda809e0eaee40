// docket rules list|test: each rule in plain words; examples and tests.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/configuration.h"
#include "rules/examples.h"

namespace docket {
namespace {

int list_rules(const Common& common, const Configuration& configuration) {
  auto rows = nlohmann::json::array();
  for (const auto& rule : configuration.rules->words(configuration.town->default_language)) {
    rows.push_back(
        {{"rule", rule.rule}, {"file", rule.file}, {"line", rule.line}, {"kind", rule.kind}, {"words", rule.words}});
  }
  if (common.json) {
    print_json(rows);
    return kDone;
  }
  for (const auto& row : rows) {
    std::cout << fmt::format("{} ({}:{}, {})\n  {}\n", row.value("rule", ""), row.value("file", ""),
                             row.value("line", 0), row.value("kind", ""), row.value("words", ""));
  }
  return kDone;
}

int test_rules(const Common& common, const Configuration& configuration) {
  auto rows = nlohmann::json::array();
  int failed = 0;
  for (const auto& result : run_examples(configuration.judging())) {
    if (!result.passed) ++failed;
    rows.push_back({{"name", result.name},
                    {"passed", result.passed},
                    {"file", result.place.file},
                    {"line", result.place.line},
                    {"expected", result.expected},
                    {"actual", result.actual}});
  }
  if (common.json) {
    print_json(rows);
  } else {
    for (const auto& row : rows) {
      if (row.value("passed", false)) continue;
      std::cout << fmt::format("{}\n  expected: {}\n  actual:   {}\n", row.value("name", ""), row.value("expected", ""),
                               row.value("actual", ""));
    }
    std::cout << fmt::format("{} examples and tests, {} failed\n", rows.size(), failed);
  }
  return failed > 0 ? kNo : kDone;
}

}  // namespace

int run_rules(const Common& common, const std::string& action) {
  Problems problems;
  const auto configuration = load_configuration(common.config, SystemClock().now(), problems, Examples::left_out);
  if (!configuration) {
    print_problems(problems);
    return kWrongUse;
  }
  return action == "list" ? list_rules(common, *configuration) : test_rules(common, *configuration);
}

}  // namespace docket
