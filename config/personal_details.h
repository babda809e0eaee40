// An address or a telephone extension of one member of staff, where residents read it: it is out of date when they
// move, and belongs to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/problem.h"
#include "config/town.h"

namespace docket {

/// The first one in `text`: an address of the town's domains that is none of its generic, clerk's, privacy or offices'
/// public ones, or "ext. 204", "poste 204".
[[nodiscard]] std::optional<std::string> personal_detail(std::string_view text, const Town& town);
/// Warns of it at `place`; `what` says which text it is.
void warn_of_personal_detail(std::string_view text, const Town& town, const Place& place, const std::string& what,
                             Problems& problems);
/// The same for all of town.yaml that residents read.
void warn_of_personal_details(const Town& town, Problems& problems);

}  // namespace docket
