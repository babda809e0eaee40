// Conditions and values that change nothing beside others.
#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "rules/lint/lint.h"
#include "rules/unreachable.h"

namespace docket::lint {
namespace {

/// All pairs of a longer list would cost more than the warning is worth; of those only equal values are found.
constexpr std::size_t kPairs = 300;

/// The last condition of a tree stands for it where one place is shown.
Place place_of(const When& when) {
  Place place;
  each_condition(when, [&](const Condition& condition, bool) { place = condition.place; });
  return place;
}

void repeated_conditions(const When& when, Problems& problems) {
  const bool all = when.kind == When::Kind::all;
  for (std::size_t i = 0; i < when.parts.size(); ++i) {
    for (std::size_t j = 0; j < i && (all || when.kind == When::Kind::any); ++j) {
      const auto& one = when.parts[i];
      const auto& other = when.parts[j];
      const bool first = all ? implies(other, one) : implies(one, other);
      const bool second = all ? implies(one, other) : implies(other, one);
      if (!first && !second) continue;
      const auto& needless = first ? one : other;
      const auto& enough = first ? other : one;
      warn(problems, place_of(needless),
           fmt::format("this condition changes nothing: {} {}", where(place_of(enough)),
                       all ? "asks for more" : "covers all that it finds"),
           "take it out");
      break;
    }
    repeated_conditions(when.parts[i], problems);
  }
}

using Covered = std::vector<std::pair<const Value*, const Value*>>;  ///< value, and the one that finds all it finds

Covered covered_by_form(const std::vector<Value>& values) {
  Covered found;
  std::unordered_map<std::string_view, const Value*> seen;
  for (const auto& value : values) {
    const auto [first, is_new] = seen.try_emplace(value.form, &value);
    if (!is_new) found.emplace_back(&value, first->second);
  }
  return found;
}

Covered covered(const Condition& condition, const std::vector<Value>& values) {
  if (values.size() > kPairs) return covered_by_form(values);
  Covered found;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < values.size(); ++j) {
      const auto holds = [&](std::size_t a, std::size_t b) {
        return condition.row->implied_by(condition.row->op, values[a], values[b]);
      };
      // Of two that find the same the later one is too many.
      if (i == j || !holds(i, j) || (holds(j, i) && i < j)) continue;
      found.emplace_back(&values[i], &values[j]);
      break;
    }
  }
  return found;
}

void repeated_values(const Condition& condition, const ValueGroup& group, Problems& problems) {
  const auto takes = condition.row->takes;
  if (takes != Takes::text && takes != Takes::address) return;
  const auto found = covered(condition, *group.values);
  if (found.empty()) return;
  const auto& [value, by] = found.front();
  const auto more = found.size() > 1 ? fmt::format(", and {} more like it", found.size() - 1) : std::string();
  const auto list = group.list.empty() ? std::string() : fmt::format(" of the list '{}'", group.list);
  warn(problems, condition.place,
       fmt::format("'{}'{} changes nothing: '{}' finds it already{}", value->written, list, by->written, more),
       "take it out");
}

}  // namespace

void repetitions(const RuleSet::Compiled& set, Problems& problems) {
  std::set<const void*> seen;  // a list is told once, however many rules use it
  for (const auto* section : {&set.rules, &set.acknowledge}) {
    for (const auto& rule : *section) {
      repeated_conditions(rule.when, problems);
      each_condition(rule.when, [&](const Condition& condition, bool) {
        for (const auto& group : condition.groups) {
          if (seen.insert(group.values.get()).second) repeated_values(condition, group, problems);
        }
      });
    }
  }
}

}  // namespace docket::lint
