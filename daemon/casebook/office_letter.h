// A letter that somebody wrote as an office: its commands, its way to the resident, and what its writer is told.
// Private: daemon/casebook only.
#pragma once

#include <cstdint>

#include "daemon/casebook/cases.h"
#include "daemon/letters/writer_words.h"

namespace docket {

/// Added to the case it joins. The words of whoever is not proven to speak for the office that answers go to offices
/// only; of the other, those that commands let go to the resident.
[[nodiscard]] Recorded join_office_letter(const Writing& writing, const Recording& recording,
                                          const Threading& threading);

/// It claims to be an office's and was let into no case (`recorded` says what became of it): whoever wrote it learns
/// that nobody will send it on.
void tell_claimant(const Writing& writing, const Recording& recording, const Threading& threading,
                   const Recorded& recorded);

}  // namespace docket
