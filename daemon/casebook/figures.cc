#include "daemon/casebook/figures.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "config/channels.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::chrono::minutes kAtOnce{5};
constexpr double kSecondsPerHour = 3600;

/// Hours with two digits behind the point: what people compare, not what was measured.
double hours(double seconds) { return std::round(seconds / kSecondsPerHour * 100) / 100; }

/// null where nothing could have been done yet. One digit; all of them and none of them are said only where it is so.
json percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return nullptr;
  const double rounded = std::round(static_cast<double>(part) / static_cast<double>(whole) * 1000) / 10;
  if (part == 0 || part == whole) return rounded;
  return std::clamp(rounded, 0.1, 99.9);
}

/// Open time in which the town, not the resident, had the case.
std::int64_t own_seconds(const CaseFacts& facts, Time to, const Calendar& calendar) {
  std::int64_t seconds = calendar.open_seconds(facts.received, to);
  for (const auto& [from, until] : facts.pauses) {
    if (from < to) seconds -= calendar.open_seconds(from, std::min(until, to));
  }
  return seconds;
}

/// The clock of a case that waits for the resident stands where it was, unless it is the law's.
bool is_over(const CaseFacts& facts, Time due, Time now) {
  const Time reached = facts.paused && !facts.statutory ? *facts.paused : now;
  return due < reached;
}

Kept first_response(const CaseFacts& facts, Time now, const Calendar& calendar) {
  Kept kept;
  kept.statutory = facts.statutory;
  if (facts.first_response) kept.open_seconds = own_seconds(facts, *facts.first_response, calendar);
  if (!facts.due) return kept;
  if (facts.first_response) {
    kept.word = *facts.first_response <= *facts.due ? "in_time" : "late";
  } else if (facts.answered) {
    kept.word = "answered_at_once";
  } else if (facts.direct) {
    kept.word = "not_measured";
  } else if (facts.is_closed) {
    kept.word = "closed_without";
  } else {
    kept.word = is_over(facts, *facts.due, now) ? "overdue" : "open";
  }
  return kept;
}

/// An office whose answers the case never sees is not measured by when somebody tidied the case away either.
Kept resolution(const CaseFacts& facts, Time now, const Calendar& calendar) {
  Kept kept;
  kept.statutory = facts.statutory;
  const bool unseen = facts.direct && !facts.first_response && !facts.answered;
  if (facts.is_closed && facts.closed && !unseen) kept.open_seconds = own_seconds(facts, *facts.closed, calendar);
  if (!facts.resolve_due) return kept;
  if (unseen) {
    kept.word = "not_measured";
  } else if (facts.is_closed && facts.closed) {
    kept.word = *facts.closed <= *facts.resolve_due ? "in_time" : "late";
  } else {
    kept.word = is_over(facts, *facts.resolve_due, now) ? "overdue" : "open";
  }
  return kept;
}

const char* acknowledged(const CaseFacts& facts) {
  if (!facts.withheld.empty()) return "withheld";
  if (facts.undelivered) return "undelivered";
  if (!facts.acknowledged) return "waiting";
  return *facts.acknowledged - facts.received <= kAtOnce ? "within_5_minutes" : "later";
}

/// Until the office closes on the day the letter counts as received; what comes on a closed day counts on the next one.
const char* forwarded(const CaseFacts& facts, Time now, const Calendar& calendar) {
  const auto end = calendar.due(facts.received, Span{1, Span::Unit::same_day});
  if (facts.forwarded && end && *facts.forwarded <= *end) return "same_day";
  if (facts.forwarded || (end && *end < now)) return "later";
  return "open";
}

/// The one in the middle, or between the two there; `sorted` is not empty.
double median(const std::vector<std::int64_t>& sorted) {
  const auto upper = static_cast<double>(sorted[sorted.size() / 2]);
  return sorted.size() % 2 == 1 ? upper : (static_cast<double>(sorted[sorted.size() / 2 - 1]) + upper) / 2;
}

/// Nine of ten took this long or less.
double nine_of_ten(const std::vector<std::int64_t>& sorted) {
  return static_cast<double>(sorted[(sorted.size() * 9 + 9) / 10 - 1]);
}

constexpr std::initializer_list<const char*> kOutcomes{
    "promised", "in_time", "late", "open", "overdue", "closed_without", "not_measured", "answered_at_once"};

template <typename Names>
std::map<std::string, std::int64_t> zeros(const Names& names) {
  std::map<std::string, std::int64_t> tally;
  for (const auto& name : names) tally[std::string(name)] = 0;
  return tally;
}

std::map<std::string, std::int64_t> zeros(std::initializer_list<const char*> names) {
  return zeros<std::initializer_list<const char*>>(names);
}

