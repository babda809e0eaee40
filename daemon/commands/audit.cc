// docket audit verify|head: checks the hash chain of all events; prints its head.
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_audit(const Common& common, const std::string& action) {
  const auto answer = ask_reading(common, "/audit/" + action, {});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_members(*answer);
  }
  return answer->value("ok", true) ? kDone : kNo;
}

}  // namespace docket
