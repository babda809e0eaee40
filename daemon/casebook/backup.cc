// docket backup: a copy beside, checked, then renamed.
#include "daemon/casebook/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "config/digest.h"
#include "config/durable.h"
#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/reader.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr int kWrong = 2;
constexpr int kDamaged = 1;
constexpr int kNoBook = 69;

/// FILE.part, ours alone while it is being written; gone again unless it was kept.
class Part {
 public:
  explicit Part(const fs::path& file) : path_(file.string() + ".part") {}
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() {
    if (fd_ < 0) return;
    if (!kept_) remove_all();
    ::close(fd_);
  }

  [[nodiscard]] const fs::path& path() const { return path_; }

  /// What an earlier one that was cut off left behind is overwritten.
  tl::expected<void, Refusal> open() {
    fd_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd_ < 0) return refuse(errno == ENOSPC ? kTryAgainLater : kWrong, "{}: {}", path_.string(), system_reason());
    struct stat found {};
    if (::fstat(fd_, &found) != 0 || !S_ISREG(found.st_mode)) return let_go(kWrong, "it is no plain file");
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) return let_go(kTryAgainLater, "another backup is being written into it");
    if (::fchmod(fd_, 0600) != 0 || ::ftruncate(fd_, 0) != 0) return let_go(kWrong, system_reason());
    for (const char* end : {"-wal", "-shm", "-journal"}) ::unlink((path_.string() + end).c_str());
    return {};
  }

  /// On the disk, whole: then it may take the place of an older one.
  tl::expected<std::uint64_t, Refusal> take_place_of(const fs::path& file) {
    struct stat found {};
    if (::fsync(fd_) != 0 || ::fstat(fd_, &found) != 0) {
      return refuse(kTryAgainLater, "{}: {}", path_.string(), system_reason());
    }
    if (::rename(path_.c_str(), file.c_str()) != 0) {
      return refuse(kTryAgainLater, "{} cannot be put in its place: {}", file.string(), system_reason());
    }
    kept_ = true;
    sync_folder(file.parent_path());
    return static_cast<std::uint64_t>(found.st_size);
  }

 private:
  tl::unexpected<Refusal> let_go(int code, const std::string& why) {
    ::close(fd_);
    fd_ = -1;
    return refuse(code, "{}: {}", path_.string(), why);
  }

  void remove_all() const {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) ::unlink((path_.string() + end).c_str());
  }

  fs::path path_;
  int fd_ = -1;
  bool kept_ = false;
};

/// The folder it will stand in, without links; empty where there is none.
fs::path folder_of(const fs::path& file) {
  std::error_code none;
  const auto folder = fs::canonical(file.has_parent_path() ? file.parent_path() : fs::path("."), none);
  return none ? fs::path() : folder;
}

tl::expected<void, Refusal> may_stand_there(const fs::path& data, const fs::path& file) {
  const auto folder = folder_of(file);
  if (folder.empty() || file.filename().empty()) return refuse(kWrong, "there is no folder for {}", file.string());
  std::error_code none;
  const auto inside = folder.lexically_relative(fs::canonical(data, none));
  if (!none && !inside.empty() && *inside.begin() != "..") {
    return refuse(kWrong, "{} would lie in the data folder, which is what may be lost: name a file elsewhere",
                  file.string());
  }
  return {};
}

/// Everything that stands in the older one stands in the book too.
tl::expected<void, Refusal> may_replace(sqlite::Connection& book, const fs::path& file) {
  std::error_code none;
  const auto status = fs::symlink_status(file, none);
  if (!fs::exists(status)) return {};
  try {
    if (!fs::is_regular_file(status)) return refuse(kWrong, "{} is no plain file", file.string());
    sqlite::Connection older(file, sqlite::Access::read, kBusyTimeout);
    if (!is_backup(older)) return refuse(kWrong, "{} is there, and is no backup of docket", file.string());
    const auto there = read_note(older).backup;
    const auto same = book.text("SELECT hash FROM events WHERE seq = ?", there.events);
    if (same && hex(*same) == there.head) return {};
    return refuse(kWrong, "{} is a backup of another book, or holds what this one does not: name another file",
                  file.string());
  } catch (const sqlite::Error& error) {
    return refuse(kWrong, "{} is there, and is no backup of docket ({})", file.string(), error.what());
  }
}

/// After the copy: a key that was added meanwhile must be in it, one more does no harm.
tl::expected<std::string, Refusal> keys_text(const fs::path& data) {
  const auto file = data / "keys";
  if (const auto keys = Keys::load(file); !keys) return refuse(kWrong, "{}", keys.error());
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

tl::expected<Backup, Refusal> copy(sqlite::Connection& book, const fs::path& data, const Part& part, Time now,
                                   const CopyProgress& progress) {
  BackupNote note;
  note.backup.at = now;
  sqlite::Connection made(part.path(), sqlite::Access::copy, kBusyTimeout);
  {
    const sqlite::Transaction snapshot(book, sqlite::Transaction::Kind::snapshot);
    read_extent(book, note.backup);
    book.copy_into(made, progress);
  }
  auto keys = keys_text(data);
  if (!keys) return tl::unexpected(keys.error());
  note.keys = std::move(*keys);
  add_note(made, note);
  return note.backup;
}

}  // namespace

tl::expected<Backup, Refusal> make_backup(const fs::path& data, const fs::path& file, const Clock& clock,
                                          const CopyProgress& progress) {
  if (auto may = may_stand_there(data, file); !may) return tl::unexpected(may.error());
  if (auto reader = BookReader::open(data); !reader) return refuse(kNoBook, "{}", reader.error());
  try {
    sqlite::Connection book(data / "docket.db", sqlite::Access::read, kBusyTimeout);
    if (auto may = may_replace(book, file); !may) return tl::unexpected(may.error());
    Part part(file);
    if (auto opened = part.open(); !opened) return tl::unexpected(opened.error());
    auto made = copy(book, data, part, clock.now(), progress);
    if (!made) return made;
    if (auto sound = check_copy(part.path(), *made); !sound) {
      return refuse(kDamaged, "the copy is not whole ({}): {} is damaged, or the disk that was written to",
                    sound.error(), (data / "docket.db").string());
    }
    const auto size = part.take_place_of(file);
    if (!size) return tl::unexpected(size.error());
    made->size = *size;
    return made;
  } catch (const sqlite::Error& error) {
    if (error.is_damage()) return refuse(kDamaged, "{}: {}", (data / "docket.db").string(), error.what());
    return refuse(kTryAgainLater, "{} cannot be written: {}", file.string(), error.what());
  }
}

}  // namespace docket