/// Of what was promised and has been kept or broken by now.
json in_time_percent(const std::map<std::string, std::int64_t>& tally) {
  const auto kept = tally.at("in_time");
  return percent(kept, kept + tally.at("late") + tally.at("overdue") + tally.at("closed_without"));
}

}  // namespace

CaseFigures judge(const CaseFacts& facts, Time now, const Calendar& calendar) {
  CaseFigures judged;
  judged.first_response = first_response(facts, now, calendar);
  judged.resolution = resolution(facts, now, calendar);
  judged.acknowledged = acknowledged(facts);
  judged.forwarded = forwarded(facts, now, calendar);
  for (const auto& [from, until] : facts.pauses) judged.paused_seconds += calendar.open_seconds(from, until);
  return judged;
}

void Figures::Promises::add(const Kept& kept) {
  if (kept.open_seconds) seconds.push_back(*kept.open_seconds);
  const bool promised = std::string_view(kept.word) != "no_promise";
  ++all[kept.word];
  if (promised) ++all["promised"];
  if (!promised || !kept.statutory) return;
  ++statutory[kept.word];
  ++statutory["promised"];
}

json Figures::Promises::to_json() {
  json value = all;
  value["in_time_percent"] = in_time_percent(all);
  value["statutory"] = statutory;
  value["statutory"]["in_time_percent"] = in_time_percent(statutory);
  std::sort(seconds.begin(), seconds.end());
  value["measured"] = seconds.size();
  value["median_open_hours"] = seconds.empty() ? json() : json(hours(median(seconds)));
  value["p90_open_hours"] = seconds.empty() ? json() : json(hours(nine_of_ten(seconds)));
  return value;
}

Figures::Figures()
    : counts_(zeros({"opened", "reopened", "rerouted", "not_ours", "answered_at_once", "duplicates"})),
      channels_(zeros(kChannels)),
      acknowledged_(zeros({"within_5_minutes", "later", "waiting", "undelivered", "withheld"})),
      forwarded_(zeros({"same_day", "later", "open"})),
      settled_(zeros({"yes", "not_yet", "none"})),
      backlog_(zeros({"open", "to_7_days", "to_30_days", "to_90_days", "over_90_days"})) {
  for (auto* promises : {&first_response_, &resolution_}) {
    promises->all = zeros(kOutcomes);
    promises->all["no_promise"] = 0;
    promises->statutory = zeros(kOutcomes);
  }
}

void Figures::add(const CaseFacts& facts, const CaseFigures& judged) {
  first_response_.add(judged.first_response);
  resolution_.add(judged.resolution);
  ++counts_["opened"];
  ++channels_[facts.channel];
  ++acknowledged_[judged.acknowledged];
  if (!facts.withheld.empty()) ++withheld_[facts.withheld];
  ++forwarded_[judged.forwarded];
  counts_["reopened"] += facts.reopened > 0 ? 1 : 0;
  counts_["rerouted"] += facts.rerouted > 0 ? 1 : 0;
  counts_["not_ours"] += facts.not_ours;
  counts_["answered_at_once"] += facts.answered ? 1 : 0;
  counts_["duplicates"] += facts.duplicates;
  settled_["yes"] += facts.settled_yes;
  settled_["not_yet"] += facts.settled_not_yet;
  settled_["none"] += facts.settled_none;
  paused_cases_ += facts.pauses.empty() ? 0 : 1;
  paused_seconds_ += judged.paused_seconds;
  if (!facts.campaign) return;
  campaigns_.insert(*facts.campaign);
  ++campaign_letters_;
}

void Figures::add_open(int days) {
  ++backlog_["open"];
  ++backlog_[days <= 7 ? "to_7_days" : days <= 30 ? "to_30_days" : days <= 90 ? "to_90_days" : "over_90_days"];
}

json Figures::to_json() {
  json value = counts_;
  value["channels"] = channels_;
  value["acknowledged"] = acknowledged_;
  value["acknowledged"]["withheld_because"] = withheld_;
  value["acknowledged"]["within_5_minutes_percent"] =
      percent(acknowledged_["within_5_minutes"], counts_["opened"] - acknowledged_["withheld"]);
  value["forwarded"] = forwarded_;
  value["forwarded"]["same_day_percent"] =
      percent(forwarded_["same_day"], forwarded_["same_day"] + forwarded_["later"]);
  value["first_response"] = first_response_.to_json();
  value["resolution"] = resolution_.to_json();
  value["settled"] = settled_;
  value["backlog"] = backlog_;
  value["paused"] = {{"cases", paused_cases_}, {"open_hours", hours(static_cast<double>(paused_seconds_))}};
  value["campaigns"] = {{"campaigns", campaigns_.size()}, {"letters", campaign_letters_}};
  return value;
}

}  // namespace docket
