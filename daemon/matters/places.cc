#include "daemon/matters/places.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

/// How people shorten the words of addresses (Canada Post, Addressing Guidelines, street types).
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kShortened{{{"avenue", "ave"},
                                                                                    {"avenue", "av"},
                                                                                    {"boulevard", "blvd"},
                                                                                    {"boulevard", "boul"},
                                                                                    {"chemin", "ch"},
                                                                                    {"court", "crt"},
                                                                                    {"crescent", "cres"},
                                                                                    {"drive", "dr"},
                                                                                    {"highway", "hwy"},
                                                                                    {"lane", "ln"},
                                                                                    {"place", "pl"},
                                                                                    {"road", "rd"},
                                                                                    {"route", "rte"},
                                                                                    {"saint", "st"},
                                                                                    {"sainte", "ste"},
                                                                                    {"square", "sq"},
                                                                                    {"street", "st"},
                                                                                    {"terrace", "terr"}}};

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(text.size() / 6 + 1);
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool stands_at(const std::vector<std::string>& words, const std::vector<std::string_view>& text, std::size_t at) {
  return at + words.size() <= text.size() &&
         std::equal(words.begin(), words.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

Places::Places(const std::vector<NamedPlace>& places) {
  for (const auto& place : places) {
    names_.push_back(place.name);
    add(place.name, names_.size() - 1);
    for (const auto& other : place.also) add(other, names_.size() - 1);
  }
  for (auto& [word, written] : by_first_word_) {
    std::stable_sort(written.begin(), written.end(),
                     [](const Written& a, const Written& b) { return a.words.size() > b.words.size(); });
  }
}

void Places::add(const std::string& text, std::size_t place) {
  const auto form = word_form(text);
  const auto found = words_in(form);
  if (found.empty()) return;
  const std::vector<std::string> words(found.begin(), found.end());
  by_first_word_[words.front()].push_back({words, place});
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& [whole, shortened] : kShortened) {
      if (words[i] != whole) continue;
      auto other = words;
      other[i] = shortened;
      by_first_word_[other.front()].push_back({other, place});
    }
  }
}

std::vector<std::string> Places::named_in(std::string_view words) const {
  if (names_.empty()) return {};
  const auto text = words_in(words);
  std::set<std::size_t> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto written = by_first_word_.find(text[at]);
    if (written == by_first_word_.end()) continue;
    for (const auto& one : written->second) {
      if (!stands_at(one.words, text, at)) continue;
      found.insert(one.place);
      at += one.words.size() - 1;
      break;
    }
  }
  std::vector<std::string> names;
  for (const auto place : found) names.push_back(names_[place]);
  return names;
}

}  // namespace docket
