#include "daemon/casebook/room.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "daemon/casebook/ballast.h"

namespace docket {
namespace {

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kNotice = 5;

constexpr std::uintmax_t kMiB = std::uintmax_t{1} << 20U;
/// The intake holds that much in memory, all of which may be committed after it was last asked.
constexpr std::uintmax_t kLeastForLetters = 64 * kMiB;
constexpr std::uintmax_t kBallastSize = 16 * kMiB;
constexpr std::uintmax_t kLettersPart = 10;  ///< at most a tenth of the disk
constexpr std::uintmax_t kBallastPart = 20;
/// Of the mark for letters: some hundred commits of the outbox, and what is under way.
constexpr std::uintmax_t kSendingPart = 4;
/// A start needs the index of the log and a socket, a backup its file.
constexpr std::uintmax_t kLeastFiles = 50;
constexpr std::chrono::seconds kBetweenLooks{1};

std::optional<DiskSpace> look_at(const std::filesystem::path& data) {
  struct statvfs found {};
  if (::statvfs(data.c_str(), &found) != 0) return std::nullopt;
  DiskSpace disk{.free = std::uintmax_t{found.f_bavail} * found.f_frsize,
                 .total = std::uintmax_t{found.f_blocks} * found.f_frsize};
  // Where files are made as needed (btrfs), there are none to be counted.
  if (found.f_files != 0) disk.files = found.f_favail;
  std::error_code none;
  const auto log = std::filesystem::file_size(data / "docket.db-wal", none);
  if (!none) disk.log = log;
  return disk;
}

std::string left(const DiskSpace& disk) {
  const bool octets_are_enough = disk.files && *disk.files < kLeastFiles;
  if (octets_are_enough) return fmt::format("room for {} files is left", *disk.files);
  return disk.free < 10 * kMiB ? fmt::format("{} KiB are left", disk.free >> 10U)
                               : fmt::format("{} MiB are left", disk.free >> 20U);
}

}  // namespace

RoomMarks marks_for(const DiskSpace& disk, std::uintmax_t largest_letter) {
  // A letter stands in the log first and then in the book, and so does all that is in the log already.
  const auto wanted = std::max(kLeastForLetters, 2 * largest_letter + disk.log);
  RoomMarks marks;
  marks.letters = std::min(wanted, disk.total / kLettersPart);
  marks.again = marks.letters + marks.letters / 4;
  marks.sending = marks.letters / kSendingPart;
  marks.ballast = std::min(kBallastSize, disk.total / kBallastPart);
  return marks;
}

Room::Room(std::filesystem::path data, std::uintmax_t largest_letter, const Clock& clock, LogLine log, Probe probe)
    : data_(std::move(data)),
      largest_letter_(largest_letter),
      clock_(clock),
      log_(log),
      probe_(probe ? std::move(probe) : [this] { return look_at(data_); }) {}

bool Room::has_for_letters() {
  const std::lock_guard lock(mutex_);
  look_again(false);
  return !letters_wait_;
}

bool Room::has_for_sending() {
  const std::lock_guard lock(mutex_);
  look_again(false);
  return !sending_waits_;
}

bool Room::make() {
  const std::lock_guard lock(mutex_);
  has_ballast_ = false;
  if (!std::exchange(letters_wait_, true)) {
    log_(kError, fmt::format("the disk of {} refused a write for want of room: no letter is taken", data_.string()));
  }
  looked_ = clock_.steady();
  if (!give_up_ballast(data_ / kBallast)) return false;
  log_(kError, "the ballast is given up, so that what is under way can be noted");
  return true;
}

void Room::prepare_to_open() {
  const std::lock_guard lock(mutex_);
  const auto disk = probe_();
  if (!disk || disk->free >= marks_for(*disk, largest_letter_).ballast / 4) return;
  if (give_up_ballast(data_ / kBallast)) log_(kError, "the disk is full: the ballast is given up to start at all");
}

void Room::look() {
  const std::lock_guard lock(mutex_);
  look_again(true);
  if (!letters_wait_ && !has_ballast_) lay();
}

std::string Room::trouble() {
  const std::lock_guard lock(mutex_);
  if (!letters_wait_ || !disk_) return "";
  const auto marks = marks_for(*disk_, largest_letter_);
  return fmt::format(
      "the disk of {} is nearly full: {}; no letter is taken{} until {} MiB are free (sources keep them)",
      data_.string(), left(*disk_), sending_waits_ ? " and none sent" : "", ((marks.again + marks.ballast) >> 20U) + 1);
}

std::optional<DiskSpace> Room::disk() {
  const std::lock_guard lock(mutex_);
  return disk_;
}

void Room::look_again(bool at_once) {
  const auto now = clock_.steady();
  if (!at_once && looked_ && now - *looked_ < kBetweenLooks) return;
  looked_ = now;
  disk_ = probe_();
  if (disk_) judge(*disk_);
}

void Room::judge(const DiskSpace& disk) {
  const auto marks = marks_for(disk, largest_letter_);
  has_ballast_ = is_ballast_laid(data_ / kBallast, marks.ballast);
  const bool has_files = !disk.files || *disk.files >= kLeastFiles;
  const auto again = marks.again + (has_ballast_ ? 0 : marks.ballast);
  sending_waits_ = disk.free < marks.sending;
  if (!letters_wait_ && (disk.free < marks.letters || !has_files)) {
    letters_wait_ = true;
    log_(kError, fmt::format("the disk of {} is nearly full: {}; no letter is taken", data_.string(), left(disk)));
  } else if (letters_wait_ && disk.free >= again && has_files) {
    letters_wait_ = false;
    log_(kNotice, fmt::format("the disk of {} has room again: letters are taken", data_.string()));
  }
}

void Room::lay() {
  if (!disk_) return;
  const auto marks = marks_for(*disk_, largest_letter_);
  if (disk_->free < marks.again + marks.ballast) return;
  const auto trouble = lay_ballast(data_ / kBallast, marks.ballast).value_or("");
  if (!trouble.empty() && trouble != ballast_trouble_) log_(kWarning, "no ballast could be laid: " + trouble);
  ballast_trouble_ = trouble;
  has_ballast_ = trouble.empty();
}

}  // namespace docket
