#include "rules/lint/lint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "config/personal_details.h"
#include "rules/unreachable.h"

namespace docket {
namespace lint {

void warn(Problems& problems, const Place& place, std::string text, std::string hint) {
  problems.push_back({Severity::warning, place, std::move(text), std::move(hint)});
}

std::string where(const Place& place) { return fmt::format("{}:{}", short_file(place.file), place.line); }

void unreachable(const RuleSet::Compiled& set, const Town& town, const Calendar& calendar, Problems& problems) {
  for (const auto& [rule, by] : hidden_rules(set, town, calendar)) {
    warn(problems, rule->place,
         fmt::format("the rule '{}' never decides: '{}' ({}) takes every letter that it could", rule->name, by->name,
                     where(by->place)),
         "give it a higher precedence, or take it out");
  }
}

void without_examples(const RuleSet::Compiled& set, Problems& problems) {
  std::map<std::string, std::vector<const Rule*>> by_file;
  for (const auto& rule : set.rules) {
    if (rule.then.decides() && rule.examples.empty()) by_file[rule.place.file].push_back(&rule);
  }
  constexpr std::size_t kNamed = 3;
  for (const auto& [file, rules] : by_file) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rules.size() && i < kNamed; ++i) names.push_back("'" + rules[i]->name + "'");
    const auto more = rules.size() > kNamed ? fmt::format(" and {} more", rules.size() - kNamed) : std::string();
    warn(problems, rules.front()->place, fmt::format("no example for {}{}", fmt::join(names, ", "), more),
         "examples: [{expect: match, subject: \"…\"}] is tried at every load, so that a later change cannot break it");
  }
}

void personal_details(const RuleSet::Compiled& set, const Town& town, Problems& problems) {
  for (const auto& rule : set.rules) {
    for (const auto& [language, because] : rule.because.by_language) {
      warn_of_personal_detail(because, town, rule.place, fmt::format("the reason of the rule '{}'", rule.name),
                              problems);
    }
  }
}

}  // namespace lint

void lint_rules(const RuleSet& rules, const Town& town, const Calendar& calendar, Problems& problems) {
  const auto& set = rules.compiled();
  lint::unreachable(set, town, calendar, problems);
  lint::contradictions(set, problems);
  lint::repetitions(set, problems);
  lint::shared_values(set, problems);
  lint::costs(set, problems);
  lint::without_examples(set, problems);
  lint::personal_details(set, town, problems);
}

}  // namespace docket
