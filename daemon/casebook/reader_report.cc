// Figures of the cases opened in a time: read in short snapshots, a slice of cases each, so that a million of them
// holds back no checkpoint; a case stands in one slice only, so that every sum is of whole cases.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "daemon/casebook/figures.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/letters/reply_words.h"

namespace docket {

using nlohmann::json;

namespace {

constexpr int kSlice = 2000;
constexpr std::string_view kWithheld = "ack withheld: ";
constexpr const char* kSpam = "spam";

std::optional<Time> time_at(const sqlite::Query& query, int column) {
  const auto value = query.maybe_integer(column);
  return value ? std::optional(from_stored(*value)) : std::nullopt;
}

/// Why a case is in no figure; empty: it is.
enum class LeftOut { no, merged, imported, spam, staff };

struct Identity {
  std::optional<std::string> office;
  std::string decided_by;
  std::string resident;
  bool merged = false;
  bool imported = false;
};

bool is_staff(const std::string& resident, const Town& town) {
  const auto at = resident.rfind('@');
  return at != std::string::npos && std::find(town.staff_domains.begin(), town.staff_domains.end(),
                                              resident.substr(at + 1)) != town.staff_domains.end();
}

/// Spam that a person gave to an office was none.
LeftOut left_out(const Identity& one, const Town& town) {
  if (one.merged) return LeftOut::merged;
  if (one.imported) return LeftOut::imported;
  if (one.decided_by == kSpam && !one.office) return LeftOut::spam;
  return is_staff(one.resident, town) ? LeftOut::staff : LeftOut::no;
}

/// All that a slice says of its cases, a row each.
constexpr const char* kCases =
    "SELECT c.id, c.opened, c.office, c.decided_by, coalesce(l.resident, ''), c.merged_into, c.imported, c.channel, "
    "coalesce(i.received, c.opened), c.status, c.statutory, c.due, c.first_response, c.resolve_due, c.closed, "
    "c.answered, c.paused, c.campaign, coalesce(i.acknowledgement, ''), i.recorded, "
    "(SELECT o.state FROM outbox o WHERE o.case_id = c.id AND o.inbound_id = i.id AND o.kind = 'acknowledgement' "
    "ORDER BY o.id LIMIT 1), "
    "(SELECT o.changed FROM outbox o WHERE o.case_id = c.id AND o.inbound_id = i.id AND o.kind = 'acknowledgement' "
    "AND o.state = 'sent' ORDER BY o.id LIMIT 1), "
    "(SELECT min(o.changed) FROM outbox o WHERE o.case_id = c.id AND o.kind = 'forward' AND o.role = 'answers' "
    "AND o.state = 'sent'), "
    "(SELECT count(*) FROM closings s WHERE s.case_id = c.id AND s.answer = 'yes'), "
    "(SELECT count(*) FROM closings s WHERE s.case_id = c.id AND s.answer = 'not yet'), "
    "(SELECT count(*) FROM closings s WHERE s.case_id = c.id AND s.answer = ''), "
    "(SELECT count(*) FROM inbounds d WHERE d.case_id = c.id AND d.outcome = 'duplicate') "
    "FROM cases c "
    "LEFT JOIN inbounds i ON i.id = (SELECT min(f.id) FROM inbounds f WHERE f.case_id = c.id AND f.outcome = 'case') "
    "LEFT JOIN letters l ON l.inbound_id = i.id "
    "WHERE c.opened >= ?1 AND c.opened < ?2 AND (c.opened > ?1 OR c.id > ?3) ORDER BY c.opened, c.id LIMIT ?4";

struct SliceRow {
  std::int64_t id = 0;
  std::int64_t opened = 0;
  Identity identity;
  CaseFacts facts;
  std::vector<std::string> misroutes;  ///< what had decided, each time an office said that it is not theirs
};

void read_acknowledgement(const sqlite::Query& query, CaseFacts& facts) {
  const std::string words = query.text(18);
  const std::string state = query.text(20);
  if (words.starts_with(kWithheld)) {
    facts.withheld = words.substr(kWithheld.size());
  } else if (words.ends_with(letters::kInReply)) {
    facts.acknowledged = time_at(query, 19);
  } else if (state == "withheld") {
    facts.withheld = "discarded";
  } else {
    facts.undelivered = state == "failed";
    facts.acknowledged = time_at(query, 21);
  }
}

void read_promises(const sqlite::Query& query, CaseFacts& facts) {
  facts.is_closed = query.text(9) == "closed";
  facts.statutory = query.integer(10) != 0;
  facts.due = time_at(query, 11);
  facts.first_response = time_at(query, 12);
  facts.resolve_due = time_at(query, 13);
  facts.closed = time_at(query, 14);
  facts.answered = !query.is_null(15);
  facts.paused = time_at(query, 16);
}

SliceRow row_at(const sqlite::Query& query, const Town& town) {
  SliceRow row{query.integer(0),
               query.integer(1),
               {query.maybe_text(2), query.text(3), query.text(4), !query.is_null(5), query.integer(6) != 0},
               {},
               {}};
  row.facts.office = row.identity.office;
  const Office* office = row.facts.office ? town.office(*row.facts.office) : nullptr;
  row.facts.direct = office != nullptr && office->replies == Replies::direct;
  row.facts.channel = query.text(7);
  row.facts.received = from_stored(query.integer(8));
  read_promises(query, row.facts);
  row.facts.campaign = query.maybe_integer(17);
  read_acknowledgement(query, row.facts);
  row.facts.forwarded = time_at(query, 22);
  row.facts.settled_yes = static_cast<int>(query.integer(23));
  row.facts.settled_not_yet = static_cast<int>(query.integer(24));
  row.facts.settled_none = static_cast<int>(query.integer(25));
  row.facts.duplicates = static_cast<int>(query.integer(26));
  return row;
}

/// From one office to another, or back into review; out of review is no re-route.
bool is_reroute(const std::string& detail) {
  return detail.find(" → ") != std::string::npos && !detail.starts_with("review → ");
}

/// What only the timeline tells: waits, re-routes, reopenings.
void read_course(sqlite::Connection& db, std::int64_t id, Time now, CaseFacts& facts) {
  sqlite::Query query(db,
                      "SELECT at, what, detail FROM events WHERE case_id = ? AND "
                      "what IN ('assigned', 'closed', 'not_ours', 'paused', 'reopened', 'resumed') ORDER BY seq");
  query.bind(id);
  std::optional<Time> since;
  while (query.step()) {
    const Time at = from_stored(query.integer(0));
    const std::string what = query.text(1);
    if ((what == "assigned" || what == "not_ours") && is_reroute(query.text(2))) ++facts.rerouted;
    if (what == "reopened") ++facts.reopened;
    if (what == "paused" && !since) since = at;
    if (since && (what == "resumed" || what == "closed")) facts.pauses.emplace_back(*std::exchange(since, {}), at);
  }
  if (since && *since < now) facts.pauses.emplace_back(*since, now);
}

void read_misroutes(sqlite::Connection& db, SliceRow& row) {
  sqlite::Query query(db, "SELECT decided_by FROM misroutes WHERE case_id = ? ORDER BY id");
  query.bind(row.id);
  while (query.step()) row.misroutes.push_back(query.text(0));
  row.facts.not_ours = static_cast<int>(row.misroutes.size());
}

/// In the order they were opened, beginning at `from`, or behind the one with the id `after` that was opened then.
std::vector<SliceRow> read_slice(sqlite::Connection& db, std::int64_t from, std::int64_t to, std::int64_t after,
                                 Time now, const Town& town) {
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  std::vector<SliceRow> rows;
  sqlite::Query query(db, kCases);
  query.bind(from);
  query.bind(to);
  query.bind(after);
  query.bind(kSlice);
  while (query.step()) rows.push_back(row_at(query, town));
  for (auto& row : rows) {
    read_course(db, row.id, now, row.facts);
    read_misroutes(db, row);
  }
  return rows;
}

struct RuleCount {
  std::int64_t decided = 0;
  std::int64_t not_ours = 0;
};

/// One report while it is counted.
class Report {
 public:
  Report(const Town& town, const Calendar& calendar, Time now) : town_(town), calendar_(calendar), now_(now) {
    for (const auto& [id, office] : town.offices) offices_[id];
  }

