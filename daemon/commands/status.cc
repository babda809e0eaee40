// docket status: health in one screen; exit 1 when not healthy or not running.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/control/client.h"

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

}  // namespace

int run_status(const Common& common) {
  const auto paths = paths_of(common);
  if (!paths) return paths.error();
  const auto value = status_of(*paths);
  const bool healthy = value.value("healthy", false);
  if (common.json) {
    print_json(value);
    return healthy ? kDone : kNo;
  }
  std::cout << (value.value("running", false) ? "running" : "not running") << (healthy ? ", healthy\n" : "\n");
  for (const auto& problem : value["problems"]) std::cout << "  " << shown(problem.get<std::string>()) << "\n";
  for (const auto& note : value.value("notes", nlohmann::json::array())) {
    std::cout << "  note: " << shown(note.get<std::string>()) << "\n";
  }
  if (value.contains("sources")) print_table(value["sources"], {"name", "last_success", "trouble"});
  return healthy ? kDone : kNo;
}

}  // namespace docket
