// Fields at the end of a line for the log: ` key=value`, ` key="two words"`. daemon/serve/log.h makes fields of the
// journal of them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docket {

/// With the space before it. `key`: lower-case letters and underscores. What has white space, a quote or an equals sign
/// is quoted, so that a value from outside never passes for another field.
[[nodiscard]] std::string log_field(std::string_view key, std::string_view value);

/// A line as log_field() made it: its words, and its fields in their order, unquoted.
struct LogWords {
  std::string_view text;
  std::vector<std::pair<std::string, std::string>> fields;
};
[[nodiscard]] LogWords read_log_line(std::string_view line);

}  // namespace docket
