// Case numbers as people write them and as letters carry them.
#include <doctest/doctest.h>

#include <string>

#include "daemon/casebook/number.h"

namespace docket {
namespace {

TEST_SUITE_BEGIN("casebook numbers");

TEST_CASE("numbers carry the Damm digit of the published vectors") {
  CHECK(case_number(2026, 1) == "2026-000001-5");
  CHECK(case_number(2026, 2) == "2026-000002-8");
  CHECK(case_number(2026, 10) == "2026-000010-6");
  CHECK(case_number(2026, 100) == "2026-000100-4");
  CHECK(case_number(2026, 1234) == "2026-001234-8");
  CHECK(case_number(2026, 999999) == "2026-999999-5");
  CHECK(damm_digit("572") == '4');
  CHECK(case_number(2026, 1'000'000).substr(0, 13) == "2026-1000000-");
}

TEST_CASE("a number is accepted as people write it") {
  const std::string wanted = "2026-001234-8";
  for (const char* text :
       {"EX-2026-001234-8", "ex-2026-001234-8", "EX20260012348", "2026-001234-8", "20260012348", "EX 2026 001234 8",
        "#2026-001234-8", "[EX-2026-001234-8]", "  EX-2026-001234-8 ", "# EX 2026-001234-8"}) {
    CAPTURE(text);
    CHECK(parse_case_number(text, "EX") == wanted);
  }
}

TEST_CASE("a wrong number is no number") {
  for (const char* text : {"", "EX", "EX-2026-001234-7", "EX-2026-001243-8", "2026-1234-8", "ZZ-2026-001234-8",
                           "EX-2026-001234-8 and more", "EX-2026-0001234-8"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_case_number(text, "EX").has_value());
  }
}

TEST_CASE("every swap of neighbours and every single wrong digit is noticed") {
  const std::string good = "20260012348";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = good;
      wrong[i] = digit;
      CHECK(parse_case_number(wrong, "EX").has_value() == (wrong == good));
    }
    if (i + 1 == good.size()) continue;
    std::string swapped = good;
    std::swap(swapped[i], swapped[i + 1]);
    CHECK(parse_case_number(swapped, "EX").has_value() == (swapped == good));
  }
}

TEST_CASE("numbers are found in subjects and quoted text") {
  using List = std::vector<std::string>;
  CHECK(find_case_numbers("Re: [EX-2026-001234-8] Your letter", "EX") == List{"2026-001234-8"});
  CHECK(find_case_numbers("ex 2026 001234 8, then EX-2026-000001-5.\nEX-2026-001234-8", "EX") ==
        List{"2026-001234-8", "2026-000001-5"});
  CHECK(find_case_numbers("dossier EX-2026-001234-8à suivre", "EX").empty());
  CHECK(find_case_numbers("FLEX-2026-001234-8 and EX-2026-001234-9", "EX").empty());
  CHECK(find_case_numbers("EX-2026-001234-83", "EX").empty());
  CHECK(find_case_numbers("2026-001234-8", "EX").empty());
}

TEST_CASE("a long text of near misses is read in one pass") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "EX-2026-00";
  CHECK(find_case_numbers(text, "EX").empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
