// What a condition must find in a letter for its rule to have a chance: the keys that an index files the rule under.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/when.h"

namespace docket {

/// One key. `whole`: a text, or an address, is this; `word`: one of its words is; `beginning`: one of its words begins
/// so; `literal`: it stands somewhere in the text; `pattern`: the regular expression of this source may match.
struct Trigger {
  enum class Kind { whole, word, beginning, literal, pattern } kind = Kind::whole;
  const Condition* where = nullptr;  ///< whose texts
  std::string text;                  ///< folded
};

/// How often each key is wanted over all rules: a rule is best filed where few others are.
class Popularity {
 public:
  void count(const When& when);
  /// The rarest triggers of which every matching letter has at least one; nullopt when a letter may match without any.
  [[nodiscard]] std::optional<std::vector<Trigger>> rarest(const When& when) const;

 private:
  struct Filing {
    std::vector<Trigger> triggers;
    std::size_t cost = 0;
  };

  [[nodiscard]] std::optional<Filing> filing(const When& when) const;
  [[nodiscard]] std::optional<Filing> filing(const Condition& condition) const;
  [[nodiscard]] std::size_t cost(const Trigger& trigger) const;

  std::unordered_map<std::string, std::size_t> wanted_;
};

}  // namespace docket
