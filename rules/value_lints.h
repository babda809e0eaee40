// What is valid in one value of a condition and yet hardly meant.
#pragma once

#include <string_view>

#include "rules/condition.h"

namespace docket {

/// Appends warnings at `place`; `written` is a value that the condition's row has parsed.
void lint_value(const Condition& condition, std::string_view written, const Place& place, Problems& problems);

}  // namespace docket
