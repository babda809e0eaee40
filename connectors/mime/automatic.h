// Signs that a machine wrote: RFC 3834 and what is seen in practice.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"

namespace docket {

/// Reads headers, from, resident (a form's From is no sign), subject, null_sender and own of the letter; List-Ids in
/// `own_lists` are no signs.
[[nodiscard]] std::vector<AutomaticSign> automatic_signs(const Letter& letter,
                                                         const std::vector<std::string>& own_lists);

}  // namespace docket
