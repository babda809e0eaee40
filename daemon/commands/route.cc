// docket route FILE|-: the decision, its trace and the acknowledgement as it would be sent; changes nothing.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/read.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/configuration.h"
#include "daemon/letters/acknowledgement.h"
#include "rules/decision_json.h"

namespace docket {
namespace {

/// "2026-11-23 10:00" in the town's time zone, or RFC 3339.
std::optional<Time> parse_at(const std::string& text, const Calendar& calendar) {
  if (text.size() == 16 && (text[10] == ' ' || text[10] == 'T')) {
    const auto day = parse_rfc3339(text.substr(0, 10));
    const auto minute = parse_rfc3339(text.substr(0, 10) + "T" + text.substr(11) + ":00Z");
    if (!day || !minute) return std::nullopt;
    return calendar.at(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*day)),
                       static_cast<int>((*minute - *day) / std::chrono::minutes(1)));
  }
  return parse_rfc3339(text);
}

nlohmann::json acknowledgement_json(const Letter& letter, const Decision& decision, const Configuration& with) {
  const auto plan = plan_acknowledgement(letter, decision, *with.town, *with.calendar, *with.settings, false);
  const auto rendered = render_acknowledgement(plan, with.town->case_prefix + "-0000-000000-0", *with.templates);
  return {{"subject", rendered.subject},
          {"text", rendered.text},
          {"headers",
           {{"Auto-Submitted", "auto-replied"},
            {"X-Auto-Response-Suppress", "All"},
            {"Content-Language", rendered.language}}}};
}

void print_conditions(const nlohmann::json& rule) {
  for (const auto& condition : rule["conditions"]) {
    const auto seen = condition.value("seen", "");
    std::cout << fmt::format("    {} {}{}\n", condition.value("matched", false) ? "+" : "-",
                             shown(condition.value("condition", "")), seen.empty() ? "" : ": " + shown(seen));
  }
}

/// The rules that matched in plain words, each with its conditions and what they saw; then those that did not, where a
/// part of their conditions held: nearest to what a clerk may have expected. The rest is counted.
void print_trace(const nlohmann::json& trace, const Configuration& with) {
  std::size_t others = 0;
  for (const bool matched : {true, false}) {
    for (const auto& rule : trace) {
      if (rule.value("matched", false) != matched) continue;
      const auto& conditions = rule["conditions"];
      const bool near = std::any_of(conditions.begin(), conditions.end(), [](const auto& condition) {
        const bool negative = condition.value("condition", "").starts_with("not ");
        return condition.value("matched", false) && !negative;
      });
      if (!matched && !near) {
        ++others;
        continue;
      }
      const auto name = rule.value("rule", "");
      std::cout << fmt::format("{} {} ({}:{})\n", matched ? "+" : "-", shown(name), rule.value("file", ""),
                               rule.value("line", 0));
      const auto words = with.rules->words_of(name, with.town->default_language, Audience::clerk);
      if (matched && words) std::cout << "    " << shown(words->words) << "\n";
      print_conditions(rule);
    }
  }
  std::cout << fmt::format("{} other rules: none of their conditions held\n", others);
}

void print_decision(const nlohmann::json& value, const Configuration& with) {
  for (const auto* key : {"outcome", "assign", "copies", "labels", "priority", "review", "ignored", "decided_by",
                          "matched", "acknowledge", "withheld", "template", "language"}) {
    const auto& member = value[key];
    std::cout << fmt::format("{:12} {}\n", key, shown(member.is_string() ? member.get<std::string>() : member.dump()));
  }
  std::cout << "\n";
  print_trace(value["trace"], with);
  if (!value["acknowledgement"].is_null()) {
    std::cout << "\nSubject: " << shown(value["acknowledgement"].value("subject", "")) << "\n\n"
              << shown(value["acknowledgement"].value("text", "")) << "\n";
  }
}

}  // namespace

int run_route(const Common& common, const RouteOptions& options) {
  Problems problems;
  const auto configuration =
      load_configuration(common.config, SystemClock().now(), problems, Examples::must_pass, options.rules);
  if (!configuration) {
    print_problems(problems);
    return kWrongUse;
  }
  auto octets = read_octets(options.file);
  if (!octets) {
    complain(octets.error());
    return kWrongUse;
  }
  Inbound inbound;
  inbound.octets = std::move(*octets);
  inbound.envelope.to = options.to;
  inbound.envelope.from = options.from;
  if (!options.channel.empty()) inbound.channel = options.channel;
  const auto at = options.at.empty() ? SystemClock().now() : parse_at(options.at, *configuration->calendar);
  if (!at) {
    complain("--at wants \"2026-11-23 10:00\" (the town's time) or RFC 3339, not '" + options.at + "'");
    return kWrongUse;
  }
  inbound.received = *at;
  const auto letter = read(inbound, read_context(*configuration->settings, *configuration->town, "", ""));
  const auto decision = route(letter, configuration->judging(), Tracing::all);
  auto value = to_json(decision);
  value["acknowledgement"] =
      decision.acknowledge ? acknowledgement_json(letter, decision, *configuration) : nlohmann::json();
  if (common.json) {
    print_json(value);
  } else {
    print_decision(value, *configuration);
  }
  return kDone;
}

}  // namespace docket
