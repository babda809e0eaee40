#include "rules/when.h"

#include <fmt/format.h>

#include <algorithm>

namespace docket {
namespace {

constexpr std::size_t kShownValues = 3;

/// Words that can only be one of a few (spam true, language fr) need no quotes to be read rightly.
std::string quoted(const Condition& condition, const std::string& written) {
  const auto takes = condition.row->takes;
  const bool bare = takes != Takes::text && takes != Takes::address;
  return bare ? written : fmt::format("'{}'", written);
}

/// The first values of all groups; lists by their names.
std::string all_values(const Condition& condition) {
  std::vector<std::string> shown;
  std::size_t left = 0;
  for (const auto& group : condition.groups) {
    if (!group.list.empty()) {
      shown.push_back(fmt::format("list '{}'", group.list));
      continue;
    }
    for (const auto& value : *group.values) {
      if (shown.size() < kShownValues) {
        shown.push_back(quoted(condition, value.written));
      } else {
        ++left;
      }
    }
  }
  const auto text = fmt::format("{}", fmt::join(shown, " or "));
  return left > 0 ? fmt::format("{} or {} more", text, left) : text;
}

/// Below `none` a condition counts as matched when it does not hold: the trace then reads as reasons for the rule, line
/// by line, whatever stands around it.
bool trace_condition(const Condition& condition, const LetterView& letter, bool below_none,
                     std::vector<ConditionTrace>& trace) {
  const auto match = condition.row->test(condition, letter);
  ConditionTrace line;
  line.condition = (below_none ? "not " : "") + as_written(condition, match.matched ? match.value : nullptr);
  line.matched = match.matched != below_none;
  line.seen = match.seen();
  trace.push_back(std::move(line));
  return match.matched;
}

/// Looks at every part, also where the first settles it: a trace that stops early does not say why a rule failed.
bool trace_part(const When& when, const LetterView& letter, bool below_none, std::vector<ConditionTrace>& trace) {
  if (when.kind == When::Kind::always) {
    trace.push_back({"always", true, ""});
    return true;
  }
  if (when.kind == When::Kind::condition) return trace_condition(when.condition, letter, below_none, trace);
  const bool flips = when.kind == When::Kind::none;
  std::size_t held = 0;
  for (const auto& part : when.parts) held += trace_part(part, letter, below_none != flips, trace) ? 1U : 0U;
  if (when.kind == When::Kind::all) return held == when.parts.size();
  return when.kind == When::Kind::any ? held > 0 : held == 0;
}

}  // namespace

bool holds(const When& when, const LetterView& letter) {
  const auto part_holds = [&](const When& part) { return holds(part, letter); };
  switch (when.kind) {
    case When::Kind::always:
      return true;
    case When::Kind::condition:
      return when.condition.row->test(when.condition, letter).matched;
    case When::Kind::all:
      return std::all_of(when.parts.begin(), when.parts.end(), part_holds);
    case When::Kind::any:
      return std::any_of(when.parts.begin(), when.parts.end(), part_holds);
    case When::Kind::none:
      return std::none_of(when.parts.begin(), when.parts.end(), part_holds);
  }
  return false;
}

bool holds(const When& when, const LetterView& letter, std::vector<ConditionTrace>& trace) {
  return trace_part(when, letter, false, trace);
}

std::string as_written(const Condition& condition, const Value* value) {
  const auto& field = *condition.row->field;
  std::string text = field.name;
  for (const std::string& more : {std::string(field.part), condition.label}) {
    if (!more.empty()) text += " " + more;
  }
  if (condition.exact) text += " exact";
  if (condition.quoted) text += " quoted";
  return fmt::format("{} {} {}", text, condition.row->op_name,
                     value != nullptr ? quoted(condition, value->written) : all_values(condition));
}

}  // namespace docket
