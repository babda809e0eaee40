// A letter that leaves its case for one of its own. Private: daemon/casebook only.
#pragma once

#include <optional>

#include "daemon/casebook/writing.h"

namespace docket {

/// What was read of an added letter is forgotten where it was, and it opens a case, linked to the one it was in.
/// nullopt: this delivery is no addition to any case (any more).
[[nodiscard]] std::optional<Recorded> split_off(const Writing& writing, const Recording& recording);

}  // namespace docket
