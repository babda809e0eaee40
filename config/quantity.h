// Sizes, lengths of time, days and clock times as people write them in settings, rules and on the command line.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/town.h"

namespace docket {

/// "50 MiB", "20 MB", "300 KiB", "12 B", "12": octets, above 0. kB and MB count in thousands.
[[nodiscard]] std::optional<std::uint64_t> parse_size(std::string_view text);
/// "30s", "5m", "12h", "30d", also "30 seconds", "5 minutes", "12 hours", "30 days"; above 0.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);
/// "N minutes|hours|business hours|days|business days" or "same day"; N from 1 to 10,000.
[[nodiscard]] std::optional<Span> parse_span(std::string_view text);
/// As parse_span reads it: "2 business days", "1 day".
[[nodiscard]] std::string to_string(const Span& span);
/// "2026-11-25", a day that exists, years 1900 to 2999.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(std::string_view text);
/// The other way: "2026-11-25".
[[nodiscard]] std::string iso_date(std::chrono::year_month_day date);
/// "08:30" as minutes after midnight; "24:00" is 1440.
[[nodiscard]] std::optional<int> parse_clock_time(std::string_view text);
/// Decimal digits only, no leading zero, at most `max`.
[[nodiscard]] std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t max);

}  // namespace docket
