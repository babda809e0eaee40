// What a recorded letter does to cases: opens one, joins one, turns out to be known. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/threading.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// A new case with number, participants, forwards and acknowledgement; `named`: the case it is linked to.
[[nodiscard]] Recorded open_case(const Writing& writing, const Recording& recording,
                                 const std::optional<CaseRow>& named);

/// A resident's letter, added to a case; `reopens`: the case was closed.
[[nodiscard]] Recorded join_case(const Writing& writing, const Recording& recording, const Threading& threading,
                                 bool reopens);

/// Which offices get a letter that joined a case.
enum class PassedTo { all, assigned, only_fresh };
/// The assigned office and the copies get it as an addition, as far as `to` says; those in `fresh` as a copy; never
/// `except`, which wrote it, nor whoever's address for forwards stands in From.
void forward_addition(const Writing& writing, const CaseRow& row, const Recording& recording, std::int64_t inbound,
                      const std::vector<CopyTo>& fresh, PassedTo to, const std::string& except = {});

/// A bounce of ours: an addition that marks the letter that came back.
[[nodiscard]] Recorded add_bounce(const Writing& writing, const Recording& recording, const Returned& returned);

/// The same letter again; offices it newly addresses are informed.
[[nodiscard]] Recorded add_duplicate(const Writing& writing, const Recording& recording, std::int64_t same_as,
                                     const std::optional<CaseRow>& row);

}  // namespace docket
