// docket restore: the copy, checked and marked, becomes a book by two renames; the keys come last.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "config/durable.h"
#include "daemon/casebook/backup.h"
#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/lock.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/restored.h"
#include "daemon/casebook/schema.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr int kWrong = 2;
constexpr int kDamaged = 1;

/// Restored, and no docket has run on it since: its last event says so.
bool was_never_started(const fs::path& book) {
  try {
    sqlite::Connection db(book, sqlite::Access::read, kBusyTimeout);
    return db.text("SELECT what FROM events ORDER BY seq DESC LIMIT 1") == "restored";
  } catch (const sqlite::Error&) {
    return false;
  }
}

/// The data folder while it becomes one: locked, and emptied again when nothing comes of it.
class NewFolder {
 public:
  explicit NewFolder(fs::path data) : data_(std::move(data)) {}
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder() {
    if (!lock_ || done_) return;
    std::error_code ignored;
    for (const auto& name : kOurs) fs::remove(data_ / name, ignored);
    fs::remove(data_ / "lock", ignored);
    lock_.reset();
    if (made_) fs::remove(data_, ignored);
  }

  [[nodiscard]] fs::path part() const { return data_ / kRestoring; }
  [[nodiscard]] fs::path keys_part() const { return data_ / kKeysBeingRestored; }

  tl::expected<void, Refusal> take() {
    std::error_code error;
    made_ = fs::create_directories(data_, error);
    if (made_) fs::permissions(data_, fs::perms::owner_all, error);
    if (error) return refuse(kWrong, "{} cannot be made: {}", data_.string(), error.message());
    if (auto empty = insist_empty(); !empty) return empty;
    auto lock = DataLock::take(data_);
    if (!lock) return refuse(kWrong, "{}", lock.error());
    lock_ = std::make_unique<DataLock>(std::move(*lock));
    if (auto empty = insist_empty(); !empty) {
      done_ = true;  // another restore was faster; what is here is not ours
      return empty;
    }
    for (const auto& name : kOurs) fs::remove(data_ / name, error);
    return {};
  }

  /// From here on it is a book.
  tl::expected<void, Refusal> finish() {
    done_ = true;  // what was cut off between the two renames is whole; restoring again begins anew
    std::error_code error;
    give_to_owner();
    fs::rename(part(), data_ / "docket.db", error);
    sync_folder(data_);
    if (!error) fs::rename(keys_part(), data_ / "keys", error);
    sync_folder(data_);
    if (made_) sync_folder(data_.parent_path());
    if (error) return refuse(kTryAgainLater, "{}: {}", data_.string(), error.message());
    return {};
  }

 private:
  static constexpr const char* kRestoring = "docket.db.restoring";
  static constexpr std::array<const char*, 5> kOurs{kRestoring, "docket.db.restoring-journal",
                                                    "docket.db.restoring-wal", "docket.db.restoring-shm",
                                                    kKeysBeingRestored};

  [[nodiscard]] tl::expected<void, Refusal> insist_empty() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(data_)) names.insert(entry.path().filename().string());
    names.erase("lock");
    const bool cut_off = names.count(kKeysBeingRestored) > 0 && names.count("keys") == 0;
    for (const auto& name : kOurs) names.erase(name);
    // Cut off between its two renames: a book that has never run.
    if (cut_off && names.count("docket.db") > 0 && was_never_started(data_ / "docket.db")) names.erase("docket.db");
    if (names.empty()) return {};
    return refuse(
        kWrong,
        "{} is not empty ({} is there), and a book is never written over another: move it away first, or name "
        "an empty folder",
        data_.string(), *names.begin());
  }

  /// Root restores for the service's user, to whom the folder belongs.
  void give_to_owner() const {
    struct stat folder {};
    if (::geteuid() != 0 || ::stat(data_.c_str(), &folder) != 0) return;
    for (const auto& file : {part(), keys_part(), data_ / "lock"}) {
      if (::lchown(file.c_str(), folder.st_uid, folder.st_gid) != 0) return;
    }
  }

  fs::path data_;
  std::unique_ptr<DataLock> lock_;
  bool made_ = false;
  bool done_ = false;
};

