// Which docket this is.
#pragma once

#include <string>

namespace docket {

/// As in the package and in `docket --version`; in a file of its own, so that a new one rebuilds nothing else.
[[nodiscard]] std::string version();

}  // namespace docket
