// A letter as `docket read --json` prints it; scripts rely on these names.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "connectors/letter.h"

namespace docket {

/// Every field always there, in a fixed order; times as RFC 3339, sizes in octets; missing values are null or []. All
/// strings are valid UTF-8.
[[nodiscard]] nlohmann::ordered_json to_json(const Letter& letter);

}  // namespace docket
