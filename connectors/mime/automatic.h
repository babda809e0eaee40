// Signs that a machine wrote: RFC 3834 and what is seen in practice.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"

namespace docket {

/// RFC 3834, RFC 2919 and 2369 for lists, and what Exchange, Exim, cPanel and others write. Never fails; at most 50
/// signs, each value at most 200 characters: a hostile header could hold thousands. They stop an answer, never a case.
/// Reads headers, from, resident (a form's From is no sign), subject, null_sender, own, calendar_method, and of recalls
/// text and attachments of the letter; List-Ids in `own_lists` are no signs.
[[nodiscard]] std::vector<AutomaticSign> automatic_signs(const Letter& letter,
                                                         const std::vector<std::string>& own_lists);

}  // namespace docket
