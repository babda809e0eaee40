#include "daemon/doctor/running.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/text.h"

namespace docket::doctor {
namespace {

std::string with_place(const Problem& problem) {
  const auto text = to_string(problem);
  return text.substr(0, text.find('\n'));
}

Lines judge_drift(const Running& running) {
  Lines lines;
  if (running.program_replaced || running.version != running.installed) {
    lines.push_back(warning("version",
                            fmt::format("docket {} runs, {} is installed", running.version,
                                        running.version == running.installed ? "another build" : running.installed),
                            "systemctl restart docket"));
  } else {
    lines.push_back(ok("version", fmt::format("docket {} is installed, and runs", running.version)));
  }
  if (running.settings.empty() || running.settings == running.settings_on_disk) {
    lines.push_back(ok("docket.yaml", "what runs is what lies on the disk"));
  } else {
    lines.push_back(warning("docket.yaml", "it changed since docket started: what runs is older",
                            "docket check, then systemctl restart docket"));
  }
  if (!running.rules_on_disk.empty() && running.rules != running.rules_on_disk) {
    lines.push_back(warning("rules", "town.yaml, rules or letters on the disk are not those that run",
                            "docket check, then docket reload"));
  } else if (!running.rules_on_disk.empty()) {
    lines.push_back(ok("rules", "town, rules and templates that run are those on the disk"));
  }
  return lines;
}

}  // namespace

void take_status(Running& running, const nlohmann::json& status) {
  running.answer = Running::Answer::running;
  running.healthy = status.value("healthy", false);
  running.version = status.value("version", "");
  running.settings = status.value("settings", "");
  running.rules = status.value("rule_set", "");
  for (const auto& problem : status.value("problems", nlohmann::json::array())) {
    if (problem.is_string()) running.problems.push_back(problem.get<std::string>());
  }
}

Lines judge_running(const Running& running) {
  using Answer = Running::Answer;
  switch (running.answer) {
    case Answer::not_running:
      return {warning("daemon", fmt::format("docket does not run: nobody answers at {}", running.control),
                      "systemctl start docket; then journalctl -u docket says why, should it not stay")};
    case Answer::refused:
      return {warning("daemon", fmt::format("you may not use {}", running.control),
                      "ask as root, or as one of the operators: group of docket.yaml")};
    case Answer::silent:
      return {broken("daemon", fmt::format("a daemon is there but does not answer at {}", running.control),
                     "journalctl -u docket, then systemctl restart docket")};
    case Answer::running:
      break;
  }
  Lines lines;
  if (running.healthy) {
    lines.push_back(ok("daemon", "docket runs and finds nothing wrong with itself"));
  } else {
    std::string all;
    for (const auto& problem : running.problems) all += (all.empty() ? "" : "; ") + problem;
    lines.push_back(broken("daemon", "docket runs, and something needs a person: " + all, "docket status"));
  }
  const auto drift = judge_drift(running);
  lines.insert(lines.end(), drift.begin(), drift.end());
  return lines;
}

Lines judge_files(const Problems& problems, bool usable, const std::string& command) {
  const auto errors = std::count_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.severity == Severity::error; });
  const auto next = command + " check shows all of them, with a hint each";
  if (!usable || errors > 0) {
    const auto first = std::find_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.severity == Severity::error; });
    return {broken("settings", fmt::format("{} errors; {}", errors, first == problems.end() ? "" : with_place(*first)),
                   next)};
  }
  if (problems.empty()) return {ok("settings", "docket.yaml, town.yaml, rules and letters are sound")};
  Lines lines;
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 0; i < std::min(problems.size(), kMost); ++i) {
    const auto& problem = problems[i];
    lines.push_back(warning("settings", with_place(problem), problem.hint.empty() ? next : problem.hint));
  }
  if (problems.size() > kMost) {
    lines.push_back(warning("settings", fmt::format("and {} warnings more", problems.size() - kMost), next));
  }
  return lines;
}

Lines judge_expiries(const Settings& settings, Time now) {
  Lines lines;
  const auto look = [&](const std::string& whose, const Login& login) {
    if (!login.oauth2 || login.oauth2->secret_expires.empty()) return;
    const auto end = parse_rfc3339(login.oauth2->secret_expires);
    if (!end) return;
    lines.push_back(judge_end(whose + ": client secret", "the client secret", *end, now,
                              "make a new one at the provider, put it in its place, and its day into secret_expires"));
  };
  for (const auto& source : settings.sources) {
    if (const auto* imap = std::get_if<ImapSettings>(&source.way)) look("source " + source.name, imap->login);
  }
  if (const auto* smtp = std::get_if<SmtpSettings>(&settings.mail.way)) look("mail out", smtp->login);
  return lines;
}

Lines judge_unit(const Unit& unit) {
  if (!unit.loaded) return {};
  Lines lines;
  if (unit.needs_reload) {
    lines.push_back(
        warning("unit", unit.name + " changed on the disk since systemd read it", "systemctl daemon-reload"));
  }
  if (unit.fragment.starts_with("/etc/")) {
    lines.push_back(warning("unit", unit.fragment + " stands in front of the package's own: upgrades do not reach it",
                            "keep only your changes, with systemctl edit " + unit.name + ", and remove it"));
  }
  if (!lines.empty()) return lines;
  std::string changed;
  for (const auto& file : unit.drop_ins) changed += (changed.empty() ? ", with " : ", ") + file;
  return {ok("unit", unit.fragment + changed)};
}

}  // namespace docket::doctor
