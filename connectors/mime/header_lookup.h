// Header fields of a letter by name.
#pragma once

#include <string_view>
#include <vector>

#include "connectors/letter.h"

namespace docket {

/// All values of the field, in the letter's order; names compare without regard to case.
[[nodiscard]] std::vector<std::string_view> values_of(const Letter& letter, std::string_view name);
/// The first value, or "" when there is none.
[[nodiscard]] std::string_view first_value(const Letter& letter, std::string_view name);
/// Up to the first white space, semicolon, comma or parenthesis.
[[nodiscard]] std::string_view first_word(std::string_view value);
/// In lower case what stands before the @ of the first From address; "" without one.
[[nodiscard]] std::string from_local_part(const Letter& letter);

}  // namespace docket