  void count(const SliceRow& row) {
    const LeftOut why = left_out(row.identity, town_);
    ++left_out_[static_cast<std::size_t>(why)];
    if (why != LeftOut::no) return;
    const CaseFigures judged = judge(row.facts, now_, calendar_);
    total_.add(row.facts, judged);
    figures_of(row.facts.office).add(row.facts, judged);
    ++rules_[row.identity.decided_by].decided;
    for (const auto& rule : row.misroutes) ++rules_[rule].not_ours;
  }

  /// Every case that is open now, whenever it was opened.
  void count_open(sqlite::Connection& db) {
    const auto today = std::chrono::sys_days(calendar_.local(now_).date);
    for (const char* status : {"new", "review", "open", "waiting"}) {
      for (std::int64_t after = 0; after >= 0;) after = count_open_slice(db, status, after, today);
    }
  }

  [[nodiscard]] json to_json() {
    auto offices = json::array();
    if (const auto review = review_row()) offices.push_back(*review);
    for (auto& [id, figures] : offices_) offices.push_back(row_json(id, figures));
    return {{"total", total_.to_json()},
            {"offices", offices},
            {"misroutes", misroutes_json()},
            {"not_counted",
             {{"merged", left_out_of(LeftOut::merged)},
              {"imported", left_out_of(LeftOut::imported)},
              {"spam", left_out_of(LeftOut::spam)},
              {"staff", left_out_of(LeftOut::staff)}}}};
  }

