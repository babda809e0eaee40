// What is promised of a case, until when, and when it was kept. Private: daemon/casebook only.
#pragma once

#include <string>

#include "daemon/casebook/writing.h"

namespace docket {

/// What is promised of it, in `row` alone.
void set_clock(CaseRow& row, const Promise& promise);
/// At reopening, or when rules decide anew; an empty promise promises nothing. Changes `row` too, as all
/// below.
void start_clock(const Writing& writing, CaseRow& row, const Promise& promise);
/// Another office has the case: its own standard counts from the same receipt; a day that would be over by then counts
/// from now. What is statutory stays as it was promised.
void clock_for_office(const Writing& writing, const TownNow& now, CaseRow& row);
/// A person of the office has answered; only the first time counts.
void first_answer(const Writing& writing, CaseRow& row, const std::string& who);
/// A later (or earlier) day for what is still open: the first response, else the resolution.
void set_due(const Writing& writing, CaseRow& row, Time due);
/// It waits for the resident: from now until `until` no open time passes. Nothing that is statutory waits.
void pause_clock(const Writing& writing, CaseRow& row, Time until);
/// What was left of each time when it was paused is left again from now on, or from the day it was to end where nobody
/// saw to it then. A day past the calendar's end is no longer promised.
void resume_clock(const Writing& writing, const TownNow& now, CaseRow& row);

/// `span` after `from`. Past the calendar's end business time counts as plain time: what must happen then still does.
[[nodiscard]] Time later_by(const Calendar& calendar, Time from, const Span& span);

}  // namespace docket
