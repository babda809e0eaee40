// Content-Transfer-Encoding undone (RFC 2045 section 6): nothing is lost, whatever the octets.
#pragma once

#include <string>
#include <string_view>

namespace docket::mime {

struct Decoded {
  std::string octets;
  bool broken = false;  ///< some of it did not follow the encoding
};

/// Foreign octets are skipped (RFC 2045 section 6.8); padding in the middle starts anew (joined pieces), but below
/// padding a line with foreign octets ends it: it is a footer of a list.
[[nodiscard]] Decoded decode_base64(std::string_view text);
/// A "=" that starts no code stays as it is; line ends stay as they came.
[[nodiscard]] Decoded decode_quoted_printable(std::string_view text);
/// RFC 2047 section 4.2: the Q encoding of header words.
[[nodiscard]] Decoded decode_q(std::string_view text);
[[nodiscard]] Decoded decode_uuencode(std::string_view text);
/// One line of data of uuencode, appended to `out`: as many octets as its first character says, zeros for what lacks.
void decode_uu_line(std::string_view line, std::string& out);

/// By the name in Content-Transfer-Encoding; an unknown one is as it came and broken.
[[nodiscard]] Decoded decode_transfer(std::string_view text, std::string_view encoding);

}  // namespace docket::mime
