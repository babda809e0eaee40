// Everything about one inbound that can be done before the writer's transaction: read, judge, plan the answers.
#pragma once

#include <string>

#include "daemon/casebook/recording.h"
#include "daemon/configuration.h"

namespace docket {

/// `instance` is our X-Docket-Instance; `now` when it is recorded. Throws nothing but std::bad_alloc.
[[nodiscard]] Recording prepare(Inbound inbound, const Configuration& configuration, const std::string& instance,
                                Time now);

}  // namespace docket
