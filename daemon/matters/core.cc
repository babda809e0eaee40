#include "daemon/matters/core.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace docket {
namespace {

constexpr double kLeastOfLetter = 0.65;
constexpr double kLeastOfCore = 0.3;
constexpr double kLeastAlike = 0.5;
constexpr std::size_t kQuorum = 4;  ///< one of so many letters, and not one alone

/// How many shingles each has, and both, up to the last that is known of either.
struct Overlap {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t both = 0;
};

Overlap overlap(const Shingles& first, const Shingles& second, std::uint32_t limit) {
  const auto end = [limit](const Shingles& shingles) {
    return std::upper_bound(shingles.begin(), shingles.end(), limit);
  };
  const auto first_end = end(first);
  const auto second_end = end(second);
  Overlap found{static_cast<std::size_t>(first_end - first.begin()),
                static_cast<std::size_t>(second_end - second.begin()), 0};
  auto a = first.begin();
  auto b = second.begin();
  while (a != first_end && b != second_end) {
    if (*a == *b) ++found.both;
    const bool forward = *a <= *b;
    if (*b <= *a) ++b;
    if (forward) ++a;
  }
  return found;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Core core_of(std::span<const Shingles> letters) {
  Core core{{}, std::numeric_limits<std::uint32_t>::max()};
  std::vector<std::uint32_t> all;
  for (const auto& letter : letters) {
    core.known_up_to = std::min(core.known_up_to, known_up_to(letter));
    all.insert(all.end(), letter.begin(), letter.end());
  }
  std::sort(all.begin(), all.end());
  for (auto run = all.begin(); run != all.end() && *run <= core.known_up_to;) {
    const auto end = std::upper_bound(run, all.end(), *run);
    const auto count = static_cast<std::size_t>(end - run);
    if (count >= 2 && kQuorum * count >= letters.size()) core.shingles.push_back(*run);
    run = end;
  }
  return core;
}

std::optional<double> share_in(const Core& core, const Shingles& letter) {
  const auto found = overlap(letter, core.shingles, std::min(core.known_up_to, known_up_to(letter)));
  const double of_letter = share(found.both, found.first);
  if (of_letter < kLeastOfLetter || share(found.both, found.second) < kLeastOfCore) return std::nullopt;
  return of_letter;
}

bool are_alike(const Shingles& a, const Shingles& b) {
  const auto found = overlap(a, b, std::min(known_up_to(a), known_up_to(b)));
  return share(found.both, std::min(found.first, found.second)) >= kLeastAlike;
}

}  // namespace docket
