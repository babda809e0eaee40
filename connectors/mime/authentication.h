// What trusted Authentication-Results (RFC 8601) say about the sender.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"

namespace docket {

/// dmarc if given, else pass if an spf or dkim aligned with From passes, fail if one fails, else unknown.
[[nodiscard]] Authenticated authentication(const Letter& letter, const std::vector<std::string>& trusted_authserv_ids);

}  // namespace docket
