#include "rules/phrase.h"

#include <algorithm>
#include <cstring>

#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

constexpr std::size_t kMaxWords = 30;
constexpr std::size_t kLettersBeforeStar = 3;

const char* const kStarHint = "write it as pothole*, with three letters or more before the *; 'contains' finds parts";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of the word at the start of `words`.
std::size_t word_end(std::string_view words) { return std::min(words.find(' '), words.size()); }

/// How many octets of `words` (which begins with a word) the phrase takes from its start; nullopt when it differs.
std::optional<std::size_t> phrase_at(std::string_view words, const Phrase& phrase) {
  std::size_t at = 0;
  for (const auto& part : phrase) {
    if (at > 0) {
      if (at >= words.size()) return std::nullopt;
      ++at;
    }
    const auto word = words.substr(at, word_end(words.substr(at)));
    if (part.open ? !word.starts_with(part.text) : word != part.text) return std::nullopt;
    at += word.size();
  }
  return at;
}

/// BL-#### is a number of four digits: BL-20245 is another number.
bool like_at(std::string_view text, std::string_view pattern, std::size_t at) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = text[at + i];
    if (pattern[i] == '#' ? !is_digit(c) : c != pattern[i]) return false;
  }
  const bool digit_before = pattern.front() == '#' && at > 0 && is_digit(text[at - 1]);
  const auto end = at + pattern.size();
  const bool digit_after = pattern.back() == '#' && end < text.size() && is_digit(text[end]);
  return !digit_before && !digit_after;
}

}  // namespace

tl::expected<Phrase, Fault> parse_phrase(std::string_view form) {
  Phrase phrase;
  bool inside = false;
  for (std::size_t at = 0; at < form.size();) {
    const auto begin = at;
    const auto point = next_point(form, at);
    const bool word = is_word_character(point);
    if (word && !inside) phrase.emplace_back();
    if (word) phrase.back().text += form.substr(begin, at - begin);
    if (point == '*') {
      auto after = at;
      const bool in_the_middle = at < form.size() && is_word_character(next_point(form, after));
      if (!inside || in_the_middle) return tl::unexpected(Fault{"a * may only end a word", kStarHint});
      if (count_characters(phrase.back().text) < kLettersBeforeStar) {
        return tl::unexpected(Fault{"too few letters before the *", kStarHint});
      }
      phrase.back().open = true;
    }
    inside = word;
  }
  if (phrase.empty()) return tl::unexpected(Fault{"there is no word in this value", "use 'contains' for signs"});
  if (phrase.size() > kMaxWords) return tl::unexpected(Fault{"too many words in one value", "at most 30"});
  for (auto& word : phrase) word.hash = hash_of(word.text);
  return phrase;
}

WordSet::WordSet(std::string_view words) {
  while (!words.empty()) {
    const auto end = word_end(words);
    hashes_.push_back(hash_of(words.substr(0, end)));
    bits_.set(hashes_.back() % kBits);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool WordSet::may_hold(const Phrase& phrase) const {
  return std::all_of(phrase.begin(), phrase.end(),
                     [&](const PhraseWord& word) { return word.open || bits_.test(word.hash % kBits); });
}

std::optional<Stretch> find_phrase(std::string_view words, const Phrase& phrase) {
  // What stands in the text as it is written: up to the first word of any ending. "rue de l eglise" is far rarer than
  // "rue".
  std::string begin = phrase.front().text;
  for (std::size_t i = 1; i < phrase.size() && !phrase[i - 1].open; ++i) begin += ' ' + phrase[i].text;
  for (auto at = find_text(words, begin); at != std::string_view::npos; at = find_text(words, begin, at + 1)) {
    if (at > 0 && words[at - 1] != ' ') continue;
    if (const auto length = phrase_at(words.substr(at), phrase)) return Stretch{at, at + *length};
  }
  return std::nullopt;
}

std::size_t find_text(std::string_view text, std::string_view what, std::size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const void* const found = ::memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::optional<Stretch> find_like(std::string_view text, std::string_view pattern) {
  if (pattern.empty()) return std::nullopt;
  for (std::size_t at = 0; at + pattern.size() <= text.size(); ++at) {
    if (like_at(text, pattern, at)) return Stretch{at, at + pattern.size()};
  }
  return std::nullopt;
}

}  // namespace docket
