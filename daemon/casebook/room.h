// Room on the disk of the case book: letters are refused, and later the outbox rests, before SQLite finds no room; a
// ballast file is given up when it does all the same.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "config/clock.h"
#include "connectors/source.h"

namespace docket {

/// The disk at one moment, in octets; what docket's user may use of it.
struct DiskSpace {
  std::uintmax_t free = 0;
  std::uintmax_t total = 0;
  std::uintmax_t log = 0;                 ///< of it the book's write-ahead log, which the book may still need
  std::optional<std::uintmax_t> files{};  ///< how many more there may be; nullopt: as many as there is room
};

/// From when on, in octets. Nothing is more than a part of the disk, so that a small one can be used too.
struct RoomMarks {
  std::uintmax_t letters = 0;  ///< with less no letter is taken
  std::uintmax_t again = 0;    ///< with so much they are taken again
  std::uintmax_t sending = 0;  ///< with less nothing is sent
  std::uintmax_t ballast = 0;  ///< how large that file is
};
/// For a disk, and the largest letter that a source takes.
[[nodiscard]] RoomMarks marks_for(const DiskSpace& disk, std::uintmax_t largest_letter);

/// What the sources are told, and whoever hands over a letter.
inline constexpr const char* kNoRoomForLetters =
    "the disk is nearly full: letters are taken again as soon as there is room";

/// Thread-safe. Looks at the disk at most once a second, however often it is asked.
class Room {
 public:
  /// nullopt: it cannot be known; then nothing is refused.
  using Probe = std::function<std::optional<DiskSpace>()>;
  /// `probe`: empty: statvfs(3) of `data`.
  Room(std::filesystem::path data, std::uintmax_t largest_letter, const Clock& clock, LogLine log, Probe probe = {});
  ~Room() = default;
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  /// Whether letters may be taken.
  [[nodiscard]] bool has_for_letters();
  /// Whether anything may be sent: a sending that cannot be noted would be repeated.
  [[nodiscard]] bool has_for_sending();
  /// The disk refused a write: the ballast is given up, and letters wait. False where there is none any more.
  bool make();
  /// Before the book is opened: on a disk that is full nothing could even be read.
  void prepare_to_open();
  /// Looks now, and lays the ballast where it is missing and there is room again; every few seconds.
  void look();
  /// What an admin is told while letters are refused; empty: nothing.
  [[nodiscard]] std::string trouble();
  /// As it was seen last.
  [[nodiscard]] std::optional<DiskSpace> disk();

 private:
  void look_again(bool at_once);
  void judge(const DiskSpace& disk);
  void lay();

  std::filesystem::path data_;
  std::uintmax_t largest_letter_;
  const Clock& clock_;
  LogLine log_;
  Probe probe_;
  std::mutex mutex_;
  std::optional<std::chrono::steady_clock::time_point> looked_;
  std::optional<DiskSpace> disk_;
  bool has_ballast_ = false;
  bool letters_wait_ = false;
  bool sending_waits_ = false;
  std::string ballast_trouble_;  ///< why it could not be laid, as it was logged last
};

}  // namespace docket
