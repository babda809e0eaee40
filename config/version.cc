#include "config/version.h"

namespace docket {

std::string version() { return DOCKET_VERSION; }

}  // namespace docket
