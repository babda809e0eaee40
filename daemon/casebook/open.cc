// Opening and closing the book: first start, lock, checks of an existing file, what an unclean stop left behind.
#include <fmt/format.h>

#include <system_error>

#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/restored.h"
#include "daemon/casebook/schema.h"
#include "daemon/casebook/sending.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/upgrade.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

using Opened = tl::expected<std::unique_ptr<sqlite::Connection>, std::string>;

/// Only a book that never took anything may be finished without its keys.
bool is_untouched(sqlite::Connection& db) {
  if (schema_version(db) == 0) return true;
  return schema_version(db) <= schema_version() &&
         db.integer("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM seen)").value_or(1) == 0;
}

tl::expected<void, std::string> make_folder(const fs::path& data) {
  std::error_code error;
  if (fs::exists(data, error)) return {};
  fs::create_directories(data, error);
  if (!error) fs::permissions(data, fs::perms::owner_all, error);
  if (error) return tl::unexpected(fmt::format("{} cannot be made: {}", data.string(), error.message()));
  return {};
}

std::string keys_are_missing(const fs::path& file) {
  return fmt::format(
      "{} has letters in it but the file keys is missing beside it: put keys back from a backup; without it docket "
      "would not know its own letters any more",
      file.string());
}

/// The book first, the keys last by rename: a crash between the two is finished by the next start.
tl::expected<Keys, std::string> make_book(const BookOptions& options, Time now) {
  const fs::path file = options.data / "docket.db";
  if (fs::exists(options.data / kKeysBeingRestored)) {
    return tl::unexpected(
        fmt::format("a restore into {} was cut off: run docket restore again", options.data.string()));
  }
  {
    sqlite::Connection db(file, sqlite::Access::create, options.busy_timeout);
    if (!is_untouched(db)) {
      return tl::unexpected(keys_are_missing(file));
    }
    if (auto done = migrate(db, now, ""); !done) return tl::unexpected(done.error());
    db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('clean', '1')");
    db.checkpoint();
  }
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  Keys keys = Keys::make();
  if (auto saved = keys.save(options.data / "keys"); !saved) return tl::unexpected(saved.error());
  return keys;
}

tl::expected<Keys, std::string> existing_keys(const BookOptions& options) {
  if (!fs::exists(options.data / "docket.db")) {
    return tl::unexpected(fmt::format(
        "{0} holds keys but no docket.db: the case book is lost or in another place. Put it back (docket restore FILE "
        "DIR), or, to begin an empty book whose case numbers start again, move {0}/keys away",
        options.data.string()));
  }
  return Keys::load(options.data / "keys");
}

tl::expected<void, std::string> check_unclean(sqlite::Connection& db, const fs::path& file) {
  const std::string answer = db.text("PRAGMA quick_check(1)").value_or("no answer");
  if (answer == "ok") return {};
  return tl::unexpected(fmt::format(
      "{} is damaged ({}): put back a backup (docket restore FILE DIR); keep the damaged file, much of it can be read",
      file.string(), answer));
}

fs::path log_of(const fs::path& file) { return file.string() + "-wal"; }

/// SQLite would begin an empty log without a word.
std::string log_is_missing(const fs::path& file) {
  return fmt::format(
      "{0}-wal is missing, and docket did not stop cleanly: the newest letters may be in it. Put it back. Only when "
      "{1} is whole without it (from a backup, or merged by another program): touch {0}-wal",
      file.string(), file.filename().string());
}

Opened open_existing(const BookOptions& options, Time now, bool& unclean) {
  const fs::path file = options.data / "docket.db";
  const bool has_log = fs::exists(log_of(file));
  auto db = std::make_unique<sqlite::Connection>(file, sqlite::Access::write, options.busy_timeout);
  if (schema_version(*db) == 0) {
    return tl::unexpected(
        fmt::format("{} is not a case book (it is empty, or another program's): put back a backup "
                    "(docket restore FILE DIR)",
                    file.string()));
  }
  if (is_backup(*db)) {
    return tl::unexpected(fmt::format(
        "{} is a backup, not the book itself: docket restore FILE DIR makes a book of it, whose case numbers "
        "and letters out it sees to",
        file.string()));
  }
  if (schema_version(*db) > schema_version()) return tl::unexpected(newer_book(*db, options.data));
  unclean = db->text("SELECT value FROM meta WHERE name = 'clean'") != "1";
  if (unclean && !has_log) {
    db.reset();
    fs::remove(log_of(file));  // it was made just now; another start must not take it for the old one
    return tl::unexpected(log_is_missing(file));
  }
  if (unclean && fs::file_size(file) <= options.checked_at_once) {
    if (auto sound = check_unclean(*db, file); !sound) return tl::unexpected(sound.error());
  }
  if (auto done = upgrade(*db, options, now); !done) return tl::unexpected(done.error());
  return db;
}

/// Retries that were cut off go back to where people look for them.
void put_back_retries(sqlite::Connection& db) {
  db.run(
      "UPDATE seen SET state = 'taken' WHERE state = 'waiting' AND EXISTS (SELECT 1 FROM inbounds i WHERE "
      "i.outcome IS NULL AND i.source = seen.source AND i.delivery_key = seen.delivery_key)");
  db.run("UPDATE inbounds SET outcome = 'quarantined', reason = 'its retry was cut off' WHERE outcome IS NULL");
}

