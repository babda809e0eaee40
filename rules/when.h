// The conditions of one rule as a tree of all, any and none.
#pragma once

#include <string>
#include <vector>

#include "rules/condition.h"
#include "rules/decision.h"

namespace docket {

struct When {
  enum class Kind { always, condition, all, any, none } kind = Kind::always;
  std::vector<When> parts;  ///< of all, any, none
  Condition condition;      ///< of condition
};

[[nodiscard]] bool holds(const When& when, const LetterView& letter);
/// The same, with one line for every condition in the order written; below `none` a line matches when the condition
/// does not hold.
[[nodiscard]] bool holds(const When& when, const LetterView& letter, std::vector<ConditionTrace>& trace);

/// Calls visit(condition, below_none) for each condition of the tree.
template <class Visit>
void each_condition(const When& when, Visit visit, bool below_none = false) {
  if (when.kind == When::Kind::condition) visit(when.condition, below_none);
  const bool flips = when.kind == When::Kind::none;
  for (const auto& part : when.parts) each_condition(part, visit, below_none != flips);
}

/// The condition as the rule file has it: "text word 'nid* de poule*'"; with several values the one given.
[[nodiscard]] std::string as_written(const Condition& condition, const Value* value);

}  // namespace docket
