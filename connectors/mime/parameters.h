// A header value with parameters, as Content-Type and Content-Disposition have (RFC 2045, RFC 2231, and what
// mail programs write instead).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace docket::mime {

struct Parametrised {
  std::string value;                              ///< lower case, without comments
  std::map<std::string, std::string> parameters;  ///< names in lower case, values decoded to UTF-8

  /// "" when there is none.
  [[nodiscard]] const std::string& parameter(const std::string& name) const;
};

/// `text` is unfolded. Quotes, escapes, comments, RFC 2231 pieces and charsets, encoded words inside quotes and
/// unquoted values with blanks are understood. Linear.
[[nodiscard]] Parametrised parse_parametrised(std::string_view text);

}  // namespace docket::mime
