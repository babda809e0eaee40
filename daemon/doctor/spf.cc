#include "daemon/doctor/spf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "config/text.h"

namespace docket::doctor {
namespace {

constexpr int kMostLookUps = 10;  // RFC 7208 section 4.6.4
constexpr int kDeepest = 10;

std::vector<std::string> records_of(const DnsAnswer& answer) {
  std::vector<std::string> found;
  for (const auto& record : answer.records) {
    const auto text = ascii_lower(record.text);
    if (text == "v=spf1" || text.starts_with("v=spf1 ")) found.push_back(text);
  }
  return found;
}

/// The terms of a record that make a receiver ask the DNS, with what they name.
struct Term {
  std::string mechanism;
  std::string domain;
};
std::vector<Term> asking_terms(const std::string& record) {
  constexpr std::array<std::string_view, 6> kAsking{"include", "a", "mx", "ptr", "exists", "redirect"};
  std::vector<Term> terms;
  for (auto word : split(record, ' ')) {
    if (!word.empty() && std::string_view("+-~?").find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    const auto end = word.find_first_of(":=/");
    const auto mechanism = word.substr(0, end);
    if (std::find(kAsking.begin(), kAsking.end(), mechanism) == kAsking.end()) continue;
    terms.push_back({std::string(mechanism), end == std::string_view::npos ? "" : std::string(word.substr(end + 1))});
  }
  return terms;
}

/// How many questions a receiver has to ask; more than the limit is not counted on.
int count_look_ups(const std::string& record, Resolver& resolver, int depth) {
  int count = 0;
  for (const auto& term : asking_terms(record)) {
    ++count;
    const bool leads_on = term.mechanism == "include" || term.mechanism == "redirect";
    if (!leads_on || depth >= kDeepest || count > kMostLookUps || term.domain.find('%') != std::string::npos) continue;
    const auto inner = records_of(resolver.look_up(term.domain, DnsType::txt));
    if (!inner.empty()) count += count_look_ups(inner.front(), resolver, depth + 1);
  }
  return count;
}

/// What the record says of everybody it does not name: "-", "~", "?", "+"; "" nothing.
std::string of_the_rest(const std::string& record) {
  for (const auto word : split(record, ' ')) {
    if (word == "all") return "+";
    if (word.size() == 4 && word.ends_with("all")) return std::string(word.substr(0, 1));
    if (word.starts_with("redirect=")) return "redirect";
  }
  return {};
}

}  // namespace

Line judge_spf(const std::string& check, const std::string& domain, Resolver& resolver) {
  const auto answer = resolver.look_up(domain, DnsType::txt);
  if (answer.kind == DnsAnswer::Kind::unanswered) {
    return warning(check, "not checked: DNS does not answer", "try again, or name a server with --dns");
  }
  const auto records = records_of(answer);
  if (records.empty()) {
    return warning(check, "no SPF record: large providers take such mail for spam or refuse it",
                   "add a TXT record at " + domain + ": v=spf1 include:… -all, as the mail provider's page says");
  }
  if (records.size() > 1) {
    return broken(check, fmt::format("{} SPF records: receivers count that as none", records.size()),
                  "make one of them (RFC 7208 section 3.2)");
  }
  const auto& record = records.front();
  const auto rest = of_the_rest(record);
  if (rest == "+") return broken(check, "it lets everybody send as the domain: " + record, "end it with -all or ~all");
  const int count = count_look_ups(record, resolver, 0);
  if (count > kMostLookUps) {
    return broken(check,
                  fmt::format("it takes more than {} DNS look-ups, where receivers give up: {}", kMostLookUps, record),
                  "take out an include that is not needed, or write its addresses (ip4:) instead");
  }
  if (rest.empty() || rest == "?") {
    return warning(check, "it says nothing of servers it does not name: " + record, "end it with -all or ~all");
  }
  return ok(check, fmt::format("{} ({} of {} look-ups)", record, count, kMostLookUps));
}

}  // namespace docket::doctor