 private:
  Figures& figures_of(const std::optional<std::string>& office) { return office ? offices_[*office] : review_; }
  [[nodiscard]] std::int64_t left_out_of(LeftOut why) const { return left_out_.at(static_cast<std::size_t>(why)); }

  static json row_json(const json& office, Figures& figures) {
    json row = figures.to_json();
    row["office"] = office;
    return row;
  }

  std::optional<json> review_row() {
    json row = row_json(nullptr, review_);
    const bool empty = row["opened"] == 0 && row["backlog"]["open"] == 0;
    return empty ? std::nullopt : std::optional(std::move(row));
  }

  /// Answers the last id, or -1 after the last slice.
  std::int64_t count_open_slice(sqlite::Connection& db, const char* status, std::int64_t after,
                                std::chrono::sys_days today) {
    sqlite::Query query(db,
                        "SELECT c.id, c.opened, c.office, c.decided_by, coalesce((SELECT l.resident FROM inbounds i "
                        "JOIN letters l ON l.inbound_id = i.id WHERE i.case_id = c.id AND i.outcome = 'case' "
                        "ORDER BY i.id LIMIT 1), ''), c.merged_into, c.imported "
                        "FROM cases c WHERE c.status = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3");
    query.bind(status);
    query.bind(after);
    query.bind(kSlice);
    std::int64_t last = -1;
    int rows = 0;
    for (; query.step(); ++rows) {
      last = query.integer(0);
      const Identity one{query.maybe_text(2), query.text(3), query.text(4), !query.is_null(5), query.integer(6) != 0};
      if (left_out(one, town_) != LeftOut::no) continue;
      const auto opened = std::chrono::sys_days(calendar_.local(from_stored(query.integer(1))).date);
      const int days = static_cast<int>((today - opened).count());
      total_.add_open(days);
      figures_of(one.office).add_open(days);
    }
    return rows < kSlice ? -1 : last;
  }

  /// The rule that is told most often to be wrong first.
  [[nodiscard]] json misroutes_json() const {
    std::vector<std::pair<std::string, RuleCount>> wrong;
    for (const auto& [rule, count] : rules_) {
      if (count.not_ours > 0) wrong.emplace_back(rule, count);
    }
    std::stable_sort(wrong.begin(), wrong.end(),
                     [](const auto& a, const auto& b) { return a.second.not_ours > b.second.not_ours; });
    auto list = json::array();
    for (const auto& [rule, count] : wrong) {
      list.push_back({{"rule", rule}, {"decided", count.decided}, {"not_ours", count.not_ours}});
    }
    return list;
  }

  const Town& town_;
  const Calendar& calendar_;
  Time now_;
  Figures total_;
  Figures review_;
  std::map<std::string, Figures> offices_;
  std::map<std::string, RuleCount> rules_;
  std::array<std::int64_t, 5> left_out_{};
};

}  // namespace

json BookReader::report(Time from, Time to, Time now, const Town& town, const Calendar& calendar) {
  Report report(town, calendar, now);
  std::int64_t opened = stored(from);
  std::int64_t after = 0;
  while (true) {
    const auto rows = read_slice(state_->db, opened, stored(to), after, now, town);
    for (const auto& row : rows) report.count(row);
    if (rows.size() < kSlice) break;
    opened = rows.back().opened;
    after = rows.back().id;
  }
  report.count_open(state_->db);
  json value = report.to_json();
  value["from"] = rfc3339(from);
  value["to"] = rfc3339(to);
  value["at"] = rfc3339(now);
  return value;
}

}  // namespace docket
