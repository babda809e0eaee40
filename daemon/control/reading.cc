#include "daemon/control/reading.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/files_json.h"

namespace docket {
namespace {

using nlohmann::json;

HttpResponse answer(const std::optional<json>& body, const std::string& what) {
  if (!body) return error_answer(404, 1, what + " not found");
  return json_answer(*body);
}

CaseFilter filter_of(const HttpRequest& request) {
  CaseFilter filter;
  if (const auto limit = parameter(request, "limit")) {
    int value = 0;
    const auto [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), value);
    if (error == std::errc() && value > 0) filter.limit = value;
  }
  filter.status = parameter(request, "status");
  filter.office = parameter(request, "office");
  return filter;
}

HttpResponse version(const std::string& id, BookReader& book) {
  const auto found = book.find_version(id);
  if (!found) return error_answer(404, 1, found.error());
  const auto files = book.accepted_files(*found);
  if (!files) return error_answer(404, 1, *found + " is a version of rules alone: name the one of all files");
  auto value = to_json(*files);
  value["version"] = *found;
  return json_answer(value);
}

HttpResponse hits(const HttpRequest& request, BookReader& book) {
  const auto since = time_parameter(request, "since");
  if (!since) return error_answer(400, 2, since.error());
  auto rules = json::object();
  for (const auto& [rule, count] : book.rule_hits(*since)) {
    rules[rule] = {{"matched", count.matched},
                   {"decided", count.decided},
                   {"not_ours", count.not_ours},
                   {"last", rfc3339(count.last)}};
  }
  return json_answer(rules);
}

/// The body is a list of phrases.
HttpResponse count_phrases(const HttpRequest& request, BookReader& book) {
  const auto asked = json::parse(request.body, nullptr, false);
  if (!asked.is_array()) return error_answer(400, 2, "the body is no list of phrases");
  std::vector<std::string> phrases;
  for (const auto& phrase : asked) phrases.push_back(phrase.is_string() ? phrase.get<std::string>() : "");
  return json_answer(book.count_phrases(phrases));
}

/// An unknown office has no cases, which is another answer than a known one without any.
HttpResponse case_list(const HttpRequest& request, BookReader& book, const Town& town, bool member_records) {
  const auto filter = filter_of(request);
  const auto cases = book.case_list(filter, town, member_records);
  if (cases.empty() && filter.office && town.office(*filter.office) == nullptr) {
    return error_answer(404, 1, "there is no office " + *filter.office);
  }
  return json_answer(cases);
}

/// What is suggested depends on the moment that is asked about.
HttpResponse recurring(const HttpRequest& request, BookReader& book, const Town& town) {
  const auto now = time_parameter(request, "now");
  if (!now) return error_answer(400, 2, now.error());
  if (!*now) return error_answer(400, 2, "of which moment? now=TIME");
  return json_answer(book.recurring(**now, town));
}

HttpResponse ledger(const HttpRequest& request, BookReader& book, const Calendar& calendar) {
  const auto source = parameter(request, "source");
  const auto day = parameter(request, "day");
  if (day && !parse_date(*day)) return error_answer(400, 2, "'" + *day + "' is not a day: write 2026-11-23");
  const auto rows = book.ledger(source, day, calendar);
  if (rows.empty() && source) return error_answer(404, 1, "source " + *source + " not found");
  return json_answer(rows);
}

constexpr std::chrono::days kUsualReport{30};

/// A day of the town; absent: `usual`.
tl::expected<std::chrono::sys_days, std::string> day_parameter(const HttpRequest& request, const std::string& name,
                                                               std::chrono::sys_days usual) {
  const auto text = parameter(request, name);
  if (!text) return usual;
  const auto day = parse_date(*text);
  if (!day) return tl::unexpected("'" + *text + "' is not a day: write 2026-11-23");
  return std::chrono::sys_days(*day);
}

/// One office, or all; the words of rules are staff's own, so rules are named.
HttpResponse report(const HttpRequest& request, BookReader& book, const Town& town, const Calendar& calendar,
                    Time now) {
  const auto tomorrow = std::chrono::sys_days(calendar.local(now).date) + std::chrono::days(1);
  const auto to = day_parameter(request, "to", tomorrow);
  if (!to) return error_answer(400, 2, to.error());
  const auto from = day_parameter(request, "from", *to - kUsualReport);
  if (!from) return error_answer(400, 2, from.error());
  if (*from >= *to) return error_answer(400, 2, "the report's last day is before its first: `to` is the day after it");
  auto value = book.report(calendar.at(*from, 0), calendar.at(*to, 0), now, town, calendar);
  value["from"] = iso_date(*from);
  value["to"] = iso_date(*to);
  const auto office = parameter(request, "office");
  if (!office) return json_answer(value);
  auto& rows = value["offices"];
  rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const json& row) { return row["office"] != *office; }),
             rows.end());
  if (rows.empty()) return error_answer(404, 1, "there is no office " + *office);
  value.erase("total");
  value.erase("misroutes");
  value.erase("not_counted");
  return json_answer(value);
}

}  // namespace

