// `expect:` of a test against a decision; only the keys that are named count.
#pragma once

#include <string>

#include "rules/decision.h"
#include "rules/sketch.h"

namespace docket {

[[nodiscard]] bool is_met(const Expectation& expectation, const Decision& decision);
/// "copies: roads, ward-2", as expected and as decided.
[[nodiscard]] std::string expected_words(const Expectation& expectation);
[[nodiscard]] std::string actual_words(const Expectation& expectation, const Decision& decision);

}  // namespace docket
