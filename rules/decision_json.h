// A decision as `docket route --json` prints it without the acknowledgement.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "rules/decision.h"

namespace docket {

[[nodiscard]] nlohmann::json to_json(const Decision& decision);

}  // namespace docket
