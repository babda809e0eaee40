// Who acts for an office on a day: it may be vacant, away for a while, or be no more.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "config/town.h"

namespace docket {

/// Why another office acts.
enum class StandsIn { nobody, deputy, acting, successor };
/// What the office asked for is: "away", "vacant", "retired"; of nobody "".
[[nodiscard]] const char* to_string(StandsIn why);

struct ActingOffice {
  std::string office;               ///< id of the one that acts; the one asked for where nobody stands in
  StandsIn why = StandsIn::nobody;  ///< of the office asked for
  std::optional<std::chrono::year_month_day> until = {};  ///< of a deputy: the last day
};

/// Who stands in for this office on that day, not asking whether that one is there itself. Retired goes before vacant,
/// vacant before away.
[[nodiscard]] ActingOffice stand_in(const Office& office, std::chrono::year_month_day day);

/// Followed from office to office (a retired one's successor may be away), at most once through each; an office that
/// the town does not know stands for itself. `day` is the town's own.
[[nodiscard]] ActingOffice acting_office(const Town& town, const std::string& id, std::chrono::year_month_day day);

}  // namespace docket
