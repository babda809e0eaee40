// The arguments of GET /requests and GET /servicerequestupdates.
#pragma once

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/town.h"
#include "connectors/http/server.h"
#include "connectors/open311/request.h"
#include "daemon/casebook/service_requests.h"

namespace docket::open311 {

/// Which public requests are asked for: at most 90 days, at most 1000 rows a page. Without dates the 90 days up to
/// `now`. A service that is not public has no rows; one that does not exist is an error.
[[nodiscard]] tl::expected<ServiceRequestFilter, Error> parse_search(const HttpRequest& request, const Town& town,
                                                                     Time now);

}  // namespace docket::open311
