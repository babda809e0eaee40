// What two decisions about the same letter mean differently for its writer or for an office.
#pragma once

#include <string>
#include <vector>

#include "rules/decision.h"

namespace docket {

/// What differs, in the words of `docket route --json` ("assign", "copies", …, also "because", "quote", "answer",
/// "standard", "alert", "channel"); empty: nobody would notice. Which rule decided is no difference by itself.
[[nodiscard]] std::vector<std::string> differences(const Decision& before, const Decision& after);
/// Where the letter goes: an office id, "review" or "ignored".
[[nodiscard]] std::string destination(const Decision& decision);
/// An office whose address was written to gets the letter before and not after.
[[nodiscard]] bool loses_addressed_office(const Decision& before, const Decision& after);
[[nodiscard]] bool newly_ignored(const Decision& before, const Decision& after);

}  // namespace docket
