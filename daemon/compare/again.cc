#include "daemon/compare/again.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "daemon/compare/comparison.h"
#include "daemon/control/reading.h"
#include "daemon/letters/acknowledgement.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kUpdate = "update";
/// In one commit, during which no letter is recorded.
constexpr int kMostCases = 2000;

tl::expected<JudgedFilter, std::string> filter_of(const HttpRequest& request, BookReader& reader) {
  JudgedFilter filter;
  const auto since = time_parameter(request, "since");
  if (!since) return tl::unexpected(since.error());
  filter.since = *since;
  filter.decided_by = parameter(request, "rule");
  if (const auto set = parameter(request, "set")) {
    const auto version = reader.find_version(*set);
    if (!version) return tl::unexpected(version.error());
    filter.set = *version;
  }
  if (!filter.since && !filter.decided_by && !filter.set) {
    return tl::unexpected(std::string("which cases? Name --decided-by, --rule or --since"));
  }
  return filter;
}

Reassignment judged_again(const JudgedLetter& which, const KeptInbound& kept, const Configuration& running) {
  const auto& town = *running.town;
  Reassignment again;
  again.number = which.number;
  again.inbound = which.inbound;
  again.letter = read_again(kept.inbound, running);
  again.decision = judge_again(which.outcome, again.letter, running, Tracing::none);
  again.update = plan_acknowledgement(again.letter, again.decision, town, *running.calendar, *running.settings, false);
  const bool has_template = running.templates->has(kUpdate);
  again.update.template_name = has_template && again.decision.acknowledge ? kUpdate : "";
  again.promise = promise_of(again.letter, again.decision, town, *running.calendar);
  return again;
}

json result_json(const std::vector<Reassigned>& results) {
  auto cases = json::array();
  int skipped = 0;
  for (const auto& one : results) {
    if (!one.skipped.empty()) ++skipped;
    cases.push_back({{"case", one.number},
                     {"from", one.from},
                     {"to", one.to},
                     {"skipped", one.skipped.empty() ? json() : json(one.skipped)},
                     {"wrong", one.wrong},
                     {"resident_told", one.resident_told}});
  }
  const auto moved = static_cast<int>(results.size()) - skipped;
  return {{"cases", std::move(cases)}, {"moved", moved}, {"skipped", skipped}};
}

}  // namespace

HttpResponse answer_assigning_again(const HttpRequest& request, BookReader& reader, CaseBook& book,
                                    const Configuration& running) {
  const auto filter = filter_of(request, reader);
  if (!filter) return error_answer(400, 2, filter.error());
  std::vector<Reassignment> cases;
  for (const auto& which : reader.judged(*filter)) {
    if (which.outcome != "case") continue;
    if (cases.size() == kMostCases) {
      return error_answer(409, 1, "more than 2000 cases: take fewer at a time, with --since or --rule");
    }
    if (const auto kept = reader.inbound(which.inbound)) cases.push_back(judged_again(which, *kept, running));
  }
  const auto done =
      book.assign_again(cases, request.peer.login, *running.town, parameter(request, "dry_run").has_value());
  if (!done) return error_answer(503, done.error().exit_code, done.error().text);
  return json_answer(result_json(*done));
}

}  // namespace docket
