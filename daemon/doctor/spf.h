// The SPF record of a domain (RFC 7208), as far as its DNS can tell: that there is one, that it is not open to
// everybody, and that receivers will not give up on it.
#pragma once

#include <string>

#include "connectors/dns.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

[[nodiscard]] Line judge_spf(const std::string& check, const std::string& domain, Resolver& resolver);

}  // namespace docket::doctor
