// The language a letter is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// ISO 639-1, two letters; nullopt when the detection is not reliable.
[[nodiscard]] std::optional<std::string> detect_language(std::string_view subject, std::string_view text);

}  // namespace docket