void recover(sqlite::Connection& db, const BookOptions& options, bool check_later, Time now) {
  sqlite::Transaction transaction(db);
  if (check_later) db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('unchecked', '1')");
  put_back_retries(db);
  for (const std::int64_t id : rows_being_sent(db)) {
    row_is_uncertain(db, id, "docket stopped while it was being sent", options.uncertain_repeat, now);
  }
  db.run("UPDATE meta SET value = '0' WHERE name = 'clean'");
  transaction.commit();
}

}  // namespace

sqlite::Connection& CaseBook::State::connection() {
  if (db != nullptr) return *db;
  // Asked first: opening would begin an empty log in the place of one that was moved away.
  if (sqlite::place_of(file()) != place) throw sqlite::Error(file().string() + sqlite::kMoved, 0);
  auto fresh = std::make_unique<sqlite::Connection>(file(), sqlite::Access::write, options.busy_timeout);
  // A sync that was refused is not made good by the next one: Linux keeps the pages as if they were written. So what is
  // in the log is written anew, into the book, before anything is built on it.
  if (unsure && !fresh->checkpoint())
    throw sqlite::Error("disk I/O error: what the disk refused could not be written anew yet", 0);
  unsure = false;
  db = std::move(fresh);
  return *db;
}

CaseBook::CaseBook(std::unique_ptr<State> state) : state_(std::move(state)) {}

CaseBook::~CaseBook() = default;

tl::expected<std::unique_ptr<CaseBook>, std::string> CaseBook::open(const BookOptions& options, const Clock& clock) {
  try {
    if (auto made = make_folder(options.data); !made) return tl::unexpected(made.error());
    auto lock = DataLock::take(options.data);
    if (!lock) return tl::unexpected(lock.error());
    auto keys = fs::exists(options.data / "keys") ? existing_keys(options) : make_book(options, clock.now());
    if (!keys) return tl::unexpected(keys.error());
    auto state = std::make_unique<State>(options, clock, std::move(*lock), std::move(*keys));
    auto db = open_existing(options, clock.now(), state->unclean);
    if (!db) return tl::unexpected(db.error());
    state->db = std::move(*db);
    const bool check_later = state->unclean && fs::file_size(state->file()) > options.checked_at_once;
    recover(*state->db, options, check_later, clock.now());
    state->unchecked = state->db->text("SELECT value FROM meta WHERE name = 'unchecked'").has_value();
    state->restored = restored_at(*state->db);
    state->place = state->db->place();
    // The mark of running must be in the book itself, whatever becomes of the log; and after an unclean stop nothing is
    // built on pages that an earlier refusal may have left unwritten. A reader in the way only puts that off.
    state->db->checkpoint();
    return std::unique_ptr<CaseBook>(
        new CaseBook(std::move(state)));  // NOLINT(cppcoreguidelines-owning-memory): private constructor
  } catch (const sqlite::Error& error) {
    return tl::unexpected(fmt::format("{} cannot be opened: {}", (options.data / "docket.db").string(), error.what()));
  } catch (const fs::filesystem_error& error) {
    return tl::unexpected(std::string(error.what()));
  }
}

tl::expected<void, std::string> CaseBook::would_open(const BookOptions& options) {
  const fs::path file = options.data / "docket.db";
  try {
    if (!fs::exists(options.data / "keys")) {
      if (!fs::exists(file)) return {};
      sqlite::Connection db(file, sqlite::Access::read, options.busy_timeout);
      return is_untouched(db) ? tl::expected<void, std::string>() : tl::unexpected(keys_are_missing(file));
    }
    if (const auto keys = existing_keys(options); !keys) return tl::unexpected(keys.error());
    sqlite::Connection db(file, sqlite::Access::read, options.busy_timeout);
    if (is_backup(db)) return tl::unexpected(file.string() + " is a backup, not the book itself (docket restore)");
    if (schema_version(db) == 0) return tl::unexpected(file.string() + " is not a case book");
    if (schema_version(db) > schema_version()) return tl::unexpected(newer_book(db, options.data));
    return {};
  } catch (const sqlite::Error& error) {
    return tl::unexpected(fmt::format("{} cannot be opened: {}", file.string(), error.what()));
  } catch (const fs::filesystem_error& error) {
    return tl::unexpected(std::string(error.what()));
  }
}

bool CaseBook::was_unclean() const { return state_->unclean; }

bool CaseBook::is_unchecked() const { return state_->unchecked; }

tl::expected<void, Trouble> CaseBook::checked() {
  return state_->write([](sqlite::Connection& db) { db.run("DELETE FROM meta WHERE name = 'unchecked'"); });
}

const Keys& CaseBook::keys() const { return state_->keys; }

void CaseBook::close_cleanly() {
  const auto marked = state_->write([](sqlite::Connection& db) {
    db.run("UPDATE meta SET value = '1' WHERE name = 'clean'");
    db.run("DELETE FROM attempts");  // no letter ended this run
  });
  const auto guard = state_->locked();
  if (marked && state_->db != nullptr) state_->db->checkpoint();
  state_->db.reset();
}

}  // namespace docket
