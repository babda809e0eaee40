// What `docket status` prints of the daemon's JSON: one screen, so that nothing scrolls away.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/clock.h"

namespace docket {

/// At most 24 lines of 80 characters; what has no room is counted. Problems first: each with its next step.
[[nodiscard]] std::vector<std::string> status_screen(const nlohmann::json& status, Time now);

}  // namespace docket
