// What is valid in a rule set and hardly meant: warnings for `docket check`, found over the whole set once it is built.
// What is wrong with one value alone is told where it is read (rules/value_lints.h).
#pragma once

#include "config/calendar.h"
#include "config/problem.h"
#include "config/town.h"
#include "rules/compiled.h"

namespace docket {

/// All of them, in the order of the functions below.
void lint_rules(const RuleSet& rules, const Town& town, const Calendar& calendar, Problems& problems);

namespace lint {

/// Deciding rules that an earlier one always takes the letters of (rules/unreachable.h).
void unreachable(const RuleSet::Compiled& set, const Town& town, const Calendar& calendar, Problems& problems);
/// Rules that no letter can match: what must hold shuts out other things that must hold.
void contradictions(const RuleSet::Compiled& set, Problems& problems);
/// Conditions and values that change nothing beside others of the same rule or list.
void repetitions(const RuleSet::Compiled& set, Problems& problems);
/// The same value in two rules that send to different offices: a street in the lists of two wards.
void shared_values(const RuleSet::Compiled& set, Problems& problems);
/// Rules for which every letter has to be searched, expressions without a plain word in them, and rules for all
/// letters.
void costs(const RuleSet::Compiled& set, Problems& problems);
/// Rules that decide without an example: nobody sees what they are meant to find. One warning a file.
void without_examples(const RuleSet::Compiled& set, Problems& problems);

/// One person's address or extension in a `because` (config/personal_details.h).
void personal_details(const RuleSet::Compiled& set, const Town& town, Problems& problems);

/// A warning at a place.
void warn(Problems& problems, const Place& place, std::string text, std::string hint);
/// "20-streets.yaml:7"
[[nodiscard]] std::string where(const Place& place);

}  // namespace lint
}  // namespace docket
