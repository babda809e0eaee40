// A GET over https, for the little that is fetched.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace docket {

/// The body, at most 1 MiB, of a 200; else why not, in words for an admin. TLS verified, no redirects, ten seconds.
/// `url` is the caller's to judge: only https is spoken.
[[nodiscard]] tl::expected<std::string, std::string> fetch_https(const std::string& url);

}  // namespace docket
