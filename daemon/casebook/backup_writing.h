// Writing a backup file, whoever asks for it. Private: daemon/casebook only.
#pragma once

#include <filesystem>

#include "daemon/casebook/backup.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// Whether the folder is the data folder or lies in it; it need not be there.
[[nodiscard]] bool lies_within(const std::filesystem::path& folder, const std::filesystem::path& data);

/// Whether FILE, where it is there, is a backup of this book and everything that stands in it stands in the book too.
[[nodiscard]] tl::expected<void, Refusal> may_replace(sqlite::Connection& book, const std::filesystem::path& file);

/// FILE.part (0600), checked as it lies on the disk, then renamed to FILE. `book` is only read, whatever its schema.
/// Throws sqlite::Error.
[[nodiscard]] tl::expected<Backup, Refusal> write_backup(sqlite::Connection& book, const std::filesystem::path& data,
                                                         const std::filesystem::path& file, Time now,
                                                         const CopyProgress& progress);

}  // namespace docket
