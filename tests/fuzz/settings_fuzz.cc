// docket.yaml and town.yaml: any octets are refused with places in them or are values that hold together.
#include "config/calendar.h"
#include "config/load.h"
#include "tests/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using docket::fuzz::must;
  const std::string text(docket::fuzz::view(data, size));
  const auto now = *docket::parse_rfc3339("2026-11-25T14:00:00Z");
  docket::Problems problems;
  const auto settings = docket::load_settings({"docket.yaml", text}, "/nowhere", problems);
  must(settings.has_value() == !docket::has_errors(problems));
  docket::fuzz::check_places(problems, "docket.yaml", text);
  (void)docket::load_paths({"docket.yaml", text}, "/nowhere");
  docket::Problems in_town;
  const auto town = docket::load_town({"town.yaml", text}, now, in_town);
  must(town.has_value() == !docket::has_errors(in_town));
  docket::fuzz::check_places(in_town, "town.yaml", text);
  if (!town) return 0;
  must(town->office(town->fallback) != nullptr && !town->languages.empty());
  const docket::Calendar calendar(town->calendar, town->time_zone);
  if (const auto due = calendar.due(now, {2, docket::Span::Unit::business_days})) must(*due > now);
  return 0;
}
