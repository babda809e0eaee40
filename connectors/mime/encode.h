// Transfer encodings of what we send (RFC 2045 section 6): short CRLF lines, whatever the content.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// Text with LF line ends as quoted-printable, lines of at most 76 octets, CRLF.
[[nodiscard]] std::string quoted_printable(std::string_view text);
/// Octets as base64 in lines of 76, CRLF after each.
[[nodiscard]] std::string base64_lines(std::string_view octets);
/// CRLF for every CRLF, CR or LF.
[[nodiscard]] std::string with_crlf(std::string_view text);

}  // namespace docket
