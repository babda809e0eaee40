// What next_due() of writing.h says of a case, in SQL, for questions that read many. Private: daemon/casebook only.
#pragma once

namespace docket {

/// Of `cases c`: the first response while it is awaited, then the resolution; null once it is closed.
inline constexpr const char* kNextDue =
    "CASE WHEN c.status = 'closed' THEN NULL WHEN c.first_response IS NULL AND c.due IS NOT NULL THEN c.due "
    "ELSE c.resolve_due END";

}  // namespace docket
