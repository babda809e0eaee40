// The signatures that senders put on webhooks, over OpenSSL. All functions say no to whatever cannot be read as a key
// or signature, and throw nothing but std::bad_alloc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket::webhook {

/// RFC 4648 base64 in one piece, padded or not; nullopt where any other octet stands in it.
[[nodiscard]] std::optional<std::string> strict_base64(std::string_view text);

/// Raw octets (RFC 2104).
[[nodiscard]] std::string hmac_sha1(std::string_view key, std::string_view octets);

/// ECDSA over P-256 with SHA-256: `key` is a SubjectPublicKeyInfo in DER, `signature` in DER.
[[nodiscard]] bool verify_ecdsa(std::string_view key, std::string_view signature, std::string_view octets);
/// RFC 8032: a key of 32 octets, a signature of 64.
[[nodiscard]] bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view octets);

enum class Digest { sha1, sha256 };
/// RSA with PKCS #1 v1.5 by the first certificate of a PEM file.
[[nodiscard]] bool verify_rsa(const std::string& pem, std::string_view signature, std::string_view octets,
                              Digest digest);

}  // namespace docket::webhook
