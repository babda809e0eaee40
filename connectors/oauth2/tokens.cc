#include "connectors/oauth2/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>

#include "config/digest.h"
#include "connectors/backoff.h"
#include "connectors/imap/words.h"
#include "connectors/oauth2/grant.h"
#include "connectors/oauth2/refresh_file.h"

namespace docket::oauth2 {
namespace {

using Kind = Failure::Kind;
using Moment = std::chrono::steady_clock::time_point;
using Answer = tl::expected<Given, Failure>;

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kNotice = 5;

/// What makes two logins the same account.
using Key = std::tuple<std::string, std::string, OAuth2::Grant, std::string, std::string>;

Key key_of(const Login& login) {
  const OAuth2& oauth2 = *login.oauth2;
  return {oauth2.token_url, oauth2.client_id, oauth2.grant, oauth2.scope, login.user};
}

/// What is known of one account.
struct Kept {
  explicit Kept(const Pace& pace)
      : later(pace.first_backoff, pace.longest_backoff), refused(pace.first_refused, pace.longest_refused) {}

  std::vector<std::string> names;
  bool asking = false;
  std::string token;  ///< empty: none
  Moment refresh_at{};
  Moment ends{};
  std::optional<Failure> failure;  ///< of the last question
  std::string shown;               ///< then, as a hash; or why there was nothing to show
  Moment ask_again{};
  Moment forced_until{};
  Backoff later;
  Backoff refused;
  std::optional<RefreshToken> unstored;  ///< given in exchange for `replaces`, and the disk would not take it
  std::string replaces;

  [[nodiscard]] bool usable(Moment now) const { return !token.empty() && now < ends; }
};

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string unstored_words(const RefreshToken& token) {
  return fmt::format("a new refresh token cannot be stored in {} and is lost when docket ends", token.file.string());
}

}  // namespace

std::vector<Account> accounts_of(const Settings& settings) {
  std::vector<Account> accounts;
  for (const auto& source : settings.sources) {
    const auto* imap = std::get_if<ImapSettings>(&source.way);
    if (imap != nullptr && imap->login.oauth2) accounts.push_back({source.name, imap->login});
  }
  const auto* smtp = std::get_if<SmtpSettings>(&settings.mail.way);
  if (smtp != nullptr && smtp->login.oauth2) accounts.push_back({"mail", smtp->login});
  return accounts;
}

struct Tokens::State {
  State(std::filesystem::path folder_, const Clock& clock_, LogLine log_, const Pace& pace_)
      : folder(std::move(folder_)), clock(clock_), log(log_), pace(pace_) {}

  Kept& kept_for(const Login& login);
  void make_folder() const;
  // Without the lock: only whoever set `kept.asking` writes what is read here.
  std::optional<Answer> fetch(const Login& login, Kept& kept, bool rests);
  tl::expected<Presented, std::string> gather(const Login& login, const Kept& kept, RefreshToken& on_disk) const;
  void keep_refresh_token(Kept& kept, const RefreshToken& on_disk, const std::string& good);
  // With it.
  void settle(Kept& kept, const Answer& answer);
  void note_failure(Kept& kept, const Failure& failure);

