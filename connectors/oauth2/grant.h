// One question to a token server and what its answer means (RFC 6749 sections 4.4, 5 and 6).
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include <tl/expected.hpp>

#include "config/settings.h"
#include "connectors/oauth2/failure.h"

namespace docket::oauth2 {

/// What we show to the token server.
struct Presented {
  std::string client_secret;  ///< empty: a client that has none
  std::string refresh_token;  ///< empty with client_credentials
};

struct Given {
  std::string access_token;
  std::chrono::seconds life{};  ///< at least a second
  std::string refresh_token;    ///< instead of the one shown (RFC 6749 section 6); empty: that one stays good
};

/// Pure: whatever `status` and `body` are. Server words that repeat a secret are left out.
[[nodiscard]] tl::expected<Given, Failure> read_answer(long status, const std::string& body,
                                                       const Presented& presented);

/// Blocks for at most `within`, and ends soon once `stop` is set.
[[nodiscard]] tl::expected<Given, Failure> ask(const OAuth2& oauth2, const Presented& presented,
                                               std::chrono::milliseconds within, const std::atomic<bool>& stop);

}  // namespace docket::oauth2
