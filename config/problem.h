// What a person must fix in a file they wrote: where, what, and a hint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// Line and column count from 1, the column in characters (not bytes); 0 means unknown.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { error, warning };

struct Problem {
  Severity severity = Severity::error;
  Place place;
  std::string text;
  std::string hint;
};

using Problems = std::vector<Problem>;

/// "file:line:col: error: text" and, where there is one, a second line "  hint: ...".
[[nodiscard]] std::string to_string(const Problem& problem);
[[nodiscard]] bool has_errors(const Problems& problems);

/// Why the world (network, disk, server) did not do as asked; the kind picks the action.
struct Trouble {
  enum class Kind { transient, permanent, unknown } kind = Kind::transient;
  std::string text;
};

}  // namespace docket
