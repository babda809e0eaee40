// Access tokens for a look at a server: asked for anew, kept nowhere.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/oauth2/tokens.h"

namespace docket {

class ProbeTokens {
 public:
  /// `limit`: for the token server's answer. The clock outlives this.
  ProbeTokens(const Login& login, const Clock& clock, std::chrono::milliseconds limit)
      : tokens_(
            {}, accounts_of(login), clock, [](int, const std::string&) {}, pace_of(limit)),
        needs_daemon_(login.oauth2 && login.oauth2->grant == OAuth2::Grant::refresh_token) {}

  /// Nothing may be tried: using the refresh token up would shut the daemon out.
  [[nodiscard]] bool needs_daemon() const { return needs_daemon_; }
  static constexpr const char* kNeedsDaemon = "it logs in with a refresh token, which only the daemon may exchange";
  [[nodiscard]] oauth2::Tokens& get() { return tokens_; }

 private:
  static std::vector<oauth2::Account> accounts_of(const Login& login) {
    return login.oauth2 ? std::vector<oauth2::Account>{{"probe", login}} : std::vector<oauth2::Account>{};
  }
  static oauth2::Pace pace_of(std::chrono::milliseconds limit) {
    oauth2::Pace pace;
    pace.answer = std::min(pace.answer, limit);
    return pace;
  }
  oauth2::Tokens tokens_;
  bool needs_daemon_;
};

}  // namespace docket
