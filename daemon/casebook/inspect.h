// A look at the case book's file for `docket doctor`: whole, unbroken, of which schema, how large. Only reads, in
// bounded time, while the daemon runs or not, and tells what it can of a book that cannot be opened.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "config/clock.h"

namespace docket {

struct BookInspection {
  bool there = false;          ///< docket.db is
  bool keys = false;           ///< the file keys is
  std::string trouble;         ///< why it cannot be read, or not on; empty: it was
  bool log_missing = false;    ///< docket did not stop cleanly, and the write-ahead log is gone
  bool backup = false;         ///< it is a backup, not the book
  int schema = 0;              ///< 0: no case book
  int known_schema = 0;        ///< of this program
  std::string damage;          ///< what SQLite's quick check found; empty: nothing
  bool checked_whole = false;  ///< the quick check ended within its time
  std::string chain;           ///< where the newest events of the audit log do not hold; empty: they do
  std::int64_t events = 0;
  std::int64_t events_checked = 0;
  std::optional<Time> last_event;
  std::optional<Time> begun;
  std::optional<Time> backed_up;  ///< the moment that the last backup shows
  std::uintmax_t size = 0;        ///< octets, as are these
  std::uintmax_t log_size = 0;
  std::uintmax_t unused = 0;  ///< inside the file
};

/// `limit`: for SQLite's quick check; the rest takes a moment. `running`: a daemon has it open. Throws nothing.
[[nodiscard]] BookInspection inspect_book(const std::filesystem::path& data, bool running,
                                          std::chrono::milliseconds limit);

/// What is known of this version of SQLite that concerns the book, and what docket does about it; empty: nothing.
[[nodiscard]] std::string known_trouble_of_sqlite(int version);
/// The one that runs, 3040001 for 3.40.1.
[[nodiscard]] int sqlite_version();

}  // namespace docket
