// Addresses and octets as they may stand on the wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket::smtp {

/// An address for MAIL FROM or RCPT TO: the domain as A-labels (UTS 46).
struct WireAddress {
  std::string text;
  bool needs_smtputf8 = false;  ///< the local part is not ASCII (RFC 6531)
};

/// nullopt when the address is not sendable; "" (the null sender) is.
[[nodiscard]] std::optional<WireAddress> wire_address(const std::string& address);

/// CRLF line ends only (a lone CR or LF becomes one), dots at line starts doubled, and the final dot: all of DATA.
[[nodiscard]] std::string dot_stuffed(std::string_view octets);

}  // namespace docket::smtp
