// Rules that no letter can match.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "config/text.h"
#include "rules/lint/lint.h"
#include "rules/unreachable.h"

namespace docket::lint {
namespace {

using Conditions = std::vector<const When*>;

/// Everything that must hold: the parts of the outermost `all`, flattened.
void gather(const When& when, Conditions& must, Conditions& must_not) {
  if (when.kind == When::Kind::condition) must.push_back(&when);
  if (when.kind == When::Kind::all) {
    for (const auto& part : when.parts) gather(part, must, must_not);
  }
  if (when.kind == When::Kind::none) {
    for (const auto& part : when.parts) must_not.push_back(&part);
  }
}

/// A letter has one of these, not several: "is a" and "is b" cannot both hold.
bool has_one(Field field) {
  switch (field) {
    case Field::from:
    case Field::sender_name:
    case Field::phone:
    case Field::subject:
    case Field::channel:
    case Field::source:
    case Field::language:
    case Field::authenticated:
    case Field::spam:
      return true;
    default:
      return false;
  }
}

bool any_pair(const Condition& a, const Condition& b,
              bool (*holds)(const Condition&, const Value&, const Condition&, const Value&)) {
  for (const auto& group : a.groups) {
    for (const auto& value : *group.values) {
      for (const auto& other_group : b.groups) {
        for (const auto& other : *other_group.values) {
          if (holds(a, value, b, other)) return true;
        }
      }
    }
  }
  return false;
}

/// An `is` says the whole text, so whether the other condition holds of it is known.
bool is_fits(const Condition& a, const Value& value, const Condition& b, const Value& other) {
  return b.row->implied_by(a.row->op, value, other);
}

/// Whole numbers: over 5 and under 7 leaves 6.
bool numbers_fit(const Condition& /*over*/, const Value& over, const Condition& /*under*/, const Value& under) {
  return over.number + 1 < under.number;
}

bool circles_meet(const Condition& /*a*/, const Value& a, const Condition& /*b*/, const Value& b) {
  return may_meet(a.circle, b.circle);
}

bool exclude_each_other(const Condition& a, const Condition& b) {
  if (a.row->field != b.row->field || a.exact != b.exact) return false;
  if (a.row->op == Operator::inside && b.row->op == Operator::outside) return true;
  if (a.row->op == Operator::over && b.row->op == Operator::under) return !any_pair(a, b, numbers_fit);
  if (a.row->op == Operator::near && b.row->op == Operator::near) return !any_pair(a, b, circles_meet);
  return a.row->op == Operator::is && has_one(a.row->field->field) && !any_pair(a, b, is_fits);
}

/// Where the two stand that shut each other out.
struct Clash {
  Place first, second;
};

std::optional<Clash> clash_of(const Conditions& must, const Conditions& must_not) {
  for (const auto* a : must) {
    for (const auto* b : must) {
      if (a != b && exclude_each_other(a->condition, b->condition))
        return Clash{a->condition.place, b->condition.place};
    }
    for (const auto* never : must_not) {
      if (!implies(*a, *never)) continue;
      Place second;
      each_condition(*never, [&](const Condition& condition, bool) { second = condition.place; });
      return Clash{a->condition.place, second};
    }
  }
  return std::nullopt;
}

}  // namespace

void contradictions(const RuleSet::Compiled& set, Problems& problems) {
  for (const auto* section : {&set.rules, &set.acknowledge}) {
    for (const auto& rule : *section) {
      Conditions must;
      Conditions must_not;
      gather(rule.when, must, must_not);
      const auto clash = clash_of(must, must_not);
      if (!clash) continue;
      warn(problems, clash->second,
           fmt::format("the rule '{}' can match no letter: this and {} cannot both hold", rule.name,
                       where(clash->first)),
           "put alternatives below 'any:', or take one of them out");
    }
  }
}

}  // namespace docket::lint
