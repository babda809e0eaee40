// What a mail server says while libcurl logs in: the only place where a refusal tells why.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "connectors/server_link.h"

namespace docket {

/// For one connection. Lines are kept as they came: hostile, and perhaps with our own secret in them.
class LoginTalk {
 public:
  /// CURLOPT_HEADERFUNCTION; `talk` is a LoginTalk*.
  static std::size_t hear(char* octets, std::size_t size, std::size_t count, void* talk);
  void hear_line(std::string_view line);

  [[nodiscard]] const std::string& last_line() const { return last_line_; }
  [[nodiscard]] bool offers_password() const { return offers_password_; }  ///< PLAIN or LOGIN
  [[nodiscard]] bool offers_token() const { return offers_token_; }        ///< OAUTHBEARER or XOAUTH2
  [[nodiscard]] bool login_disabled() const { return login_disabled_; }
  /// Why the login failed, in the server's words; they do not repeat `proof`, but must still be cleaned.
  [[nodiscard]] std::string reason(const std::string& user, const Proof& proof) const;

 private:
  std::string last_line_;
  std::string challenge_;  ///< what a refused token is answered first: JSON (RFC 7628 section 3.2.2), decoded
  bool offers_password_ = false;
  bool offers_token_ = false;
  bool login_disabled_ = false;
};

}  // namespace docket
