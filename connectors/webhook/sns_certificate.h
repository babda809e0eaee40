// The certificates that Amazon SNS signs with: where they may come from, and whether they are Amazon's.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "connectors/webhook/webhook.h"

namespace docket::webhook {

/// https://sns.REGION.amazonaws.com[.cn]/… of the region that a topic's ARN names.
[[nodiscard]] bool is_sns_url(std::string_view url, std::string_view topic);

/// PEM: the first certificate is valid at `now`, is for a name below amazonaws.com(.cn), and its chain ends at one of
/// the system's authorities. Else the reason.
[[nodiscard]] tl::expected<void, std::string> check_sns_certificate(const std::string& pem, Time now);

/// Fetches each once and keeps it while it is valid. Thread-safe.
class SnsCertificates {
 public:
  explicit SnsCertificates(Fetch fetch) : fetch_(std::move(fetch)) {}
  /// The PEM, or why there is none now. `url` is_sns_url and ends in .pem.
  [[nodiscard]] tl::expected<std::string, std::string> get(const std::string& url, Time now);

 private:
  [[nodiscard]] std::optional<std::string> kept(const std::string& url, Time now);

  Fetch fetch_;
  std::mutex mutex_;
  std::map<std::string, std::string> kept_;
  Time not_before_{};  ///< while one is fetched, and for a while after a failure, nobody else asks
};

}  // namespace docket::webhook
