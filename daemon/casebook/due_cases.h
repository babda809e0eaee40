// Which cases are due or late, and how letters to staff write of them. Private: daemon/casebook only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

/// A case that an office works on: neither in review nor closed, and it does not wait for its resident.
struct DueCase {
  std::int64_t id = 0;
  std::string number;
  std::string office;
  Time due{};                   ///< of what is promised next
  std::size_t steps_taken = 0;  ///< of its office's ladder, for this due time
};

/// docket sees the answers of `replies: through` offices alone; the others are not measured, and never late.
[[nodiscard]] bool is_measured(const Office& office);
/// Of measured offices those that fall due by `until`, the earliest first.
[[nodiscard]] std::vector<DueCase> cases_due_by(sqlite::Connection& db, const Town& town, Time until);

/// The subject of the letter that opened the case, in one line and not too long; empty for a member's case, for one
/// that is restricted, and where there is none.
[[nodiscard]] std::string shown_subject(sqlite::Connection& db, const CaseRow& row, const Town& town);
/// The town's name for it; the id of an office that it does not know.
[[nodiscard]] std::string name_of_office(const Town& town, const std::string& id, const std::string& language);
/// "2026-11-25", the day on the town's clocks: read alike in every language.
[[nodiscard]] std::string local_day(const Calendar& calendar, Time time);
/// `lines` joined, a line each; of more than `most` the rest is counted in the last line.
[[nodiscard]] std::string lines_text(const std::vector<std::string>& lines, std::size_t most, const std::string& all);

/// When letters to staff about the day's work go out: from eight o'clock until closing time of a business day.
[[nodiscard]] bool is_working_morning(const Calendar& calendar, Time now);
/// Whether `what` is still to be done on the town's day of `now`; from then on it is done. Outlives restarts.
[[nodiscard]] bool first_today(const Writing& writing, const Calendar& calendar, const char* what);

}  // namespace docket
