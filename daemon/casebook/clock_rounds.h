// What the clock makes of open cases by itself: reminders, and the ladder of those who are told when something is late.
// Inside the caller's transaction. Private: daemon/casebook only.
#pragma once

#include "daemon/casebook/writing.h"

namespace docket {

/// Pauses whose day has come.
void end_pauses(const Writing& writing, const TownNow& now);
/// In the morning of a business day one letter to each measured office of its open cases that are due by the end of the
/// next business day, or late. Answers how many letters.
[[nodiscard]] int remind_offices(const Writing& writing, const TownNow& now);
/// Each step of an office's ladder whose moment has come, once a case and due time: in office hours, one letter to each
/// target. Answers how many letters.
[[nodiscard]] int escalate_cases(const Writing& writing, const TownNow& now);

}  // namespace docket
