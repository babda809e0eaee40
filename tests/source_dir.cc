#include "tests/source_dir.h"

namespace docket {

std::string source_dir() { return DOCKET_SOURCE_DIR; }

}  // namespace docket
