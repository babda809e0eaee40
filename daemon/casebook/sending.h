// The states an outbox row goes through once it is recorded. Private: daemon/casebook only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "config/clock.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// Nobody can know whether it arrived: repeated once after `repeat_after`, the second time it waits for a person.
void row_is_uncertain(sqlite::Connection& db, std::int64_t id, const std::string& why,
                      std::chrono::minutes repeat_after, Time now);

/// It may have been sent in a time that the book has no memory of: it waits for a person. `was` tells it from others.
inline constexpr const char* kRestored = "restored";
void row_waits(sqlite::Connection& db, std::int64_t id, const std::string& why, Time now);

/// It did not arrive and never will by itself.
void row_failed(sqlite::Connection& db, std::int64_t id, const std::string& reply, const std::string& who, Time now);

/// Rows marked `sending`, oldest first.
[[nodiscard]] std::vector<std::int64_t> rows_being_sent(sqlite::Connection& db);

/// "acknowledgement", or "forward to roads": how a row is called in the timeline.
[[nodiscard]] std::string row_words(sqlite::Connection& db, std::int64_t id);
[[nodiscard]] std::optional<std::int64_t> row_case(sqlite::Connection& db, std::int64_t id);

}  // namespace docket
