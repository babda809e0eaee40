// The closed list of what a template may print or ask; scanner, checks, renderer and `check --variables` read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docket::letters {

struct Variable {
  enum class Kind { value, flag, list };
  const char* name;
  Kind kind;
  const char* within;   ///< the list it is an item of, or ""
  bool in_subject;      ///< the town's own words only: nothing a resident wrote may begin a letter of ours
  const char* meaning;  ///< for `docket check --variables`
};

[[nodiscard]] const std::vector<Variable>& all_variables();
[[nodiscard]] const Variable* find_variable(std::string_view name);

}  // namespace docket::letters
