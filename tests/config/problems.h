// Problems as tests compare them.
#pragma once

#include <string>

#include "config/problem.h"

namespace docket {

/// "line:column: text" of each problem, warnings marked, one a line.
inline std::string describe(const Problems& problems) {
  std::string result;
  for (const auto& problem : problems) {
    if (!result.empty()) result += "\n";
    result += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + ": " +
              (problem.severity == Severity::warning ? "warning: " : "") + problem.text;
  }
  return result;
}

}  // namespace docket
