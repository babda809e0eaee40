#include "config/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "config/text.h"

namespace docket {
namespace {

// 10,000 business days are forty years; more is a slip, and sums of it would leave the calendar.
constexpr std::uint64_t kMaxCount = 10'000;

/// A number and its unit, both needed: "30" alone would be minutes to one reader and days to the next.
struct Amount {
  std::uint64_t number = 0;
  std::string_view unit;
};

/// "50 MiB" → 50 and "MiB".
std::optional<Amount> parse_amount(std::string_view text, std::uint64_t max) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = parse_number(text.substr(0, digits), max);
  if (!number || *number == 0) return std::nullopt;
  return Amount{*number, trim(text.substr(digits))};
}

struct SpanUnit {
  std::string_view word;
  Span::Unit unit;
};

constexpr std::array kSpanUnits{SpanUnit{"minute", Span::Unit::minutes}, SpanUnit{"hour", Span::Unit::hours},
                                SpanUnit{"business hour", Span::Unit::business_hours},
                                SpanUnit{"day", Span::Unit::days}, SpanUnit{"business day", Span::Unit::business_days}};

}  // namespace

// Digits alone, without a leading zero: no sign, no separators, nothing that two countries read differently.
std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t max) {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size() || number > max) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  struct Unit {
    std::string_view word;
    std::uint64_t octets;
  };
  // MB is a million and MiB a power of two, as standards have it; people who mean "about 20" are served by both.
  static constexpr std::array kUnits{Unit{"", 1},
                                     Unit{"B", 1},
                                     Unit{"kB", 1000},
                                     Unit{"MB", 1'000'000},
                                     Unit{"GB", 1'000'000'000},
                                     Unit{"KiB", std::uint64_t{1} << 10U},
                                     Unit{"MiB", std::uint64_t{1} << 20U},
                                     Unit{"GiB", std::uint64_t{1} << 30U}};
  const auto amount = parse_amount(text, std::uint64_t{1} << 32U);
  if (!amount) return std::nullopt;
  const auto* const unit = std::find_if(
      kUnits.begin(), kUnits.end(), [&](const Unit& known) { return ascii_equal_nocase(known.word, amount->unit); });
  if (unit == kUnits.end()) return std::nullopt;
  return amount->number * unit->octets;
}

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  struct Unit {
    std::string_view letter;
    std::string_view word;
    int seconds;
  };
  static constexpr std::array kUnits{Unit{"s", "second", 1}, Unit{"m", "minute", 60}, Unit{"h", "hour", 3600},
                                     Unit{"d", "day", 86400}};
  const auto amount = parse_amount(text, 10'000'000);
  if (!amount) return std::nullopt;
  const auto* const unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& known) {
    return amount->unit == known.letter || amount->unit == known.word || amount->unit == std::string(known.word) + "s";
  });
  if (unit == kUnits.end()) return std::nullopt;
  return std::chrono::seconds(static_cast<std::int64_t>(amount->number) * unit->seconds);
}

std::optional<Span> parse_span(std::string_view text) {
  // The one span without a number: one business day would end a day later.
  if (text == "same day") return Span{1, Span::Unit::same_day};
  const auto amount = parse_amount(text, kMaxCount);
  if (!amount) return std::nullopt;
  const auto* const unit = std::find_if(kSpanUnits.begin(), kSpanUnits.end(), [&](const SpanUnit& known) {
    return amount->unit == known.word || amount->unit == std::string(known.word) + "s";
  });
  if (unit == kSpanUnits.end()) return std::nullopt;
  return Span{static_cast<int>(amount->number), unit->unit};
}

std::string to_string(const Span& span) {
  if (span.unit == Span::Unit::same_day) return "same day";
  const auto* const unit = std::find_if(kSpanUnits.begin(), kSpanUnits.end(),
                                        [&](const SpanUnit& known) { return known.unit == span.unit; });
  return fmt::format("{} {}{}", span.count, unit->word, span.count == 1 ? "" : "s");
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) value = is_digit(c) ? value * 10 + (c - '0') : -100'000;
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1900 || year > 2999 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

// Not the locale's: it is read by people in two languages and by scripts.
std::string iso_date(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<int> parse_clock_time(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) ||
      !is_digit(text[4])) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 60 + minute;
}

}  // namespace docket
