// Who acts for an office on a day: it may be vacant, away for a while, or be no more.
#pragma once

#include <chrono>
#include <string>

#include "config/town.h"

namespace docket {

/// Why another office acts.
enum class StandsIn { nobody, deputy, acting, successor };

struct ActingOffice {
  std::string office;  ///< id of the one that acts; the one asked for where nobody stands in
  StandsIn why = StandsIn::nobody;
};

/// Followed from office to office (a retired one's successor may be away), at most once through each; an office that
/// the town does not know stands for itself. `day` is the town's own.
[[nodiscard]] ActingOffice acting_office(const Town& town, const std::string& id, std::chrono::year_month_day day);

}  // namespace docket
