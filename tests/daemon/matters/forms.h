// Letters made from a form, as people edit them: invented words, the same in every run.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "daemon/matters/sketch.h"

namespace docket::matters_test {

using Words = std::vector<std::string>;

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  /// So many words that mean nothing.
  [[nodiscard]] Words words(std::size_t count);
  /// The form with words exchanged, sentences of its sender's own put in and others taken out, as long as at least
  /// `share` of its shingles are the form's, and at least `kept` of the form's length is left.
  [[nodiscard]] Words edited(const Words& form, double share, double kept = 0.5);
  /// Passages of the form between passages of its writer's own, so that half of its shingles are the form's.
  [[nodiscard]] Words half(const Words& form);

 private:
  [[nodiscard]] std::size_t below(std::size_t end) { return random_() % end; }
  [[nodiscard]] Words edited_once(Words text);

  std::mt19937 random_;
};

[[nodiscard]] std::string text_of(const Words& words);
[[nodiscard]] Shingles sketch_of(const Words& words);
/// The share of the letter's shingles that the form has.
[[nodiscard]] double share_of_form(const Words& letter, const Words& form);

}  // namespace docket::matters_test
