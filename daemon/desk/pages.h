// The pages that are part of the program: mustache with HTML escaping, and their style sheet.
#pragma once

#include <string_view>

namespace docket::pages {

[[nodiscard]] std::string_view write();    ///< /write: the form, and what is answered to it
[[nodiscard]] std::string_view settled();  ///< /settled: the question behind a signed link, and the thanks
[[nodiscard]] std::string_view style();    ///< Bootstrap 5

}  // namespace docket::pages
