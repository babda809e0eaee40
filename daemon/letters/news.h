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
  std::vector<std::string> languages;  ///< empty: all the town's
  std::string from;                    ///< the generic address it is written as
  std::string to;                      ///< the resident
  std::string office;                  ///< id; empty in review, and where nobody holds it nor acts for it
  std::optional<Time> first_response;  ///< still promised; one that is over is not spoken of
  std::optional<Time> resolve;
  Time now{};
  Time closed{};        ///< when it was closed
  std::string closing;  ///< public id of the closing that is asked about; empty: nothing is asked
  std::string consent;  ///< id of the office that may have the case when somebody holds it again; empty: not asked
};

/// Template `closed` where the case is closed, else `update`; a town without `closed` uses `update` for both. A plan
/// without template: there is nothing to tell. The questions stand in the facts as "closing" and "consent"
/// (daemon/outbox/links.h makes links of them).
[[nodiscard]] AcknowledgementPlan plan_news(const NewsFacts& facts, const Town& town, const Calendar& calendar);

}  // namespace docket
