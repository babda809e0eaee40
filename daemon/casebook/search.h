// Full-text search: the folded form in which words are kept and asked for.
#pragma once

#include <string>
#include <string_view>

#include "connectors/letter.h"

namespace docket {

/// What of a letter is searched, folded.
struct Searchable {
  std::string subject, body, names;
};
/// Folding a long text takes longer than all else about a letter in the book: done before the writer's turn.
[[nodiscard]] Searchable searchable(const Letter& letter);
/// An FTS5 query in which every word must occur; each word quoted, so that nothing of FTS5's syntax gets in. A
/// trailing * asks for words that begin so. Empty: no word in it.
[[nodiscard]] std::string match_expression(std::string_view words);

/// An FTS5 query for these words one after the other; empty: no word in it.
[[nodiscard]] std::string phrase_expression(std::string_view words);

}  // namespace docket
