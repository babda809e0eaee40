#include "config/office_life.h"

#include <algorithm>
#include <set>

namespace docket {
namespace {

/// One step: who stands in for this office itself.
ActingOffice next(const Office& office, std::chrono::year_month_day day) {
  if (office.retired && day >= office.retired->on) return {office.retired->to, StandsIn::successor};
  if (office.vacant && day >= office.vacant->from) return {office.vacant->acting, StandsIn::acting};
  const auto absence = std::find_if(office.away.begin(), office.away.end(),
                                    [&](const Absence& away) { return away.from <= day && day <= away.to; });
  if (absence != office.away.end()) return {absence->deputy, StandsIn::deputy};
  return {office.id, StandsIn::nobody};
}

}  // namespace

ActingOffice acting_office(const Town& town, const std::string& id, std::chrono::year_month_day day) {
  ActingOffice acting{id, StandsIn::nobody};
  std::set<std::string> seen{id};
  while (const Office* office = town.office(acting.office)) {
    const ActingOffice step = next(*office, day);
    if (step.why == StandsIn::nobody || !seen.insert(step.office).second) break;
    acting = {step.office, acting.why == StandsIn::nobody ? step.why : acting.why};
  }
  return acting;
}

}  // namespace docket
