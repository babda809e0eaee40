// Letter → Decision: pure; no clock, no file, no book.
#pragma once

#include "config/calendar.h"
#include "config/settings.h"
#include "config/town.h"
#include "connectors/letter.h"
#include "rules/decision.h"
#include "rules/rule_set.h"

namespace docket {

/// What a letter is judged under; the references outlive the call.
struct Judging {
  const RuleSet& rules;
  const Town& town;
  const Calendar& calendar;
};

/// Of which rules the decision tells the conditions and what they saw.
enum class Tracing { none, matched_only, all };

/// The decision for a letter that opens a case. The time of receipt is letter.received (absent: 1970).
[[nodiscard]] Decision route(const Letter& letter, const Judging& judging, Tracing tracing = Tracing::matched_only);

/// The adding rules alone, for a letter that joins a case: notices, copies, labels, priority, restrict, quote.
[[nodiscard]] Decision route_addition(const Letter& letter, const Judging& judging,
                                      Tracing tracing = Tracing::matched_only);

/// Of one letter, for whom only the book will know which of them counts.
struct BothDecisions {
  Decision new_case;
  Decision addition;
};

/// route() and route_addition() together: the letter's texts are folded and looked through once.
[[nodiscard]] BothDecisions route_both(const Letter& letter, const Judging& judging);

}  // namespace docket
