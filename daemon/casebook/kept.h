// An inbound as it was kept, byte for byte. Private: daemon/casebook only.
#pragma once

#include <optional>
#include <string>

#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// nullopt: no such inbound, or its octets do not match their hash any more.
[[nodiscard]] std::optional<KeptInbound> read_kept(sqlite::Connection& db, const std::string& public_id);

}  // namespace docket
