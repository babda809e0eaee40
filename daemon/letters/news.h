// What a resident is told when something becomes of a case: who has it now, until when, that it is closed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "config/calendar.h"
#include "config/town.h"
#include "daemon/letters/acknowledgement.h"

namespace docket {

enum class News { assigned, rerouted, extended, closed, acting };
[[nodiscard]] const char* to_string(News what);

/// What the book knows of the case when the letter is planned.
struct NewsFacts {
  std::set<News> what;
  std::vector<std::string> languages;
  std::string from;    ///< the generic address it is written as
  std::string to;      ///< the resident
  std::string office;  ///< id; empty in review
  std::optional<Time> first_response;
  std::optional<Time> resolve;
  Time now{};
  std::string closing;  ///< public id of the closing that is asked about; empty: nothing is asked
};

/// Template `closed` where the case is closed and the town has one, else `update`. A plan without template: there is
/// nothing to tell.
[[nodiscard]] AcknowledgementPlan plan_news(const NewsFacts& facts, const Town& town, const Calendar& calendar);

}  // namespace docket
