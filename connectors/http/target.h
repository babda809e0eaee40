// A request's target taken apart: percent decoding and query strings, without any library.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace docket::http {

/// RFC 3986 section 2.1; a `%` without two hexadecimal digits stays as it is. `plus_is_space` as forms have it. What
/// comes out may hold any octet, NUL and slashes too: compare it, never open it.
[[nodiscard]] std::string percent_decoded(std::string_view text, bool plus_is_space);

/// Names and values as application/x-www-form-urlencoded has them (also the body of such a form); of a name that comes
/// twice the first.
[[nodiscard]] std::map<std::string, std::string> query_of(std::string_view text);

struct Target {
  std::string path;  ///< decoded
  std::map<std::string, std::string> query;
};

/// "/path?query"
[[nodiscard]] Target target_of(std::string_view text);

}  // namespace docket::http
