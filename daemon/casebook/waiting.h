// What a person decides of a letter that could not go out or be handled, inside the caller's transaction; a refusal has
// changed nothing. Private: daemon/casebook only.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// `id` is "o-…": a letter out.
[[nodiscard]] tl::expected<void, Refusal> retry_row(sqlite::Connection& db, const std::string& id,
                                                    const std::string& who, Time now);
[[nodiscard]] tl::expected<void, Refusal> discard_row(sqlite::Connection& db, const std::string& id,
                                                      const std::string& reason, const std::string& who, Time now);
/// `id` is "i-…": an inbound in quarantine. A reason is needed.
[[nodiscard]] tl::expected<void, Refusal> discard_quarantined(sqlite::Connection& db, const std::string& id,
                                                              const std::string& reason, const std::string& who,
                                                              Time now);

}  // namespace docket
