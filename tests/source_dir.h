// Where this source tree lies: tests read the sample town and their own data from there.
#pragma once

#include <string>

namespace docket {

/// Absolute. In a file of its own, so that no other object depends on where the tree lies (ccache).
[[nodiscard]] std::string source_dir();

}  // namespace docket
