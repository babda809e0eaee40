#include "daemon/casebook/restored.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

#include "config/text.h"
#include "daemon/casebook/sending.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// Numbers that no day of a town comes near; more where its busiest day says so.
constexpr std::int64_t kLeastGap = 10'000;
constexpr std::int64_t kTimesBusiest = 2;

int year_of(Time time) {
  const std::chrono::year_month_day date{std::chrono::floor<days>(time)};
  return static_cast<int>(date.year());
}

/// Twice as many as the busiest day brought, for every day since the backup and one more.
std::int64_t gap(sqlite::Connection& db, Time at, Time now) {
  const std::int64_t busiest =
      db.integer(
            "SELECT max(n) FROM (SELECT count(*) AS n FROM cases WHERE imported = 0 GROUP BY opened / 86400000000)")
          .value_or(0);
  const std::int64_t lost = std::max<std::int64_t>(0, std::chrono::floor<days>(now - at).count()) + 1;
  return std::max(kLeastGap, kTimesBusiest * busiest * lost);
}

/// In every year that numbers can have been issued in, the local one beside UTC's included.
std::map<int, std::int64_t> leave_gap(sqlite::Connection& db, Time at, Time now) {
  std::set<int> years{year_of(now - hours{24}), year_of(now + hours{24})};
  {
    sqlite::Query query(db, "SELECT year FROM counters");
    while (query.step()) years.insert(static_cast<int>(query.integer(0)));
  }
  const std::int64_t least = gap(db, at, now);
  std::map<int, std::int64_t> numbers;
  for (const int year : years) {
    const std::int64_t last = db.integer("SELECT last FROM counters WHERE year = ?", year).value_or(0) + least;
    const std::int64_t round = (last + kLeastGap - 1) / kLeastGap * kLeastGap;
    db.run("INSERT INTO counters (year, last) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET last = excluded.last",
           year, round);
    numbers[year] = round + 1;
  }
  return numbers;
}

/// What would go out by itself from here on.
std::int64_t hold_letters_out(sqlite::Connection& db, Time at, Time now) {
  std::vector<std::int64_t> rows;
  {
    sqlite::Query query(db, "SELECT id FROM outbox WHERE next IS NOT NULL OR state = 'sending' ORDER BY id");
    while (query.step()) rows.push_back(query.integer(0));
  }
  const std::string why = fmt::format("the book was restored from a backup of {}", rfc3339(at));
  for (const std::int64_t id : rows) row_waits(db, id, why, now);
  // Notices of what came back, and reminders, may have gone out as well; the next reminder is a new one.
  db.run("UPDATE outbox SET undelivered = 2 WHERE undelivered = 1");
  db.run("UPDATE alerts SET next = max(next, ?)", stored(now + hours{1}));
  return static_cast<std::int64_t>(rows.size());
}

/// Who handed it over was perhaps told that it is safe and does not come again; a source that still has it lists it
/// again, and then it waits again. Retries out of quarantine are the next start's to put back.
void expect_nothing(sqlite::Connection& db) {
  db.run(
      "UPDATE seen SET state = 'vanished' WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM inbounds i WHERE "
      "i.source = seen.source AND i.delivery_key = seen.delivery_key)");
}

void remember(sqlite::Connection& db, const char* name, const std::string& value) {
  db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
}

std::string words_of(const Restored& restored) {
  std::string words = fmt::format("from a backup of {}, head {}; case numbers go on at", rfc3339(restored.backup.at),
                                  restored.backup.head);
  for (const auto& [year, number] : restored.numbers) words += fmt::format(" {}-{:06}", year, number);
  return words + fmt::format("; {} letters out wait for a person", restored.waiting);
}

}  // namespace

Restored mark_restored(sqlite::Connection& db, const Backup& backup, const std::string& who, Time now) {
  sqlite::Transaction transaction(db);
  Restored restored{backup, leave_gap(db, backup.at, std::max(now, backup.at)), hold_letters_out(db, backup.at, now)};
  expect_nothing(db);
  remember(db, "restored", std::to_string(stored(now)));
  remember(db, "backed_up", std::to_string(stored(backup.at)));
  remember(db, "clean", "1");  // its letters that waited are not suspected of having ended anything
  append_event(db, now, {std::nullopt, who, "restored", words_of(restored), ""});
  transaction.commit();
  return restored;
}

std::optional<Time> restored_at(sqlite::Connection& db) {
  const auto at = db.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'restored'");
  return at ? std::optional(from_stored(*at)) : std::nullopt;
}

}  // namespace docket
