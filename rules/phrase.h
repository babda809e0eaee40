// Words in sequence, for the operator `word`; and patterns of literal text with # for a digit, for `like`.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
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
  bool open = false;     ///< written with *: any ending
  std::size_t hash = 0;  ///< hash_of(text)
};
using Phrase = std::vector<PhraseWord>;

/// Of a word, for looking it up.
[[nodiscard]] inline std::size_t hash_of(std::string_view word) { return std::hash<std::string_view>{}(word); }

/// The words of a text by their hashes: whether a phrase can stand there, without searching.
class WordSet {
 public:
  WordSet() = default;
  /// Of a word form.
  explicit WordSet(std::string_view words);
  /// False: it does not stand there; true: it may.
  [[nodiscard]] bool may_hold(const Phrase& phrase) const;
  /// Of each word, in order.
  [[nodiscard]] const std::vector<std::size_t>& hashes() const { return hashes_; }

 private:
  static constexpr std::size_t kBits = 8192;  // a letter has some hundred words
  std::vector<std::size_t> hashes_;
  std::bitset<kBits> bits_;
};

/// "nid* de poule*", already folded (or in exact form) by the caller: its words; a * ends a word and has at least three
/// letters before it.
[[nodiscard]] tl::expected<Phrase, Fault> parse_phrase(std::string_view form);
/// Where the phrase stands in `words`, a word form: whole words, one after the other.
[[nodiscard]] std::optional<Stretch> find_phrase(std::string_view words, const Phrase& phrase);

/// Where `what`, which is not empty, next stands in `text`; npos: nowhere. Unlike std::string::find, which stops at
/// each octet like the first of `what`, it leaps over what cannot be.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view what, std::size_t from = 0);

/// Where `pattern` stands in `text`, # being one digit; a # at either end of the pattern is never part of a longer
/// number.
[[nodiscard]] std::optional<Stretch> find_like(std::string_view text, std::string_view pattern);

}  // namespace docket
