#include "rules/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace docket {
namespace {

constexpr char32_t kPoints = 0x110000;
constexpr std::size_t kPageSize = 256;
constexpr char32_t kReplacement = 0xFFFD;

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = get(status);
  if (U_FAILURE(status) != 0 || found == nullptr) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& by, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = by.normalize(text, status);
  return U_FAILURE(status) != 0 ? text : result;
}

/// Typographic signs that people and programs exchange for ASCII ones without meaning anything by it.
std::string_view plain_sign(UChar32 point) {
  if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFE58) return "-";
  if ((point >= 0x2018 && point <= 0x201B) || point == 0x2032 || point == 0x02BC || point == 0x02B9) return "'";
  if ((point >= 0x201C && point <= 0x201F) || point == 0x2033 || point == 0x00AB || point == 0x00BB) return "\"";
  if (point == 0x2039 || point == 0x203A) return "'";
  if (point == 0x0153) return "oe";
  if (point == 0x00E6) return "ae";
  return {};
}

std::string fold_point(UChar32 point, const icu::Normalizer2& casefold, const icu::Normalizer2& decompose) {
  // U+00B4 and its like are a space with an accent to Unicode, and an apostrophe to those who type them.
  if (point == 0x00B4) return "'";
  if (u_isUWhiteSpace(point) != 0) return " ";
  const auto text = normalized(decompose, normalized(casefold, icu::UnicodeString(point)));
  std::string folded;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 part = text.char32At(at);
    if (part >= 0x0300 && part <= 0x036F) continue;
    if (const auto plain = plain_sign(part); !plain.empty()) {
      folded += plain;
    } else {
      icu::UnicodeString(part).toUTF8String(folded);
    }
  }
  return folded;
}

/// Pages of 256 code points; those that fold to themselves throughout share one page.
class Table {
 public:
  Table() : pages_(kPoints / kPageSize, 0), entries_(kPageSize, kItself), word_(kPoints, false) {
    const auto& casefold = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
    const auto& decompose = normalizer(&icu::Normalizer2::getNFDInstance);
    for (std::size_t i = 0; i < ascii_.size(); ++i) {  // each becomes one octet
      ascii_.at(i) = fold_point(static_cast<UChar32>(i), casefold, decompose).at(0);
    }
    std::array<std::uint32_t, kPageSize> page{};
    for (std::size_t number = 0; number < pages_.size(); ++number) {
      bool changes = false;
      for (std::size_t i = 0; i < kPageSize; ++i) {
        const auto point = static_cast<UChar32>(number * kPageSize + i);
        page.at(i) = entry(point, casefold, decompose);
        changes = changes || page.at(i) != kItself;
      }
      if (!changes) continue;
      pages_[number] = static_cast<std::uint16_t>(entries_.size() / kPageSize);
      entries_.insert(entries_.end(), page.begin(), page.end());
    }
  }

  /// What the code point becomes; `itself` are its own octets.
  [[nodiscard]] std::string_view operator()(char32_t point, std::string_view itself) const {
    const auto value = entries_[pages_[point / kPageSize] * kPageSize + point % kPageSize];
    if (value == kItself) return itself;
    return std::string_view(pool_).substr(value >> 8U, value & 0xFFU);
  }
  [[nodiscard]] char ascii(unsigned char octet) const { return ascii_[octet]; }
  [[nodiscard]] bool is_word(char32_t point) const { return word_[point]; }

 private:
  static constexpr std::uint32_t kItself = 0xFFFFFFFF;

  std::uint32_t entry(UChar32 point, const icu::Normalizer2& casefold, const icu::Normalizer2& decompose) {
    const auto category = U_GET_GC_MASK(point);
    word_[static_cast<std::size_t>(point)] =
        (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 || point == '_';
    if ((category & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) != 0) return kItself;
    const auto folded = fold_point(point, casefold, decompose);
    std::string itself;
    icu::UnicodeString(point).toUTF8String(itself);
    if (folded == itself) return kItself;
    const auto offset = static_cast<std::uint32_t>(pool_.size());
    pool_ += folded;
    return offset << 8U | static_cast<std::uint32_t>(folded.size());
  }

  std::array<char, 0x80> ascii_{};
  std::vector<std::uint16_t> pages_;
  std::vector<std::uint32_t> entries_;
  std::vector<bool> word_;
  std::string pool_;
};

const Table& table() {
  static const Table built;
  return built;
}

/// What the code point at `at` becomes, moving `at` past it.
std::string_view next_folded(const Table& folds, std::string_view text, std::size_t& at) {
  constexpr std::string_view kReplacementOctets = "\xEF\xBF\xBD";
  const auto begin = at;
  const auto point = next_point(text, at);
  return folds(point, point == kReplacement ? kReplacementOctets : text.substr(begin, at - begin));
}

void append_one_space(std::string& text, std::string_view more) {
  for (const char c : more) {
    if (c != ' ' || text.empty() || text.back() != ' ') text += c;
  }
}

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::string_view ascii_run(std::string_view text, std::size_t at) {
  const auto* const begin = text.begin() + at;
  return {begin,
          static_cast<std::size_t>(std::find_if_not(begin, text.end(), [](char c) { return is_ascii(c); }) - begin)};
}

/// Most of every letter: one octet becomes one, so that the room for all of them is known before.
void append_ascii(const Table& folds, std::string& text, std::string_view more) {
  const auto begin = text.size();
  char last = begin == 0 ? '\0' : text.back();
  text.resize(begin + more.size());
  char* out = text.data() + begin;
  for (const char c : more) {
    const char folded = folds.ascii(static_cast<unsigned char>(c));
    *out = folded;
    if (folded != ' ' || last != ' ') ++out;
    last = folded;
  }
  text.resize(static_cast<std::size_t>(out - text.data()));
}

/// Marks other than accents (Hebrew, Hindi) may stand in any order in a letter; NFD has one order (UAX #15).
std::string in_canonical_order(std::string folded, bool marks) {
  if (!marks) return folded;
  std::string ordered;
  normalized(normalizer(&icu::Normalizer2::getNFDInstance), icu::UnicodeString::fromUTF8(folded)).toUTF8String(ordered);
  return ordered;
}

bool starts_with_mark(std::string_view octets) {
  if (octets.empty() || static_cast<unsigned char>(octets.front()) < 0xCC) return false;
  std::size_t at = 0;
  return u_getCombiningClass(static_cast<UChar32>(next_point(octets, at))) != 0;
}

}  // namespace

