// Many literal texts searched for in one pass (Aho and Corasick, 1975).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// Immutable after its construction, for every thread. About 13 octets for each octet of the literals.
class Literals {
 public:
  Literals() = default;
  /// Distinct and not empty; a hit names the place in this list.
  explicit Literals(const std::vector<std::string>& literals);

  /// Calls hit(number) for each literal each time it ends somewhere in `text`. Linear in the text and the hits.
  template <class Hit>
  void search(std::string_view text, Hit hit) const {
    if (literal_.empty()) return;
    std::uint32_t state = 0;
    for (const char c : text) {
      state = next(state, static_cast<unsigned char>(c));
      for (auto at = literal_[state] == kNone ? shorter_[state] : state; at != 0; at = shorter_[at]) hit(literal_[at]);
    }
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned char octet) const;
  [[nodiscard]] std::uint32_t child(std::uint32_t state, unsigned char octet) const;

  // States stand level by level, so the children of one stand together, in the order of their octets: those of state s
  // are [first_[s], first_[s + 1]). State 0 is the beginning.
  std::vector<std::uint32_t> first_;
  std::vector<unsigned char> octet_;     ///< that leads to a state
  std::vector<std::uint32_t> fallback_;  ///< the longest other beginning of a literal that the text read so far ends in
  std::vector<std::uint32_t> literal_;   ///< that ends in a state, or kNone
  std::vector<std::uint32_t> shorter_;   ///< the next state on the way back in which a literal ends; 0: none
  std::array<std::uint32_t, 256> begin_{};  ///< the children of state 0 by octet; 0: none
};

}  // namespace docket
