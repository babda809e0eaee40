// The plain way from HTML to text: one pass, no stack, for markup that no parser should be given.
#pragma once

#include <string_view>

#include "connectors/mime/html.h"

namespace docket {

/// Takes what tame_markup gives (comments, scripts and styles are gone by then); drops tags, decodes entities (HTML
/// standard section 13.5), keeps lines and paragraphs. Linear; at most `limit` octets, `cut` when there was more.
[[nodiscard]] PlainText strip_tags(std::string_view utf8_html, std::size_t limit);

}  // namespace docket
