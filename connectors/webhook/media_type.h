// The Content-Type of a file as a stranger named it.
#pragma once

#include <string>
#include <string_view>

namespace docket::webhook {

/// "type/subtype" in lower case without parameters; application/octet-stream for what is none.
[[nodiscard]] std::string media_type_or_octets(std::string_view content_type);

}  // namespace docket::webhook
