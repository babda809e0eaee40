// The form of a backup file: what makes it one, and the table that a book does not have. Private: daemon/casebook only.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// PRAGMA application_id: "dokt", and "dokb" of a backup. No daemon runs on a backup as if it were the book.
inline constexpr std::int64_t kBookMark = 0x646F6B74;
inline constexpr std::int64_t kBackupMark = 0x646F6B62;

/// In a data folder while a backup is put back into it: there from the first step to the last.
inline constexpr const char* kKeysBeingRestored = "keys.restoring";

/// How long another program may hold the file.
inline constexpr std::chrono::milliseconds kBusyTimeout{5000};

/// Why there is no backup, or no book made of one.
template <typename... Values>
tl::unexpected<Refusal> refuse(int code, fmt::format_string<Values...> text, Values&&... values) {
  return tl::unexpected(Refusal{code, fmt::format(text, std::forward<Values>(values)...)});
}

/// What `docket_backup` holds.
struct BackupNote {
  Backup backup;  ///< without its size
  std::string keys;
};

[[nodiscard]] bool is_backup(sqlite::Connection& db);
/// Makes the copy of a book a backup.
void add_note(sqlite::Connection& copy, const BackupNote& note);
[[nodiscard]] BackupNote read_note(sqlite::Connection& db);
/// Makes the copy of a backup a book; nothing of the keys stays in it.
void take_note_out(sqlite::Connection& copy);

/// The last event, and how many letters there are.
void read_extent(sqlite::Connection& db, Backup& backup);
/// A new connection, so that what it finds is what the file holds: SQLite's check, and the last event. The error is
/// what is wrong.
[[nodiscard]] tl::expected<void, std::string> check_copy(const std::filesystem::path& file, const Backup& expected);

}  // namespace docket
