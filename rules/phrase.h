// Words in sequence, for the operator `word`; and patterns of literal text with # for a digit, for `like`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "rules/fault.h"

namespace docket {

/// Octets [begin, end) of the text searched.
using Stretch = std::pair<std::size_t, std::size_t>;

struct PhraseWord {
  std::string text;
  bool open = false;  ///< written with *: any ending
};
using Phrase = std::vector<PhraseWord>;

/// "nid* de poule*", already folded (or in exact form) by the caller: its words; a * ends a word and has at least three
/// letters before it.
[[nodiscard]] tl::expected<Phrase, Fault> parse_phrase(std::string_view form);
/// Where the phrase stands in `words`, a word form: whole words, one after the other.
[[nodiscard]] std::optional<Stretch> find_phrase(std::string_view words, const Phrase& phrase);

/// Where `pattern` stands in `text`, # being one digit; a # at either end of the pattern is never part of a longer
/// number.
[[nodiscard]] std::optional<Stretch> find_like(std::string_view text, std::string_view pattern);

}  // namespace docket
