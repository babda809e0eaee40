#include "daemon/casebook/office_life.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

#include "config/office_life.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

constexpr const char* kWanted = "consent_wanted";
/// Cases moved in one commit; the next round goes on.
constexpr int kMostAtOnce = 200;

std::vector<std::int64_t> ids_of(sqlite::Query& query) {
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

std::vector<std::int64_t> open_cases_of_office(sqlite::Connection& db, const std::string& office) {
  sqlite::Query query(db, "SELECT id FROM cases WHERE office = ? AND status <> 'closed' ORDER BY id LIMIT ?");
  query.bind(office);
  query.bind(kMostAtOnce);
  return ids_of(query);
}

std::vector<std::int64_t> cases_to_ask_about(sqlite::Connection& db, const std::string& office) {
  sqlite::Query query(db,
                      "SELECT id FROM cases c WHERE office = ? AND status <> 'closed' AND NOT EXISTS (SELECT 1 FROM "
                      "events e WHERE e.case_id = c.id AND e.what = ?) ORDER BY id LIMIT ?");
  query.bind(office);
  query.bind(kWanted);
  query.bind(kMostAtOnce);
  return ids_of(query);
}

/// Whose resident has agreed last, and which the office they agreed to has not got yet; what a person assigned since,
/// or what is asked anew, stays.
struct Agreed {
  std::int64_t id = 0;
  std::string office;
};
std::vector<Agreed> agreed_cases(sqlite::Connection& db) {
  sqlite::Query query(
      db,
      "SELECT c.id, substr(e.detail, 1, length(e.detail) - 5) AS agreed FROM events e CROSS JOIN cases c "
      "ON e.case_id = c.id WHERE c.status IN ('new', 'open', 'waiting') AND e.what = 'consent' AND "
      "e.detail LIKE '%: yes' AND c.office <> agreed AND NOT EXISTS (SELECT 1 FROM events l WHERE "
      "l.case_id = c.id AND l.seq > e.seq AND (l.what IN ('consent', 'consent_wanted') OR (l.what = "
      "'assigned' AND l.who <> 'daemon'))) ORDER BY c.id");
  std::vector<Agreed> all;
  while (query.step()) all.push_back({query.integer(0), query.text(1)});
  return all;
}

/// Who has an office's work for good: a deputy gives it back.
ActingOffice taken_over(const Town& town, const std::string& id, std::chrono::year_month_day day) {
  ActingOffice over{id, StandsIn::nobody};
  std::set<std::string> seen{id};
  while (const Office* office = town.office(over.office)) {
    const bool retired = office->retired && day >= office->retired->on;
    const bool vacant = office->vacant && day >= office->vacant->from;
    if (!retired && !vacant) break;
    const std::string& next = retired ? office->retired->to : office->vacant->acting;
    if (!seen.insert(next).second) break;
    over = {next, over.why != StandsIn::nobody ? over.why : retired ? StandsIn::successor : StandsIn::acting};
  }
  return over;
}

bool is_members(const Town& town, const std::string& id) {
  const Office* office = town.office(id);
  return office != nullptr && office->record_owner == RecordOwner::member;
}

/// Nobody holds a member's office: who acts for it has the case meanwhile. The next member is another person, to whom
/// the resident did not write.
void hand_over(const Writing& writing, const TownNow& now, std::int64_t id, const ActingOffice& acting) {
  auto row = load_case(writing.db, id);
  if (!row || !row->office) return;
  const bool successor = acting.why == StandsIn::successor;
  if (is_members(now.town, *row->office)) case_event(writing, *row, "daemon", kWanted, *row->office);
  assign_case(writing, now, *row, acting.office, {"daemon", ""}, successor ? News::assigned : News::acting);
}

/// It stays where it is, and its resident is asked once.
void ask_about(const Writing& writing, const TownNow& now, std::int64_t id, const std::string& successor) {
  const auto row = load_case(writing.db, id);
  if (!row) return;
  case_event(writing, *row, "daemon", kWanted, successor);
  tell_resident(writing, now, *row, News::acting);
}

int tend_office(const Writing& writing, const TownNow& now, const Office& office) {
  const auto acting = taken_over(now.town, office.id, now.calendar.local(writing.now).date);
  if (acting.why == StandsIn::nobody || now.town.office(acting.office) == nullptr) return 0;
  const bool asked = acting.why == StandsIn::successor && office.record_owner == RecordOwner::member;
  const auto cases = asked ? cases_to_ask_about(writing.db, office.id) : open_cases_of_office(writing.db, office.id);
  for (const std::int64_t id : cases) {
    if (asked) {
      ask_about(writing, now, id, acting.office);
    } else {
      hand_over(writing, now, id, acting);
    }
  }
  return static_cast<int>(cases.size());
}

int hand_to_agreed(const Writing& writing, const TownNow& now) {
  int moved = 0;
  for (const Agreed& agreed : agreed_cases(writing.db)) {
    auto row = load_case(writing.db, agreed.id);
    if (!row || now.town.office(agreed.office) == nullptr || !is_held(now, agreed.office, writing.now)) continue;
    assign_case(writing, now, *row, agreed.office, {"daemon", ""});
    ++moved;
  }
  return moved;
}

}  // namespace

