// BookReader::counts: each by an index or by row id, so that a book of a million cases is counted as a small one.
#include <fmt/format.h>

#include "daemon/casebook/next_due.h"
#include "daemon/casebook/reader_state.h"

namespace docket {
namespace {

/// The first row of `inbounds` recorded at `from` or later, by bisection: ids rise with time, and no index has it.
std::int64_t first_since(sqlite::Connection& db, std::int64_t last, Time from) {
  std::int64_t low = 1;
  std::int64_t high = last + 1;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    const auto recorded =
        db.integer("SELECT recorded FROM inbounds WHERE id >= ? ORDER BY id LIMIT 1", middle).value_or(stored(from));
    if (recorded >= stored(from)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

void count_open(sqlite::Connection& db, BookCounts& counts) {
  sqlite::Query query(db,
                      "SELECT office, status, count(*) FROM cases WHERE status <> 'closed' GROUP BY office, status");
  while (query.step()) {
    counts.open.push_back({query.maybe_text(0).value_or(""), query.text(1), query.integer(2)});
  }
}

void count_overdue(sqlite::Connection& db, Time now, const Town& town, BookCounts& counts) {
  static const std::string kOverdue = fmt::format(
      "SELECT count(*) FROM cases c WHERE c.office = ? AND c.status IN ('new', 'open') AND {} <= ?", kNextDue);
  for (const auto& [id, office] : town.offices) {
    counts.overdue[id] = db.integer(kOverdue.c_str(), id, stored(now)).value_or(0);
  }
}

void count_today(sqlite::Connection& db, Time midnight, BookCounts& counts) {
  sqlite::Query query(db,
                      "SELECT outcome, count(*) FROM inbounds WHERE id >= ? AND outcome IS NOT NULL GROUP BY outcome");
  query.bind(first_since(db, counts.letters, midnight));
  while (query.step()) counts.today[query.text(0)] = query.integer(1);
}

void count_outbox(sqlite::Connection& db, BookCounts& counts) {
  {
    sqlite::Query query(db, "SELECT state, count(*), min(created) FROM outbox WHERE next IS NOT NULL GROUP BY state");
    while (query.step()) {
      counts.outbox[query.text(0)] = query.integer(1);
      const Time oldest = from_stored(query.integer(2));
      if (!counts.oldest_waiting || oldest < *counts.oldest_waiting) counts.oldest_waiting = oldest;
    }
  }
  counts.outbox["sending"] = db.integer("SELECT count(*) FROM outbox WHERE state = 'sending'").value_or(0);
  // They wait for a person, so no next time is set.
  sqlite::Query query(db,
                      "SELECT state, count(*) FROM outbox WHERE (state = 'failed' OR state = 'uncertain' OR "
                      "state = 'deferred') AND next IS NULL GROUP BY state");
  while (query.step()) counts.outbox[query.text(0)] += query.integer(1);
}

}  // namespace

BookCounts BookReader::counts(Time now, Time midnight, const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  BookCounts counts;
  counts.cases = db.integer("SELECT max(id) FROM cases").value_or(0);
  counts.letters = db.integer("SELECT max(id) FROM inbounds").value_or(0);
  counts.events = db.integer("SELECT max(seq) FROM events").value_or(0);
  count_open(db, counts);
  count_overdue(db, now, town, counts);
  count_today(db, midnight, counts);
  count_outbox(db, counts);
  const auto accepted = db.integer("SELECT at FROM accepted ORDER BY id DESC LIMIT 1");
  if (accepted) counts.rules_since = from_stored(*accepted);
  return counts;
}

}  // namespace docket
