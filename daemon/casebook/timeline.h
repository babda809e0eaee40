// Writes events into the book's one chain. Private: included by daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "config/clock.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

struct Event {
  std::optional<std::int64_t> case_id;  ///< absent: an event outside a case
  std::string who = "daemon";           ///< daemon | resident | office:ID | a login name
  std::string what;                     ///< one of the closed list in SCHEMA.md
  std::string detail;                   ///< ids, office and rule names; never personal
  std::string private_part;             ///< words of a person or about one; erased with the case
  std::string number = {};              ///< full, of the case; empty: it is looked up
};

/// Inside the caller's transaction.
void append_event(sqlite::Connection& db, Time at, const Event& event);

/// µs since 1970, as the book stores times.
[[nodiscard]] std::int64_t stored(Time time);
[[nodiscard]] std::optional<std::int64_t> stored(const std::optional<Time>& time);
[[nodiscard]] Time from_stored(std::int64_t microseconds);

}  // namespace docket
