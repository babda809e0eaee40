// Requests and webhooks for tests: sources whose secrets stand in environment variables.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/webhook/webhook.h"

namespace docket::webhook {

inline constexpr const char* kTopic = "arn:aws:sns:ca-central-1:111111111111:docket-mail";
inline constexpr const char* kCertificateUrl = "https://sns.ca-central-1.amazonaws.com/SimpleNotificationService-1.pem";

[[nodiscard]] Time at(std::int64_t unix_seconds);

/// A source of that format with these secrets.
class TestHook {
 public:
  TestHook(const std::string& format, const std::vector<std::string>& secrets, Fetch fetch = nullptr,
           const std::string& public_url = "https://letters.town.example");
  /// Takes effect at once.
  [[nodiscard]] WebhookSettings& settings() { return std::get<WebhookSettings>(source_.way); }
  [[nodiscard]] Received receive(const HttpRequest& request, Time now) { return hook_->receive(request, now); }
  [[nodiscard]] const Webhook& hook() const { return *hook_; }

 private:
  SourceSettings source_;
  std::unique_ptr<Webhook> hook_;
};

/// POST; the query is taken from `target` as the server does it. Names of headers in lower case.
[[nodiscard]] HttpRequest post(const std::string& target, std::map<std::string, std::string> headers, std::string body);

/// "delivery KEY CHANNEL FROM>TO,TO", "401 not proven", "200", "wakes a,b 202", … : what became of it in one line; a
/// bad signature with a "!" behind it.
[[nodiscard]] std::string described(const Received& received);
[[nodiscard]] int status_of(const Received& received);

[[nodiscard]] std::string urlencoded(const std::vector<std::pair<std::string, std::string>>& fields);
/// With boundary B. A value that begins with "FILE name type\n" is a file.
[[nodiscard]] std::string multipart(const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace docket::webhook
