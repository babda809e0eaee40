// "Not ours": an office gives a case back, and where it goes then.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "config/office_life.h"
#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/timeline.h"
#include "daemon/letters/rule_example.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kReview = "review";

/// Offices that have said so in this case, with the one that says it now.
std::set<std::string> said_so(sqlite::Connection& db, const CaseRow& row, const std::string& from) {
  std::set<std::string> offices{from};
  sqlite::Query query(db, "SELECT DISTINCT office FROM misroutes WHERE case_id = ?");
  query.bind(row.id);
  while (query.step()) offices.insert(query.text(0));
  return offices;
}

/// What gave the case to the office that has it: the rule, "address" or "fallback", or who assigned it since.
std::string decided_by(sqlite::Connection& db, const CaseRow& row) {
  sqlite::Query query(
      db, "SELECT who, detail FROM events WHERE case_id = ? AND what = 'assigned' ORDER BY seq DESC LIMIT 1");
  query.bind(row.id);
  // A batch that was routed again was decided by rules.
  if (!query.step() || query.text(1).ends_with(", again)")) return row.decided_by;
  return query.text(0);
}

/// Who acts today for the office named, else for that of the address written to, else for the fallback.
std::optional<std::string> next_office(const Writing& writing, const TownNow& now, const CaseRow& row,
                                       const std::optional<std::string>& named, const std::set<std::string>& not_them) {
  const auto day = now.calendar.local(writing.now).date;
  const auto address = now.town.addresses.find(row.written_to);
  for (const std::string& wanted :
       {named.value_or(""), address == now.town.addresses.end() ? "" : address->second, now.town.fallback}) {
    if (now.town.office(wanted) == nullptr) continue;
    const std::string office = acting_office(now.town, wanted, day).office;
    if (now.town.office(office) != nullptr && !not_them.contains(wanted) && !not_them.contains(office)) return office;
  }
  return std::nullopt;
}

void to_review(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& from, const By& by) {
  if (row.paused) resume_case(writing, now, row, {by.who, ""});
  if (row.status != "closed") row.status = kReview;
  row.office.reset();
  writing.db.run("UPDATE cases SET office = NULL, status = ?, review = ? WHERE id = ?", row.status, "not ours: " + from,
                 row.id);
  if (row.status != "closed") tell_resident(writing, now, row, News::rerouted, by.by_letter);
}

/// The letter that opened the case, as far as an example of the rule needs it.
struct Opening {
  std::string subject;
  std::string begins;
  std::vector<std::string> seen;  ///< what in it made the rule match
  bool may_quote = true;
};

/// Of conditions on the letter's words alone: of others (who wrote it) an example says nothing.
std::vector<std::string> words_seen(const json& decision, const std::string& rule) {
  std::vector<std::string> seen;
  for (const json& one : decision.value("trace", json::array())) {
    if (one.value("rule", "") != rule || !one.value("matched", false)) continue;
    for (const json& condition : one.value("conditions", json::array())) {
      const auto words = condition.value("condition", "");
      const bool of_words = words.starts_with("text") || words.starts_with("subject") || words.starts_with("body");
      if (of_words && condition.value("matched", false)) seen.push_back(condition.value("seen", ""));
    }
  }
  return seen;
}

Opening opening_of(sqlite::Connection& db, const CaseRow& row, const std::string& rule) {
  sqlite::Query query(db,
                      "SELECT l.subject, l.gist, t.trace FROM inbounds i JOIN letters l ON l.inbound_id = i.id "
                      "JOIN traces t ON t.inbound_id = i.id WHERE i.case_id = ? AND i.outcome = 'case'");
  query.bind(row.id);
  Opening opening;
  if (!query.step()) return opening;
  opening.subject = query.text(0);
  opening.begins = query.text(1);
  const auto decision = json::parse(query.text(2), nullptr, false);
  if (!decision.is_object()) return opening;
  opening.seen = words_seen(decision, rule);
  opening.may_quote = decision.value("quote", true);
  return opening;
}

bool is_member(const Town& town, const std::optional<std::string>& id) {
  const Office* office = id ? town.office(*id) : nullptr;
  return office != nullptr && office->record_owner == RecordOwner::member;
}

bool may_be_quoted(const TownNow& now, const CaseRow& row, const std::string& from, const Opening& opening) {
  return !row.restricted && opening.may_quote && !is_member(now.town, from) && !is_member(now.town, row.office);
}

std::string name_in(const Town& town, const std::string& id, const std::string& language) {
  const Office* office = town.office(id);
  return office == nullptr ? id : office->name.in(language, town.default_language);
}

