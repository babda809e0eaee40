// A decision as `docket route --json` prints it (contract.md section 3), without the acknowledgement.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "rules/decision.h"

namespace docket {

[[nodiscard]] nlohmann::json to_json(const Decision& decision);

}  // namespace docket
