// Secrets: that they can be read, and that nobody guesses them. What they are never leaves this file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/secret.h"
#include "config/settings.h"
#include "connectors/oauth2/tokens.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

struct NamedSecret {
  std::string check;  ///< "source council: password"
  Secret secret;
  bool chosen_by_machine = false;  ///< signs requests: to be random, nobody types it
};
/// All that docket.yaml names.
[[nodiscard]] std::vector<NamedSecret> secrets_of(const Settings& settings);

/// How easily it is guessed; what is said never holds the secret, nor how long it is.
[[nodiscard]] Line judge_strength(const NamedSecret& named, std::string_view secret);

/// Exchanging a refresh token is the daemon's alone, which keeps the new one: used here it would shut the daemon out.
[[nodiscard]] bool has_refresh_token(const Login& login);
/// For the logins of `settings` that may be tried here; each token is asked for anew and kept nowhere.
[[nodiscard]] std::unique_ptr<oauth2::Tokens> tokens_to_try(const Settings& settings, const Clock& clock);

/// In the unit secrets are systemd credentials; a command run by hand finds them where the running unit has them, or
/// where its LoadCredential= takes them from. Answers the credentials that are nowhere.
class Credentials {
 public:
  /// `loads`: "ID:PATH" as the unit's LoadCredential= has it; `running`: the unit's own folder, e.g.
  /// /run/credentials/docket.service.
  Credentials(std::vector<std::string> loads, std::string running);
  /// The same settings, with each credential that can be read only there named as that file.
  [[nodiscard]] Settings readable(Settings settings) const;

 private:
  void find(Secret& secret) const;
  std::vector<std::string> loads_;
  std::string running_;
};

}  // namespace docket::doctor
