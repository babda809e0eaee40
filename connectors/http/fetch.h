// What docket asks of other people's web servers, for the little that it does: a GET and a form.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace docket {

/// The body, at most 1 MiB, of a 200; else why not, in words for an admin. TLS verified, no redirects, ten seconds.
/// `url` is the caller's to judge: only https is spoken.
[[nodiscard]] tl::expected<std::string, std::string> fetch_https(const std::string& url);

/// What a server answered to a form.
struct Posted {
  long status = 0;
  std::string body;  ///< at most 1 MiB
};
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// POST as application/x-www-form-urlencoded; whatever the status is, it is an answer. No redirects and no proxy: what
/// stands in the form is for this server alone. Plain http only where `url` says so, which is the caller's to judge.
/// Ends within a second of `stop`.
[[nodiscard]] tl::expected<Posted, std::string> post_form(const std::string& url, const FormFields& fields,
                                                          std::chrono::milliseconds within,
                                                          const std::atomic<bool>& stop);

}  // namespace docket
