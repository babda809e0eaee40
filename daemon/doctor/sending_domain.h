// What the DNS says of a domain that letters are sent from: whether its mail arrives (MX) and whether others can tell
// that ours is its own (SPF, RFC 7208; DMARC, RFC 7489; DKIM, RFC 6376).
#pragma once

#include <string>

#include "connectors/dns.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

/// One line where the DNS does not answer: that breaks nothing of docket's.
[[nodiscard]] Lines judge_domain(const std::string& domain, Resolver& resolver);

/// What a letter of ours carried when it had come: its signature, looked up. `header`: the whole, as it came.
[[nodiscard]] Lines judge_signature(const std::string& header, const std::string& domain, Resolver& resolver);

}  // namespace docket::doctor
