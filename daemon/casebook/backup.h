// A backup: one file with all of the case book and its keys, made while the daemon runs or without it; and the book
// that is made of it again. The file is an SQLite database with the book's own tables and `docket_backup`, which holds
// the text of `keys`: any SQLite checks it and looks into it, and it is whole or not there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "daemon/casebook/book.h"

namespace docket {

/// Called now and then: how much of the copying is done. The unit means nothing.
using CopyProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Writes FILE.part beside it (0600), checks what is on the disk then, and renames. Only a backup of this same book is
/// ever replaced, and only when the book holds everything that stands in it. `data` is only read.
[[nodiscard]] tl::expected<Backup, Refusal> make_backup(const std::filesystem::path& data,
                                                        const std::filesystem::path& file, const Clock& clock,
                                                        const CopyProgress& progress);

/// A backup in a folder of them.
struct DatedBackup {
  Backup backup;
  std::filesystem::path file;
  std::vector<std::filesystem::path> removed;
  std::string trouble;  ///< why older ones that should go are still there; empty: none is
};

/// Writes FOLDER/docket-YYYY-MM-DD.backup (the day in UTC; one of the same day is replaced), then removes the oldest so
/// that `keep` (at least 1) of this same book stay. The new one stays, whatever the clock says; files of another name,
/// of other books, and what is no backup are left alone. FOLDER is made (0700) where it is missing.
[[nodiscard]] tl::expected<DatedBackup, Refusal> make_dated_backup(const std::filesystem::path& data,
                                                                   const std::filesystem::path& folder,
                                                                   std::size_t keep, const Clock& clock,
                                                                   const CopyProgress& progress);

/// What became of a backup that was put back.
struct Restored {
  Backup backup;
  std::map<int, std::int64_t> numbers;  ///< by year: the first that will be issued
  std::int64_t waiting = 0;             ///< letters out that a person must decide on
};

/// Makes `data` (absent, or empty) a case book again, checked whole before it is there. What was issued or sent since
/// the backup is unknown: numbers go on far behind, and nothing goes out by itself that may have gone out.
[[nodiscard]] tl::expected<Restored, Refusal> restore_backup(const std::filesystem::path& file,
                                                             const std::filesystem::path& data, const std::string& who,
                                                             Time now, const CopyProgress& progress);

}  // namespace docket
