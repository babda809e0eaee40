// What systemd knows of docket's unit; nothing where there is no systemd.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "daemon/doctor/running.h"

namespace docket::doctor {

/// "docket.service", or "docket@NAME.service" for the configuration in /etc/docket/NAME.
[[nodiscard]] std::string unit_of(const std::filesystem::path& config);

struct UnitFacts {
  Unit unit;
  std::vector<std::string> credentials;  ///< "ID:PATH" of its LoadCredential=
};
/// What `systemctl show` printed.
[[nodiscard]] UnitFacts read_unit(const std::string& name, const std::string& shown);
/// Asks systemctl, for five seconds at most.
[[nodiscard]] UnitFacts ask_systemd(const std::string& name);
/// Where the running unit has its credentials.
[[nodiscard]] std::string credentials_folder(const std::string& unit);

}  // namespace docket::doctor
