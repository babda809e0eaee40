// The Date field (RFC 5322 section 3.3 with the obsolete forms of 4.3), and what programs write instead.
#pragma once

#include <optional>
#include <string_view>

#include "connectors/letter.h"

namespace docket::mime {

/// nullopt when it is no date, or none a letter can have: before 1970, after 2100, an offset over 14 hours. An unknown
/// or missing zone counts as UTC.
[[nodiscard]] std::optional<SenderDate> parse_date(std::string_view text);

}  // namespace docket::mime
