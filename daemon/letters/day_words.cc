#include <fmt/format.h>

#include <array>
#include <optional>

#include "config/quantity.h"
#include "daemon/letters/wording.h"

namespace docket::letters {
namespace {

// Written out here instead of asked of a locale: what a resident reads must not change with the machine's language
// data.
constexpr std::array<const char*, 7> kDaysEn = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 7> kDaysFr = {"dimanche", "lundi",    "mardi", "mercredi",
                                                "jeudi",    "vendredi", "samedi"};
constexpr std::array<const char*, 7> kDaysIso = {"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
constexpr std::array<const char*, 12> kMonthsEn = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<const char*, 12> kMonthsFr = {"janvier",   "février", "mars",     "avril",
                                                   "mai",       "juin",    "juillet",  "août",
                                                   "septembre", "octobre", "novembre", "décembre"};
// "12:00 p.m." is noon to half of its readers, so the word is written.
constexpr int kNoonMinute = 12 * 60;

bool english(const std::string& language) { return language == "en"; }
bool french(const std::string& language) { return language == "fr"; }

/// "25 novembre", "1er décembre 2026".
std::string french_date(const LocalTime& time, bool with_year) {
  const auto day = static_cast<unsigned>(time.date.day());
  const auto* month = kMonthsFr.at(static_cast<unsigned>(time.date.month()) - 1);
  auto text = fmt::format("{}{} {}", day, day == 1 ? "er" : "", month);
  if (with_year) text += fmt::format(" {}", static_cast<int>(time.date.year()));
  return text;
}

const char* weekday_name(const std::string& language, unsigned day) {
  return english(language) ? kDaysEn.at(day) : french(language) ? kDaysFr.at(day) : kDaysIso.at(day);
}

/// "Monday to Friday", "du lundi au vendredi", "le samedi".
std::string days_range(const std::string& language, unsigned first, unsigned last) {
  const auto* from = weekday_name(language, first);
  const auto* to = weekday_name(language, last);
  if (french(language)) return first == last ? fmt::format("le {}", from) : fmt::format("du {} au {}", from, to);
  if (first == last) return from;
  return english(language) ? fmt::format("{} to {}", from, to) : fmt::format("{}-{}", from, to);
}

std::string spans_words(const std::string& language, const std::vector<OpenHours>& spans) {
  std::vector<std::string> parts;
  for (const auto& span : spans) {
    const auto from = clock_words(language, span.from);
    const auto to = clock_words(language, span.to);
    parts.push_back(french(language)    ? fmt::format("de {} à {}", from, to)
                    : english(language) ? fmt::format("{} to {}", from, to)
                                        : fmt::format("{}-{}", from, to));
  }
  return list_words(language, parts);
}

bool same_hours(const std::vector<OpenHours>& a, const std::vector<OpenHours>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const OpenHours& x, const OpenHours& y) { return x.from == y.from && x.to == y.to; });
}

}  // namespace

std::string clock_words(const std::string& language, int minute) {
  const int hour = minute / 60;
  const int rest = minute % 60;
  if (french(language)) return rest == 0 ? fmt::format("{} h", hour) : fmt::format("{} h {:02}", hour, rest);
  if (!english(language)) return fmt::format("{:02}:{:02}", hour, rest);
  if (minute == kNoonMinute) return "noon";
  const int twelve = hour % 12 == 0 ? 12 : hour % 12;
  return fmt::format("{}:{:02} {}", twelve, rest, hour % 24 < 12 ? "a.m." : "p.m.");
}

std::string date_words(const std::string& language, const LocalTime& time, bool with_year) {
  if (french(language)) return "le " + french_date(time, with_year);
  if (!english(language)) return iso_date(time.date);
  const auto* month = kMonthsEn.at(static_cast<unsigned>(time.date.month()) - 1);
  auto text = fmt::format("{} {}", month, static_cast<unsigned>(time.date.day()));
  if (with_year) text += fmt::format(", {}", static_cast<int>(time.date.year()));
  return text;
}

std::string day_words(const std::string& language, const LocalTime& time, bool with_year) {
  const auto* day = weekday_name(language, time.weekday.c_encoding());
  if (french(language)) return fmt::format("le {} {}", day, french_date(time, with_year));
  if (!english(language)) return iso_date(time.date);
  return fmt::format("{}, {}", day, date_words(language, time, with_year));
}

std::string moment_words(const std::string& language, const LocalTime& time, bool with_year) {
  const auto day = day_words(language, time, with_year);
  const auto clock = clock_words(language, time.minute);
  if (french(language)) return fmt::format("{} à {}", day, clock);
  return english(language) ? fmt::format("{}, at {}", day, clock) : fmt::format("{} {}", day, clock);
}

std::string hours_words(const std::string& language, const CalendarSettings& calendar) {
  static constexpr std::array<unsigned, 7> kFromMonday = {1, 2, 3, 4, 5, 6, 0};
  static const std::vector<OpenHours> kClosed;
  const auto of_day = [&](std::size_t i) -> const std::vector<OpenHours>& {
    const auto found = calendar.hours.find(kFromMonday.at(i));
    return found == calendar.hours.end() ? kClosed : found->second;
  };
  std::string text;
  for (std::size_t first = 0; first < kFromMonday.size();) {
    auto last = first;
    while (last + 1 < kFromMonday.size() && same_hours(of_day(last + 1), of_day(first))) ++last;
    if (!of_day(first).empty()) {
      if (!text.empty()) text += "; ";
      text += days_range(language, kFromMonday.at(first), kFromMonday.at(last));
      text += english(language) || french(language) ? ", " : " ";
      text += spans_words(language, of_day(first));
    }
    first = last + 1;
  }
  return text;
}

}  // namespace docket::letters
