// docket case …: the cases; what a clerk sees and does.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/compare/answers.h"
#include "daemon/control/reading.h"

namespace docket {
namespace {

using nlohmann::json;

void print_case(const json& value) {
  print_members(value, {"number", "status", "office", "copies", "labels", "priority", "subject", "from", "channel",
                        "opened", "due"});
  for (const auto* cases : {"merged", "linked", "same_person"}) {
    if (value.contains(cases) && !value[cases].empty()) print_members(value, {cases});
  }
  std::cout << "\n";
  print_table(value["came"], {"at", "channel", "from", "call", "place"});
  std::cout << "\n";
  if (value.contains("parties") && !value["parties"].empty()) {
    print_table(value["parties"], {"role", "address", "name", "proven"});
    std::cout << "\n";
  }
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
    if (rule.contains("words")) std::cout << "      " << shown(rule.value("words", "")) << "\n";
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

tl::expected<json, int> explanation(const Common& common, const ThingOptions& options) {
  const auto path = "/cases/" + options.id + "/explain";
  if (!options.full) return ask_reading(common, path, {});
  Problems ignored;
  const auto now = SystemClock().now();
  const auto running = load_configuration(common.config, now, ignored, Examples::left_out);
  HttpRequest request;
  request.method = "GET";
  request.path = path;
  request.query = {{"full", "1"}};
  return ask_or_read(common, request, [&](const HttpRequest&, BookReader& book) {
    if (running == nullptr)
      return error_answer(409, kWrongUse, "the files on disk are refused; `docket check` says why");
    return answer_full_explanation(options.id, book, *running, now);
  });
}

int explain(const Common& common, const ThingOptions& options) {
  const auto answer = explanation(common, options);
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
                                   {{"text", options.text},
                                    {"office", options.office},
                                    {"other", options.other},
                                    {"inbound", options.inbound},
                                    {"day", options.day},
                                    {"other_person", options.other_person ? "1" : ""}});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else if (answer->contains("case")) {
    print_members(*answer, {"outcome", "case"});  // of a split: where the letter is now
  }
  return kDone;
}

int assign_again(const Common& common, const ThingOptions& options) {
  const auto since = since_of(options.since);
  if (!since) return since.error();
  std::map<std::string, std::string> query{{"set", options.decided_by}, {"rule", options.rule}, {"since", *since}};
  if (options.dry_run) query["dry_run"] = "1";
  auto answer = ask_changing(common, "/assign-again", query);
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
    return kDone;
  }
  print_table((*answer)["cases"], {"case", "from", "to", "resident_told", "skipped"});
  std::cout << fmt::format("{} {}, {} skipped\n", answer->value("moved", 0),
                           options.dry_run ? "would be assigned again" : "assigned again", answer->value("skipped", 0));
  return kDone;
}

/// One case to one office, or those that a set decided to where the rules of now send them.
int assign(const Common& common, const ThingOptions& options) {
  const bool bulk = !options.decided_by.empty() || !options.rule.empty() || !options.since.empty() || options.dry_run;
  if (options.again && options.id.empty()) return assign_again(common, options);
  if (bulk || options.again || options.id.empty() || options.office.empty()) {
    complain(
        "case assign NUMBER OFFICE, or case assign --decided-by VERSION --rule NAME --since T --again [--dry-run]");
    return kWrongUse;
  }
  return change(common, options);
}

}  // namespace

int run_case(const Common& common, const ThingOptions& options) {
  std::map<std::string, std::string> query;
  if (options.member_records) query = {{"member_records", "1"}, {"reason", options.reason}};
  if (options.action == "show") return show(common, options, query);
  if (options.action == "explain") return explain(common, options);
  if (options.action == "assign") return assign(common, options);
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
