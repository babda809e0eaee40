// standard (Standard Webhooks 1.0.0), github (X-Hub-Signature-256) and json (any of them, or a bearer token).
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "config/channels.h"
#include "config/digest.h"
#include "config/text.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/letter_object.h"
#include "connectors/webhook/signature.h"

namespace docket::webhook {
namespace {

constexpr std::size_t kShortestKey = 24;  // Standard Webhooks, "Signature scheme"
constexpr std::size_t kSignatures = 32;

/// What a secret may stand for. Without a prefix some senders sign with the text, others with what it decodes to.
std::vector<std::string> keys_of(const std::string& secret) {
  const std::string_view text = secret;
  if (text.starts_with("whpk_")) return {};
  if (text.starts_with("whsec_")) {
    const auto key = strict_base64(text.substr(6));
    return key && !key->empty() ? std::vector<std::string>{*key} : std::vector<std::string>{};
  }
  std::vector<std::string> keys{secret};
  if (const auto key = strict_base64(text); key && key->size() >= kShortestKey) keys.push_back(*key);
  return keys;
}

bool matches(const Call& call, std::string_view signature, const std::string& text) {
  const auto comma = signature.find(',');
  if (comma == std::string_view::npos) return false;
  const auto version = signature.substr(0, comma);
  const auto octets = strict_base64(signature.substr(comma + 1));
  if (!octets) return false;
  return std::any_of(call.secrets.begin(), call.secrets.end(), [&](const std::string& secret) {
    if (version == "v1") {
      const auto keys = keys_of(secret);
      return std::any_of(keys.begin(), keys.end(),
                         [&](const std::string& key) { return equal_constant_time(hmac_sha256(key, text), *octets); });
    }
    if (version != "v1a" || !secret.starts_with("whpk_")) return false;
    const auto key = strict_base64(std::string_view(secret).substr(5));
    return key && verify_ed25519(*key, *octets, text);
  });
}

/// The id of the delivery, or why it is not proven.
tl::expected<std::string, Unproven> standard_webhook(const Call& call) {
  const std::string id(call.header("webhook-id"));
  const auto when = call.header("webhook-timestamp");
  if (id.empty() || when.empty()) return tl::unexpected(Unproven{"a webhook- header is missing"});
  const auto signed_at = unix_seconds(when);
  if (!signed_at) return tl::unexpected(Unproven{"webhook-timestamp is no number of seconds"});
  const auto text = id + "." + std::string(when) + "." + call.request.body;
  const auto signatures = split(call.header("webhook-signature"), ' ');
  const auto count = static_cast<std::ptrdiff_t>(std::min(signatures.size(), kSignatures));
  if (std::none_of(signatures.begin(), signatures.begin() + count,
                   [&](std::string_view signature) { return matches(call, signature, text); })) {
    return tl::unexpected(Unproven{"no signature in webhook-signature fits"});
  }
  if (!fresh(call, *signed_at))
    return tl::unexpected(Unproven{"webhook-timestamp is too old or ahead: check both clocks"});
  return id;
}

bool hub_matches(const Call& call) {
  const auto header = call.header("x-hub-signature-256");
  if (!header.starts_with("sha256=")) return false;
  bool found = false;
  for (const auto& secret : call.secrets) {
    const auto mac = hex(hmac_sha256(secret, call.request.body));
    found = equal_constant_time(mac, header.substr(7)) || found;
  }
  return found;
}

bool bearer_matches(const Call& call) {
  const auto header = call.header("authorization");
  return ascii_equal_nocase(header.substr(0, 7), "Bearer ") && any_secret_is(call, trim(header.substr(7)));
}

class JsonFormat final : public Format {
 public:
  explicit JsonFormat(std::string name) : name_(std::move(name)) {}

  Judgement judge(const Call& call) override {
    auto key = proof(call);
    if (!key) return key.error();
    // An id with a dot could be read as another id, time and body.
    if (key->find('.') != std::string::npos) return refuse(400, "webhook-id must hold no dot");
    if (key->empty()) *key = "sha256/" + sha256_hex(call.request.body);
    const auto letter = read_letter_object(call.request.body);
    if (!letter.wrong.empty()) return refuse(400, letter.wrong.front());
    const auto channel = ascii_lower(letter.payload.channel);
    const bool known = std::find(kChannels.begin(), kChannels.end(), channel) != kChannels.end();
    return Proven{*std::move(key), known ? channel : "webhook"};
  }

  [[nodiscard]] HttpResponse answer(const Taken& taken, const std::string& words) const override {
    // The same for the first and for a repeat, by whichever source: a sender compares.
    nlohmann::ordered_json body;
    body["case"] = taken.number.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(taken.number);
    if (!words.empty()) body["message"] = words;
    return {200, "application/json", body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
  }

 private:
  /// The signed id, "" where none is signed. Whoever claims a way of signing is held to it.
  [[nodiscard]] tl::expected<std::string, Unproven> proof(const Call& call) const {
    const bool any = name_ == "json";
    if (name_ == "standard" || (any && !call.header("webhook-signature").empty())) return standard_webhook(call);
    if (name_ == "github" || (any && !call.header("x-hub-signature-256").empty())) {
      if (hub_matches(call)) return std::string();
      return tl::unexpected(Unproven{"X-Hub-Signature-256 is missing or does not fit"});
    }
    if (bearer_matches(call)) return std::string();
    return tl::unexpected(Unproven{"neither a signature nor a bearer token fits"});
  }

  std::string name_;
};

}  // namespace

std::unique_ptr<Format> json_format(const std::string& format) { return std::make_unique<JsonFormat>(format); }

}  // namespace docket::webhook
