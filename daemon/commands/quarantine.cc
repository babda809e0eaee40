// docket quarantine …: what could not be handled by itself; kept, listed, retried.
#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_quarantine(const Common& common, const ThingOptions& options) {
  if (options.action == "list" || options.action == "show") {
    const auto answer = ask_reading(common, options.action == "list" ? "/quarantine" : "/quarantine/" + options.id, {});
    if (!answer) return answer.error();
    if (common.json) {
      print_json(*answer);
    } else if (options.action == "show") {
      print_members(*answer,
                    {"id", "source", "at", "received", "reason", "attempts", "sha256", "size", "delivery_key"});
      print_text(*answer, "header");
    } else {
      print_table(*answer, {"id", "source", "at", "reason", "attempts", "size"});
    }
    return kDone;
  }
  const auto answer = ask_changing(common, "/quarantine/" + options.id + "/" + options.action,
                                   {{"text", options.text}, {"office", options.office}});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else if (answer->contains("outcome")) {
    const auto& number = (*answer)["case"];
    std::cout << answer->value("outcome", "") << (number.is_string() ? " " + number.get<std::string>() : "") << "\n";
  }
  return kDone;
}

}  // namespace docket
