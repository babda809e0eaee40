#include "daemon/casebook/backup_file.h"

#include <fmt/format.h>

#include "config/digest.h"
#include "config/text.h"
#include "config/version.h"
#include "daemon/casebook/chain.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr const char* kAbout =
    "A backup of docket's case book with its keys: keep it as secret as the letters in it. docket restore FILE DIR "
    "makes "
    "a book of it again.";

std::string value(sqlite::Connection& db, const char* name) {
  return db.text("SELECT value FROM docket_backup WHERE name = ?", name).value_or("");
}

void add(sqlite::Connection& db, const char* name, const std::string& value) {
  db.run("INSERT INTO docket_backup (name, value) VALUES (?, ?)", name, value);
}

}  // namespace

bool is_backup(sqlite::Connection& db) { return db.integer("PRAGMA application_id") == kBackupMark; }

void add_note(sqlite::Connection& copy, const BackupNote& note) {
  sqlite::Transaction transaction(copy);
  copy.script("CREATE TABLE docket_backup (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  add(copy, "about", kAbout);
  add(copy, "at", rfc3339(note.backup.at));
  add(copy, "at_microseconds", std::to_string(stored(note.backup.at)));
  add(copy, "docket", version());
  add(copy, "events", std::to_string(note.backup.events));
  add(copy, "head", note.backup.head);
  add(copy, "keys", note.keys);
  add(copy, "letters", std::to_string(note.backup.letters));
  copy.script(fmt::format("PRAGMA application_id = {}", kBackupMark));
  transaction.commit();
}

BackupNote read_note(sqlite::Connection& db) {
  BackupNote note;
  const auto integer = [&](const char* name) {
    return db.integer("SELECT CAST(value AS INTEGER) FROM docket_backup WHERE name = ?", name).value_or(0);
  };
  note.backup.at = from_stored(integer("at_microseconds"));
  note.backup.events = integer("events");
  note.backup.letters = integer("letters");
  note.backup.head = value(db, "head");
  note.keys = value(db, "keys");
  return note;
}

void take_note_out(sqlite::Connection& copy) {
  copy.script("DROP TABLE docket_backup");  // secure_delete: its octets are overwritten
  copy.script(fmt::format("PRAGMA application_id = {}", kBookMark));
}

void read_extent(sqlite::Connection& db, Backup& backup) {
  sqlite::Query query(db, "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1");
  const bool any = query.step();
  backup.events = any ? query.integer(0) : 0;
  backup.head = hex(any ? query.text(1) : chain_start());
  backup.letters = db.integer("SELECT count(*) FROM inbounds").value_or(0);
}

tl::expected<void, std::string> check_copy(const std::filesystem::path& file, const Backup& expected) {
  sqlite::Connection db(file, sqlite::Access::read, kBusyTimeout);
  const std::string found = db.text("PRAGMA quick_check(1)").value_or("no answer");
  if (found != "ok") return tl::unexpected(found);
  Backup there;
  read_extent(db, there);
  if (there.head != expected.head) return tl::unexpected(std::string("its audit log ends otherwise than the book's"));
  return {};
}

}  // namespace docket
