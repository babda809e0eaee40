// The certificate of a listener, read again when its files change: a renewal needs no restart.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "config/listen.h"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace docket::http {

class Certificate {
 public:
  using Log = std::function<void(const std::string&)>;
  /// Throws std::runtime_error with the reason when the files cannot be used. `log`: told when changed files cannot be
  /// used; what was read last stays in use.
  Certificate(TlsFiles files, Log log);
  ~Certificate();
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;

  /// For one more connection: TLS 1.2 or later. Looks at the files first (two stat calls).
  [[nodiscard]] std::shared_ptr<ssl_ctx_st> current();

 private:
  [[nodiscard]] std::string marks() const;

  TlsFiles files_;
  Log log_;
  std::string read_;  ///< marks() of the files when they were read
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace docket::http
