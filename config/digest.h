// Hashes, keyed hashes, randomness and their text forms, over OpenSSL.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// 32 raw octets (FIPS 180-4).
[[nodiscard]] std::string sha256(std::string_view octets);
/// 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view octets);
/// 32 raw octets (RFC 2104 with SHA-256).
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view octets);
[[nodiscard]] std::string hex(std::string_view octets);
/// Lower-case RFC 4648 base32 without padding: survives case-folding mail systems.
[[nodiscard]] std::string base32(std::string_view octets);
[[nodiscard]] std::string base64(std::string_view octets);
/// From the system's generator; throws std::runtime_error when that fails.
[[nodiscard]] std::string random_octets(std::size_t count);
/// Takes the same time wherever the two differ.
[[nodiscard]] bool equal_constant_time(std::string_view a, std::string_view b);

}  // namespace docket
