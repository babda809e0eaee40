// Access tokens of mailboxes and of mail out (OAuth 2.0, RFC 6749): asked for when one is needed, kept while good.
// One for the whole daemon, called from every thread that logs in somewhere.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/oauth2/failure.h"
#include "connectors/source.h"

namespace docket::oauth2 {

/// Who logs in: the name of a source, or "mail" for mail out. Its refresh token lies in NAME.refresh.
struct Account {
  std::string name;
  Login login;
};
/// Those of `settings` that log in by OAuth2.
[[nodiscard]] std::vector<Account> accounts_of(const Settings& settings);

/// How patient with a token server; tests shorten the waits.
struct Pace {
  using Duration = std::chrono::milliseconds;
  Duration answer = std::chrono::seconds{20};
  Duration first_backoff = std::chrono::seconds{5};
  Duration longest_backoff = std::chrono::minutes{5};
  Duration first_refused = std::chrono::minutes{1};  ///< who is refused may be locked out when it hammers
  Duration longest_refused = std::chrono::hours{1};
  Duration between_forced = std::chrono::minutes{1};
};

/// Accounts that log in alike (token_url, client_id, grant, scope, user) share one token. For each one question at a
/// time: the others wait for its answer, or go on with a token that is still good. A new one is asked for after 80% of
/// the old one's life, a new refresh token is on the disk before the access token beside it is used.
class Tokens {
 public:
  /// `folder`: where refresh tokens lie (data/tokens), made (0700) when one is needed. The clock outlives this.
  Tokens(std::filesystem::path folder, std::vector<Account> accounts, const Clock& clock, LogLine log,
         const Pace& pace = {});
  ~Tokens();
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  /// A token that should be good for a login now. May wait for the token server, at most `Pace::answer` (and once more
  /// for somebody else's question). After a failure the server is left alone for a while, but what was put right (a
  /// new secret, a new refresh token) counts at once. `login.oauth2` is set.
  [[nodiscard]] tl::expected<std::string, Failure> token(const Login& login);
  /// A server refused this token. True: one more login is worth it, token() gives another one; false: it would be the
  /// same again, as the last one forced out of the token server was refused too.
  [[nodiscard]] bool refused(const Login& login, const std::string& token);

  /// Of each account that needs a person: who it is, what is wrong and what to do, in one line.
  [[nodiscard]] std::vector<std::string> troubles() const;
  /// Nobody is asked any more: all waits end soon.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace docket::oauth2
