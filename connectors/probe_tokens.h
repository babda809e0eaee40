// Access tokens for a look at a server: asked for anew, kept nowhere.
#pragma once

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/oauth2/tokens.h"

namespace docket {

class ProbeTokens {
 public:
  /// The clock outlives this.
  ProbeTokens(const Login& login, const Clock& clock)
      : tokens_({}, {{"probe", login}}, clock, [](int, const std::string&) {}),
        needs_daemon_(login.oauth2 && login.oauth2->grant == OAuth2::Grant::refresh_token) {}

  /// Nothing may be tried: using the refresh token up would shut the daemon out.
  [[nodiscard]] bool needs_daemon() const { return needs_daemon_; }
  static constexpr const char* kNeedsDaemon = "it logs in with a refresh token, which only the daemon may exchange";
  [[nodiscard]] oauth2::Tokens& get() { return tokens_; }

 private:
  oauth2::Tokens tokens_;
  bool needs_daemon_;
};

}  // namespace docket
