// Header text to UTF-8: encoded words (RFC 2047) as mail has them, and raw 8-bit text.
#pragma once

#include <string>
#include <string_view>

namespace docket::mime {

/// Valid UTF-8 without control characters (tabs and line ends become blanks). Neighbouring words of one charset are
/// joined before conversion, blanks between words dropped; what is no encoded word stays as it is. Linear. The first
/// charset that nobody knows is told in `unknown`, where that is given.
[[nodiscard]] std::string decode_words(std::string_view text, std::string* unknown = nullptr);

/// Whether decode_words() would leave it as it is: printable ASCII without the beginning of an encoded word.
[[nodiscard]] bool is_plain(std::string_view text);

/// Raw header octets that hold no encoded words: valid UTF-8, or guessed; control characters as above.
[[nodiscard]] std::string clean_text(std::string_view octets);

}  // namespace docket::mime
