// What trusted Authentication-Results (RFC 8601) say about the sender.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/letter.h"

namespace docket {

struct Authentication {
  Authenticated verdict = Authenticated::unknown;
  bool judged = false;  ///< a trusted host has written its results, whatever they say
};

/// Only fields of a trusted authserv-id count, the topmost of them, and only above the Received field of the host that
/// took the letter in: below it anyone can have written (RFC 8601 section 5). Without a trusted id, or with several
/// authors, the verdict is unknown. dmarc if given, else pass if an spf or dkim aligned with From passes, fail if one
/// fails, else unknown.
[[nodiscard]] Authentication authentication(const Letter& letter, const std::vector<std::string>& trusted_authserv_ids);

/// Relaxed alignment (RFC 9989): without a public suffix list, the same domain or one below the other. `identity` is
/// a domain or an address, `from` a domain of A-labels in lower case.
[[nodiscard]] bool aligned(std::string_view identity, const std::string& from);

}  // namespace docket
