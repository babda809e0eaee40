// Which of a set's rules a letter can match at all, found without looking at the others: a rule is filed under what one
// of its conditions must find (its trigger), and the letter's own words, addresses and literals lead to it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "rules/match.h"

namespace docket {

struct Rule;

/// Immutable after its construction, for every thread; nothing of one letter is kept in it.
class Index {
 public:
  /// `rules` outlives the index and stays where it is. Rules whose conditions are all negative, or about time, size,
  /// language and the like, are candidates for every letter.
  explicit Index(const std::vector<Rule>& rules);
  ~Index();
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  /// Places in `rules`, ascending: every rule that matches is among them. Not all of them need match.
  [[nodiscard]] std::vector<std::uint32_t> candidates(const LetterView& letter) const;
  /// How many rules are candidates for every letter.
  [[nodiscard]] std::size_t always() const;

 private:
  struct Filed;
  std::unique_ptr<const Filed> filed_;
};

}  // namespace docket
