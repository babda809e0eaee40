// The Authentication-Results field (RFC 8601 section 2.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docket {

/// "spf=pass smtp.mailfrom=example.org": names in lower case, values as written without quotes.
struct MethodResult {
  std::string method;
  std::string result;
  std::vector<std::pair<std::string, std::string>> properties;

  [[nodiscard]] const std::string* property(std::string_view name) const;
};

struct AuthenticationResults {
  std::string authserv_id;  ///< lower case; empty where the writer gave none (Exchange Online)
  std::vector<MethodResult> methods;
};

/// nullopt when it is not of the grammar or of a version other than 1.
[[nodiscard]] std::optional<AuthenticationResults> parse_authentication_results(std::string_view value);

/// Comments (nested, RFC 5322 section 3.2.2) become a space; quoted strings stay.
[[nodiscard]] std::string without_comments(std::string_view value);

}  // namespace docket
