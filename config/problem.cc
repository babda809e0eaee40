#include "config/problem.h"

#include <algorithm>

namespace docket {

std::string to_string(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0) {
    text += ":" + std::to_string(problem.place.line) + ":" + std::to_string(std::max(problem.place.column, 1));
  }
  text += problem.severity == Severity::error ? ": error: " : ": warning: ";
  text += problem.text;
  if (!problem.hint.empty()) text += "\n  hint: " + problem.hint;
  return text;
}

bool has_errors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace docket
