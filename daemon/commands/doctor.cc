// docket doctor: everything an admin would check, a line each: ok, warning or broken, and what to do next.
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "connectors/dns.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/doctor/examine.h"

namespace docket {
namespace {

using doctor::Line;
using doctor::State;

const char* word(State state) {
  constexpr std::array<const char*, 3> kWords{"ok", "warning", "broken"};
  return kWords.at(static_cast<std::size_t>(state));
}

nlohmann::json to_json(const Line& line) {
  return {{"check", line.check},
          {"state", word(line.state)},
          {"text", line.text},
          {"next", line.next.empty() ? nlohmann::json() : nlohmann::json(line.next)}};
}

void print(const Line& line) {
  std::string state = word(line.state);
  state.resize(9, ' ');
  std::cout << state << shown(line.check) << ": " << shown(line.text) << "\n";
  if (!line.next.empty()) std::cout << "         -> " << shown(line.next) << "\n";
  std::cout.flush();  // some take their time
}

}  // namespace

int run_doctor(const Common& common, const DoctorOptions& options) {
  auto resolver = make_resolver(options.dns);
  if (!resolver) {
    complain("--dns: " + resolver.error());
    return kWrongUse;
  }
  std::array<int, 3> counts{};
  auto all = nlohmann::json::array();
  const std::string command = common.config_named ? "docket -c " + common.config.string() : "docket";
  doctor::examine({common.config, command, options.probe}, **resolver, SystemClock(), [&](const Line& line) {
    ++counts.at(static_cast<std::size_t>(line.state));
    if (common.json) {
      all.push_back(to_json(line));
    } else {
      print(line);
    }
  });
  if (common.json) {
    print_json(all);
  } else {
    std::cout << counts[2] << " broken, " << counts[1] << " warnings, " << counts[0] << " ok\n";
  }
  return counts[2] > 0 || (options.strict && counts[1] > 0) ? kNo : kDone;
}

}  // namespace docket
