// Throw-away keys and certificates, made when a test needs them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;
struct x509_st;

namespace docket::webhook {

/// A key pair with a certificate.
class TestKey {
 public:
  enum class Kind { rsa, ec, ed25519 };
  explicit TestKey(Kind kind);
  ~TestKey();
  TestKey(const TestKey&) = delete;
  TestKey& operator=(const TestKey&) = delete;

  /// PEM for `name`, valid from 2020 to `until` (a year); signed by `issuer`, or by itself. `authority`: it may sign.
  std::string certify(const std::string& name, const TestKey* issuer = nullptr, bool authority = false,
                      int until = 2040);
  /// SubjectPublicKeyInfo in DER; of ed25519 the 32 octets.
  [[nodiscard]] std::string public_key() const;
  /// `digest`: "SHA1", "SHA256", or "" for ed25519.
  [[nodiscard]] std::string sign(std::string_view octets, const char* digest) const;

 private:
  evp_pkey_st* key_;
  x509_st* certificate_ = nullptr;
};

}  // namespace docket::webhook
