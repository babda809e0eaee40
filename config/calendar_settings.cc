// The `calendar:` section of town.yaml.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/parts.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket::parts {
namespace {

constexpr std::array kDays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

std::optional<unsigned> day_index(std::string_view name) {
  const auto* const found = std::find(kDays.begin(), kDays.end(), name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

/// "mon-fri", "mon, wed" or "sat": the weekdays it names.
/// A range may run over the weekend: "sat-mon" is three days.
std::optional<std::vector<unsigned>> parse_days(std::string_view text) {
  std::vector<unsigned> days;
  for (const auto part : split(text, ',')) {
    const auto ends = split(trim(part), '-');
    const auto first = day_index(trim(ends.front()));
    const auto last = day_index(trim(ends.back()));
    if (ends.size() > 2 || !first || !last) return std::nullopt;
    for (auto day = *first;; day = (day + 1) % 7) {
      days.push_back(day);
      if (day == *last) break;
    }
  }
  return days;
}

/// "08:30-12:00, 13:00-16:30" or "closed"; nullopt when malformed or not in order.
std::optional<std::vector<OpenHours>> parse_hours(std::string_view text) {
  std::vector<OpenHours> hours;
  if (text == "closed") return hours;
  for (const auto part : split(text, ',')) {
    const auto ends = split(trim(part), '-');
    if (ends.size() != 2) return std::nullopt;
    const auto from = parse_clock_time(trim(ends[0]));
    const auto to = parse_clock_time(trim(ends[1]));
    if (!from || !to || *from >= *to || (!hours.empty() && *from < hours.back().to)) return std::nullopt;
    hours.push_back({*from, *to});
  }
  return hours;
}

/// "closed" is a word of its own: an empty value could be a line that somebody meant to finish.
std::optional<std::vector<OpenHours>> read_hours(yaml::Reader& reader, const yaml::Node& node) {
  if (!node.is_scalar()) {
    reader.error(node, "expected opening hours", "write \"08:30-12:00, 13:00-16:30\" or closed");
    return std::nullopt;
  }
  auto hours = parse_hours(node.text);
  if (!hours) {
    reader.error(node, fmt::format("'{}' are no opening hours", node.text),
                 "write \"08:30-12:00, 13:00-16:30\", in order, or closed");
  }
  return hours;
}

/// Days that are not named are closed. A week that is never open would make every due date impossible, so it is
/// refused.
void read_week(yaml::Reader& reader, const yaml::Node& node, CalendarSettings& calendar) {
  if (!reader.is_map(node)) return;
  bool good = true;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto days = parse_days(node.keys[i].text);
    const auto hours = read_hours(reader, node.items[i]);
    good = good && days && hours;
    if (!days) {
      reader.error(node.keys[i], fmt::format("'{}' names no days", node.keys[i].text),
                   "write sun, mon, tue, wed, thu, fri, sat, or a range: mon-fri");
    }
    if (!days || !hours) continue;
    for (const auto day : *days) {
      if (!calendar.hours.emplace(day, *hours).second) {
        reader.error(node.keys[i], fmt::format("'{}' has its hours already", kDays[day]), "give each day once");
      }
    }
  }
  if (good &&
      std::all_of(calendar.hours.begin(), calendar.hours.end(), [](const auto& day) { return day.second.empty(); })) {
    reader.error(node, "the offices are never open");
  }
}

/// "MM-DD", any year's.
std::optional<std::chrono::month_day> parse_month_day(const std::string& text) {
  const auto date = parse_date("2024-" + text);  // a leap year: 02-29 counts in the years that have it
  if (!date) return std::nullopt;
  return date->month() / date->day();
}

/// Easter moves and Christmas does not: days with a year and days without stand in one list.
void read_holidays(yaml::Reader& reader, const yaml::Node& node, CalendarSettings& calendar) {
  for (const auto& item : reader.list(node)) {
    const auto text = reader.text(item);
    if (!text) continue;
    if (const auto yearly = text->size() == 5 ? parse_month_day(*text) : std::nullopt) {
      calendar.yearly_holidays.push_back(*yearly);
    } else if (const auto date = parse_date(*text)) {
      calendar.holidays.push_back(*date);
    } else {
      reader.error(item, fmt::format("'{}' is not a day", *text), "write 2026-12-25, or \"12-25\" for every year");
    }
  }
}

/// One day's hours instead of what week and holidays say; they may open a Saturday too.
void read_special(yaml::Reader& reader, const yaml::Node& node, CalendarSettings& calendar) {
  if (!reader.is_map(node)) return;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto date = parse_date(node.keys[i].text);
    const auto hours = read_hours(reader, node.items[i]);
    if (!date) {
      reader.error(node.keys[i], fmt::format("'{}' is not a day", node.keys[i].text), "write 2026-12-24");
    } else if (hours) {
      calendar.special[*date] = *hours;
    }
  }
}

void read_recess(yaml::Reader& reader, const yaml::Node& node, CalendarSettings& calendar) {
  for (const auto& item : reader.list(node)) {
    yaml::Map map(reader, item);
    if (const auto days = read_days(map)) calendar.recess.push_back(*days);
    map.finish();
  }
}

}  // namespace

std::optional<Days> read_days(yaml::Map& map) {
  const auto* first = map.find("from", yaml::Need::required);
  const auto* last = map.find("to", yaml::Need::required);
  if (first == nullptr || last == nullptr) return std::nullopt;
  const auto from = map.reader().date(*first);
  const auto to = map.reader().date(*last);
  if (!from || !to) return std::nullopt;
  if (*to < *from) {
    map.reader().error(*last, "'to' is before 'from'", "both days are inside");
    return std::nullopt;
  }
  return Days{*from, *to};
}

CalendarSettings read_calendar(yaml::Reader& reader, const yaml::Node& node) {
  CalendarSettings calendar;
  yaml::Map map(reader, node);
  if (const auto* until = map.find("until")) calendar.until = reader.date(*until);
  if (const auto* hours = map.find("hours", yaml::Need::required)) read_week(reader, *hours, calendar);
  if (const auto* holidays = map.find("holidays")) read_holidays(reader, *holidays, calendar);
  if (const auto* special = map.find("special")) read_special(reader, *special, calendar);
  if (const auto* recess = map.find("recess")) read_recess(reader, *recess, calendar);
  map.finish();
  return calendar;
}

}  // namespace docket::parts
