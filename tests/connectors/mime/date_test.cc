#include "connectors/mime/date.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/text.h"

namespace docket::mime {
namespace {

std::string described(const std::string& text) {
  const auto date = parse_date(text);
  return date ? rfc3339(date->utc) + " " + std::to_string(date->offset.count()) : "none";
}

}  // namespace

TEST_CASE("dates are read as senders write them, and ridiculous ones are none") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"Sun, 22 Nov 2026 10:00:00 -0500", "2026-11-22T15:00:00Z -300"},
      {"22 Nov 2026 10:00 +0000", "2026-11-22T10:00:00Z 0"},
      {"Sun,22 Nov 2026 10:00:00 -0500 (EST)", "2026-11-22T15:00:00Z -300"},
      {"Sun (a comment), 22 (x) Nov 2026 10:00:00 GMT", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 26 10:00:00 EST", "2026-11-22T15:00:00Z -300"},
      {"Sun, 22 Nov 99 10:00:00 PDT", "1999-11-22T17:00:00Z -420"},
      {"22 Nov 126 10:00:00 UT", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 2026 10:00:00 Z", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 2026 10:00:00 A", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 2026 10:00:00", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 2026 10:00:00 -0000", "2026-11-22T10:00:00Z 0"},
      {"Sun, 22 Nov 2026 10:00:00 +05:30", "2026-11-22T04:30:00Z 330"},
      {"Sun, 22 Nov 2026 10:00:00 GMT+2", "2026-11-22T08:00:00Z 120"},
      {"Sun, 22 Nov 2026 10:00:00 AST", "2026-11-22T14:00:00Z -240"},
      {"Sun , 22 Nov 2026 10 : 00 : 00 -0500", "2026-11-22T15:00:00Z -300"},
      {"Sun, 22 Nov 2026 10:00:00 PM -0500", "2026-11-23T03:00:00Z -300"},
      {"Nov 22, 2026 12:05 am", "2026-11-22T00:05:00Z 0"},
      {"Nov 22, 2026 12:05 PM", "2026-11-22T12:05:00Z 0"},
      {"Sun Nov 22 10:00:00 2026", "2026-11-22T10:00:00Z 0"},
      {"Sun Nov 22 10:00:00 EST 2026", "2026-11-22T15:00:00Z -300"},
      {"November 22, 2026 10:00:00 -0500", "2026-11-22T15:00:00Z -300"},
      {"22-Nov-2026 10:00:00 -0500", "2026-11-22T15:00:00Z -300"},
      {"Sun, 22 Nov 2026 10:00:60 +0000", "2026-11-22T10:00:59Z 0"},
      {"22 Nov 2026 10:00+0100", "2026-11-22T09:00:00Z 60"},
      {"22 Nov 2026 10:00:00Z", "2026-11-22T10:00:00Z 0"},
      {"2026-11-22T10:00:00-05:00", "2026-11-22T15:00:00Z -300"},
      {"2026-11-22 10:00:00 -0500", "2026-11-22T15:00:00Z -300"},
      {"2026-11-22T10:00:00.123Z", "2026-11-22T10:00:00Z 0"},
      {"29 Feb 2024 00:00:00 +0000", "2024-02-29T00:00:00Z 0"},
      {"29 Feb 2026 00:00:00 +0000", "none"},
      {"31 Dec 9999 23:59:59 +0000", "none"},
      {"1 Jan 1 00:00:00 +0000", "2001-01-01T00:00:00Z 0"},
      {"1 Jan 1969 00:00:00 +0000", "none"},
      {"22 Nov 2026 10:00:00 +9999", "none"},
      {"22 Nov 2026 25:00:00 +0000", "none"},
      {"22 Nov 2026 10:61:00 +0000", "none"},
      {"22 Nov 2026", "none"},
      {"yesterday", "none"},
      {"", "none"},
      {"::::", "none"},
      {"((((((", "none"},
      {"99999999999999999999 Nov 2026 10:00:00", "none"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(described(c.text) == c.expected);
  }
}

}  // namespace docket::mime
