#include "daemon/compare/answers.h"

#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "daemon/casebook/files_json.h"
#include "daemon/compare/comparison.h"
#include "daemon/control/reading.h"
#include "rules/decision_json.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostLetters = 1000;

/// In place of the stored trace: nullopt when the set or the octets are not to be had any more.
std::optional<json> full_trace(const json& letter, BookReader& book, const Configuration& running, Time now,
                               bool hidden) {
  const auto files = book.accepted_files(letter.value("configuration", ""));
  const auto kept = book.inbound(letter.value("inbound", ""));
  if (!files || !kept) return std::nullopt;
  Problems ignored;
  const auto set = build_configuration(running.settings, *files, now, ignored, Examples::left_out);
  if (!set) return std::nullopt;
  const auto as_read = read_again(kept->inbound, *set);
  auto trace = to_json(judge_again(letter.value("outcome", ""), as_read, *set, Tracing::all))["trace"];
  if (hidden) hide_seen(trace);
  for (auto& rule : trace) {
    const auto words = set->rules->words_of(rule.value("rule", ""), set->town->default_language, Audience::clerk);
    if (words) rule["words"] = words->words;
  }
  return trace;
}

}  // namespace

std::shared_ptr<const Configuration> OtherSet::get(std::shared_ptr<const Settings> settings, TownFiles files, Time now,
                                                   Problems& problems) {
  const std::lock_guard lock(mutex_);
  if (last_ != nullptr && last_->version == files.version()) return last_;
  last_ = build_configuration(std::move(settings), std::move(files), now, problems, Examples::left_out);
  return last_;
}

HttpResponse answer_comparing(const HttpRequest& request, BookReader& book, const Configuration& running,
                              OtherSet& other, Time now) {
  const auto files = other_files_from(json::parse(request.body, nullptr, false));
  if (!files) return error_answer(400, 2, "the body is no set of files");
  const auto since = time_parameter(request, "since");
  if (!since) return error_answer(400, 2, since.error());
  Problems problems;
  const auto after = other.get(running.settings, files->over(running.files), now, problems);
  if (after == nullptr) return json_answer(problems_json(problems), 409);
  JudgedFilter filter;
  filter.since = *since;
  filter.after = parameter(request, "after").value_or("");
  const auto limit = parse_number(parameter(request, "limit").value_or(""), kMostLetters).value_or(kMostLetters);
  // Only the first page counts them all; the others look one letter ahead.
  if (!filter.after.empty()) filter.limit = static_cast<int>(limit) + 1;
  auto letters = book.judged(filter);
  const auto total = letters.size();
  const bool more = total > limit;
  if (more) letters.resize(limit);
  auto page = to_json(compare(book, letters, running, *after), *running.town);
  page["total"] = filter.after.empty() ? json(total) : json();
  page["next"] = more ? json(letters.back().inbound) : json();
  return json_answer(page);
}

HttpResponse answer_full_explanation(const std::string& number, BookReader& book, const Configuration& running,
                                     Time now) {
  auto explained = book.case_explain(number, *running.town, false);
  if (!explained) return error_answer(404, 1, "case " + number + " not found");
  const bool hidden = explained->value("hidden", false);
  for (auto& letter : (*explained)["letters"]) {
    auto trace = full_trace(letter, book, running, now, hidden);
    letter["full"] = trace.has_value();
    if (trace) letter["decision"]["trace"] = std::move(*trace);
  }
  return json_answer(*explained);
}

}  // namespace docket
