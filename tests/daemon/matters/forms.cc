#include "tests/daemon/matters/forms.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace docket::matters_test {
namespace {

constexpr std::array<const char*, 20> kSyllables{"ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "le", "mu",
                                                 "na", "po", "ri", "se", "tu", "va", "wo", "xi", "ye", "zu"};

}  // namespace

Words Writer::words(std::size_t count) {
  Words words(count);
  for (auto& word : words) {
    for (int i = 0; i < 3; ++i) word += kSyllables.at(below(kSyllables.size()));
  }
  return words;
}

Words Writer::edited_once(Words text) {
  const auto at = text.begin() + static_cast<std::ptrdiff_t>(below(text.size()));
  const auto kind = below(3);
  if (kind == 0) {
    *at = words(1).front();
  } else if (kind == 1) {
    const auto own = words(4 + below(12));
    text.insert(at, own.begin(), own.end());
  } else {
    text.erase(at, at + static_cast<std::ptrdiff_t>(
                            std::min<std::size_t>(1 + below(10), static_cast<std::size_t>(text.end() - at))));
  }
  return text;
}

Words Writer::edited(const Words& form, double share, double kept) {
  Words text = form;
  for (int i = 0; i < 40; ++i) {
    auto next = edited_once(text);
    if (static_cast<double>(next.size()) < kept * static_cast<double>(form.size())) break;
    if (share_of_form(next, form) >= share) text = std::move(next);
  }
  return text;
}

Words Writer::half(const Words& form) {
  constexpr std::size_t kPassage = 24;
  const std::size_t start = below(kPassage);
  Words text;
  for (std::size_t at = start; at < form.size(); at += kPassage) {
    const auto end = std::min(at + kPassage, form.size());
    std::copy(form.begin() + static_cast<std::ptrdiff_t>(at), form.begin() + static_cast<std::ptrdiff_t>(end),
              std::back_inserter(text));
    const auto own = words(end - at - std::min<std::size_t>(4, end - at));
    text.insert(text.end(), own.begin(), own.end());
  }
  return text;
}

std::string text_of(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Shingles sketch_of(const Words& words) { return docket::sketch_of(text_of(words)); }

double share_of_form(const Words& letter, const Words& form) {
  const auto of_letter = sketch_of(letter);
  const auto of_form = sketch_of(form);
  Shingles both;
  std::set_intersection(of_letter.begin(), of_letter.end(), of_form.begin(), of_form.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::max<std::size_t>(of_letter.size(), 1));
}

}  // namespace docket::matters_test
