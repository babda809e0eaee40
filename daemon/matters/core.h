// What the letters of a campaign have in common, and whether a letter is one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "daemon/matters/sketch.h"

namespace docket {

/// The shingles that at least a quarter of some letters have: a form's, though many leave passages out, and no sender's
/// own. `known_up_to` as of a sketch.
struct Core {
  Shingles shingles;
  std::uint32_t known_up_to = 0;
};

[[nodiscard]] Core core_of(std::span<const Shingles> letters);

/// The share of the letter's shingles that the core has, when it is one of its letters: at least 65% of the letter
/// stands in the core (its writer's own words are the rest), and it has at least 30% of the core (more than a
/// sentence that it cites). Letters that keep four fifths of a form and letters that keep half of it lie on either
/// side: tests/daemon/matters/core_test.cc measures how far.
[[nodiscard]] std::optional<double> share_in(const Core& core, const Shingles& letter);

/// Half of the shorter one stands in the other. Two forms that have a half in common are hardly ever so once edited.
[[nodiscard]] bool are_alike(const Shingles& a, const Shingles& b);

}  // namespace docket
