// A stored Open311 request as a letter's payload.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/town.h"
#include "connectors/webhook/payload.h"

namespace docket::open311 {

/// Total. The subject is the service's name; the lines are "Service: CODE", which rules read, and each answer under its
/// question, as `language` names them; of a service or answer that `services` does not hold (they may have changed
/// since, or be empty) the codes stand there instead.
[[nodiscard]] webhook::Payload understand(std::string_view octets, const std::vector<Service>& services,
                                          const std::string& language);

}  // namespace docket::open311
