#include "connectors/webhook/webhook.h"

#include <algorithm>
#include <utility>

#include "config/secret.h"
#include "config/text.h"
#include "connectors/webhook/format.h"

namespace docket::webhook {
namespace {

constexpr std::size_t kLongestKey = 256;

/// Keys are the sender's words and stand in the book and in logs.
bool is_delivery_key(const std::string& key) {
  return !key.empty() && key.size() <= kLongestKey && is_utf8(key) &&
         std::none_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

struct Secrets {
  std::vector<std::string> read;
  std::string trouble;  ///< of the last that could not be read
};

/// An empty secret would let everybody in, so it counts as one that is not there.
Secrets read_secrets(const WebhookSettings& settings) {
  Secrets secrets;
  for (const auto& place : settings.secrets) {
    auto secret = read_secret(place);
    if (secret && !secret->empty()) {
      secrets.read.push_back(*std::move(secret));
    } else {
      secrets.trouble = secret ? "a secret is empty: " + place.name : secret.error();
    }
  }
  return secrets;
}

class Source final : public Webhook {
 public:
  Source(const SourceSettings& settings, std::string public_url, std::unique_ptr<Format> format)
      : source_(settings),
        webhook_(std::get<WebhookSettings>(settings.way)),
        public_url_(std::move(public_url)),
        format_(std::move(format)) {}

  Received receive(const HttpRequest& request, Time now) override {
    if (request.method != "POST") {
      auto refused = refuse(405, "a webhook is posted", Tell::sender);
      refused.response.headers["Allow"] = "POST";
      return refused;
    }
    const auto secrets = read_secrets(webhook_);
    auto judgement = format_->judge({request, webhook_, secrets.read, public_url_, now});
    if (auto* answered = std::get_if<Answered>(&judgement)) return std::move(*answered);
    if (auto* woken = std::get_if<WakeUp>(&judgement)) return std::move(*woken);
    if (const auto* unproven = std::get_if<Unproven>(&judgement)) return turn_away(*unproven, secrets.trouble);
    auto& proven = std::get<Proven>(judgement);
    if (!is_delivery_key(proven.key)) return refuse(400, "the delivery has no usable id");
    return Delivery{inbound(request, std::move(proven), now)};
  }

  [[nodiscard]] HttpResponse answer(const Taken& taken, const std::string& words) const override {
    return format_->answer(taken, words);
  }

  const SourceSettings& settings() const override { return source_; }

 private:
  /// With a key that cannot be read nobody can tell whether the sender is the right one: it shall come again.
  [[nodiscard]] Answered turn_away(const Unproven& unproven, const std::string& trouble) const {
    if (!trouble.empty()) return {busy(), trouble};
    auto refused = refuse(webhook_.on_bad_signature, "not proven");
    refused.log = unproven.why;
    refused.bad_signature = true;
    if (refused.response.status == 503) refused.response.headers = busy().headers;
    if (webhook_.format == "postmark") refused.response.headers["WWW-Authenticate"] = "Basic realm=\"docket\"";
    return refused;
  }

  [[nodiscard]] Inbound inbound(const HttpRequest& request, Proven proven, Time now) const {
    Inbound inbound;
    inbound.source = source_.name;
    inbound.delivery_key = std::move(proven.key);
    inbound.octets = request.body;
    inbound.format = webhook_.format;
    inbound.media_type = request.header("content-type");
    inbound.envelope = std::move(proven.envelope);
    inbound.received = now;
    inbound.channel = std::move(proven.channel);
    return inbound;
  }

  const SourceSettings& source_;
  const WebhookSettings& webhook_;
  std::string public_url_;
  std::unique_ptr<Format> format_;
};

std::unique_ptr<Format> make_format(const std::string& name, Fetch fetch) {
  if (name == "mailgun") return mailgun_format();
  if (name == "sendgrid") return sendgrid_format();
  if (name == "postmark") return postmark_format();
  if (name == "ses") return ses_format(std::move(fetch));
  if (name == "twilio-sms" || name == "twilio-voice") return twilio_format(name == "twilio-voice");
  if (name == "graph") return graph_format();
  if (name == "gmail-push") return gmail_push_format();
  if (name == "open311") return open311_format();
  return json_format(name);
}

}  // namespace

std::unique_ptr<Webhook> make_webhook(const SourceSettings& settings, const std::string& public_url, Fetch fetch) {
  auto format = make_format(std::get<WebhookSettings>(settings.way).format, std::move(fetch));
  auto url = public_url;
  while (url.ends_with('/')) url.pop_back();
  return std::make_unique<Source>(settings, std::move(url), std::move(format));
}

HttpResponse busy() {
  return {503, "application/json", json_text("error", "not now, come again"), {{"Retry-After", "30"}}};
}

}  // namespace docket::webhook
