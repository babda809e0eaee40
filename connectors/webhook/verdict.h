// What a mail provider found out about a sender, as one verdict.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/letter.h"

namespace docket::webhook {

/// One SPF or DKIM result.
struct Check {
  std::string identity;  ///< the domain or address it speaks for; empty: the provider does not say
  Authenticated result = Authenticated::unknown;
};

/// "pass" and "fail" in any case; every other word (softfail, neutral, none, GRAY) proves nothing.
[[nodiscard]] Authenticated read_verdict(std::string_view word);

/// DMARC's verdict where it is pass or fail. Else pass where a check of a domain aligned with From passed; fail where
/// one failed and none passed, not even for another domain; else unknown. `from`: the header field's value.
[[nodiscard]] Authenticated combine(Authenticated dmarc, const std::vector<Check>& checks, std::string_view from);

}  // namespace docket::webhook
