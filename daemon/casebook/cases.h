// What a recorded letter does to cases: opens one, joins one, turns out to be known. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/casebook/threading.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// A new case with number, participants, forwards and acknowledgement; `named`: the case it is linked to.
[[nodiscard]] Recorded open_case(const Writing& writing, const Recording& recording,
                                 const std::optional<CaseRow>& named);

/// Added to a case; `reopens`: the case was closed.
[[nodiscard]] Recorded join_case(const Writing& writing, const Recording& recording, const Threading& threading,
                                 bool reopens);

/// A bounce of ours: an addition that marks the letter that came back.
[[nodiscard]] Recorded add_bounce(const Writing& writing, const Recording& recording, const Returned& returned);

/// The same letter again; offices it newly addresses are informed.
[[nodiscard]] Recorded add_duplicate(const Writing& writing, const Recording& recording, std::int64_t same_as,
                                     const std::optional<CaseRow>& row);

}  // namespace docket
