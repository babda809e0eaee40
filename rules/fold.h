// One folding for rules, lists and search: what two spellings of the same words have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docket {

/// Without case, accents (U+0300 to U+036F), ligatures, quote and dash styles, soft hyphens and zero-width signs; runs
/// of white space are one space. Unicode NFKC_Casefold (UAX #31) and NFD, code point by code point. Ill-formed UTF-8
/// becomes U+FFFD. Linear; folding twice changes nothing.
[[nodiscard]] std::string fold(std::string_view text);

/// The words of any text, folded, in order, with one space between: a word is a run of letters, digits, marks and _.
/// "L’École (n° 5)" gives "l ecole no 5".
[[nodiscard]] std::string word_form(std::string_view text);
/// The same for text that went through fold() or exact_form() already.
[[nodiscard]] std::string words_of_folded(std::string_view folded);

/// The form that `exact: true` compares: NFC, runs of white space as one space, nothing else changed.
[[nodiscard]] std::string exact_form(std::string_view text);

/// Whether a code point belongs to a word.
[[nodiscard]] bool is_word_character(char32_t point);
/// The code point at `at`, moving `at` past it; U+FFFD for an ill-formed octet.
[[nodiscard]] char32_t next_point(std::string_view text, std::size_t& at);

/// Which octets of `text` became octets [begin, end) of fold(text): for showing what was seen. Widened to whole code
/// points; an approximation where marks had to be reordered.
[[nodiscard]] std::string_view source_of_folded(std::string_view text, std::size_t begin, std::size_t end);
/// The same from octets of words_of_folded(folded) to octets of `folded`.
[[nodiscard]] std::pair<std::size_t, std::size_t> folded_of_words(std::string_view folded, std::size_t begin,
                                                                  std::size_t end);

}  // namespace docket
