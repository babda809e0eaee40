#include "config/problem.h"

#include <fmt/format.h>

#include <algorithm>

namespace docket {

namespace {

/// What repeats a text of the file may hold its line breaks; a problem takes one line, a hint another.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::string to_string(const Problem& problem) {
  const auto& place = problem.place;
  // What is wrong with a whole file stands at its beginning: editors and scripts find one shape of line.
  auto text = fmt::format("{}:{}:{}", place.file, std::max(place.line, 1), std::max(place.column, 1));
  text += problem.severity == Severity::error ? ": error: " : ": warning: ";
  text += one_line(problem.text);
  if (!problem.hint.empty()) text += "\n  hint: " + one_line(problem.hint);
  return text;
}

bool has_errors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace docket