/// What the clerk can do, in English and in French.
struct Advice {
  std::string english;
  std::string french;
  std::string lines;
};

/// An example to paste, or where the letter's words stay with their readers how to look at it.
Advice advice_on(const Writing& writing, const TownNow& now, const CaseRow& row, const std::string& from,
                 const std::string& rule) {
  const Opening opening = opening_of(writing.db, row, rule);
  if (may_be_quoted(now, row, from, opening)) {
    const auto text = example_text(opening.subject, opening.begins, opening.seen);
    return {
        "If the rule should leave such letters alone, paste these lines below it (the second one, where it has "
        "examples already), then change the rule until `docket check` is content.",
        "Si la règle ne doit pas prendre de telles lettres, collez ces lignes sous la règle (la seconde, si elle a "
        "déjà des exemples), puis changez la règle jusqu'à ce que « docket check » l'accepte.",
        "    examples:\n      " + no_match_example(row.written_to, opening.subject, text)};
  }
  const bool member = is_member(now.town, from) || is_member(now.town, row.office);
  return {"What the letter says is for its readers alone, so no example stands here. To look at it:",
          "Ce que dit la lettre n'est que pour ses lecteurs, donc aucun exemple ne figure ici. Pour la voir :",
          fmt::format("    docket case show {}{}", row.number,
                      member ? " --member-records --reason \"a rule misrouted it\"" : "")};
}

/// Once for each office and case, and only where a rule can be bettered.
void offer_example(const Writing& writing, const TownNow& now, const CaseRow& row, const std::string& from,
                   const std::string& rule) {
  if (now.town.clerk_address.empty()) return;
  const std::string key = fmt::format("told:not-ours:{}:{}", row.number, from);
  const int first = writing.db.run("INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)", key, rfc3339(writing.now));
  if (first == 0) return;
  const Advice advice = advice_on(writing, now, row, from, rule);
  const std::string english = name_in(now.town, from, "en");
  add_staff_letter(writing, {"", now.town.clerk_address, fmt::format("docket: {} is not for {}", row.number, english),
                             fmt::format("{} says that {} is not theirs. The rule \"{}\" sent it there.\n{}\n\n"
                                         "{} dit que {} n'est pas de son ressort. La règle « {} » l'y a envoyé.\n{}\n\n"
                                         "{}\n",
                                         english, row.number, rule, advice.english, name_in(now.town, from, "fr"),
                                         row.number, rule, advice.french, advice.lines)});
}

bool is_rule(const std::string& decided) {
  return decided != "address" && decided != "fallback" && decided != "by hand" && decided != "spam";
}

void count_misroute(const Writing& writing, const CaseRow& row, const std::string& from, const std::string& gone_to,
                    const std::string& decided, std::int64_t inbound) {
  writing.db.run(
      "INSERT INTO misroutes (case_id, inbound_id, at, office, gone_to, decided_by) VALUES (?, ?, ?, ?, ?, ?)", row.id,
      inbound != 0 ? std::optional(inbound) : std::nullopt, stored(writing.now), from, gone_to, decided);
}

/// A copy is given back: who answers stays.
std::string give_back_copy(const Writing& writing, const CaseRow& row, const std::string& from, const By& by,
                           std::int64_t inbound) {
  const auto rule = writing.db.text("SELECT rule FROM case_copies WHERE case_id = ? AND office = ?", row.id, from);
  std::string has_it = row.office.value_or("");
  if (rule)
    count_misroute(writing, row, from, has_it.empty() ? kReview : has_it, rule->empty() ? "address" : *rule, inbound);
  writing.db.run("DELETE FROM case_copies WHERE case_id = ? AND office = ?", row.id, from);
  action_event(writing, row, by, "not_ours", fmt::format("{} (a copy)", from));
  return has_it;
}

}  // namespace

std::string not_ours(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& from,
                     const std::optional<std::string>& office, const By& by, std::int64_t inbound) {
  if (row.office != from) return give_back_copy(writing, row, from, by, inbound);
  const std::string decided = decided_by(writing.db, row);
  const bool by_rule = decided == row.decided_by && is_rule(decided);
  const auto next = next_office(writing, now, row, office, said_so(writing.db, row, from));
  count_misroute(writing, row, from, next.value_or(kReview), decided, inbound);
  action_event(writing, row, by, "not_ours", fmt::format("{} → {}", from, next.value_or(kReview)));
  if (next) {
    assign_case(writing, now, row, *next, {by.who, ""}, News::rerouted);
  } else {
    to_review(writing, now, row, from, by);
  }
  if (by_rule) offer_example(writing, now, row, from, decided);
  return next.value_or("");
}

}  // namespace docket
