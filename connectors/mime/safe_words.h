// A stranger's words made safe to repeat: nothing that a mail program or a telephone would turn into a link.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// One line; links, addresses, telephone numbers and runs of five or more digits become "[…]"; angle brackets,
/// control and invisible characters are dropped. Dates stay.
[[nodiscard]] std::string safe_words(std::string_view text);
/// Whether any letter of any script stands in valid UTF-8.
[[nodiscard]] bool has_letter(std::string_view text);

}  // namespace docket
