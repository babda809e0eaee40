// What every letter has to be searched for.
#include <fmt/format.h>

#include "rules/lint/lint.h"
#include "rules/trigger.h"

namespace docket::lint {
namespace {

/// All but the letter's text is short.
bool is_cheap(const Condition& condition) {
  const auto field = condition.row->field->field;
  return (field != Field::text && field != Field::body) || condition.row->op == Operator::exists;
}

bool searches(const When& when) {
  bool found = false;
  each_condition(when, [&](const Condition& condition, bool) { found = found || !is_cheap(condition); });
  return found;
}

/// The index cannot leave such a rule aside: nothing that must be found leads to it.
bool is_for_every_letter(const When& when) {
  const Popularity unknown;
  return !unknown.rarest(when).has_value();
}

void expressions(const Condition& condition, Problems& problems) {
  if (condition.row->op != Operator::regex) return;
  for (const auto& group : condition.groups) {
    for (const auto& value : *group.values) {
      if (value.pattern->has_literal()) continue;
      warn(problems, condition.place,
           fmt::format("every letter is searched with '{}': it holds no plain text of three letters", value.written),
           "a word that always stands there makes it quick; for a form of digits use 'like'");
    }
  }
}

}  // namespace

void costs(const RuleSet::Compiled& set, Problems& problems) {
  for (const auto& rule : set.rules) {
    if (rule.when.kind == When::Kind::always && rule.then.decides()) {
      warn(problems, rule.place,
           fmt::format("the rule '{}' takes every letter, whatever address it was written to", rule.name),
           "no such rule is needed: what no rule decides goes to the office written to, then to 'fallback' of "
           "town.yaml");
    } else if (searches(rule.when) && is_for_every_letter(rule.when)) {
      warn(problems, rule.place,
           fmt::format("every letter is searched for the rule '{}': nothing in it must be found", rule.name),
           "add a condition that a letter must meet: a word, an address");
    }
    each_condition(rule.when, [&](const Condition& condition, bool) { expressions(condition, problems); });
  }
}

}  // namespace docket::lint
