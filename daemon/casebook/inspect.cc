#include "daemon/casebook/inspect.h"

#include <sqlite3.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/schema.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNewestEvents = 1000;

std::uintmax_t size_of(const fs::path& file) {
  std::error_code none;
  const auto size = fs::file_size(file, none);
  return none ? 0 : size;
}

void read_times(sqlite::Connection& db, BookInspection& found) {
  const auto time = [&](const char* sql) {
    const auto at = db.integer(sql);
    return at ? std::optional(from_stored(*at)) : std::nullopt;
  };
  found.last_event = time("SELECT at FROM events ORDER BY seq DESC LIMIT 1");
  found.begun = time("SELECT at FROM events WHERE seq = 1");
  found.backed_up = time("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'backed_up'");
}

void check_chain(sqlite::Connection& db, BookInspection& found) {
  found.events = db.integer("SELECT max(seq) FROM events").value_or(0);
  const auto after = std::max<std::int64_t>(found.events - kNewestEvents, 0);
  const auto verdict = verify_chain(db, after);
  found.events_checked = found.events - after;
  if (verdict.value("ok", false)) return;
  found.chain =
      "event " + std::to_string(verdict.value("broken_at", std::int64_t{0})) + ": " + verdict.value("why", "");
}

/// Damage shows as an answer, or as a refusal to read on.
void check_pages(sqlite::Connection& db, BookInspection& found, std::chrono::milliseconds limit) {
  try {
    db.limit_time(limit);
    const auto answer = db.text("PRAGMA quick_check(1)").value_or("no answer");
    found.checked_whole = true;
    if (answer != "ok") found.damage = answer;
  } catch (const sqlite::Error& error) {
    if (!error.is_interrupted()) throw;
  }
}

void look(sqlite::Connection& db, BookInspection& found, std::chrono::milliseconds limit) {
  found.schema = schema_version(db);
  found.unused = static_cast<std::uintmax_t>(db.integer("PRAGMA freelist_count").value_or(0)) *
                 static_cast<std::uintmax_t>(db.integer("PRAGMA page_size").value_or(0));
  found.backup = is_backup(db);
  if (found.schema == 0 || found.schema > found.known_schema || found.backup) return;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  read_times(db, found);
  check_chain(db, found);
  check_pages(db, found, limit);
}

/// Without its log the book may lack the newest letters; opening it as usual would begin an empty one.
bool lacks_its_log(sqlite::Connection& db) {
  return schema_version(db) > 0 && db.text("SELECT value FROM meta WHERE name = 'clean'") != "1";
}

}  // namespace

BookInspection inspect_book(const fs::path& data, bool running, std::chrono::milliseconds limit) {
  const fs::path file = data / "docket.db";
  const fs::path log = file.string() + "-wal";
  BookInspection found;
  found.known_schema = schema_version();
  std::error_code ignored;
  found.there = fs::exists(file, ignored);
  found.keys = fs::exists(data / "keys", ignored);
  if (!found.there) return found;
  found.size = size_of(file);
  found.log_size = size_of(log);
  try {
    const bool has_log = running || fs::exists(log, ignored);
    sqlite::Connection db(file, has_log ? sqlite::Access::read : sqlite::Access::still, kBusyTimeout);
    found.log_missing = !has_log && lacks_its_log(db);
    look(db, found, limit);
  } catch (const sqlite::Error& error) {
    (error.is_damage() ? found.damage : found.trouble) = error.what();
  } catch (const std::exception& error) {
    found.trouble = error.what();
  }
  return found;
}

std::string known_trouble_of_sqlite(int version) {
  // sqlite.org/wal.html, "The WAL-reset bug": 3.7.0 to 3.51.2, mended in 3.51.3 and, of older lines, 3.50.7 and 3.44.6.
  constexpr int kFirst = 3007000;
  constexpr int kMended = 3051003;
  const bool mended =
      version >= kMended || (version >= 3050007 && version < 3051000) || (version >= 3044006 && version < 3045000);
  if (version < kFirst || mended) return {};
  return "two writers that reset the write-ahead log at once can damage the book; docket has one writer, and its other "
         "connections never reset the log";
}

int sqlite_version() { return sqlite3_libversion_number(); }

}  // namespace docket
