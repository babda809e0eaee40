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

/// The charset a document declares in its first 1,024 octets (HTML standard section 13.2.3.2, roughly); "" without one.
[[nodiscard]] std::string_view declared_charset(std::string_view html);

/// What a person sees: without comments, styles and what is hidden; quotations are marked with ">", as in plain text.
/// Total: markup however broken gives text. Linear in time, bounded in memory, whatever the markup; `limit` in octets
/// of text.
[[nodiscard]] PlainText html_to_text(std::string_view utf8_html, std::size_t limit);

}  // namespace docket
