// Octets in any charset to UTF-8, through ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket::mime {

/// Octets in the named charset as valid UTF-8; what is ill-formed becomes U+FFFD, but octets declared
/// UTF-8 of which nothing beyond ASCII is are guessed. Names as the WHATWG encoding
/// standard reads them (iso-8859-1 is windows-1252), then as ICU knows them. nullopt: the charset is unknown.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view octets, std::string_view charset);

/// For octets that nobody declared: valid UTF-8, else ICU's detector, else windows-1252.
[[nodiscard]] std::string guess_utf8(std::string_view octets);

/// A name that says nothing: empty, unknown-8bit, x-unknown, default, binary.
[[nodiscard]] bool is_undeclared(std::string_view charset);

/// us-ascii under any of its names, or undeclared: 8-bit octets then contradict the declaration.
[[nodiscard]] bool is_ascii(std::string_view charset);

}  // namespace docket::mime
