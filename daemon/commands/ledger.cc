// docket ledger: per source, what was seen and what became of it; exit 1 when the sum does not hold.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_ledger(const Common& common, const LedgerOptions& options) {
  const auto answer = ask_reading(common, "/ledger", {{"source", options.source}, {"day", options.day}});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_table(*answer, {"source", "seen", "cases", "additions", "duplicates", "ignored", "quarantined",
                          "before_start", "waiting", "vanished", "difference"});
  }
  const bool holds =
      std::all_of(answer->begin(), answer->end(), [](const auto& row) { return row.value("difference", 0) == 0; });
  return holds ? kDone : kNo;
}

}  // namespace docket
