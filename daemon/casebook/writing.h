// What the writer holds in hand while it records one span, and the rows it works on. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/calendar.h"
#include "config/clock.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/keys.h"
#include "daemon/casebook/recording.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// Lives as long as one transaction.
struct Writing {
  sqlite::Connection& db;
  const Keys& keys;
  const BookOptions& options;
  const Calendar* calendar = nullptr;  ///< null for clerks: they issue no numbers
  Time now{};
  std::optional<Time> restored = std::nullopt;  ///< letters received until then may have been answered already
};

struct CaseRow {
  std::int64_t id = 0;
  std::string number;  ///< full
  std::string short_number;
  std::string status;
  std::optional<std::string> office;
  std::string decided_by;
  std::string written_to;
  bool restricted = false;
  std::optional<Time> due;  ///< of the first response
  std::optional<Time> closed;
  std::optional<Time> short_acknowledged;
  std::optional<Time> first_response;
  std::optional<Time> resolve_due;
  Time opened{};
  std::optional<Time> clock_from;  ///< when what is promised began to count
  std::string first_span;          ///< what was promised, as config/quantity.h writes it; may be empty
  std::string resolve_span;
  bool statutory = false;
  std::optional<Time> paused;        ///< since when it waits for the resident
  std::optional<Time> paused_until;  ///< when it goes on by itself
  std::optional<std::int64_t> merged_into;
  std::vector<std::string> languages;  ///< in which its resident is written to
  std::optional<Time> news_told;       ///< when news last went out by itself
};

/// Of what is promised and not kept yet the next: the first response, then the resolution; a closed case has none.
[[nodiscard]] std::optional<Time> next_due(const CaseRow& row);
[[nodiscard]] std::optional<CaseRow> load_case(sqlite::Connection& db, std::int64_t id);
/// The one that a merged case goes on in; the case itself where it is not merged.
[[nodiscard]] CaseRow led_on(sqlite::Connection& db, CaseRow row);
/// By number without prefix, merged or not.
[[nodiscard]] std::optional<CaseRow> load_case(sqlite::Connection& db, const std::string& short_number);
[[nodiscard]] std::vector<std::string> case_copies(sqlite::Connection& db, std::int64_t id);

/// A list of texts as the book keeps it: a JSON array.
[[nodiscard]] std::vector<std::string> strings_of(const std::string& list);
[[nodiscard]] std::string list_of(const std::vector<std::string>& strings);

/// A public id, "i-…" or "o-…": the time, so that new ones stand together in their index, and 32 random bits. It opens
/// no door: whoever knows one can do nothing with it.
[[nodiscard]] std::string public_id(char kind, Time now);

/// Records one recording inside the caller's transaction; throws sqlite::Error.
[[nodiscard]] Recorded record_one(const Writing& writing, const Recording& recording);
/// Keeps it in quarantine instead, whatever else it is.
[[nodiscard]] Recorded quarantine_one(const Writing& writing, const Recording& recording, const std::string& reason);
/// What became of a delivery that is in the book; nullopt: not there, or waiting for another try.
[[nodiscard]] std::optional<Recorded> find_delivery(sqlite::Connection& db, const std::string& source,
                                                    const std::string& key);

}  // namespace docket
