// Base64 (RFC 4648 section 4) in groups of four, as fast as the processor can: attachments are most of what mail holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace docket::mime {

/// In the order of what they stand for.
inline constexpr std::string_view kBase64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::int8_t kForeign = -1;

/// What each octet stands for; kForeign for what is not of the alphabet, "=" among it.
[[nodiscard]] constexpr std::array<std::int8_t, 256> make_base64_values() {
  std::array<std::int8_t, 256> values{};
  values.fill(kForeign);
  for (std::size_t i = 0; i < kBase64Alphabet.size(); ++i) {
    values[static_cast<unsigned char>(kBase64Alphabet[i])] = static_cast<std::int8_t>(i);
  }
  return values;
}
inline constexpr auto kBase64 = make_base64_values();

/// So many octets beyond the last may be written to.
constexpr std::size_t kBase64Slack = 16;

/// Decodes groups from the start of `text` for as long as nothing foreign stands in them, moving `out` past their
/// octets; returns their length in `text`.
[[nodiscard]] std::size_t decode_groups(std::string_view text, char*& out);

}  // namespace docket::mime
