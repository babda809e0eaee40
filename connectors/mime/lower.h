// Lower case beyond ASCII, for comparing with phrases in any language.
#pragma once

#include <string>
#include <string_view>

namespace docket::mime {

/// Of valid UTF-8, by Unicode's simple rules in no particular language; linear.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace docket::mime
