#include "daemon/setup/provider.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/sample.h"
#include "config/text.h"

namespace docket::setup {
namespace {

constexpr Provider kGoogle{
    "Google",
    "google",
    "imaps://imap.gmail.com",
    "smtps://smtp.gmail.com",
    "https://oauth2.googleapis.com/token",
    "https://mail.google.com/",
    "refresh_token",
    "[Gmail]/Spam",
    "mx.google.com",
    "written-to",
    "limits: {connections: 2, per_minute: 60, per_day: 1800}   # Google allows 2,000 letters a day for one user",
    true};

constexpr Provider kMicrosoft{
    "Microsoft 365",
    "m365",
    "imaps://outlook.office365.com",
    "smtp://smtp.office365.com:587",
    "https://login.microsoftonline.com/TENANT-ID/oauth2/v2.0/token",
    "https://outlook.office365.com/.default",
    "client_credentials",
    "Junk Email",
    "exchange-online",
    "account",
    "limits: {connections: 2, per_minute: 25, per_day: 9000}   # Microsoft allows 30 letters a minute, 10,000 a day",
    false};

/// "outlook.com" itself and whatever ends in ".outlook.com".
bool lies_in(std::string_view host, std::string_view domain) {
  return host == domain ||
         (host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
}

template <std::size_t N>
bool lies_in_any(std::string_view host, const std::array<std::string_view, N>& domains) {
  return std::any_of(domains.begin(), domains.end(), [&](std::string_view domain) { return lies_in(host, domain); });
}

constexpr std::array<std::string_view, 4> kGoogleHosts{"gmail.com", "googlemail.com", "google.com", "googleapis.com"};
constexpr std::array<std::string_view, 7> kMicrosoftHosts{
    "office365.com", "outlook.com", "office.com", "hotmail.com", "live.com", "onmicrosoft.com", "mx.microsoft"};
constexpr std::array<std::string_view, 9> kPublicDomains{"gmail.com",   "googlemail.com", "outlook.com",
                                                         "hotmail.com", "live.com",       "yahoo.com",
                                                         "icloud.com",  "gmx.net",        "aol.com"};

std::string_view sample_settings(const Provider& provider) {
  const auto wanted = fmt::format("docket.{}.yaml", provider.kind);
  for (const auto& file : sample_files()) {
    if (file.path == wanted) return file.text;
  }
  return {};
}

/// The comment lines of the steps, each without its "#", step by step.
std::vector<std::string> steps_of(std::string_view text) {
  std::vector<std::string> steps;
  bool begun = false;
  for (const auto line : split(text, '\n')) {
    if (begun && !line.starts_with('#')) break;
    if (line.starts_with("# What the admin does:")) {
      begun = true;
    } else if (begun && line.size() > 4) {
      const auto words = line.substr(4);
      if (words.front() >= '0' && words.front() <= '9') steps.emplace_back();
      if (!steps.empty()) steps.back() += std::string(words) + "\n";
    }
  }
  return steps;
}

/// Storing secrets, editing the files and the first mode are what the set-up does.
bool is_ours(const std::string& step) {
  static constexpr std::array<std::string_view, 3> kOurs{"/secrets/", "Replace ", "mode: shadow"};
  return std::any_of(kOurs.begin(), kOurs.end(),
                     [&](std::string_view words) { return step.find(words) != std::string::npos; });
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

const Provider& google() { return kGoogle; }
const Provider& microsoft() { return kMicrosoft; }

const Provider* provider_of_host(std::string_view host) {
  const auto name = ascii_lower(host);
  if (lies_in_any(name, kGoogleHosts)) return &kGoogle;
  return lies_in_any(name, kMicrosoftHosts) ? &kMicrosoft : nullptr;
}

const Provider* provider_of_domain(std::string_view domain, const MailHosts& hosts) {
  if (const auto* provider = provider_of_host(domain)) return provider;
  for (const auto& host : hosts.mx) {
    if (const auto* provider = provider_of_host(host)) return provider;
  }
  return nullptr;
}

bool is_public_domain(std::string_view domain) { return lies_in_any(ascii_lower(domain), kPublicDomains); }

std::string console_steps(const Provider& provider, std::string_view mailbox) {
  const auto at = mailbox.find('@');
  std::string text;
  int number = 0;
  for (auto& step : steps_of(sample_settings(provider))) {
    if (is_ours(step)) continue;
    const auto words = step.substr(step.find('.') + 1);
    text += fmt::format("  {}.{}", ++number, replaced(words, "\n ", "\n    "));
  }
  text = replaced(text, "council@town.example", mailbox);
  text = replaced(text, "council@ below", mailbox);
  text = replaced(text, "council@", mailbox.substr(0, at == std::string_view::npos ? at : at + 1));
  return at == std::string_view::npos ? text : replaced(text, "town.example", mailbox.substr(at + 1));
}

}  // namespace docket::setup
