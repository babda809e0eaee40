// Which lines of a rendered template stay. Marks (control characters, which no template or value can hold) are set
// into the source before rendering and read after it:
//  - a line that prints values, all of them empty, is left out (values in sections that are off do not count);
//  - a line that holds nothing but tags is left out;
//  - a heading (no tags, and in capitals or ending with a colon, text right below it) goes when all below it went;
//  - a full stop after a value that ends with one is dropped;
//  - never two empty lines in a row, none at the beginning or the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/letters/scan.h"

namespace docket::letters {

/// `text` with the marks set around its tags and before its headings.
[[nodiscard]] std::string mark(std::string_view text, const std::vector<Tag>& tags);

/// The rendered text of a marked template, each line ended with LF; the marks are gone.
[[nodiscard]] std::string finish(std::string_view rendered);

/// One line: controls (line breaks, and the characters that turn text around) become spaces, runs of them one.
[[nodiscard]] std::string one_line(std::string_view value);

}  // namespace docket::letters
