#include "connectors/oauth2/grant.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "config/text.h"
#include "connectors/http/fetch.h"
#include "connectors/http/form.h"
#include "connectors/imap/words.h"
#include "connectors/server_link.h"
#include "connectors/webhook/json.h"

namespace docket::oauth2 {
namespace {

using nlohmann::ordered_json;
using Kind = Failure::Kind;

constexpr std::size_t kLongestToken = std::size_t{16} << 10U;
constexpr std::chrono::seconds kUsualLife{3600};
constexpr std::chrono::seconds kLongestLife{24 * 3600};

/// RFC 6750 section 2.1 allows less; what must not be in it would break a login's own syntax.
bool is_token(const std::string& text) {
  return !text.empty() && text.size() <= kLongestToken &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

/// `expires_in` is only recommended, some servers write it as text, and none may make us ask for ever or never again.
std::chrono::seconds life_of(const ordered_json& answer) {
  const auto& told = webhook::member(answer, "expires_in");
  double seconds = 0;
  if (told.is_number()) seconds = told.get<double>();
  if (told.is_string()) {
    seconds = static_cast<double>(parse_number(told.get_ref<const std::string&>(), 1'000'000'000).value_or(0));
  }
  if (!std::isfinite(seconds) || seconds < 1) return kUsualLife;
  const auto longest = static_cast<double>(kLongestLife.count());
  return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(std::min(seconds, longest)));
}

/// What a person has to do about an error code of RFC 6749 section 5.2 (and OpenID Connect's, which Microsoft sends).
const char* remedy(const std::string& code, bool by_refresh_token) {
  const auto is_one_of = [&code](auto... known) { return ((code == known) || ...); };
  if (by_refresh_token && is_one_of("invalid_grant", "interaction_required", "consent_required", "login_required")) {
    return "a person must consent again and put the new refresh token into its file";
  }
  if (is_one_of("invalid_client")) return "client_id or client_secret is wrong, or the secret has expired";
  if (is_one_of("invalid_scope")) return "the scope in docket.yaml is not one of this application's";
  return "look at the application's permissions, consent and client_id at the provider";
}

bool is_passing(long status, const std::string& code) {
  if (code == "temporarily_unavailable" || code == "server_error" || code == "slow_down") return true;
  return status >= 500 || status == 408 || status == 425 || status == 429;
}

/// "invalid_grant: Token has been expired or revoked", as far as it repeats nothing of ours.
std::string words_of(const std::string& code, const std::string& description, const Presented& presented) {
  const std::string words = description.empty() ? code : code + ": " + description;
  const std::string decoded = decode_percent(words).value_or("");  // a form that comes back
  const auto told_of = [&](const std::string& secret) { return repeats(words, secret) || repeats(decoded, secret); };
  const bool told = told_of(presented.client_secret) || told_of(presented.refresh_token);
  return told ? "(not shown)" : imap::clean(words);
}

Failure read_refusal(long status, const ordered_json& answer, const Presented& presented) {
  const auto code = webhook::text_of(answer, "error");
  const auto told = code.empty() ? fmt::format("HTTP {}", status)
                                 : words_of(code, webhook::text_of(answer, "error_description"), presented);
  if (is_passing(status, code)) return {Kind::later, "the token server is ill: " + told};
  if (code.empty()) {
    const char* what = status >= 300 && status < 400 ? "it sends us elsewhere, where docket does not go" : told.c_str();
    return {Kind::refused, fmt::format("the token server refuses: {}; is token_url right?", what)};
  }
  return {Kind::refused,
          fmt::format("the token server refuses: {}; {}", told, remedy(code, !presented.refresh_token.empty()))};
}

}  // namespace

tl::expected<Given, Failure> read_answer(long status, const std::string& body, const Presented& presented) {
  const auto parsed = webhook::parse_json(body);
  const ordered_json answer = parsed && parsed->is_object() ? *parsed : ordered_json::object();
  if (status != 200) return tl::unexpected(read_refusal(status, answer, presented));
  Given given;
  given.access_token = webhook::text_of(answer, "access_token");
  if (!is_token(given.access_token)) {
    return tl::unexpected(Failure{Kind::later, "the token server's answer holds no access token"});
  }
  const auto type = webhook::text_of(answer, "token_type");
  if (!type.empty() && !ascii_equal_nocase(type, "bearer")) {
    return tl::unexpected(Failure{Kind::refused, "the token server gives no bearer token; is token_url right?"});
  }
  given.life = life_of(answer);
  const auto next = webhook::text_of(answer, "refresh_token");
  if (is_token(next) && !presented.refresh_token.empty() && next != presented.refresh_token) given.refresh_token = next;
  return given;
}

tl::expected<Given, Failure> ask(const OAuth2& oauth2, const Presented& presented, std::chrono::milliseconds within,
                                 const std::atomic<bool>& stop) {
  const bool refresh = oauth2.grant == OAuth2::Grant::refresh_token;
  FormFields fields{{"grant_type", refresh ? "refresh_token" : "client_credentials"}, {"client_id", oauth2.client_id}};
  if (!presented.client_secret.empty()) fields.emplace_back("client_secret", presented.client_secret);
  if (refresh) fields.emplace_back("refresh_token", presented.refresh_token);
  if (!oauth2.scope.empty()) fields.emplace_back("scope", oauth2.scope);
  const auto answer = post_form(oauth2.token_url, fields, within, stop);
  if (!answer) return tl::unexpected(Failure{Kind::later, "the token server cannot be asked: " + answer.error()});
  return read_answer(answer->status, answer->body, presented);
}

}  // namespace docket::oauth2
