// The tables of the case book as numbered migrations; SCHEMA.md explains them. Private: daemon/casebook only.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// What this program writes; a book with a higher number was made by a newer one.
[[nodiscard]] int schema_version();
/// The number in the file; 0: no tables yet.
[[nodiscard]] int schema_version(sqlite::Connection& db);
/// Which docket gave it its schema, as `docket --version` says it; empty where that was before this was noted.
[[nodiscard]] std::string written_by(sqlite::Connection& db);
/// That the book is newer than this program, and what to install.
[[nodiscard]] std::string newer_schema(sqlite::Connection& db);
/// Each missing migration in a transaction of its own, the last one with an event that says from where to where, and
/// `note`; a book that is being made gets none. The error says that the book is newer.
[[nodiscard]] tl::expected<void, std::string> migrate(sqlite::Connection& db, Time now, const std::string& note);

}  // namespace docket
