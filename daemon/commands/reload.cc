// docket reload: the running daemon checks what lies on disk, compares it with what runs, and takes it whole or not.
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/comparing.h"

namespace docket {
namespace {

using nlohmann::json;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{60};
constexpr std::chrono::milliseconds kPause{500};

const char* words_of(const std::string& outcome) {
  if (outcome == "live") return "taken: the clerk is told by mail";
  if (outcome == "refused") return "refused: what ran runs on; the clerk is told by mail";
  if (outcome == "held") return "held back: the clerk is asked by mail, and answers #take";
  return "nothing to take: what lies there runs";
}

int code_of(const std::string& outcome) {
  if (outcome == "refused") return kWrongUse;
  return outcome == "held" ? kNo : kDone;
}

/// Until nobody writes any more; the error is the exit code.
tl::expected<json, int> settled(const Common& common) {
  const auto limit = steady_clock::now() + kPatience;
  while (true) {
    auto result = ask_changing(common, "/reload", {{"saved", "1"}});
    if (!result) {
      // A service that watches the folder meets this at every save: it is no failure of theirs.
      if (result.error() == kDaemonNeeded) complain("what is saved is taken, or refused, when docket starts");
      return result;
    }
    if (result->value("outcome", "") != "waiting") return result;
    if (steady_clock::now() >= limit) {
      complain("files are still being written; docket looks again by itself when they stay as they are");
      return tl::unexpected(kTryLater);
    }
    std::this_thread::sleep_for(kPause);
  }
}

int reload_saved(const Common& common) {
  const auto result = settled(common);
  if (!result) return result.error();
  const auto outcome = result->value("outcome", "");
  if (common.json) {
    print_json(*result);
    return code_of(outcome);
  }
  print_problem_list((*result)["problems"]);
  if ((*result)["comparison"].is_object()) print_comparison((*result)["comparison"]);
  std::cout << words_of(outcome) << "\n";
  return code_of(outcome);
}

}  // namespace

int run_reload(const Common& common, const ReloadOptions& options) {
  return options.saved ? reload_saved(common) : reload_asking(common, options.yes);
}

}  // namespace docket
