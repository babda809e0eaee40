// Internationalised domains as they travel (RFC 5890 A-labels).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// "ville-québec.example" → "xn--ville-qubec-ibb.example", in lower case; an address literal stays. nullopt when it is
/// no domain that may stand in an address.
[[nodiscard]] std::optional<std::string> ascii_domain(std::string_view domain);

}  // namespace docket
