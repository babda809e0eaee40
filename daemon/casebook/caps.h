// How many acknowledgements one person, and one mail server, may get. Private: daemon/casebook only.
#pragma once

#include <string>

#include "daemon/casebook/keys.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// One person has one counter, whatever stands after a plus and wherever the dots are: some providers deliver all of
/// these to one mailbox, which must not be flooded through us.
[[nodiscard]] std::string cap_of_address(const Keys& keys, const std::string& address);
[[nodiscard]] std::string cap_of_phone(const Keys& keys, const std::string& number);

/// Counts this one too, when it may go. `person`: of one of the functions above.
[[nodiscard]] bool within_caps(const Writing& writing, const std::string& person);

/// One domain gets at most half of what may go out in a minute, the rest in the minutes that follow; none is withheld.
/// So a flood of forged senders neither makes us one that floods their mail server, nor holds up the answers to
/// everyone else.
[[nodiscard]] Time turn_of_domain(const Writing& writing, const std::string& address);

}  // namespace docket
