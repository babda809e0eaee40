// Full-text search: the folded form in which words are kept and asked for. Private: daemon/casebook only.
#pragma once

#include <string>
#include <string_view>

namespace docket {

[[nodiscard]] std::string folded_for_search(std::string_view text);
/// An FTS5 query in which every word must occur; each word quoted, so that nothing of FTS5's syntax gets in. A
/// trailing * asks for words that begin so. Empty: no word in it.
[[nodiscard]] std::string match_expression(std::string_view words);

}  // namespace docket
