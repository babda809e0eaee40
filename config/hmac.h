// HMAC-SHA-256 under one key that is used often: what depends on the key alone is computed once.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace docket {

/// Copies share what was computed. Any thread.
class HmacKey {
 public:
  /// Throws std::runtime_error where OpenSSL has no SHA-256.
  explicit HmacKey(std::string_view key);
  /// 32 raw octets: hmac_sha256(key, octets) of config/digest.h.
  [[nodiscard]] std::string mac(std::string_view octets) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

}  // namespace docket
