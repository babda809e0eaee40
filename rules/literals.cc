#include "rules/literals.h"

#include <algorithm>
#include <numeric>

namespace docket {
namespace {

/// The literals [from, to) of the sorted order begin with the same `depth` octets: one state.
struct Shared {
  std::size_t from;
  std::size_t to;
  std::size_t depth;
};

}  // namespace

Literals::Literals(const std::vector<std::string>& literals) {
  if (literals.empty()) return;
  std::vector<std::uint32_t> order(literals.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return literals[a] < literals[b]; });

  // Breadth first over the sorted literals: each state splits its stretch by the next octet.
  std::vector<Shared> states{{0, order.size(), 0}};
  std::vector<std::uint32_t> parents{0};
  octet_.push_back(0);
  for (std::size_t state = 0; state < states.size(); ++state) {
    auto [from, to, depth] = states[state];
    first_.push_back(static_cast<std::uint32_t>(states.size()));
    literal_.push_back(kNone);
    if (depth > 0 && literals[order[from]].size() == depth) literal_.back() = order[from++];
    while (from < to) {
      const auto octet = static_cast<unsigned char>(literals[order[from]][depth]);
      auto end = from;
      while (end < to && static_cast<unsigned char>(literals[order[end]][depth]) == octet) ++end;
      if (state == 0) begin_[octet] = static_cast<std::uint32_t>(states.size());
      states.push_back({from, end, depth + 1});
      parents.push_back(static_cast<std::uint32_t>(state));
      octet_.push_back(octet);
      from = end;
    }
  }
  first_.push_back(static_cast<std::uint32_t>(states.size()));

  // A state's way back goes to a shorter one, which is finished by then.
  fallback_.assign(states.size(), 0);
  shorter_.assign(states.size(), 0);
  for (std::size_t state = 1; state < states.size(); ++state) {
    if (parents[state] != 0) fallback_[state] = next(fallback_[parents[state]], octet_[state]);
    const auto back = fallback_[state];
    shorter_[state] = literal_[back] != kNone ? back : shorter_[back];
  }
}

std::uint32_t Literals::child(std::uint32_t state, unsigned char octet) const {
  if (state == 0) return begin_[octet];
  const auto* const begin = octet_.data() + first_[state];
  const auto* const end = octet_.data() + first_[state + 1];
  const auto* const found = std::find(begin, end, octet);
  return found == end ? 0 : static_cast<std::uint32_t>(found - octet_.data());
}

std::uint32_t Literals::next(std::uint32_t state, unsigned char octet) const {
  while (true) {
    if (const auto found = child(state, octet); found != 0) return found;
    if (state == 0) return 0;
    state = fallback_[state];
  }
}

}  // namespace docket
