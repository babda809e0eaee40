// Case numbers: PREFIX-YYYY-NNNNNN-C with the Damm check digit over YYYYNNNNNN.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// "2026-000123-8" (no prefix); at least six digits.
[[nodiscard]] std::string case_number(int year, std::int64_t sequence);
/// The check digit over a string of decimal digits (Damm 2004, the totally anti-symmetric quasigroup of order 10).
[[nodiscard]] char damm_digit(std::string_view digits);
/// Accepts spaces, missing hyphens, '#', lower case, with or without the prefix; nullopt when the digit is wrong.
[[nodiscard]] std::optional<std::string> parse_case_number(std::string_view text, std::string_view prefix);
/// Every valid number with the prefix that occurs in a text, in order, each once.
[[nodiscard]] std::vector<std::string> find_case_numbers(std::string_view text, std::string_view prefix);

}  // namespace docket
