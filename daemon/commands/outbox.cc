// docket outbox …: letters out.
#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_outbox(const Common& common, const ThingOptions& options) {
  std::map<std::string, std::string> query;
  if (options.member_records) query = {{"member_records", "1"}, {"reason", options.reason}};
  if (options.action == "list" || options.action == "show") {
    if (options.action == "list") query["state"] = options.status;
    const auto answer = ask_reading(common, options.action == "list" ? "/outbox" : "/outbox/" + options.id, query);
    if (!answer) return answer.error();
    if (common.json) {
      print_json(*answer);
    } else if (options.action == "show") {
      print_members(*answer, {"id", "case", "kind", "to", "office", "role", "state", "attempts", "last_reply",
                              "created", "changed", "next", "message_id", "subject"});
      print_text(*answer, "text");
    } else {
      print_table(*answer, {"id", "case", "kind", "to", "state", "attempts", "last_reply"});
    }
    return kDone;
  }
  const auto answer =
      ask_changing(common, "/outbox/" + (options.restored ? "restored" : options.id) + "/" + options.action,
                   {{"text", options.text}, {"sent", options.sent ? "1" : "0"}});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else if (options.restored) {
    std::cout << answer->value("letters", 0) << " letters\n";
  }
  return kDone;
}

}  // namespace docket
