// docket audit verify|head: checks the hash chain of all events; prints its head.
#include <fmt/format.h>

#include <iostream>
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
    for (const auto& [key, value] : answer->items()) {
      std::cout << fmt::format("{:8} {}\n", key, value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
  return answer->value("ok", true) ? kDone : kNo;
}

}  // namespace docket
