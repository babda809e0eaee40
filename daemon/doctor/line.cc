#include "daemon/doctor/line.h"

#include <fmt/format.h>

#include "config/text.h"

namespace docket::doctor {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

Line judge_end(const std::string& check, const std::string& what, Time end, Time now, const std::string& next) {
  constexpr days kNotice{30};
  const auto day = rfc3339(end).substr(0, 10);
  if (end <= now) return broken(check, fmt::format("{} ended on {}", what, day), next);
  const auto text = fmt::format("{} is good until {}, {} from now", what, day, span_words(end - now));
  return end - now <= kNotice ? warning(check, text, next) : ok(check, text);
}

std::string size_words(std::uintmax_t octets) {
  constexpr double kUnit = 1024;
  double value = static_cast<double>(octets) / kUnit;
  for (const char* unit : {"KiB", "MiB"}) {
    if (value < kUnit) return fmt::format("{:.0f} {}", value, unit);
    value /= kUnit;
  }
  return fmt::format("{:.1f} GiB", value);
}

std::string span_words(Time::duration span) {
  if (span >= days{3}) return fmt::format("{} days", std::chrono::floor<days>(span).count());
  if (span >= hours{3}) return fmt::format("{} hours", std::chrono::floor<hours>(span).count());
  return fmt::format("{} minutes", std::chrono::floor<minutes>(span).count());
}

}  // namespace docket::doctor
