// What is written on the disk beside what runs: settings and rules that are refused, changed since, or not taken yet;
// a daemon that is older than its program; what of it ends on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/problem.h"
#include "config/settings.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

/// What the running daemon says of itself beside what lies on the disk.
struct Running {
  enum class Answer { running, not_running, refused, silent } answer = Answer::not_running;
  std::string control;  ///< the socket's path
  bool healthy = false;
  std::vector<std::string> problems;
  std::string version;            ///< of the daemon
  std::string installed;          ///< of this program
  bool program_replaced = false;  ///< the file the daemon was started from is no more
  std::string settings;           ///< "sha256:…" of the docket.yaml that runs; empty: not told
  std::string settings_on_disk;
  std::string rules;          ///< the version of town, rules and templates that runs
  std::string rules_on_disk;  ///< empty: they cannot be read
};
/// `status`: what `docket status --json` has.
void take_status(Running& running, const nlohmann::json& status);

[[nodiscard]] Lines judge_running(const Running& running);
/// `usable`: settings, town, rules and templates could be built.
[[nodiscard]] Lines judge_files(const Problems& problems, bool usable, const std::string& command);
/// Client secrets that end on a day.
[[nodiscard]] Lines judge_expiries(const Settings& settings, Time now);

/// What systemd knows of docket's unit.
struct Unit {
  std::string name;
  bool loaded = false;
  std::string fragment;  ///< the unit's file
  std::vector<std::string> drop_ins;
  bool needs_reload = false;  ///< the files changed since systemd read them
};
[[nodiscard]] Lines judge_unit(const Unit& unit);

}  // namespace docket::doctor
