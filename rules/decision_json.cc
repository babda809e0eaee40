#include "rules/decision_json.h"

#include <nlohmann/json.hpp>

#include "config/quantity.h"

namespace docket {
namespace {

using nlohmann::json;

json or_null(const std::optional<std::string>& text) { return text ? json(*text) : json(); }

json trace_json(const RuleTrace& rule) {
  auto conditions = json::array();
  for (const auto& condition : rule.conditions) {
    conditions.push_back(
        {{"condition", condition.condition}, {"matched", condition.matched}, {"seen", condition.seen}});
  }
  json result{{"rule", rule.rule},       {"file", rule.file}, {"line", rule.line},
              {"matched", rule.matched}, {"kind", rule.kind}, {"conditions", std::move(conditions)}};
  if (!rule.section.empty()) result["section"] = rule.section;
  return result;
}

json stands_in_json(const std::vector<StandIn>& stands_in) {
  auto result = json::array();
  for (const auto& one : stands_in) {
    json item{{"office", one.office}, {"acting", one.acting}, {"why", to_string(one.why)}};
    if (one.until) item["until"] = iso_date(*one.until);
    result.push_back(std::move(item));
  }
  return result;
}

}  // namespace

json to_json(const Decision& decision) {
  auto copies = json::array();
  for (const auto& copy : decision.copies) copies.push_back(copy.office);
  auto trace = json::array();
  for (const auto& rule : decision.trace) trace.push_back(trace_json(rule));
  return {{"outcome", decision.outcome == Decision::Outcome::case_ ? "case" : "ignored"},
          {"assign", or_null(decision.assign)},
          {"copies", std::move(copies)},
          {"stands_in", stands_in_json(decision.stands_in)},
          {"labels", decision.labels},
          {"priority", to_string(decision.priority)},
          {"review", or_null(decision.review)},
          {"ignored", or_null(decision.ignored)},
          {"restrict", decision.restricted},
          {"notices", decision.notices},
          {"decided_by", decision.decided_by},
          {"matched", decision.matched},
          {"acknowledge", decision.acknowledge},
          {"withheld", decision.withheld ? json(to_string(*decision.withheld)) : json()},
          {"template", decision.template_name},
          {"language", or_null(decision.language)},
          {"rule_set", decision.rule_set},
          {"trace", std::move(trace)}};
}

}  // namespace docket