char32_t next_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const auto rest = text.substr(at, 4);
  int32_t used = 0;
  UChar32 point = 0;
#pragma GCC diagnostic push  // ICU's macro mixes signs
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT(rest.data(), used, static_cast<int32_t>(rest.size()), point);
#pragma GCC diagnostic pop
  at += static_cast<std::size_t>(used);
  return point < 0 ? kReplacement : static_cast<char32_t>(point);
}

bool is_word_character(char32_t point) {
  // Most of every letter; the table's answer is the same.
  if (point < 0x80) return is_ascii_word(static_cast<char>(point));
  return point < kPoints && table().is_word(point);
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size() + text.size() / 8);
  const auto& folds = table();
  bool after_mark = false;
  bool marks = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto ascii = ascii_run(text, at);
    if (!ascii.empty()) {
      append_ascii(folds, folded, ascii);
      after_mark = false;
      at += ascii.size();
      continue;
    }
    const auto piece = next_folded(folds, text, at);
    if (piece.empty()) continue;
    const bool mark = starts_with_mark(piece);
    marks = marks || (mark && after_mark);
    after_mark = mark;
    append_one_space(folded, piece);
  }
  return in_canonical_order(std::move(folded), marks);
}

std::string words_of_folded(std::string_view folded) {
  // No longer than what it is made of: a space stands for what parts two words.
  std::string words(folded.size(), '\0');
  char* out = words.data();
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const auto begin = at;
    const bool ascii = is_ascii(folded[at]);
    const bool word = ascii ? is_ascii_word(folded[at++]) : is_word_character(next_point(folded, at));
    if (word) {
      if (!inside && out != words.data()) *out++ = ' ';
      *out++ = folded[begin];
      if (!ascii) out = std::copy(folded.begin() + begin + 1, folded.begin() + at, out);
    }
    inside = word;
  }
  words.resize(static_cast<std::size_t>(out - words.data()));
  return words;
}

std::string word_form(std::string_view text) { return words_of_folded(fold(text)); }

std::string exact_form(std::string_view text) {
  std::string composed;
  normalized(normalizer(&icu::Normalizer2::getNFCInstance),
             icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}))
      .toUTF8String(composed);
  std::string exact;
  exact.reserve(composed.size());
  for (std::size_t at = 0; at < composed.size();) {
    const auto begin = at;
    const bool space = u_isUWhiteSpace(static_cast<UChar32>(next_point(composed, at))) != 0;
    append_one_space(exact, space ? std::string_view(" ") : std::string_view(composed).substr(begin, at - begin));
  }
  return exact;
}

std::string_view source_of_folded(std::string_view text, std::size_t begin, std::size_t end) {
  char last = 0;  // whether a space would be the second in a row
  std::size_t written = 0;
  std::size_t first = std::string_view::npos;
  std::size_t past = 0;
  const auto& folds = table();
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto piece = next_folded(folds, text, at);
    // An accent after the last letter belongs to it.
    if (piece.empty() && past == from) past = at;
    if (!piece.empty() && written >= end) break;
    for (const char c : piece) {
      if (c == ' ' && last == ' ') continue;
      last = c;
      if (written >= begin && written < end) {
        first = std::min(first, from);
        past = at;
      }
      ++written;
    }
  }
  return first == std::string_view::npos ? std::string_view{} : text.substr(first, past - first);
}

std::pair<std::size_t, std::size_t> folded_of_words(std::string_view folded, std::size_t begin, std::size_t end) {
  std::size_t written = 0;
  std::size_t first = folded.size();
  std::size_t past = 0;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size() && written < end;) {
    const auto from = at;
    const bool word = is_word_character(next_point(folded, at));
    if (word && !inside && written > 0) ++written;
    inside = word;
    if (!word) continue;
    if (written + (at - from) > begin && written < end) {
      first = std::min(first, from);
      past = at;
    }
    written += at - from;
  }
  return first >= past ? std::pair<std::size_t, std::size_t>{0, 0} : std::pair{first, past};
}

}  // namespace docket
