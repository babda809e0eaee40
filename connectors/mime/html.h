// HTML to plain text for reading and matching; never for showing markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace docket {

struct PlainText {
  std::string text;  ///< UTF-8, LF line ends
  bool cut = false;  ///< the text was longer than the limit
};

/// Linear in time, bounded in memory, whatever the markup; `limit` in octets of text.
[[nodiscard]] PlainText html_to_text(std::string_view utf8_html, std::size_t limit);

}  // namespace docket
