// docket ignored list: letters that a named rule or sign ignored; kept and listed.
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_ignored(const Common& common) {
  const auto answer = ask_reading(common, "/ignored", {});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_table(*answer, {"id", "source", "at", "reason", "size"});
  }
  return kDone;
}

}  // namespace docket
