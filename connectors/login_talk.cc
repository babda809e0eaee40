#include "connectors/login_talk.h"

#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/signature.h"

namespace docket {
namespace {

constexpr std::size_t kLongest = 2000;

/// The base64 of "+ …" (IMAP) or "334 …" (SMTP), decoded; empty for any other line.
std::string decoded_challenge(std::string_view line) {
  if (line.starts_with("+ ")) {
    line.remove_prefix(2);
  } else if (line.starts_with("334 ")) {
    line.remove_prefix(4);
  } else {
    return {};
  }
  const auto decoded = webhook::strict_base64(trim(line));
  return decoded && decoded->starts_with('{') ? *decoded : std::string();
}

/// "status 401, scope mail"
std::string words_of(const std::string& challenge) {
  const auto parsed = webhook::parse_json(challenge);
  if (!parsed || !parsed->is_object()) return "it says why in a way that docket cannot read";
  std::string words = "status " + webhook::text_of(*parsed, "status");
  const auto scope = webhook::text_of(*parsed, "scope");
  return scope.empty() ? words : words + ", scope " + scope;
}

}  // namespace

std::size_t LoginTalk::hear(char* octets, std::size_t size, std::size_t count, void* talk) {
  static_cast<LoginTalk*>(talk)->hear_line(std::string_view(octets, size * count));
  return size * count;
}

void LoginTalk::hear_line(std::string_view line) {
  last_line_ = trim(line.substr(0, kLongest));
  if (auto challenge = decoded_challenge(last_line_); !challenge.empty()) {
    challenge_ = std::move(challenge);
    return;
  }
  const std::string lower = ascii_lower(last_line_);
  const auto has = [&lower](const char* word) { return lower.find(word) != std::string::npos; };
  offers_password_ = offers_password_ || has("auth=plain") || has("auth=login");
  offers_token_ = offers_token_ || has("oauthbearer") || has("xoauth2");
  login_disabled_ = login_disabled_ || has("logindisabled");
}

std::string LoginTalk::reason(const std::string& user, const Proof& proof) const {
  if (proof.is_token && !offers_token_) return "the server takes no tokens (neither OAUTHBEARER nor XOAUTH2)";
  std::string words = decoded_challenge(last_line_).empty() ? last_line_ : "";
  if (!challenge_.empty()) words = words_of(challenge_) + (words.empty() ? "" : ": " + words);
  return without_secret(words, user, proof.secret);
}

}  // namespace docket
