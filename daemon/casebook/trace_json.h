// The stored trace of a decision, in the shape of `docket route --json` (contract.md section 3).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "rules/decision.h"

namespace docket {

[[nodiscard]] nlohmann::json trace_json(const Decision& decision, const Decision& if_joined);

}  // namespace docket
