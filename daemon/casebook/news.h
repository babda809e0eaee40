// News of a case that the resident hears by itself. Private: daemon/casebook only.
#pragma once

#include "daemon/casebook/writing.h"
#include "daemon/letters/news.h"

namespace docket {

/// Told now when the offices are open and the last news is a day old, else then, as one letter with what else there
/// is. Nothing where the office's `updates` say so, where nobody was acknowledged, or in a shadow.
/// `a_person_wrote`: it goes with what a person wrote just now, so that the day does not count; hours still do.
void tell_resident(const Writing& writing, const TownNow& now, const CaseRow& row, News what,
                   bool a_person_wrote = false);

/// It is open again before anyone was told that it closed; what else is news stays.
void drop_news_of_closing(const Writing& writing, const CaseRow& row);

/// Those that are due by now; answers how many letters that makes.
[[nodiscard]] int tell_waiting_news(const Writing& writing, const TownNow& now);

}  // namespace docket
