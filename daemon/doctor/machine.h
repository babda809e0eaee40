// The machine: its clock, its disks, how long they take to keep what they are told.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "daemon/doctor/line.h"

namespace docket::doctor {

struct ClockFacts {
  Time now{};
  std::optional<bool> synchronised;  ///< the kernel's word; nullopt: it says nothing
  std::optional<Time> last_event;    ///< of the book
  std::string time_zones;            ///< "2026a": the version of the time zone data; empty: not known
};
[[nodiscard]] ClockFacts look_at_clock(Time now);
[[nodiscard]] Lines judge_clock(const ClockFacts& facts);

struct DiskFacts {
  std::string path;          ///< the folder that lies on it
  std::uint64_t device = 0;  ///< the same for folders on one file system
  std::uint64_t type = 0;    ///< statfs(2)'s f_type
  std::uintmax_t free = 0;   ///< octets for this user
  std::uintmax_t size = 0;
  std::uint64_t free_files = 0;  ///< inodes
  std::uint64_t files = 0;       ///< 0: the file system counts none
};
[[nodiscard]] std::optional<DiskFacts> look_at_disk(const std::filesystem::path& folder);
/// `holds_book`: the case book lies there, so its kind matters too.
[[nodiscard]] Lines judge_disk(const DiskFacts& facts, bool holds_book);

struct SyncFacts {
  int writes = 0;
  std::chrono::microseconds median{};
  std::chrono::microseconds slowest{};
  std::string trouble;
};
/// Writes a page and syncs it, up to fifty times or two seconds, in a file that has no name and is gone at the end.
[[nodiscard]] SyncFacts measure_sync(const std::filesystem::path& folder);
[[nodiscard]] Line judge_sync(const SyncFacts& facts);

}  // namespace docket::doctor
