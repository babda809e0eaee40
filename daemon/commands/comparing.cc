#include "daemon/commands/comparing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "daemon/commands/ask.h"

namespace docket {
namespace {

using nlohmann::json;

std::string text_of(const json& value, const char* name) {
  const auto found = value.find(name);
  if (found == value.end() || found->is_null()) return "-";
  return shown(found->is_string() ? found->get<std::string>() : found->dump());
}

std::string destination_of(const json& decision) {
  if (decision.value("outcome", "") == "ignored") return "ignored";
  return decision["assign"].is_string() ? decision.value("assign", "") : "review";
}

/// Which rule or address decided, and the reason that residents are told.
std::string reason_of(const json& decision) {
  const auto because = decision.value("because", "");
  return decision.value("decided_by", "") + (because.empty() ? "" : ": " + because);
}

/// Rows and columns are the offices that some letter leaves or reaches; what stays where it is stands in the diagonal.
void print_matrix(const json& moves) {
  std::set<std::string> offices;
  for (const auto& move : moves) {
    if (move["before"] == move["after"]) continue;
    offices.insert(move.value("before", ""));
    offices.insert(move.value("after", ""));
  }
  if (offices.empty()) return;
  std::vector<std::string> columns{"before \\ after"};
  columns.insert(columns.end(), offices.begin(), offices.end());
  std::map<std::string, json> rows;
  for (const auto& office : offices) rows[office] = {{columns.front(), office}};
  for (const auto& move : moves) {
    const auto row = rows.find(move.value("before", ""));
    if (row != rows.end()) row->second[move.value("after", "")] = move["letters"];
  }
  auto table = json::array();
  for (auto& [office, row] : rows) table.push_back(std::move(row));
  print_table(table, columns);
  std::cout << "\n";
}

void print_differing(const json& one) {
  const auto& before = one["before"];
  const auto& after = one["after"];
  const auto from = destination_of(before);
  const auto to = destination_of(after);
  const auto name = one["case"].is_string() ? one.value("case", "") : one.value("inbound", "") + " (ignored)";
  std::cout << fmt::format("{}  {}\n", shown(name), from == to ? from : from + " → " + to);
  std::cout << fmt::format("    before: {}\n    after:  {}\n", shown(reason_of(before)), shown(reason_of(after)));
  for (const auto& aspect : one["differs"]) {
    const auto key = aspect.get<std::string>();
    if (key == "assign" || key == "because" || key == "outcome" || !before.contains(key)) continue;
    std::cout << fmt::format("    {}: {} → {}\n", key, text_of(before, key.c_str()), text_of(after, key.c_str()));
  }
}

void print_result(const json& result) {
  print_problem_list(result["problems"]);
  if (result["comparison"].is_object()) print_comparison(result["comparison"]);
  if (result.value("refused", false)) {
    std::cout << "refused: what ran runs on\n";
  } else if (result.value("taken", false)) {
    std::cout << "taken: " << result.value("version", "") << "\n";
  }
}

/// Only a person at a terminal is asked; a script must say --yes.
bool agreed() {
  if (isatty(STDIN_FILENO) == 0) {
    complain("not taken: look at what it changes, then say --yes");
    return false;
  }
  std::cout << "Take it? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer == "y" || answer == "yes" || answer == "o" || answer == "oui") return true;
  std::cout << "not taken: what ran runs on\n";
  return false;
}

}  // namespace

void print_problem_list(const json& problems) {
  for (const auto& problem : problems) {
    const bool error = problem.value("severity", "") == "error";
    std::cout << to_string(Problem{error ? Severity::error : Severity::warning,
                                   {problem.value("file", ""), problem.value("line", 0), problem.value("column", 0)},
                                   problem.value("text", ""),
                                   problem.value("hint", "")})
              << "\n";
  }
}

void print_comparison(const json& comparison) {
  std::cout << fmt::format("{} letters compared, {} would differ\n", comparison.value("letters", 0),
                           comparison.value("differ", 0));
  if (const auto lost = comparison.value("losing_addressed", 0); lost > 0) {
    std::cout << fmt::format("{} would no longer reach an office whose address they were written to\n", lost);
  }
  if (const auto ignored = comparison.value("newly_ignored", 0); ignored > 0) {
    std::cout << fmt::format("{} would be ignored and are a case now\n", ignored);
  }
  if (const auto damaged = comparison.value("unreadable", 0); damaged > 0) {
    std::cout << fmt::format("{} could not be read any more\n", damaged);
  }
  if (comparison.value("differ", 0) == 0) return;
  std::cout << "\n";
  print_matrix(comparison["moves"]);
  for (const auto& one : comparison["cases"]) print_differing(one);
}

int reload_asking(const Common& common, bool yes) {
  std::map<std::string, std::string> query;
  if (yes) query["yes"] = "1";
  auto result = ask_changing(common, "/reload", query);
  if (!result) return result.error();
  const auto finished = [&] { return result->value("taken", false) || result->value("refused", false); };
  // What was shown is what is taken: had the files changed meanwhile, it is compared and asked again.
  while (!finished() && !common.json) {
    print_result(*result);
    if (!agreed()) return kNo;
    result = ask_changing(common, "/reload", {{"yes", "1"}, {"version", result->value("version", "")}});
    if (!result) return result.error();
  }
  if (common.json) {
    print_json(*result);
  } else {
    print_result(*result);
  }
  if (result->value("refused", false)) return kWrongUse;
  return result->value("taken", false) ? kDone : kNo;
}

}  // namespace docket
