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
  for (const auto* key :
       {"number", "status", "office", "copies", "labels", "priority", "subject", "from", "channel", "opened", "due"}) {
    const auto& member = value[key];
    std::cout << fmt::format("{:9} {}\n", key, shown(member.is_string() ? member.get<std::string>() : member.dump()));
  }
  std::cout << "\n";
  print_table(value["timeline"], {"at", "who", "what", "detail"});
  std::cout << "\n";
  print_table(value["outbox"], {"id", "kind", "to", "state", "attempts", "last_reply"});
}

int show(const Common& common, const ThingOptions& options, std::map<std::string, std::string> query) {
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
  print_json(*answer);
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
    query["q"] = options.id;
    return list(common, "/search", query);
  }
  if (options.action != "list") return change(common, options);
  if (options.limit > 0) query["limit"] = std::to_string(options.limit);
  query["status"] = options.status;
  query["office"] = options.office;
  return list(common, "/cases", query);
}

}  // namespace docket
