#include "config/office_life.h"

#include <algorithm>
#include <set>

namespace docket {

const char* to_string(StandsIn why) {
  switch (why) {
    case StandsIn::nobody:
      return "";
    case StandsIn::deputy:
      return "away";
    case StandsIn::acting:
      return "vacant";
    case StandsIn::successor:
      return "retired";
  }
  return "";
}

ActingOffice stand_in(const Office& office, std::chrono::year_month_day day) {
  if (office.retired && day >= office.retired->on) return {office.retired->to, StandsIn::successor};
  if (office.vacant && day >= office.vacant->from) return {office.vacant->acting, StandsIn::acting};
  const auto absence = std::find_if(office.away.begin(), office.away.end(),
                                    [&](const Absence& away) { return away.from <= day && day <= away.to; });
  if (absence != office.away.end()) return {absence->deputy, StandsIn::deputy, absence->to};
  return {office.id};
}

ActingOffice acting_office(const Town& town, const std::string& id, std::chrono::year_month_day day) {
  ActingOffice acting{id, StandsIn::nobody};
  std::set<std::string> seen{id};
  while (const Office* office = town.office(acting.office)) {
    ActingOffice step = stand_in(*office, day);
    if (step.why == StandsIn::nobody || !seen.insert(step.office).second) break;
    // The resident hears of the office that they asked for, not of those on the way.
    if (acting.why != StandsIn::nobody) {
      step.why = acting.why;
      step.until = acting.until;
    }
    acting = step;
  }
  return acting;
}

}  // namespace docket
