// docket report recurring: the same trouble at the same place in other words, suggested; a clerk confirms or dismisses.
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {
namespace {

int list(const Common& common) {
  const auto answer = ask_reading(common, "/recurring", {{"now", rfc3339(SystemClock().now())}});
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    print_table(*answer, {"id", "state", "place", "topic", "words", "cases", "first", "last"});
  }
  return kDone;
}

}  // namespace

int run_report_recurring(const Common& common, const ThingOptions& options) {
  if (options.action.empty()) return list(common);
  if (options.id.empty()) {
    complain("which one? report recurring " + options.action + " ID");
    return kWrongUse;
  }
  const auto answer = ask_changing(common, "/recurring/" + options.id + "/" + options.action, {});
  if (!answer) return answer.error();
  if (common.json) print_json(*answer);
  return kDone;
}

}  // namespace docket
