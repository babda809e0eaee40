// Small text questions that every room asks: ASCII case, trimming, UTF-8, times as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/clock.h"

namespace docket {

[[nodiscard]] std::string ascii_lower(std::string_view text);
[[nodiscard]] bool ascii_equal_nocase(std::string_view a, std::string_view b);
/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// 0 to 15, in either case; -1 for any other character.
[[nodiscard]] int hex_value(char c);
/// No octet beyond ASCII.
[[nodiscard]] bool is_ascii_text(std::string_view octets);
[[nodiscard]] bool is_utf8(std::string_view octets);
/// Every ill-formed sequence becomes U+FFFD; NULs are dropped.
[[nodiscard]] std::string to_valid_utf8(std::string_view octets);
/// At most `characters` code points of valid UTF-8.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t characters);
[[nodiscard]] std::size_t count_characters(std::string_view text);
/// RFC 3339 in UTC, whole seconds: "2026-11-25T02:28:04Z".
[[nodiscard]] std::string rfc3339(Time time);
/// RFC 3339 with Z or an offset; "YYYY-MM-DD" counts as midnight UTC. nullopt when malformed.
[[nodiscard]] std::optional<Time> parse_rfc3339(std::string_view text);
/// The known word nearest to `word` (edit distance at most 2), for "did you mean".
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace docket