bool is_held(const TownNow& now, const std::string& office, Time when) {
  return taken_over(now.town, office, now.calendar.local(when).date).why == StandsIn::nobody;
}

std::string address_of_acting(const TownNow& now, const std::string& office, Time when) {
  const auto acting = acting_office(now.town, office, now.calendar.local(when).date);
  const Office* known = now.town.office(acting.office);
  return known != nullptr && !known->address.empty() ? known->address : now.town.clerk_address;
}

std::optional<Forward> for_deputy(const Writing& writing, const CaseRow& row, const Forward& forward,
                                  const Town& town) {
  if (forward.role != "addition" || row.restricted || writing.calendar == nullptr) return std::nullopt;
  const auto acting = acting_office(town, forward.office, writing.calendar->local(writing.now).date);
  if (acting.why != StandsIn::deputy || row.office == acting.office) return std::nullopt;
  const auto copies = case_copies(writing.db, row.id);
  if (std::find(copies.begin(), copies.end(), acting.office) != copies.end()) return std::nullopt;
  Forward also = forward;
  also.office = acting.office;
  return also;
}

std::map<std::string, int> open_cases_by_office(sqlite::Connection& db) {
  sqlite::Query query(db,
                      "SELECT office, count(*) FROM cases WHERE status <> 'closed' AND office IS NOT NULL GROUP BY "
                      "office");
  std::map<std::string, int> counts;
  while (query.step()) counts[query.text(0)] = static_cast<int>(query.integer(1));
  return counts;
}

std::optional<std::string> consent_wanted(sqlite::Connection& db, std::int64_t case_id) {
  sqlite::Query query(db,
                      "SELECT what, detail FROM events WHERE case_id = ? AND what IN ('consent_wanted', 'consent') "
                      "ORDER BY seq DESC LIMIT 1");
  query.bind(case_id);
  if (!query.step() || query.text(0) != kWanted) return std::nullopt;
  return query.text(1);
}

tl::expected<int, Trouble> CaseBook::tend_offices(const TownNow& now) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing = writing_now(*state_, db, now);
    int moved = 0;
    for (const auto& [id, office] : now.town.offices) moved += tend_office(writing, now, office);
    return moved + hand_to_agreed(writing, now);
  });
}

tl::expected<std::map<std::string, int>, Trouble> CaseBook::open_cases_without_office(const Town& town) {
  return state_->write([&](sqlite::Connection& db) {
    auto counts = open_cases_by_office(db);
    std::erase_if(counts, [&](const auto& one) { return town.office(one.first) != nullptr; });
    return counts;
  });
}

}  // namespace docket
