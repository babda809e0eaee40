// Which of the town's streets and places a letter names.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/town.h"

namespace docket {

/// Made once for a town's list, asked for every letter by any thread.
class Places {
 public:
  explicit Places(const std::vector<NamedPlace>& places);

  /// Their names in town.yaml, each once, in the list's order. `words` are of word_form() (rules/fold.h): whole words
  /// count, house numbers do not stand in the way, and "St." is a street's name for "Street". Of two that begin at one
  /// word the longer is meant.
  [[nodiscard]] std::vector<std::string> named_in(std::string_view words) const;

 private:
  struct Written {
    std::vector<std::string> words;
    std::size_t place = 0;
  };
  void add(const std::string& text, std::size_t place);

  std::vector<std::string> names_;
  /// A look-up without making a string of the word (P0919).
  struct ByText {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, std::vector<Written>, ByText, std::equal_to<>> by_first_word_;  ///< longest first
};

}  // namespace docket
