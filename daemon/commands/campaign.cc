// docket case campaign: letters that are nearly the same, from many people.
#include <nlohmann/json.hpp>

#include <iostream>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_campaign(const Common& common, const ThingOptions& options) {
  const bool list = options.id.empty();
  const auto answer = ask_reading(common, list ? "/campaigns" : "/campaigns/" + options.id, {});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else if (list) {
    print_table(*answer, {"campaign", "letters", "people", "cases", "first", "last", "gist"});
  } else {
    print_members(*answer, {"campaign", "letters", "people", "cases", "first", "last", "gist"});
    std::cout << "\n";
    print_table((*answer)["members"], {"number", "status", "office", "opened", "due", "from"});
  }
  return kDone;
}

}  // namespace docket
