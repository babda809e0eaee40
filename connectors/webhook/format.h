// What one format of webhooks knows: how its sender proves itself and what a delivery of it is. webhook.cc asks it;
// nothing else includes this but the formats.
#pragma once

#include <chrono>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "connectors/webhook/webhook.h"

namespace docket::webhook {

/// One request, with what is needed to judge it.
struct Call {
  const HttpRequest& request;
  const WebhookSettings& settings;
  const std::vector<std::string>& secrets;  ///< those that could be read, none of them empty
  const std::string& public_url;
  Time now;

  /// "" when there is none; `name` in lower case.
  [[nodiscard]] std::string_view header(const std::string& name) const;
  /// No secret is named: whoever knows the path may send.
  [[nodiscard]] bool open() const { return settings.secrets.empty(); }
};

/// A letter from whom it should be.
struct Proven {
  std::string key;  ///< the delivery key
  std::string channel = "email";
  Envelope envelope{};
};

/// Signed wrongly, or not at all, or too long ago.
struct Unproven {
  std::string why;
};

using Judgement = std::variant<Proven, Unproven, Answered, WakeUp>;

/// Thread-safe.
class Format {
 public:
  virtual ~Format() = default;
  Format() = default;
  Format(const Format&) = delete;
  Format& operator=(const Format&) = delete;
  [[nodiscard]] virtual Judgement judge(const Call& call) = 0;
  /// After the commit.
  [[nodiscard]] virtual HttpResponse answer(const Taken& taken, const std::string& words) const;
};

/// Formats whose body is a letter in JSON: standard, json, github.
[[nodiscard]] std::unique_ptr<Format> json_format(const std::string& format);
[[nodiscard]] std::unique_ptr<Format> mailgun_format();
[[nodiscard]] std::unique_ptr<Format> sendgrid_format();
[[nodiscard]] std::unique_ptr<Format> postmark_format();
[[nodiscard]] std::unique_ptr<Format> ses_format(Fetch fetch);
/// `voice`: calls, else text messages.
[[nodiscard]] std::unique_ptr<Format> twilio_format(bool voice);
[[nodiscard]] std::unique_ptr<Format> graph_format();
[[nodiscard]] std::unique_ptr<Format> gmail_push_format();
/// What a sender of Open311 requests may be told is written in connectors/open311.
[[nodiscard]] std::unique_ptr<Format> open311_format();

/// A refusal: `why` goes to the sender and, where `tell` is set, to the admin's log too.
enum class Tell { sender, admin };
[[nodiscard]] Answered refuse(int status, const std::string& why, Tell tell = Tell::admin);
/// {"KEY": "TEXT"}
[[nodiscard]] std::string json_text(const std::string& key, const std::string& text);

/// Digits alone: seconds since 1970.
[[nodiscard]] std::optional<Time> unix_seconds(std::string_view text);
/// At most `usual` (or max_age) old, and at most five minutes ahead.
[[nodiscard]] bool fresh(const Call& call, Time signed_at, std::chrono::seconds usual = std::chrono::minutes(5));
/// Whether Authorization: Basic names one of the secrets, which are USER:PASSWORD.
[[nodiscard]] bool basic_matches(const Call& call);
/// Whether one of the secrets is this text; takes the same time whichever it is.
[[nodiscard]] bool any_secret_is(const Call& call, std::string_view text);

}  // namespace docket::webhook
