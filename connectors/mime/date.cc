#include "connectors/mime/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "config/text.h"

namespace docket::mime {
namespace {

using std::chrono::minutes;

/// Words and numbers with their signs; comments, commas and blanks left out. A date has at most a dozen.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  int depth = 0;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (const char c : text.substr(0, 200)) {
    if (c == '(') ++depth;
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (blank && word.ends_with(':')) continue;  // "10 : 00" is obsolete syntax (RFC 5322 section 4.3)
    if (c == ':' && depth == 0 && word.empty() && !words.empty()) {
      word = std::move(words.back());
      words.pop_back();
    }
    const bool separator = blank || c == ',' || c == '(' || c == ')';
    if (separator) {
      finish();
    } else if (depth == 0) {
      word += c;
    }
    if (c == ')' && depth > 0) --depth;
  }
  finish();
  return words;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 6 || error != std::errc{} || at != text.data() + text.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto start = ascii_lower(word.substr(0, 3));
  const auto* const found = std::find(kMonths.begin(), kMonths.end(), start);
  return found == kMonths.end() || word.size() < 3 ? 0U : static_cast<unsigned>(found - kMonths.begin() + 1);
}

/// RFC 5322 section 4.3, and a few that programs write; military letters and unknown names are UTC there.
minutes named_zone(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, int>, 14> kZones{{{"adt", -3},
                                                                     {"ast", -4},
                                                                     {"edt", -4},
                                                                     {"est", -5},
                                                                     {"cdt", -5},
                                                                     {"cst", -6},
                                                                     {"mdt", -6},
                                                                     {"mst", -7},
                                                                     {"pdt", -7},
                                                                     {"pst", -8},
                                                                     {"cet", 1},
                                                                     {"cest", 2},
                                                                     {"bst", 1},
                                                                     {"jst", 9}}};
  const auto lower = ascii_lower(name);
  const auto* const found =
      std::find_if(kZones.begin(), kZones.end(), [&](const auto& zone) { return zone.first == lower; });
  return minutes{found == kZones.end() ? 0 : found->second * 60};
}

/// "+0530", "-05:00", "GMT+2" or a name; nullopt for an offset no clock on earth has.
std::optional<minutes> zone_of(std::string word) {
  const auto sign = word.find_first_of("+-");
  if (sign == std::string::npos) return named_zone(word);
  const bool west = word[sign] == '-';
  word.erase(0, sign + 1);
  std::erase(word, ':');
  const auto digits = number(word);
  if (!digits) return minutes{0};
  const int count = word.size() <= 2 ? *digits * 60 : *digits / 100 * 60 + *digits % 100;
  if (count > 14 * 60 || (word.size() > 2 && *digits % 100 >= 60)) return std::nullopt;
  return minutes{west ? -count : count};
}

/// RFC 5322 section 4.3: two and three digits.
int whole_year(int year, std::size_t digits) {
  if (digits <= 2) return year < 50 ? year + 2000 : year + 1900;
  return digits == 3 ? year + 1900 : year;
}

struct Clockwise {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// True when `word` is AM or PM, which then changes the hour.
bool half_of_day(Clockwise& clock, std::string_view word) {
  const bool pm = ascii_equal_nocase(word, "pm");
  if (!pm && !ascii_equal_nocase(word, "am")) return false;
  if (clock.hour <= 12) clock.hour = clock.hour % 12 + (pm ? 12 : 0);
  return true;
}

std::optional<Clockwise> time_of(std::string_view word) {
  auto parts = split(word.substr(0, word.find('.', word.find(':'))), ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  if (parts.size() == 2) parts.emplace_back("0");
  const auto hour = number(parts[0]);
  const auto minute = number(parts[1]);
  const auto second = number(parts[2]);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return Clockwise{*hour, *minute, std::min(*second, 59)};
}

std::optional<SenderDate> make(int year, unsigned month, int day, const Clockwise& clock, minutes offset) {
  const auto date = std::chrono::year{year} / static_cast<int>(month) / day;
  if (!date.ok() || year < 1970 || year > 2100) return std::nullopt;
  const Time local = std::chrono::sys_days{date} + std::chrono::hours{clock.hour} + minutes{clock.minute} +
                     std::chrono::seconds{clock.second};
  return SenderDate{local - offset, offset};
}

/// "2026-11-22T10:00:00-05:00" and the like.
std::optional<SenderDate> parse_iso(const std::vector<std::string>& words) {
  if (words.empty() || words[0].size() < 10 || words[0][4] != '-' || words[0][7] != '-') return std::nullopt;
  auto rest = words[0].substr(std::min<std::size_t>(words[0].size(), 11));
  if (rest.empty() && words.size() > 1) rest = words[1];
  if (rest.empty()) return std::nullopt;
  const auto zone_at = rest.find_first_of("+-Zz");
  std::string zone = zone_at == std::string::npos ? "" : rest.substr(zone_at);
  if (zone.empty() && words.size() > 2) zone = words.back();
  const std::string_view date = words[0];
  const auto year = number(date.substr(0, 4));
  const auto month = number(date.substr(5, 2));
  const auto day = number(date.substr(8, 2));
  const auto clock = time_of(std::string_view(rest).substr(0, zone_at));
  const auto offset = zone_of(zone);
  if (!year || !month || !day || !clock || !offset) return std::nullopt;
  return make(*year, static_cast<unsigned>(*month), *day, *clock, *offset);
}

/// "22-Nov-2026" is three words, "10:00:00+0100" two.
std::vector<std::string> split_glued(std::vector<std::string> words) {
  std::vector<std::string> result;
  for (auto& word : words) {
    const auto parts = word.find('-') == std::string::npos ? std::vector<std::string_view>{} : split(word, '-');
    const auto zone = word.find_first_of("+-Zz");
    if (parts.size() == 3 && month_of(parts[1]) != 0) {
      for (const auto part : parts) result.emplace_back(part);
    } else if (zone != std::string::npos && word.find(':') < zone) {
      result.push_back(word.substr(0, zone));
      result.push_back(word.substr(zone));
    } else {
      result.push_back(std::move(word));
    }
  }
  return result;
}

}  // namespace

std::optional<SenderDate> parse_date(std::string_view text) {
  auto words = words_of(text);
  if (auto iso = parse_iso(words)) return iso;
  words = split_glued(std::move(words));
  unsigned month = 0;
  std::optional<int> day;
  std::optional<int> year;
  std::optional<Clockwise> clock;
  std::optional<minutes> offset;
  bool zone_given = false;
  for (const auto& word : words) {
    if (!clock && word.find(':') != std::string::npos && (clock = time_of(word))) continue;
    const bool letters = word.find_first_of("0123456789") == std::string::npos;
    if (month == 0 && letters && (month = month_of(word)) != 0) continue;
    if (const auto value = number(word)) {
      if (!day) {
        day = value;
      } else if (!year) {
        year = whole_year(*value, word.size());
      }
    } else if (clock && !zone_given && !half_of_day(*clock, word)) {
      offset = zone_of(word);
      zone_given = true;
    }
  }
  if (!zone_given) offset = minutes{0};
  if (month == 0 || !day || !year || !clock || !offset) return std::nullopt;
  return make(*year, month, *day, *clock, *offset);
}

}  // namespace docket::mime
