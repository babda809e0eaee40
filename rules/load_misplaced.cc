#include "rules/load_misplaced.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "rules/condition.h"
#include "rules/load_actions.h"

namespace docket {
namespace {

using Names = std::vector<std::string>;

const Names kRuleKeys{"rule", "when", "then", "because", "precedence", "valid", "examples"};
const Names kLetterKeys{"to",      "cc",   "recipient", "from", "sender_name", "phone",
                        "subject", "text", "body",      "at",   "language",    "location"};
const Names kExpectKeys{"outcome", "assign",   "copies",  "labels",     "priority", "review",
                        "ignored", "restrict", "notices", "decided_by", "matched",  "withheld"};

Names condition_names() {
  Names names{"all", "any", "none"};
  for (const auto& field : condition_fields()) names.emplace_back(field.name);
  return names;
}

/// "- rule: Parks" of a line that begins a rule; empty for others.
std::string_view rule_line(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('-')) return {};
  const auto rest = trim(line.substr(1));
  const bool in_braces = rest.starts_with('{') && trim(rest.substr(1)).starts_with("rule:");
  return rest.starts_with("rule:") || in_braces ? line : std::string_view{};
}

}  // namespace

void misplaced_in_file(yaml::Map& map) {
  map.misplaced(kRuleKeys, "'{}' belongs to a rule, and a rule below 'rules:'",
                "begin a rule with '- rule: NAME', its other lines below that name");
}

void misplaced_in_rule(yaml::Map& map) {
  // `channel` is both; a clerk who writes it beside `when:` is likelier to ask for it.
  map.misplaced(condition_names(), "'{}' belongs below 'when:'", "when: {{{}: …}}");
  map.misplaced(action_names(), "'{}' belongs below 'then:'", "then: {{{}: …}}");
}

void misplaced_in_example(yaml::Map& map) {
  map.misplaced(kRuleKeys, "'{}' belongs to a rule, and here stands an example",
                "a rule begins at the column of the other rules: '- rule: NAME'");
}

void misplaced_in_test(yaml::Map& map) {
  map.misplaced(kLetterKeys, "'{}' belongs below 'letter:'", "letter: {{{}: …}}");
  map.misplaced(kExpectKeys, "'{}' belongs below 'expect:'", "expect: {{{}: …}}");
}

// Bounded by the depth of the file.
void check_swallowed(yaml::Reader& reader, const yaml::Node& root) {  // NOLINT(misc-no-recursion)
  for (const auto& item : root.items) check_swallowed(reader, item);
  if (root.style != yaml::Node::Style::block) return;
  for (const auto line : split(root.text, '\n')) {
    const auto rule = rule_line(line);
    if (rule.empty()) continue;
    reader.error(root,
                 fmt::format("this text takes in the line '{}', which is then no rule", first_characters(rule, 60)),
                 "begin the rule at the column of the other rules, left of the text");
    return;
  }
}

}  // namespace docket
