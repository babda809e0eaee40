// docket rules list|test|hits|history: each rule as a plain sentence; examples and tests; what each did; the sets that
// ran.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/configuration.h"
#include "rules/examples.h"

namespace docket {
namespace {

int list_rules(const Common& common, const std::string& language, const Configuration& configuration) {
  auto rows = nlohmann::json::array();
  const auto& spoken = language.empty() ? configuration.town->default_language : language;
  for (const auto& rule : configuration.rules->words(spoken, Audience::clerk)) {
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

/// "3 (12%)" of what it decided.
std::string not_ours_words(std::int64_t count, std::int64_t decided) {
  if (count == 0 || decided == 0) return std::to_string(count);
  return fmt::format("{} ({:.0f}%)", count, 100.0 * static_cast<double>(count) / static_cast<double>(decided));
}

/// Every rule on disk beside what the book says it has done; one that never matched is marked.
int show_hits(const Common& common, const RulesOptions& options, const Configuration& configuration) {
  const auto since = since_of(options.since);
  if (!since) return since.error();
  const auto hits = ask_reading(common, "/rules/hits", {{"since", *since}});
  if (!hits) return hits.error();
  auto rows = nlohmann::json::array();
  for (const auto& rule : configuration.rules->words(configuration.town->default_language, Audience::clerk)) {
    const auto found = hits->find(rule.rule);
    const bool never = found == hits->end();
    rows.push_back({{"rule", rule.rule},
                    {"file", rule.file},
                    {"line", rule.line},
                    {"kind", rule.kind},
                    {"matched", never ? 0 : found->value("matched", 0)},
                    {"decided", never ? 0 : found->value("decided", 0)},
                    {"not_ours", never ? 0 : found->value("not_ours", 0)},
                    {"last", never ? nlohmann::json() : (*found)["last"]}});
  }
  if (common.json) {
    print_json(rows);
    return kDone;
  }
  for (auto& row : rows) {
    if (row["last"].is_null()) row["last"] = "never";
    row["not ours"] = not_ours_words(row["not_ours"].get<std::int64_t>(), row["decided"].get<std::int64_t>());
  }
  print_table(rows, {"rule", "file", "kind", "matched", "decided", "not ours", "last"});
  return kDone;
}

int show_history(const Common& common) {
  const auto sets = ask_reading(common, "/rules/history", {});
  if (!sets) return sets.error();
  if (common.json) {
    print_json(*sets);
  } else {
    print_table(*sets, {"at", "who", "letters", "version"});
  }
  return kDone;
}

}  // namespace

int run_rules(const Common& common, const RulesOptions& options) {
  if (options.action == "history") return show_history(common);
  if (options.action == "compare") return compare_rules(common, options);
  if (options.action == "restore") return restore_rules(common, options);
  Problems problems;
  const auto configuration = load_configuration(common.config, SystemClock().now(), problems, Examples::left_out);
  if (!configuration) {
    print_problems(problems);
    return kWrongUse;
  }
  if (options.action == "hits") return show_hits(common, options, *configuration);
  return options.action == "list" ? list_rules(common, options.language, *configuration)
                                  : test_rules(common, *configuration);
}

}  // namespace docket
