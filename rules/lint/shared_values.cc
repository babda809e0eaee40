// One value, two offices: a street in the lists of two wards.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "config/text.h"
#include "rules/lint/lint.h"
#include "rules/unreachable.h"

namespace docket::lint {
namespace {

/// Offices that a rule sends to, in order; deciding rules and copies are never compared with each other.
std::vector<std::string> offices_of(const Rule& rule) {
  auto offices = rule.then.assign ? std::vector{*rule.then.assign} : rule.then.copy;
  std::sort(offices.begin(), offices.end());
  return offices;
}

bool have_one_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// The condition that alone makes the rule match; with another beside it the two rules may well mean different letters.
const Condition* only_condition(const When& when) {
  if (when.kind == When::Kind::condition) return &when.condition;
  const Condition* found = nullptr;
  if (when.kind != When::Kind::all) return nullptr;
  for (const auto& part : when.parts) {
    if (part.kind == When::Kind::none) continue;
    if (part.kind != When::Kind::condition || found != nullptr) return nullptr;
    found = &part.condition;
  }
  return found;
}

/// What must be the same for two values to find the same letters.
std::string kind_of(const Rule& rule, const Condition& condition) {
  return fmt::format("{}|{}|{}|{}|{}|{}|", rule.then.decides(), rule.then.decides() ? rule.precedence : 0,
                     static_cast<int>(condition.row->field->field), condition.row->op_name, condition.exact,
                     ascii_lower(condition.label));
}

/// Two rules and the values that they share.
using Shared = std::map<std::pair<const Rule*, const Rule*>, std::vector<std::string>>;

void tell(const Rule& earlier, const Rule& later, const std::vector<std::string>& values, Problems& problems) {
  const auto more = values.size() > 1 ? fmt::format(" and {} more", values.size() - 1) : std::string();
  const auto* condition = only_condition(later.when);
  if (later.then.decides()) {
    if (implies(later.when, earlier.when)) return;  // told already: it never decides
    warn(problems, condition->place,
         fmt::format("'{}'{} is in the rule '{}' ({}) too, which comes first and sends it to another office",
                     values.front(), more, earlier.name, where(earlier.place)),
         "leave it in one of the two, or give this rule a higher precedence");
  } else {
    warn(problems, condition->place,
         fmt::format("'{}'{} is in the rule '{}' ({}) too: both offices get a copy", values.front(), more, earlier.name,
                     where(earlier.place)),
         "is it in both wards? Then this is right; else leave it in one of the two");
  }
}

}  // namespace

void shared_values(const RuleSet::Compiled& set, Problems& problems) {
  std::unordered_map<std::string, const Rule*> first;
  Shared shared;
  for (const auto& rule : set.rules) {
    const auto offices = offices_of(rule);
    const auto* condition = only_condition(rule.when);
    const bool compared = condition != nullptr && !offices.empty() &&
                          (condition->row->takes == Takes::text || condition->row->takes == Takes::address) &&
                          condition->row->op != Operator::exists;
    if (!compared) continue;
    const auto kind = kind_of(rule, *condition);
    for (const auto& group : condition->groups) {
      for (const auto& value : *group.values) {
        const auto [known, is_new] = first.try_emplace(kind + value.form, &rule);
        if (is_new || known->second == &rule || have_one_in_common(offices, offices_of(*known->second))) continue;
        shared[{known->second, &rule}].push_back(value.written);
      }
    }
  }
  for (const auto& [rules, values] : shared) tell(*rules.first, *rules.second, values, problems);
}

}  // namespace docket::lint
