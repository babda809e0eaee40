// The language a letter is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// By CLD2, on the subject and 64 KiB of the text. A wrong language costs more than none (the acknowledgement then
/// comes in all of the town's), so few words, or a second language with a third of the letter, give none. ISO 639-1,
/// two letters; nullopt when the detection is not reliable.
[[nodiscard]] std::optional<std::string> detect_language(std::string_view subject, std::string_view text);

}  // namespace docket
