// What several people tell of one place, found by the words that they share and that are rare elsewhere.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// A trouble as one letter tells it.
struct Told {
  std::vector<std::string> words;  ///< content_words of the letter
  std::string person;              ///< who wrote, in any form that is the same for the same person; may be empty
};

/// The same trouble, as far as words show.
struct Topic {
  std::vector<std::string> words;  ///< the strongest first, at most five
  std::vector<std::size_t> told;   ///< indexes, ascending
};

/// How rare a word is in all letters: 0 is a word like any other; greater is rarer.
using Rarity = std::function<double(const std::string& word)>;

/// A topic is told by at least so many people.
inline constexpr std::size_t kFewestPeople = 3;

/// The words of a folded text (word_form) that say something: no digits, no words of every letter (English, French),
/// without the s of a plural; each once, ascending.
[[nodiscard]] std::vector<std::string> content_words(std::string_view words);

/// The strongest word that at least three people share makes a topic of all who use it, and of who uses two of the
/// others that these share; then the same again with who is left. Strongest: how many use it, times how rare it is.
[[nodiscard]] std::vector<Topic> topics_of(std::span<const Told> told, const Rarity& rarity);

}  // namespace docket
