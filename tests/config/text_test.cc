#include "config/text.h"

#include <doctest/doctest.h>

#include <string>

namespace docket {

TEST_CASE("ASCII capitals become small wherever they stand, and no other octet changes") {
  for (std::size_t before = 0; before < 18; ++before) {
    for (int octet = 0; octet < 256; ++octet) {
      const char c = static_cast<char>(octet);
      const char wanted = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      const auto lower = ascii_lower(std::string(before, '[') + c + std::string(9, '@'));
      if (lower == std::string(before, '[') + wanted + std::string(9, '@')) continue;
      CAPTURE(octet);
      CHECK(lower.at(before) == wanted);
    }
  }
}

TEST_CASE("UTF-8 is told from what is none, wherever the octets beyond ASCII stand") {
  for (std::size_t before = 0; before < 18; ++before) {
    const std::string ascii(before, 'a');
    for (const char* good : {"é", "…", "💧", "éé", "é."}) CHECK(is_utf8(ascii + good + ascii));
    for (const char* bad : {"\xC3", "\x80", "\xED\xA0\x80", "\xC0\x80", "\xF5\x80\x80\x80", "é\xFF"}) {
      CHECK_FALSE(is_utf8(ascii + bad + ascii));
    }
    CHECK(is_ascii_text(ascii));
    CHECK_FALSE(is_ascii_text(ascii + "é" + ascii));
    CHECK(to_valid_utf8(ascii + "é\xFF" + ascii) == ascii + "é\xEF\xBF\xBD" + ascii);
    CHECK(to_valid_utf8(ascii + std::string("é\0", 3) + ascii) == ascii + "é" + ascii);
  }
}

TEST_CASE("trimming takes every ASCII white space off the ends and nothing else") {
  CHECK(trim(" \t\r\n\f\va b\v\f\n\r\t ") == "a b");
  CHECK(trim(" \t ").empty());
  CHECK(trim("\xC2\xA0").size() == 2);
}

TEST_CASE("a time as RFC 3339 has it, whole seconds, in years of four digits") {
  CHECK(rfc3339(Time{}) == "1970-01-01T00:00:00Z");
  CHECK(rfc3339(Time{} - std::chrono::microseconds(1)) == "1969-12-31T23:59:59Z");
  for (const char* text : {"2026-11-25T02:28:04Z", "0033-04-03T15:00:00Z", "2000-02-29T23:59:59Z"}) {
    CHECK(rfc3339(*parse_rfc3339(text)) == text);
  }
}

}  // namespace docket
