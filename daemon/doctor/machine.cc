#include "daemon/doctor/machine.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "config/quantity.h"
#include "config/text.h"

namespace docket::doctor {
namespace {

constexpr std::uintmax_t kMiB = std::uintmax_t{1} << 20U;

std::string time_zone_version() {
  std::ifstream in("/usr/share/zoneinfo/tzdata.zi");
  std::string first;
  std::getline(in, first);
  constexpr std::string_view kMark = "# version ";
  return first.starts_with(kMark) ? first.substr(kMark.size()) : std::string();
}

int year_of(Time time) {
  return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)).year());
}

/// Where SQLite's write-ahead log cannot be kept (sqlite.org/wal.html), and where it is lost.
std::string network_system(std::uint64_t type) {
  constexpr std::uint64_t kCephMagic = 0x00c36400;  // in no header
  switch (type) {
    case NFS_SUPER_MAGIC:
      return "NFS";
    case SMB_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
      return "SMB";
    case V9FS_MAGIC:
      return "9p";
    case AFS_SUPER_MAGIC:
    case AFS_FS_MAGIC:
      return "AFS";
    case kCephMagic:
      return "CephFS";
    default:
      return {};
  }
}

/// A file without a name, else one that loses it at once.
int nameless_file(const std::filesystem::path& folder) {
  const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (nameless >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return nameless;
  std::string name = (folder / ".doctor-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

ClockFacts look_at_clock(Time now) {
  ClockFacts facts;
  facts.now = now;
  timex state{};
  if (::adjtimex(&state) >= 0) facts.synchronised = (state.status & STA_UNSYNC) == 0;
  facts.time_zones = time_zone_version();
  return facts;
}

Lines judge_clock(const ClockFacts& facts) {
  Lines lines;
  const auto now = rfc3339(facts.now);
  const std::string next = "timedatectl set-ntp true (package systemd-timesyncd or chrony)";
  if (facts.last_event && facts.now < *facts.last_event) {
    lines.push_back(broken("clock",
                           fmt::format("it shows {}, but the case book's last event is of {}: promises and limits are "
                                       "reckoned wrongly",
                                       now, rfc3339(*facts.last_event)),
                           "set it; " + next));
  } else if (facts.synchronised && !*facts.synchronised) {
    lines.push_back(warning("clock", now + ", but nothing keeps it right: the kernel calls it unsynchronised", next));
  } else {
    lines.push_back(ok("clock", now + (facts.synchronised ? ", synchronised" : "")));
  }
  const auto of = static_cast<int>(parse_number(facts.time_zones.substr(0, 4), 9999).value_or(0));
  if (of > 0 && year_of(facts.now) - of >= 2) {
    lines.push_back(warning(
        "time zones", "the time zone data is of " + facts.time_zones + ": summer time may have been changed since",
        "apt-get install --only-upgrade tzdata"));
  } else if (of > 0) {
    lines.push_back(ok("time zones", "time zone data " + facts.time_zones));
  }
  return lines;
}

std::optional<DiskFacts> look_at_disk(const std::filesystem::path& folder) {
  struct statfs system {};
  struct stat place {};
  if (::statfs(folder.c_str(), &system) != 0 || ::stat(folder.c_str(), &place) != 0) return std::nullopt;
  DiskFacts facts;
  facts.path = folder.string();
  facts.device = place.st_dev;
  facts.type = static_cast<std::uint64_t>(static_cast<unsigned int>(system.f_type));
  const auto block = static_cast<std::uintmax_t>(system.f_bsize);
  facts.free = system.f_bavail * block;
  facts.size = system.f_blocks * block;
  facts.free_files = system.f_ffree;
  facts.files = system.f_files;
  return facts;
}

Lines judge_disk(const DiskFacts& facts, bool holds_book) {
  // Below the first an alarm goes out (daemon/alarms); the second leaves room for a busy week.
  constexpr std::uintmax_t kLeast = 512 * kMiB;
  constexpr std::uintmax_t kLittle = 2048 * kMiB;
  constexpr std::uint64_t kFewFiles = 1000;
  const std::string check = "disk " + facts.path;
  const auto room = fmt::format("{} of {} are free", size_words(facts.free), size_words(facts.size));
  const std::string next = "make room, or a larger disk: docket backup FILE first, onto another one";
  const bool few_files = facts.files > 0 && facts.free_files < kFewFiles;
  Lines lines;
  if (facts.free < kLeast) {
    lines.push_back(broken(check, "nearly full: " + room, next));
  } else if (few_files) {
    lines.push_back(broken(check, fmt::format("{} files more can be made on it", facts.free_files),
                           "remove what holds so many small files (df -i)"));
  } else if (facts.free < kLittle) {
    lines.push_back(warning(check, room, next));
  } else {
    lines.push_back(ok(check, room));
  }
  if (!holds_book) return lines;
  if (const auto kind = network_system(facts.type); !kind.empty()) {
    lines.push_back(broken(check, "the case book lies on " + kind + ", where SQLite's log cannot be kept safely",
                           "move data: to a disk of this machine"));
  } else if (facts.type == TMPFS_MAGIC || facts.type == RAMFS_MAGIC) {
    lines.push_back(warning(check, "the case book lies in memory (tmpfs): a restart of the machine loses it",
                            "move data: to a disk"));
  }
  return lines;
}

SyncFacts measure_sync(const std::filesystem::path& folder) {
  using Clocks = std::chrono::steady_clock;
  constexpr int kWrites = 50;
  constexpr std::chrono::seconds kLongest{2};
  constexpr std::size_t kPage = 4096;
  SyncFacts facts;
  const int file = nameless_file(folder);
  if (file < 0) {
    facts.trouble = std::generic_category().message(errno);
    return facts;
  }
  const std::array<char, kPage> page{};
  std::vector<std::chrono::microseconds> times;
  const auto end = Clocks::now() + kLongest;
  while (facts.trouble.empty() && facts.writes < kWrites && Clocks::now() < end) {
    const auto begun = Clocks::now();
    if (::pwrite(file, page.data(), page.size(), static_cast<off_t>(kPage) * facts.writes) < 0 || ::fsync(file) != 0) {
      facts.trouble = std::generic_category().message(errno);
      break;
    }
    times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clocks::now() - begun));
    ++facts.writes;
  }
  ::close(file);
  if (times.empty()) return facts;
  std::sort(times.begin(), times.end());
  facts.median = times[times.size() / 2];
  facts.slowest = times.back();
  return facts;
}

Line judge_sync(const SyncFacts& facts) {
  constexpr std::chrono::milliseconds kSlow{50};
  if (!facts.trouble.empty()) {
    return broken("disk speed", "nothing can be written into the data folder: " + facts.trouble,
                  "mend the disk or its rights: docket takes no letter meanwhile");
  }
  const auto in_ms = [](std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000; };
  const auto text = fmt::format("what is written is on the disk after {:.2f} ms (median of {}; slowest {:.1f} ms)",
                                in_ms(facts.median), facts.writes, in_ms(facts.slowest));
  if (facts.median <= kSlow) return ok("disk speed", text);
  return warning("disk speed", text + ": every letter waits for that",
                 "look who else uses the disk (iotop), or its health");
}

}  // namespace docket::doctor
