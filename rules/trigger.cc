#include "rules/trigger.h"

#include <algorithm>
#include <iterator>

#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

constexpr std::size_t kStep = 64;  // one more rule under the same key weighs more than any difference in length
constexpr std::size_t kShort = 3;  // shorter keys are in nearly every letter
constexpr std::size_t kPatternCost = 40 * kStep;  // an expression that may match is still to be run
constexpr std::size_t kShortCost = 200 * kStep;

std::string name(const Trigger& trigger) {
  return static_cast<char>('a' + static_cast<int>(trigger.kind)) + trigger.text;
}

/// The longest stretch of a `like` value without a #.
std::string literal_of_like(const std::string& form) {
  std::string_view longest;
  for (const auto stretch : split(form, '#')) {
    if (stretch.size() > longest.size()) longest = stretch;
  }
  return std::string(longest);
}

/// The ways to file one value, any of which is enough; none: a letter may match whatever stands in it. Each is sound by
/// the test of its row (rules/condition_tests.cc), which searches the same form of the same text.
std::vector<Trigger> ways(const Condition& condition, const Value& value) {
  // Exact forms keep what the folded text, in which keys are looked for, has lost.
  if (condition.exact) return {};
  const auto takes = condition.row->takes;
  if (takes != Takes::text && takes != Takes::address && takes != Takes::phone) return {};
  std::vector<Trigger> found;
  const auto add = [&](Trigger::Kind kind, std::string text) {
    if (!text.empty()) found.push_back({kind, &condition, std::move(text)});
  };
  switch (condition.row->op) {
    case Operator::is:
      add(Trigger::Kind::whole, value.form);
      break;
    case Operator::contains:
    case Operator::starts:
      add(Trigger::Kind::literal, value.form);
      break;
    case Operator::ends:  // of an address: its key, which is folded once more where literals are looked for
      add(Trigger::Kind::literal, std::string(trim(fold(value.form))));
      break;
    case Operator::like:
      add(Trigger::Kind::literal, literal_of_like(value.form));
      break;
    case Operator::word:
      for (const auto& word : value.phrase) add(word.open ? Trigger::Kind::beginning : Trigger::Kind::word, word.text);
      break;
    case Operator::regex:
      add(Trigger::Kind::pattern, value.pattern->source());
      break;
    default:
      break;
  }
  return found;
}

}  // namespace

void Popularity::count(const When& when) {
  each_condition(when, [&](const Condition& condition, bool below_none) {
    if (below_none) return;
    for (const auto& group : condition.groups) {
      for (const auto& value : *group.values) {
        for (const auto& trigger : ways(condition, value)) ++wanted_[name(trigger)];
      }
    }
  });
}

std::size_t Popularity::cost(const Trigger& trigger) const {
  const auto found = wanted_.find(name(trigger));
  const auto rules = found == wanted_.end() ? std::size_t{1} : found->second;
  auto cost = rules * kStep - std::min(trigger.text.size(), kStep - 1);
  if (trigger.kind == Trigger::Kind::pattern) cost += kPatternCost;
  if (trigger.kind != Trigger::Kind::whole && trigger.text.size() < kShort) cost += kShortCost;
  return cost;
}

std::optional<std::vector<Trigger>> Popularity::rarest(const When& when) const {
  auto found = filing(when);
  if (!found) return std::nullopt;
  return std::move(found->triggers);
}

/// Under the rarest key of each value.
std::optional<Popularity::Filing> Popularity::filing(const Condition& condition) const {
  Filing all;
  for (const auto& group : condition.groups) {
    for (const auto& value : *group.values) {
      auto choice = ways(condition, value);
      if (choice.empty()) return std::nullopt;
      const auto best = std::min_element(choice.begin(), choice.end(),
                                         [&](const Trigger& a, const Trigger& b) { return cost(a) < cost(b); });
      all.cost += cost(*best);
      all.triggers.push_back(std::move(*best));
    }
  }
  return all;
}

/// Of `all` the cheapest part is enough; of `any` every part is needed; `none` tells nothing about what is there.
std::optional<Popularity::Filing> Popularity::filing(const When& when) const {
  if (when.kind == When::Kind::condition) return filing(when.condition);
  if (when.kind == When::Kind::all) {
    std::optional<Filing> best;
    for (const auto& part : when.parts) {
      auto one = filing(part);
      if (one && (!best || one->cost < best->cost)) best = std::move(one);
    }
    return best;
  }
  if (when.kind != When::Kind::any) return std::nullopt;
  Filing all;
  for (const auto& part : when.parts) {
    auto one = filing(part);
    if (!one) return std::nullopt;
    all.cost += one->cost;
    std::move(one->triggers.begin(), one->triggers.end(), std::back_inserter(all.triggers));
  }
  return all;
}

}  // namespace docket
