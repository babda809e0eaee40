#include "connectors/maildir/maildir.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>

#include "config/digest.h"
#include "config/heartbeat.h"

namespace docket::maildir {

namespace {

constexpr std::size_t kHeaderOnly = std::size_t{1} << 20U;

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

std::string reason(int error) { return std::generic_category().message(error); }

/// Somebody still writes into it: a lease for reading is refused then (fcntl(2)); where leases do not work, no.
bool being_written(int file) {
  // Should the writer come now, the kernel signals; SIGURG is ignored by default, SIGIO would end the process.
  ::fcntl(file, F_SETSIG, SIGURG);
  if (::fcntl(file, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  ::fcntl(file, F_SETLEASE, F_UNLCK);
  return false;
}

Time modified(const struct stat& status) {
  return Time{std::chrono::seconds{status.st_mtim.tv_sec} +
              std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds{status.st_mtim.tv_nsec})};
}

/// 0, or why not: EEXIST rather than replace a file.
int move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // NFS and some others cannot refuse to replace; nobody else makes names in cur/ out of names in new/.
  struct stat status {};
  if (::lstat(to.c_str(), &status) == 0) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

tl::expected<std::string, int> read_octets(int file, std::size_t count) {
  std::string octets(count, '\0');
  std::size_t have = 0;
  while (have < count) {
    const ssize_t got = ::read(file, octets.data() + have, count - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(errno);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  octets.resize(have);
  return octets;
}

}  // namespace

std::string key_of(std::string_view name) { return std::string(name.substr(0, name.find(':'))); }

tl::expected<void, Trouble> Maildir::create() const {
  const Heartbeat::Waiting waiting("disk");
  for (const auto& folder : {path_, path_ / "tmp", path_ / "new", path_ / "cur"}) {
    constexpr mode_t kMode = 0700;
    if (::mkdir(folder.c_str(), kMode) != 0 && errno != EEXIST) {
      return tl::unexpected(Trouble{Trouble::Kind::transient, "cannot make " + folder.string() + ": " + reason(errno)});
    }
  }
  return {};
}

tl::expected<std::vector<std::string>, Trouble> Maildir::waiting() const {
  const Heartbeat::Waiting waiting("disk");
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(arrivals(), error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  if (error) {
    return tl::unexpected(
        Trouble{Trouble::Kind::transient, "cannot look into " + arrivals().string() + ": " + error.message()});
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Maildir::moved_to_cur(const std::string& name) const {
  const std::string key = key_of(name);
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path_ / "cur", error), end; !error && entry != end;
       entry.increment(error)) {
    if (key_of(entry->path().filename().string()) == key) return entry->path().string();
  }
  return {};
}

tl::expected<File, ReadTrouble> Maildir::read(const std::string& name, std::uint64_t limit) const {
  const Heartbeat::Waiting waiting("disk");
  constexpr int kHow = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  int opened = ::open((arrivals() / name).c_str(), kHow);
  if (opened < 0 && errno == ENOENT) {
    const std::string elsewhere = moved_to_cur(name);
    if (elsewhere.empty()) return tl::unexpected(ReadTrouble{Missing::gone, "gone"});
    opened = ::open(elsewhere.c_str(), kHow);
  }
  if (opened < 0) return tl::unexpected(ReadTrouble{Missing::unreadable, reason(errno)});
  const Descriptor file(opened);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return tl::unexpected(ReadTrouble{Missing::unreadable, reason(errno)});
  if (!S_ISREG(status.st_mode)) return tl::unexpected(ReadTrouble{Missing::unreadable, "no regular file"});
  if (being_written(file.get())) return tl::unexpected(ReadTrouble{Missing::being_written, "still being written"});

  // The size after the check: what a writer added in between counts.
  if (::fstat(file.get(), &status) != 0) return tl::unexpected(ReadTrouble{Missing::unreadable, reason(errno)});
  File out;
  out.size = static_cast<std::uint64_t>(status.st_size);
  out.modified = modified(status);
  auto octets = read_octets(file.get(), out.size > limit ? std::min<std::size_t>(kHeaderOnly, out.size) : out.size);
  if (!octets) return tl::unexpected(ReadTrouble{Missing::unreadable, reason(octets.error())});
  out.octets = std::move(*octets);
  return out;
}

tl::expected<void, Trouble> Maildir::finish(const std::string& name) const {
  const Heartbeat::Waiting waiting("disk");
  const auto from = arrivals() / name;
  int failed = move_file(from, path_ / "cur" / (key_of(name) + ":2,"));
  if (failed == EEXIST) {
    constexpr std::size_t kRandom = 8;
    failed = move_file(from, arrivals() / (key_of(name) + ".again-" + hex(random_octets(kRandom))));
  }
  // Gone: a mail reader has moved it.
  struct stat status {};
  if (failed == 0 || (failed == ENOENT && ::lstat(from.c_str(), &status) != 0)) return {};
  return tl::unexpected(Trouble{Trouble::Kind::transient, "cannot move a letter to cur/: " + reason(failed)});
}

}  // namespace docket::maildir
