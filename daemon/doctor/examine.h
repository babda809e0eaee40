// All that `docket doctor` looks at, in the order an admin would. Changes nothing, but for the letter of `probe`.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "config/clock.h"
#include "connectors/dns.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

struct Wish {
  std::filesystem::path folder;  ///< the configuration
  std::string command;           ///< "docket", or "docket -c DIR": for what is to do next
  bool probe = false;
};
using Tell = std::function<void(const Line&)>;

/// `tell` gets each line as soon as it is known. As root it becomes the owner of the data folder half-way, for good:
/// what is read and measured there is done as docket would.
void examine(const Wish& wish, Resolver& resolver, const Clock& clock, const Tell& tell);

}  // namespace docket::doctor
