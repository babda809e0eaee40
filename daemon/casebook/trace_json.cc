#include "daemon/casebook/trace_json.h"

#include <nlohmann/json.hpp>

namespace docket {
namespace {

using nlohmann::json;

json conditions_json(const std::vector<ConditionTrace>& conditions) {
  json list = json::array();
  for (const ConditionTrace& one : conditions) {
    json entry{{"condition", one.condition}, {"matched", one.matched}};
    if (!one.seen.empty()) entry["seen"] = one.seen;
    list.push_back(std::move(entry));
  }
  return list;
}

json rules_json(const std::vector<RuleTrace>& rules) {
  json list = json::array();
  for (const RuleTrace& rule : rules) {
    json entry{{"rule", rule.rule},       {"file", rule.file}, {"line", rule.line},
               {"matched", rule.matched}, {"kind", rule.kind}, {"conditions", conditions_json(rule.conditions)}};
    if (!rule.section.empty()) entry["section"] = rule.section;
    list.push_back(std::move(entry));
  }
  return list;
}

template <typename T>
json or_null(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}

}  // namespace

json trace_json(const Decision& decision, const Decision& if_joined) {
  json copies = json::array();
  for (const Copy& copy : decision.copies) copies.push_back(copy.office);
  return {{"outcome", decision.outcome == Decision::Outcome::ignored ? "ignored" : "case"},
          {"assign", or_null(decision.assign)},
          {"copies", std::move(copies)},
          {"labels", decision.labels},
          {"review", or_null(decision.review)},
          {"ignored", or_null(decision.ignored)},
          {"restrict", decision.restricted},
          {"notices", decision.notices},
          {"decided_by", decision.decided_by},
          {"matched", decision.matched},
          {"trace", rules_json(decision.trace)},
          {"matched_if_joined", if_joined.matched},
          {"trace_if_joined", rules_json(if_joined.trace)}};
}

}  // namespace docket
