#include "config/text.h"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <sstream>

namespace docket {
namespace {

// ASCII only: what other white space means is a question for fold(), not for settings.
bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Eight octets in lower case at a time: a letter of ASCII is told by its sums with what lies below A and above Z.
std::uint64_t lower(std::uint64_t eight) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kTop = kEach * 0x80U;
  const std::uint64_t seven_bits = eight & ~kTop;
  const std::uint64_t from_a = seven_bits + kEach * (0x80U - 'A');
  const std::uint64_t beyond_z = seven_bits + kEach * (0x7FU - 'Z');
  const std::uint64_t capital = (from_a ^ beyond_z) & ~eight & kTop;
  return eight | capital >> 2U;
}

/// Octets beyond which something other than ASCII stands; eight at a time, since most of every letter is ASCII.
std::size_t ascii_length(std::string_view text) {
  constexpr std::uint64_t kBeyond = 0x8080808080808080U;
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kBeyond) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// Octets of the well-formed UTF-8 sequence at the start of `text` (Unicode table 3-7); 0 when ill-formed.
std::size_t sequence_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  const unsigned first = at(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool second = first == 0xE0   ? at(1) >= 0xA0 && at(1) <= 0xBF
                        : first == 0xED ? at(1) >= 0x80 && at(1) <= 0x9F
                                        : tail(1);
    return second && tail(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool second = first == 0xF0   ? at(1) >= 0x90 && at(1) <= 0xBF
                        : first == 0xF4 ? at(1) >= 0x80 && at(1) <= 0x8F
                                        : tail(1);
    return second && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

/// Whether `text` is `shape`, where '0' is any digit and every other character itself.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                    [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

/// Levenshtein's, over octets; words are short, so one row of the table is enough.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= result.size(); at += sizeof eight) {
    std::memcpy(&eight, result.data() + at, sizeof eight);
    eight = lower(eight);
    std::memcpy(result.data() + at, &eight, sizeof eight);
  }
  for (; at < result.size(); ++at) result[at] = lower(result[at]);
  return result;
}

bool ascii_equal_nocase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  std::size_t first = 0;
  std::size_t end = text.size();
  while (first < end && is_white(text[first])) ++first;
  while (end > first && is_white(text[end - 1])) --end;
  return text.substr(first, end - first);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  parts.reserve(text.size() / 32 + 1);  // of lines about so many
  std::size_t from = 0;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool is_ascii_text(std::string_view octets) { return ascii_length(octets) == octets.size(); }

bool is_utf8(std::string_view octets) {
  while (true) {
    octets.remove_prefix(ascii_length(octets));
    if (octets.empty()) return true;
    const auto length = sequence_length(octets);
    if (length == 0) return false;
    octets.remove_prefix(length);
  }
}

std::string to_valid_utf8(std::string_view octets) {
  if (is_utf8(octets) && octets.find('\0') == std::string_view::npos) return std::string(octets);
  std::string text;
  text.reserve(octets.size());
  while (!octets.empty()) {
    const auto length = sequence_length(octets);
    if (length == 0) {
      text += "\xEF\xBF\xBD";
    } else if (octets.front() != '\0') {
      text += octets.substr(0, length);
    }
    octets.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

// Never in the middle of a character: a cut text is valid UTF-8 still.
std::string_view first_characters(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  while (end < text.size() && characters-- > 0) {
    end += std::max<std::size_t>(sequence_length(text.substr(end)), 1);
  }
  return text.substr(0, end);
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// By hand: the library's stream and its locale take longer than the rest of many a row.
std::string rfc3339(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss moment(std::chrono::floor<std::chrono::seconds>(time - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), moment.hours().count(),
                     moment.minutes().count(), moment.seconds().count());
}

// Whatever is left behind the time makes it malformed: "2026-11-23 or so" is no day.
std::optional<Time> parse_rfc3339(std::string_view text) {
  // The library takes one digit where two belong, and white space.
  constexpr std::string_view kSeconds = "0000-00-00T00:00:00";
  const auto zone = text.ends_with('Z') ? 1U : 6U;
  const bool day = has_shape(text, kSeconds.substr(0, 10));
  const bool moment = text.size() >= kSeconds.size() + zone && has_shape(text.substr(0, kSeconds.size()), kSeconds) &&
                      (zone == 1 || has_shape(text.substr(text.size() - 5), "00:00"));
  if (!day && !moment) return std::nullopt;
  std::istringstream in{std::string(text)};
  std::chrono::sys_time<std::chrono::microseconds> time;
  const std::string format = text.size() == 10 ? "%F" : text.ends_with('Z') ? "%FT%TZ" : "%FT%T%Ez";
  in >> date::parse(format, time);
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return time;
}

// A word of two letters is within two edits of every other: the distance must be less than the word. Capitals are no
// edits: ROADS is as near to roads as can be. Lengths first, since a word may be megabytes long.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t best_distance = 3;
  for (const auto& candidate : known) {
    const auto longer = std::max(word.size(), candidate.size());
    if (longer - std::min(word.size(), candidate.size()) >= best_distance) continue;
    const auto distance = edit_distance(ascii_lower(word), ascii_lower(candidate));
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace docket
