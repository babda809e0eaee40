// docket case …: the cases; what a clerk sees and does.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {
namespace {

using nlohmann::json;

void print_case(const json& value) {
  print_members(value, {"number", "status", "office", "copies", "labels", "priority", "subject", "from", "channel",
                        "opened", "due"});
  std::cout << "\n";
  print_table(value["timeline"], {"at", "who", "what", "detail"});
  std::cout << "\n";
  print_table(value["outbox"], {"id", "kind", "to", "state", "attempts", "last_reply"});
}

/// Why one letter went where it went: the decision, then each rule that was looked at.
void print_explained(const json& letter) {
  print_members(letter, {"inbound", "at", "outcome", "rule_set"});
  const auto decision = letter.value("decision", json::object());
  print_members(decision, {"assign", "copies", "labels", "priority", "decided_by", "withheld"});
  for (const auto& rule : decision.value("trace", json::array())) {
    std::cout << fmt::format("  {} {} ({}:{})\n", rule.value("matched", false) ? "+" : "-",
                             shown(rule.value("rule", "")), rule.value("file", ""), rule.value("line", 0));
    for (const auto& condition : rule.value("conditions", json::array())) {
      const auto seen = condition.contains("seen") ? condition["seen"] : json();
      std::cout << fmt::format("      {} {}{}\n", condition.value("matched", false) ? "+" : "-",
                               shown(condition.value("condition", "")),
                               seen.is_string() ? ": " + shown(seen.get<std::string>()) : "");
    }
  }
  std::cout << "\n";
}

int show(const Common& common, const ThingOptions& options, const std::map<std::string, std::string>& query) {
  const auto answer = ask_reading(common, "/cases/" + options.id, query);
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_case(*answer);
  }
  return kDone;
}

int explain(const Common& common, const ThingOptions& options) {
  const auto answer = ask_reading(common, "/cases/" + options.id + "/explain", {});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
    return kDone;
  }
  for (const auto& letter : (*answer)["letters"]) print_explained(letter);
  return kDone;
}

int list(const Common& common, const std::string& path, const std::map<std::string, std::string>& query) {
  const auto answer = ask_reading(common, path, query);
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_table(*answer, {"number", "status", "office", "priority", "opened", "due", "letters", "subject"});
  }
  return kDone;
}

int change(const Common& common, const ThingOptions& options) {
  const auto answer = ask_changing(common, "/cases/" + options.id + "/" + options.action,
                                   {{"text", options.text}, {"office", options.office}});
  if (!answer) return answer.error();
  if (common.json) print_json(*answer);
  return kDone;
}

}  // namespace

int run_case(const Common& common, const ThingOptions& options) {
  std::map<std::string, std::string> query;
  if (options.member_records) query = {{"member_records", "1"}, {"reason", options.reason}};
  if (options.action == "show") return show(common, options, query);
  if (options.action == "explain") return explain(common, options);
  if (options.action == "search") {
    for (const auto& word : options.words) query["q"] += word + " ";
    return list(common, "/search", query);
  }
  if (options.action != "list") return change(common, options);
  if (options.limit > 0) query["limit"] = std::to_string(options.limit);
  query["status"] = options.status;
  query["office"] = options.office;
  return list(common, "/cases", query);
}

}  // namespace docket
