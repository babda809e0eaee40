// The parser's messages in words a clerk knows, with what to do.
#pragma once

#include <string_view>

namespace docket::yaml {

struct Explanation {
  std::string_view text;
  std::string_view hint;
};

/// `message` as yaml-cpp 0.7 words it.
[[nodiscard]] Explanation explain(std::string_view message);

}  // namespace docket::yaml