tl::expected<BackupNote, Refusal> look_into(const fs::path& file) {
  std::error_code none;
  if (!fs::exists(file, none)) return refuse(kWrong, "there is no {}", file.string());
  try {
    sqlite::Connection db(file, sqlite::Access::read, kBusyTimeout);
    if (!is_backup(db)) return refuse(kWrong, "{} is no backup of docket", file.string());
    if (schema_version(db) > schema_version()) {
      return refuse(kWrong,
                    "{} was made by a newer docket (schema {}, this one knows {}): restore it with that version",
                    file.string(), schema_version(db), schema_version());
    }
    return read_note(db);
  } catch (const sqlite::Error& error) {
    const bool no_database = (error.code() & 0xFF) == 26;  // SQLITE_NOTADB
    return refuse(no_database ? kWrong : kDamaged, "{} is no backup of docket, or is damaged ({})", file.string(),
                  error.what());
  }
}

/// All of SQLite's own check, the indexes too, and every event of the audit log.
tl::expected<void, Refusal> insist_whole(sqlite::Connection& db, const BackupNote& note, const fs::path& file) {
  const std::string found = db.text("PRAGMA integrity_check(1)").value_or("no answer");
  if (found != "ok") return refuse(kDamaged, "{} is damaged ({}): use another backup", file.string(), found);
  const auto chain = verify_chain(db);
  if (!chain.value("ok", false)) {
    return refuse(kDamaged, "the audit log in {} is broken at event {} ({}): use another backup", file.string(),
                  chain.value("broken_at", std::int64_t{0}), chain.value("why", ""));
  }
  if (chain.value("head", "") == note.backup.head && chain.value("events", std::int64_t{0}) == note.backup.events) {
    return {};
  }
  return refuse(kDamaged, "{} does not hold what it says it holds: use another backup", file.string());
}

tl::expected<Restored, Refusal> make_book(const fs::path& file, const fs::path& part, const BackupNote& note,
                                          const std::string& who, Time now, const CopyProgress& progress) {
  if (const auto trouble = write_synced(part, "")) return refuse(kTryAgainLater, "{}: {}", part.string(), *trouble);
  sqlite::Connection book(part, sqlite::Access::copy, kBusyTimeout);
  {
    sqlite::Connection backup(file, sqlite::Access::read, kBusyTimeout);
    backup.copy_into(book, progress);
  }
  if (auto whole = insist_whole(book, note, file); !whole) return tl::unexpected(whole.error());
  take_note_out(book);
  if (auto done = migrate(book); !done) return refuse(kWrong, "{}", done.error());
  return mark_restored(book, note.backup, who, now);
}

tl::expected<void, Refusal> put_keys(const fs::path& part, const std::string& text, const fs::path& file) {
  if (const auto trouble = write_synced(part, text)) return refuse(kTryAgainLater, "{}: {}", part.string(), *trouble);
  if (!Keys::load(part)) return refuse(kDamaged, "the keys in {} are damaged: use another backup", file.string());
  return {};
}

tl::expected<void, Refusal> sync(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  const std::string reason = system_reason();
  if (fd >= 0) ::close(fd);
  if (!synced) return refuse(kTryAgainLater, "{}: {}", file.string(), reason);
  return {};
}

}  // namespace

tl::expected<Restored, Refusal> restore_backup(const fs::path& file, const fs::path& data, const std::string& who,
                                               Time now, const CopyProgress& progress) {
  const auto note = look_into(file);
  if (!note) return tl::unexpected(note.error());
  try {
    NewFolder folder(data);
    if (auto taken = folder.take(); !taken) return tl::unexpected(taken.error());
    if (auto put = put_keys(folder.keys_part(), note->keys, file); !put) return tl::unexpected(put.error());
    auto restored = make_book(file, folder.part(), *note, who, now, progress);
    if (!restored) return restored;
    if (auto synced = sync(folder.part()); !synced) return tl::unexpected(synced.error());
    if (auto finished = folder.finish(); !finished) return tl::unexpected(finished.error());
    restored->backup.size = fs::file_size(file);
    return restored;
  } catch (const sqlite::Error& error) {
    return refuse(error.is_damage() ? kDamaged : kTryAgainLater, "{} cannot be restored: {}", file.string(),
                  error.what());
  } catch (const fs::filesystem_error& error) {
    return refuse(kWrong, "{}", error.what());
  }
}

}  // namespace docket
