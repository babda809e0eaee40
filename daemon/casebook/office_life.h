// What becomes of the cases of an office that is away, vacant or no more. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// Where staff letters for an office go that day: to who acts for it. "clerk", and an office without address: the
/// clerk's.
[[nodiscard]] std::string address_of_acting(const TownNow& now, const std::string& office, Time when);

/// Whether somebody holds that office on that day: it is neither vacant nor retired, though it may be away.
[[nodiscard]] bool is_held(const TownNow& now, const std::string& office, Time when);

/// What is added to a case of an office that is away that day goes to its deputy too; nullopt: it is not away, the
/// deputy has the case already, or the case is restricted.
[[nodiscard]] std::optional<Forward> for_deputy(const Writing& writing, const CaseRow& row, const Forward& forward,
                                                const Town& town);

/// Cases that are not closed, by office id.
[[nodiscard]] std::map<std::string, int> open_cases_by_office(sqlite::Connection& db);

/// A member's case goes to the next member only when its resident agrees (event `consent`, "OFFICE: yes"): the office
/// that they are asked about; nullopt: they are not asked, or have answered.
[[nodiscard]] std::optional<std::string> consent_wanted(sqlite::Connection& db, std::int64_t case_id);

}  // namespace docket
