// Reads the last accepted town files and the refused ones, for the book and its readers. Private: casebook only.
#pragma once

#include <optional>
#include <string>

#include "config/load.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

[[nodiscard]] std::optional<TownFiles> read_accepted(sqlite::Connection& db);
[[nodiscard]] std::optional<TownFiles> read_accepted(sqlite::Connection& db, const std::string& version);
[[nodiscard]] std::optional<std::string> read_refused(sqlite::Connection& db);

}  // namespace docket
