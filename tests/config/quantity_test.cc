// Sizes, lengths of time, days, clock times and addresses as people write them.
#include "config/quantity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/address.h"
#include "config/text.h"

namespace docket {
namespace {

TEST_CASE("sizes") {
  const std::vector<std::pair<std::string, std::uint64_t>> good{{"50 MiB", std::uint64_t{50} << 20U},
                                                                {"20MiB", std::uint64_t{20} << 20U},
                                                                {"1 kB", 1000},
                                                                {"2 MB", 2'000'000},
                                                                {"300 KiB", 300 * 1024},
                                                                {"12", 12},
                                                                {"12 B", 12},
                                                                {"1 GiB", 1 << 30U}};
  for (const auto& [text, octets] : good) {
    CAPTURE(text);
    CHECK(parse_size(text) == octets);
  }
  for (const std::string text :
       {"", "0", "-1 MiB", "1.5 MiB", "MiB", "10 miles", "010 MiB", "99999999999999999999", "1 MiB x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_size(text));
  }
}

TEST_CASE("durations of settings and options") {
  const std::vector<std::pair<std::string, int>> good{
      {"30s", 30},      {"5m", 300},      {"12h", 43200}, {"30d", 2'592'000}, {"30 days", 2'592'000},
      {"1 minute", 60}, {"2 hours", 7200}};
  for (const auto& [text, seconds] : good) {
    CAPTURE(text);
    CHECK(parse_duration(text) == std::chrono::seconds(seconds));
  }
  for (const std::string text : {"", "0s", "5", "5 M", "2 business days", "1h30m", "-5m", "1 fortnight"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("spans are read as they are written out") {
  for (const std::string text :
       {"2 business days", "1 business day", "same day", "30 days", "4 business hours", "1 hour", "45 minutes"}) {
    CAPTURE(text);
    const auto span = parse_span(text);
    REQUIRE(span);
    CHECK(to_string(*span) == text);
  }
  for (const std::string text :
       {"", "0 days", "two days", "2 weeks", "30d", "2  business  days x", "10001 days", "same  day"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_span(text));
  }
}

TEST_CASE("days and clock times that do not exist are refused") {
  CHECK(parse_date("2028-02-29"));
  for (const std::string text :
       {"2027-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-00", "2026-0a-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
  CHECK(parse_clock_time("08:30") == 510);
  CHECK(parse_clock_time("24:00") == 1440);
  for (const std::string text : {"8:30", "24:01", "12:60", "ab:cd", "08.30", ""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_clock_time(text));
  }
}

TEST_CASE("moments of RFC 3339 have two digits a part") {
  for (const char* good :
       {"2026-11-03", "2026-11-03T10:00:00Z", "2026-11-03T10:00:00-05:00", "2026-11-03T10:00:00.25Z"}) {
    CAPTURE(good);
    CHECK(parse_rfc3339(good).has_value());
  }
  CHECK(*parse_rfc3339("2026-11-03T10:00:00-05:00") == *parse_rfc3339("2026-11-03T15:00:00Z"));
  for (const char* bad :
       {"", "2026-11-3", "2026-11-3T10:00:00Z", "2026-11-03T1:00:00Z", "2026-11-03T10:00:0-05:00",
        "2026-11-03T10:00:00", "2026-11-03T10:00Z", "2026-11-03T10:00:00-5:00", "2026-11-03T10:00:00 Z",
        "2026-02-30T10:00:00Z", "2026-11-03T10:00:00Z or so", "2026-11-03 10:00:00Z", "+026-11-03"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_rfc3339(bad).has_value());
  }
}

TEST_CASE("two spellings of one address have one key") {
  const std::vector<std::pair<std::string, std::string>> good{
      {"Ward2@Town.Example", "ward2@town.example"},   {"info@xn--bcher-kva.example", "info@bücher.example"},
      {"info@BÜCHER.example", "info@bücher.example"}, {"Élise@town.example", "élise@town.example"},
      {"a+b.c_d@x.example", "a+b.c_d@x.example"},     {"o'neil@town.example", "o'neil@town.example"}};
  for (const auto& [text, key] : good) {
    CAPTURE(text);
    CHECK(address_key(text) == key);
  }
  for (const std::string text : {"",
                                 "ward2",
                                 "@town.example",
                                 "ward2@",
                                 "a b@town.example",
                                 "a@b@town.example",
                                 "a..b@x.example",
                                 ".a@x.example",
                                 "Ana <a@x.example>",
                                 "a@x.example\r\nBcc: b@x.example",
                                 "a@-x-.example",
                                 "a@x..example",
                                 "a@x_y.example",
                                 "a\xC2\x81z@x.example",
                                 "a\xE2\x80\xAEz@x.example",
                                 "a\xC2\xA0z@x.example",
                                 "\"a b\"@x.example",
                                 "a@[127.0.0.1]",
                                 "a@xn--zzzzzzzz999.example",
                                 "\xFF@x.example"}) {
    CAPTURE(text);
    CHECK_FALSE(address_key(text));
  }
  CHECK_FALSE(address_key(std::string(65, 'a') + "@x.example"));
  CHECK(address_to_write("Ward2@Town.Example") == "Ward2@town.example");
  CHECK(domain_to_ascii("bücher.example") == "xn--bcher-kva.example");
}

}  // namespace
}  // namespace docket
