#include "daemon/doctor/secrets.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "config/text.h"

namespace docket::doctor {
namespace {

/// What is tried first by whoever guesses; compared without case and without digits and marks at the end.
constexpr std::array<std::string_view, 28> kWorst{
    "password", "passwort", "motdepasse", "secret", "welcome",       "bienvenue", "letmein",
    "qwerty",   "qwertz",   "azerty",     "admin",  "administrator", "root",      "docket",
    "changeme", "default",  "master",     "monkey", "dragon",        "iloveyou",  "football",
    "sunshine", "princess", "summer",     "winter", "spring",        "autumn",    "council"};

bool is_among_the_worst(std::string_view secret) {
  std::string word = ascii_lower(secret);
  while (!word.empty() && (word.back() < 'a' || word.back() > 'z')) word.pop_back();
  return word.empty() || std::find(kWorst.begin(), kWorst.end(), word) != kWorst.end();
}

/// Shannon's measure over its own octets, in bits for the whole: a lower bound of nothing, but small for "aaaa…" and
/// for words.
double bits_of(std::string_view secret) {
  std::map<char, double> counts;
  for (const char c : secret) counts[c] += 1;
  double bits = 0;
  const auto length = static_cast<double>(secret.size());
  for (const auto& [c, count] : counts) bits -= count * std::log2(count / length);
  return bits;
}

void add_login(std::vector<NamedSecret>& secrets, const std::string& whose, const Login& login) {
  if (login.oauth2) {
    if (login.oauth2->client_secret.kind != Secret::Kind::none) {
      secrets.push_back({whose + ": client secret", login.oauth2->client_secret, true});
    }
  } else if (!login.user.empty()) {
    secrets.push_back({whose + ": password", login.password, false});
  }
}

Login* login_of(SourceSettings& source) {
  auto* imap = std::get_if<ImapSettings>(&source.way);
  return imap == nullptr ? nullptr : &imap->login;
}

}  // namespace

std::vector<NamedSecret> secrets_of(const Settings& settings) {
  std::vector<NamedSecret> secrets;
  for (const auto& source : settings.sources) {
    const std::string whose = "source " + source.name;
    if (const auto* imap = std::get_if<ImapSettings>(&source.way)) add_login(secrets, whose, imap->login);
    if (const auto* hook = std::get_if<WebhookSettings>(&source.way)) {
      for (const auto& secret : hook->secrets) secrets.push_back({whose + ": secret", secret, true});
    }
  }
  if (const auto* smtp = std::get_if<SmtpSettings>(&settings.mail.way)) add_login(secrets, "mail out", smtp->login);
  return secrets;
}

Line judge_strength(const NamedSecret& named, std::string_view secret) {
  constexpr std::size_t kShortestPassword = 12;
  constexpr std::size_t kShortestKey = 24;
  constexpr double kKeyBits = 72;  // 24 random base64 characters have about 100
  if (named.chosen_by_machine) {
    if (secret.size() >= kShortestKey && bits_of(secret) >= kKeyBits) return ok(named.check, "long and random enough");
    return warning(named.check,
                   "it is short or does not look random: whoever guesses it may send letters in anybody's name",
                   "make a new one with openssl rand -base64 32, and put it on both sides");
  }
  const std::string next = "let the mailbox have a long random one; nobody needs to type it";
  if (is_among_the_worst(secret)) return warning(named.check, "it is among the passwords that are tried first", next);
  if (secret.size() < kShortestPassword) return warning(named.check, "it is shorter than 12 characters", next);
  return ok(named.check, "not among the worst, and long enough");
}

bool has_refresh_token(const Login& login) {
  return login.oauth2 && login.oauth2->grant == OAuth2::Grant::refresh_token;
}

std::unique_ptr<oauth2::Tokens> tokens_to_try(const Settings& settings, const Clock& clock) {
  auto accounts = oauth2::accounts_of(settings);
  std::erase_if(accounts, [](const oauth2::Account& account) { return has_refresh_token(account.login); });
  return std::make_unique<oauth2::Tokens>(std::filesystem::path(), std::move(accounts), clock,
                                          [](int, const std::string&) {});
}

Credentials::Credentials(std::vector<std::string> loads, std::string running)
    : loads_(std::move(loads)), running_(std::move(running)) {}

void Credentials::find(Secret& secret) const {
  if (secret.kind != Secret::Kind::credential || read_secret(secret)) return;
  std::vector<std::string> places;
  if (!running_.empty()) places.push_back(running_ + "/" + secret.name);
  for (const auto& load : loads_) {
    const auto colon = load.find(':');
    if (colon == std::string::npos) continue;
    const auto id = load.substr(0, colon);
    const auto path = load.substr(colon + 1);
    if (id == secret.name) places.push_back(path);
    // A folder gives each of its files as ID_FILE (systemd.exec(5)); docket.yaml may name it by the file alone.
    places.push_back(path + "/" + secret.name);
    if (!running_.empty()) places.push_back(running_ + "/" + id + "_" + secret.name);
  }
  for (const auto& place : places) {
    if (::access(place.c_str(), R_OK) != 0 || !std::filesystem::is_regular_file(place)) continue;
    secret = {Secret::Kind::file, place};
    return;
  }
}

Settings Credentials::readable(Settings settings) const {
  const auto of_login = [this](Login& login) {
    find(login.password);
    if (login.oauth2) find(login.oauth2->client_secret);
  };
  for (auto& source : settings.sources) {
    if (auto* login = login_of(source)) of_login(*login);
    if (auto* hook = std::get_if<WebhookSettings>(&source.way)) {
      for (auto& secret : hook->secrets) find(secret);
    }
  }
  if (auto* smtp = std::get_if<SmtpSettings>(&settings.mail.way)) of_login(smtp->login);
  return settings;
}

}  // namespace docket::doctor
