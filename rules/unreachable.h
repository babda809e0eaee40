// Rules that never decide, since another one before them takes every letter that they could.
#pragma once

#include <vector>

#include "config/calendar.h"
#include "config/town.h"
#include "rules/compiled.h"

namespace docket {

struct Hidden {
  const Rule* rule;
  const Rule* by;
};

/// Of the deciding rules, in their order; each with the first that hides it. Sound, not complete: what follows from
/// expressions, or only from several rules together, is not found.
[[nodiscard]] std::vector<Hidden> hidden_rules(const RuleSet::Compiled& set, const Town& town,
                                               const Calendar& calendar);

/// Whether every letter for which `a` holds also satisfies `b`; false: unknown.
[[nodiscard]] bool implies(const When& a, const When& b);

}  // namespace docket
