// What this person wrote now, without quoted history and signature.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// Never empty when `text` is not.
[[nodiscard]] std::string new_text(std::string_view text);

}  // namespace docket
