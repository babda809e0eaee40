// Alerts that are repeated until someone accepts the case. Private: daemon/casebook only.
#pragma once

#include <string>

#include "daemon/casebook/writing.h"

namespace docket {

/// The office is to be reminded of the case; a restricted one only concerns its own office.
void remember_alert(const Writing& writing, const CaseRow& row, const std::string& office);

}  // namespace docket
