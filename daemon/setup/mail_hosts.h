// What DNS says of where a domain's mail goes and where its mail programs log in.
#pragma once

#include <string>

#include "connectors/dns.h"
#include "daemon/setup/provider.h"

namespace docket::setup {

/// Asks for MX, _imaps._tcp and _submissions._tcp (RFC 6186 section 3, RFC 8314 section 5.1); once DNS does not answer,
/// nothing more.
[[nodiscard]] MailHosts mail_hosts(Resolver& dns, const std::string& domain);

}  // namespace docket::setup
