// Dates of senders: none that a letter cannot have, and what is written of one is read again as the same moment.
#include <chrono>
#include <string>

#include "config/quantity.h"
#include "connectors/letter_json.h"
#include "connectors/mime/date.h"
#include "tests/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using docket::fuzz::must;
  const auto input = docket::fuzz::view(data, size);
  if (const auto date = docket::mime::parse_date(input)) {
    const auto offset = date->offset.count();
    must(offset >= -14 * 60 && offset <= 14 * 60);
    const auto utc = docket::rfc3339(date->utc);
    must(utc >= "1969-12-31" && utc < "2101-01-02");
    must(docket::parse_rfc3339(utc) == date->utc);
  }
  // Of the same family: what people write in settings and rules.
  (void)docket::parse_size(input);
  (void)docket::parse_duration(input);
  (void)docket::parse_clock_time(input);
  if (const auto span = docket::parse_span(input)) must(docket::parse_span(docket::to_string(*span)).has_value());
  if (const auto day = docket::parse_date(input)) must(docket::iso_date(*day) == input);
  if (const auto time = docket::parse_rfc3339(input)) must(docket::parse_rfc3339(docket::rfc3339(*time)).has_value());
  return 0;
}
