// The tables of the case book as numbered migrations; SCHEMA.md explains them. Private: daemon/casebook only.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "daemon/casebook/sqlite.h"

namespace docket {

/// What this program writes; a book with a higher number was made by a newer one.
[[nodiscard]] int schema_version();
/// The number in the file; 0: no tables yet.
[[nodiscard]] int schema_version(sqlite::Connection& db);
/// What to say of a book with that higher number.
[[nodiscard]] std::string newer_schema(int version);
/// Each missing migration in a transaction of its own. The error says that the book is newer.
[[nodiscard]] tl::expected<void, std::string> migrate(sqlite::Connection& db);

}  // namespace docket
