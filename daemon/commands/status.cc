// docket status: health in one screen, or as metrics; exit 1 when not healthy or not running.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "config/version.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/status_screen.h"
#include "daemon/control/client.h"
#include "daemon/metrics.h"

namespace docket {
namespace {

nlohmann::json not_running(const std::string& why) {
  return {{"running", false}, {"healthy", false}, {"problems", {why}}};
}

nlohmann::json status_of(const Paths& paths) {
  const auto answer = ask_daemon(paths.control, "GET", "/status", {}, {});
  if (!answer) {
    return not_running(answer.error() == ControlError::refused ? "you may not use the control socket"
                                                               : "docket is not running");
  }
  auto value = nlohmann::json::parse(answer->body, nullptr, false);
  return answer->status == 200 && value.is_object() ? value : not_running("the daemon did not answer as expected");
}

/// For a textfile collector: something is always printed, and docket_up tells what.
int print_metrics(const Paths& paths) {
  const auto answer = ask_daemon(paths.control, "GET", "/metrics", {}, {});
  if (!answer || answer->status != 200) {
    if (!answer && answer.error() == ControlError::refused) complain("you may not use the control socket");
    std::cout << metrics_when_down(version());
    return kNo;
  }
  std::cout << answer->body;
  return answer->body.find("\ndocket_healthy 1\n") != std::string::npos ? kDone : kNo;
}

}  // namespace

int run_status(const Common& common, bool prometheus) {
  const auto paths = paths_of(common);
  if (!paths) return paths.error();
  if (prometheus) return print_metrics(*paths);
  const auto value = status_of(*paths);
  if (common.json) {
    print_json(value);
  } else {
    for (const auto& line : status_screen(value, SystemClock().now())) std::cout << shown(line) << "\n";
  }
  return value.value("healthy", false) ? kDone : kNo;
}

}  // namespace docket
