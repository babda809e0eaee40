// docket reload: the running daemon checks what lies on disk and takes it whole, or not at all.
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/problem.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_reload(const Common& common, bool /*yes: nothing is asked until the comparison is built*/) {
  const auto answer = ask_changing(common, "/reload", {});
  if (!answer) return answer.error();
  bool refused = false;
  for (const auto& problem : *answer) {
    const bool error = problem.value("severity", "") == "error";
    refused = refused || error;
    if (common.json) continue;
    std::cout << to_string(Problem{error ? Severity::error : Severity::warning,
                                   {problem.value("file", ""), problem.value("line", 0), problem.value("column", 0)},
                                   problem.value("text", ""),
                                   problem.value("hint", "")})
              << "\n";
  }
  if (common.json) print_json(*answer);
  if (!common.json) std::cout << (refused ? "refused: what ran runs on\n" : "taken\n");
  return refused ? kWrongUse : kDone;
}

}  // namespace docket
