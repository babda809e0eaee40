// The plain way from HTML to text: one pass, no stack, for markup that no parser should be given.
#pragma once

#include <string_view>

#include "connectors/mime/html.h"

namespace docket {

/// Drops tags, comments, scripts and styles; decodes entities; keeps lines and paragraphs.
[[nodiscard]] PlainText strip_tags(std::string_view utf8_html, std::size_t limit);

}  // namespace docket