  std::filesystem::path folder;
  const Clock& clock;
  LogLine log;
  Pace pace;
  std::atomic<bool> stopped{false};
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::map<Key, Kept> accounts;
};

/// An account that nobody named (a trial before it is in the configuration) goes by its user.
Kept& Tokens::State::kept_for(const Login& login) {
  Kept& kept = accounts.try_emplace(key_of(login), pace).first->second;
  if (kept.names.empty()) kept.names.push_back(login.user);
  return kept;
}

void Tokens::State::make_folder() const {
  if (const auto trouble = make_token_folder(folder)) {
    log(kWarning, fmt::format("cannot make {}: {}", folder.string(), *trouble));
  }
}

tl::expected<Presented, std::string> Tokens::State::gather(const Login& login, const Kept& kept,
                                                           RefreshToken& on_disk) const {
  Presented presented;
  if (login.oauth2->client_secret.kind != Secret::Kind::none) {
    auto secret = read_secret(login.oauth2->client_secret);
    if (!secret) return tl::unexpected(secret.error());
    presented.client_secret = std::move(*secret);
  }
  if (login.oauth2->grant != OAuth2::Grant::refresh_token) return presented;
  make_folder();
  auto found = read_refresh_token(folder, kept.names);
  if (!found) return tl::unexpected(found.error());
  on_disk = std::move(*found);
  // What somebody has put there meanwhile is newer than what we could not store.
  const bool ours = kept.unstored && kept.replaces == on_disk.token;
  presented.refresh_token = ours ? kept.unstored->token : on_disk.token;
  return presented;
}

/// The token server may have forgotten the old one already: the new one is lost when it is not on the disk.
void Tokens::State::keep_refresh_token(Kept& kept, const RefreshToken& on_disk, const std::string& good) {
  std::optional<std::string> trouble;
  const RefreshToken next{good, on_disk.file};
  if (good != on_disk.token) trouble = store_refresh_token(next);
  if (trouble) log(kError, fmt::format("account={} {}: {}", joined(kept.names), unstored_words(next), *trouble));
  const std::lock_guard lock(mutex);
  kept.unstored = trouble ? std::optional(next) : std::nullopt;
  kept.replaces = on_disk.token;
}

/// nullopt: nothing was asked, because what could be shown is what was refused a moment ago.
std::optional<Answer> Tokens::State::fetch(const Login& login, Kept& kept, bool rests) {
  RefreshToken on_disk;
  const auto presented = gather(login, kept, on_disk);
  const std::string shown =
      presented ? sha256(presented->client_secret + '\0' + presented->refresh_token) : presented.error();
  if (rests && shown == kept.shown) return std::nullopt;
  kept.shown = shown;
  if (!presented) return tl::unexpected(Failure{Kind::refused, presented.error()});
  auto given = ask(*login.oauth2, *presented, pace.answer, stopped);
  if (given)
    keep_refresh_token(kept, on_disk, given->refresh_token.empty() ? presented->refresh_token : given->refresh_token);
  return given;
}

void Tokens::State::note_failure(Kept& kept, const Failure& failure) {
  const bool refused = failure.kind == Kind::refused;
  const bool news = !kept.failure || kept.failure->text != failure.text;
  kept.failure = failure;
  kept.ask_again = clock.steady() + (refused ? kept.refused : kept.later).next();
  if (news) log(refused ? kError : kWarning, fmt::format("account={} no token: {}", joined(kept.names), failure.text));
}

void Tokens::State::settle(Kept& kept, const Answer& answer) {
  if (!answer) return note_failure(kept, answer.error());
  const auto now = clock.steady();
  const auto life = std::chrono::duration_cast<std::chrono::milliseconds>(answer->life);
  kept.token = answer->access_token;
  kept.refresh_at = now + life * 8 / 10;
  kept.ends = now + life;
  if (kept.failure) log(kNotice, fmt::format("account={} has a token again", joined(kept.names)));
  kept.failure.reset();
  kept.later.reset();
  kept.refused.reset();
}

Tokens::Tokens(std::filesystem::path folder, std::vector<Account> accounts, const Clock& clock, LogLine log,
               const Pace& pace)
    : state_(std::make_unique<State>(std::move(folder), clock, log, pace)) {
  bool refreshes = false;
  for (const auto& account : accounts) {
    state_->accounts.try_emplace(key_of(account.login), pace).first->second.names.push_back(account.name);
    refreshes = refreshes || account.login.oauth2->grant == OAuth2::Grant::refresh_token;
  }
  if (refreshes) state_->make_folder();
}

Tokens::~Tokens() = default;

tl::expected<std::string, Failure> Tokens::token(const Login& login) {
  State& s = *state_;
  std::unique_lock lock(s.mutex);
  Kept& kept = s.kept_for(login);
  while (kept.asking && !kept.usable(s.clock.steady()) && !s.stopped) s.changed.wait(lock);
  const auto now = s.clock.steady();
  if (kept.usable(now) && (kept.asking || now < kept.refresh_at)) return kept.token;
  if (s.stopped) return tl::unexpected(Failure{Kind::later, "docket is ending"});
  const bool rests = kept.failure && now < kept.ask_again;
  kept.asking = true;
  lock.unlock();
  std::optional<Answer> answer;
  try {
    answer = s.fetch(login, kept, rests);
  } catch (const std::exception& error) {
    answer = tl::unexpected(Failure{Kind::later, "trouble inside docket: " + imap::clean(error.what())});
  }
  lock.lock();
  kept.asking = false;
  if (answer) s.settle(kept, *answer);
  s.changed.notify_all();
  if (kept.usable(s.clock.steady())) return kept.token;
  return tl::unexpected(*kept.failure);
}

bool Tokens::refused(const Login& login, const std::string& token) {
  State& s = *state_;
  const std::lock_guard lock(s.mutex);
  Kept& kept = s.kept_for(login);
  if (kept.token != token) return true;  // somebody was quicker
  const auto now = s.clock.steady();
  if (now < kept.forced_until) return false;
  kept.forced_until = now + s.pace.between_forced;
  kept.token.clear();
  return true;
}

std::vector<std::string> Tokens::troubles() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<std::string> troubles;
  for (const auto& [key, kept] : state_->accounts) {
    if (kept.failure && kept.failure->kind == Kind::refused) {
      troubles.push_back(fmt::format("no token for {}: {}", joined(kept.names), kept.failure->text));
    }
    if (kept.unstored) troubles.push_back(joined(kept.names) + ": " + unstored_words(*kept.unstored));
  }
  return troubles;
}

void Tokens::stop() {
  state_->stopped = true;
  const std::lock_guard lock(state_->mutex);
  state_->changed.notify_all();
}

}  // namespace docket::oauth2
