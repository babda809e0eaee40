#include "daemon/casebook/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::array<std::string_view, 10> kDamm{"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
                                                 "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kLeastDigits = 11;  ///< year, six digits, check digit
constexpr std::size_t kMostDigits = 20;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0x80);
}
/// A letter of a text that may be long: no string is made for each.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_gap(char c) { return c == ' ' || c == '-'; }

/// "20260001238" → "2026-000123-8" when the check digit is right.
std::optional<std::string> from_digits(std::string_view digits) {
  if (digits.size() < kLeastDigits || digits.size() > kMostDigits) return std::nullopt;
  if (damm_digit(digits) != '0') return std::nullopt;
  const std::string_view sequence = digits.substr(kYearDigits, digits.size() - kYearDigits - 1);
  // A longer sequence never starts with 0, so that one case has one number.
  if (sequence.size() > 6 && sequence.front() == '0') return std::nullopt;
  return fmt::format("{}-{}-{}", digits.substr(0, kYearDigits), sequence, digits.back());
}

struct Found {
  std::string number;
  std::size_t end = 0;
};

/// Digits with at most one space or hyphen between two of them, from `start`; the longest valid number.
std::optional<Found> number_at(std::string_view text, std::size_t start) {
  std::string digits;
  std::optional<Found> found;
  std::size_t i = start;
  while (i < text.size() && digits.size() < kMostDigits) {
    if (is_gap(text[i]) && !digits.empty() && i + 1 < text.size() && is_digit(text[i + 1])) {
      ++i;
      continue;
    }
    if (!is_digit(text[i])) break;
    digits += text[i++];
    const bool ends = i >= text.size() || !is_word(text[i]);
    if (!ends) continue;
    if (auto number = from_digits(digits)) found = Found{*number, i};
  }
  return found;
}

/// Past the prefix and what may stand between it and the digits; npos when the prefix is not at `at`.
std::size_t after_prefix(std::string_view text, std::size_t at, std::string_view prefix) {
  if (!ascii_equal_nocase(text.substr(at, prefix.size()), prefix)) return std::string_view::npos;
  std::size_t i = at + prefix.size();
  while (i < text.size() && i < at + prefix.size() + 3 && (is_gap(text[i]) || text[i] == '#')) ++i;
  return i;
}

}  // namespace

std::string case_number(int year, std::int64_t sequence) {
  const std::string digits = fmt::format("{:04}{:06}", year, sequence);
  return fmt::format("{:04}-{:06}-{}", year, sequence, damm_digit(digits));
}

char damm_digit(std::string_view digits) {
  std::size_t interim = 0;
  for (const char c : digits) {
    if (!is_digit(c)) continue;
    interim = static_cast<std::size_t>(kDamm[interim][static_cast<std::size_t>(c - '0')] - '0');
  }
  return static_cast<char>('0' + interim);
}

std::optional<std::string> parse_case_number(std::string_view text, std::string_view prefix) {
  std::string_view rest = trim(text);
  if (rest.size() > 64) return std::nullopt;
  if (!rest.empty() && rest.front() == '[' && rest.back() == ']') rest = rest.substr(1, rest.size() - 2);
  if (!rest.empty() && rest.front() == '#') rest = trim(rest.substr(1));
  if (!prefix.empty() && after_prefix(rest, 0, prefix) != std::string_view::npos) rest = rest.substr(prefix.size());
  std::string digits;
  for (const char c : rest) {
    if (is_digit(c)) {
      digits += c;
    } else if (!is_gap(c) && c != '#') {
      return std::nullopt;
    }
  }
  return from_digits(digits);
}

std::vector<std::string> find_case_numbers(std::string_view text, std::string_view prefix) {
  std::vector<std::string> numbers;
  if (prefix.empty()) return numbers;
  const char first = lower(prefix.front());
  for (std::size_t i = 0; i + prefix.size() < text.size(); ++i) {
    if (lower(text[i]) != first) continue;
    if (i > 0 && is_word(text[i - 1])) continue;
    const std::size_t start = after_prefix(text, i, prefix);
    if (start == std::string_view::npos) continue;
    const auto found = number_at(text, start);
    if (!found) continue;
    if (std::find(numbers.begin(), numbers.end(), found->number) == numbers.end()) numbers.push_back(found->number);
    i = found->end - 1;
  }
  return numbers;
}

}  // namespace docket
