// A login tried before there is a data folder: where its refresh token lies meanwhile, and what became of it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/oauth2/tokens.h"

namespace docket::setup {

/// Tokens for one login, whether it is by password (then none is asked for) or by OAuth2. A refresh token lies in a
/// folder of this user's alone, in memory where the machine has such a place, until this goes.
class TokenTrial {
 public:
  /// Throws std::system_error where no folder can be made.
  TokenTrial(const Login& login, const std::string& refresh_token, const Clock& clock);
  ~TokenTrial();
  TokenTrial(const TokenTrial&) = delete;
  TokenTrial& operator=(const TokenTrial&) = delete;

  [[nodiscard]] oauth2::Tokens& tokens() { return *tokens_; }
  /// The one to go on with: token servers may give a new one for each use, and forget the old.
  [[nodiscard]] std::string refresh_token() const;

 private:
  [[nodiscard]] std::filesystem::path file() const;

  std::filesystem::path folder_;  ///< empty: no refresh token
  std::unique_ptr<oauth2::Tokens> tokens_;
};

}  // namespace docket::setup
