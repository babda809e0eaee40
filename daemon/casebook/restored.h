// What a book must know and change that was put back from a backup: it has no memory of the time since. Private:
// daemon/casebook only.
#pragma once

#include <optional>
#include <string>

#include "daemon/casebook/backup.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// In one transaction: case numbers far ahead, letters out to a person, the event `restored`, a clean stop.
[[nodiscard]] Restored mark_restored(sqlite::Connection& db, const Backup& backup, const std::string& who, Time now);

/// When the book was last put back; what was received before may have been answered by a book that is lost.
[[nodiscard]] std::optional<Time> restored_at(sqlite::Connection& db);

}  // namespace docket
