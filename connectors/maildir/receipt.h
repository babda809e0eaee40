// When the server got a letter that lies in a Maildir.
#pragma once

#include <string_view>

#include "config/clock.h"

namespace docket::maildir {

/// The date of the topmost Received field (RFC 5321 section 4.4), which the server that delivered the letter wrote: a
/// file may have been copied or restored since. Where there is none, or it cannot be true (in the future, or more than
/// 30 days before the file was `modified`: then nobody of here wrote it), the file's time.
[[nodiscard]] Time receipt_time(std::string_view octets, Time modified, Time now);

}  // namespace docket::maildir
