// What becomes of the cases of an office that is away, vacant or no more. Private: daemon/casebook only.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// Where staff letters for an office go that day: to who acts for it. "clerk", and an office without address: the
/// clerk's.
[[nodiscard]] std::string address_of_acting(const TownNow& now, const std::string& office, Time when);

/// What is added to a case of an office that is away that day goes to its deputy too; nullopt: it is not away, the
/// deputy has the case already, or the case is restricted.
[[nodiscard]] std::optional<Forward> for_deputy(const Writing& writing, const CaseRow& row, const Forward& forward,
                                                const Town& town);

/// Cases that are not closed, by office id.
[[nodiscard]] std::map<std::string, int> open_cases_by_office(sqlite::Connection& db);

/// A member's case goes to another one only when its resident agrees: the office that they are asked about; nullopt:
/// nobody is asked, or they have agreed.
[[nodiscard]] std::optional<std::string> consent_wanted(sqlite::Connection& db, std::int64_t case_id);
/// The resident agrees that this office has the case: at once, or as soon as somebody holds the office again.
void give_consent(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& office,
                  const std::string& words);

}  // namespace docket
