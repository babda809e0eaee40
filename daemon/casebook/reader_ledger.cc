// The ledger: per source, what was listed against what became of it, each counted in its own table.
#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "daemon/casebook/reader_state.h"

namespace docket {

using nlohmann::json;

namespace {

/// Stored times, [from, to).
struct Between {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

std::optional<Between> day_of(const std::string& day, const Calendar& calendar) {
  const auto parsed = parse_date(day);
  if (!parsed) return std::nullopt;
  const std::chrono::sys_days date(*parsed);
  const auto at = [&](std::chrono::sys_days days) { return stored(calendar.at(std::chrono::year_month_day(days), 0)); };
  return Between{at(date), at(date + std::chrono::days{1})};
}

std::vector<std::string> sources_of(sqlite::Connection& db, const std::optional<std::string>& only) {
  std::vector<std::string> names;
  sqlite::Query query(db,
                      "SELECT name FROM (SELECT name FROM sources UNION SELECT DISTINCT source FROM seen) "
                      "WHERE ?1 IS NULL OR name = ?1 ORDER BY name");
  query.bind(only);
  while (query.step()) names.push_back(query.text(0));
  return names;
}

/// What the source listed, and what of it is still open or was passed over: from `seen`.
void count_seen(sqlite::Connection& db, const std::string& source, const Between& days, json& row) {
  sqlite::Query query(db,
                      "SELECT count(*), coalesce(sum(state = 'before_start'), 0), coalesce(sum(state = 'waiting'), 0), "
                      "coalesce(sum(state = 'vanished'), 0) FROM seen WHERE source = ? AND at >= ? AND at < ?");
  query.bind(source);
  query.bind(days.from);
  query.bind(days.to);
  if (!query.step()) return;
  row["seen"] = query.integer(0);
  row["before_start"] = query.integer(1);
  row["waiting"] = query.integer(2);
  row["vanished"] = query.integer(3);
}

/// What became of letters: from `inbounds`, and only where what it says stands in the book too (the case with its
/// number, the octets), so that a lost row shows as a difference.
void count_outcomes(sqlite::Connection& db, const std::string& source, const std::optional<Between>& days, json& row) {
  for (const char* name : {"cases", "additions", "duplicates", "ignored", "quarantined"}) row[name] = 0;
  sqlite::Query query(db,
                      "SELECT i.outcome, count(*) FROM inbounds i JOIN octets o ON o.inbound_id = i.id "
                      "LEFT JOIN cases c ON c.id = i.case_id WHERE i.source = ?1 "
                      "AND (i.outcome NOT IN ('case', 'addition') OR c.id IS NOT NULL) "
                      "AND (?2 IS NULL OR EXISTS (SELECT 1 FROM seen s WHERE s.source = i.source "
                      "AND s.delivery_key = i.delivery_key AND s.at >= ?2 AND s.at < ?3)) GROUP BY i.outcome");
  query.bind(source);
  query.bind(days ? std::optional(days->from) : std::nullopt);
  query.bind(days ? std::optional(days->to) : std::nullopt);
  while (query.step()) {
    const std::string outcome = query.text(0);
    const char* name = outcome == "case"          ? "cases"
                       : outcome == "addition"    ? "additions"
                       : outcome == "duplicate"   ? "duplicates"
                       : outcome == "ignored"     ? "ignored"
                       : outcome == "quarantined" ? "quarantined"
                                                  : nullptr;
    if (name != nullptr) row[name] = query.integer(1);
  }
}

}  // namespace

json BookReader::ledger(const std::optional<std::string>& source, const std::optional<std::string>& day,
                        const Calendar& calendar) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  json list = json::array();
  std::optional<Between> days;
  if (day) {
    days = day_of(*day, calendar);
    if (!days) return list;
  }
  const Between all{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
  for (const std::string& name : sources_of(db, source)) {
    json row{{"source", name}};
    count_seen(db, name, days.value_or(all), row);
    count_outcomes(db, name, days, row);
    std::int64_t difference = row["seen"].get<std::int64_t>();
    for (const char* part :
         {"cases", "additions", "duplicates", "ignored", "quarantined", "before_start", "waiting", "vanished"}) {
      difference -= row[part].get<std::int64_t>();
    }
    row["difference"] = difference;
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace docket