std::optional<std::string> parameter(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  if (found == request.query.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

tl::expected<std::optional<Time>, std::string> time_parameter(const HttpRequest& request, const std::string& name) {
  const auto text = parameter(request, name);
  if (!text) return std::nullopt;
  const auto time = parse_rfc3339(*text);
  if (!time) return tl::unexpected("'" + *text + "' is not a time: write it as RFC 3339");
  return time;
}

json problems_json(const Problems& problems) {
  auto list = json::array();
  for (const auto& problem : problems) {
    list.push_back({{"file", problem.place.file},
                    {"line", std::max(problem.place.line, 1)},
                    {"column", std::max(problem.place.column, 1)},
                    {"severity", problem.severity == Severity::error ? "error" : "warning"},
                    {"text", problem.text},
                    {"hint", problem.hint}});
  }
  return list;
}

HttpResponse json_answer(const json& body, int status) {
  return {status, "application/json", body.dump(-1, ' ', false, json::error_handler_t::replace)};
}

HttpResponse error_answer(int status, int exit_code, const std::string& text) {
  return json_answer({{"error", text}, {"exit", exit_code}}, status);
}

HttpResponse answer_reading(const HttpRequest& request, BookReader& book, const Town& town, const Calendar& calendar,
                            Time now, bool member_records) {
  const auto parts = split(std::string_view(request.path).substr(1), '/');
  const auto room = parts[0];
  const std::string id(parts.size() > 1 ? parts[1] : "");
  const bool list = parts.size() == 1;
  const bool one = parts.size() == 2;
  if (room == "cases" && list) return case_list(request, book, town, member_records);
  if (room == "cases" && one) return answer(book.case_show(id, town, member_records), "case " + id);
  if (room == "cases" && parts.size() == 3 && parts[2] == "explain") {
    return answer(book.case_explain(id, town, member_records), "case " + id);
  }
  if (room == "rules" && one && id == "hits") return hits(request, book);
  if (room == "rules" && one && id == "history") return json_answer(book.accepted_sets());
  if (room == "versions" && one) return version(id, book);
  if (room == "offices" && list) return json_answer(book.open_cases_by_office());
  if (room == "phrases" && list) return count_phrases(request, book);
  if (room == "search" && list) {
    return json_answer(book.case_search(parameter(request, "q").value_or(""), town, member_records));
  }
  if (room == "campaigns" && list) return json_answer(book.campaigns(town));
  if (room == "campaigns" && one) return answer(book.campaign(id, town), "campaign " + id);
  if (room == "recurring" && list) return recurring(request, book, town);
  if (room == "outbox" && list) return json_answer(book.outbox_list(parameter(request, "state"), town));
  if (room == "outbox" && one) return answer(book.outbox_show(id, town, member_records), "letter " + id);
  if (room == "quarantine" && list) return json_answer(book.quarantine_list());
  if (room == "quarantine" && one) return answer(book.quarantine_show(id), "inbound " + id);
  if (room == "ignored" && list) return json_answer(book.ignored_list());
  if (room == "ledger" && list) return ledger(request, book, calendar);
  if (room == "report" && list) return report(request, book, town, calendar, now);
  if (room == "audit" && one && id == "verify") return json_answer(book.audit_verify());
  if (room == "audit" && one && id == "head") return json_answer(book.audit_head());
  return error_answer(404, 2, "unknown path");
}

}  // namespace docket
