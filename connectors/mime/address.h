// Address lists (RFC 5322 section 3.4 with the obsolete forms of 4.4, RFC 6532), as mail has them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "connectors/letter.h"

namespace docket::mime {

struct AddressList {
  std::vector<Address> addresses;
  bool cut = false;  ///< there were more than the limit
};

/// `text` is unfolded and otherwise raw. Groups give their members, routes and comments are dropped (a comment serves
/// as the name where there is no other), a lone word is an address without a domain (MAILER-DAEMON), several words
/// without an address are nobody. Linear.
[[nodiscard]] AddressList parse_addresses(std::string_view text, std::size_t limit);

}  // namespace docket::mime
