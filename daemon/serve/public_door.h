// The public listener: its door and limits, and the site behind it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "config/settings.h"
#include "connectors/http/server.h"
#include "daemon/desk/public_site.h"

namespace docket {

/// `given`: sockets of systemd by name (http::take_given_sockets); one named public is used instead of desk.public.
/// nullptr: docket.yaml names no public listener. Throws std::runtime_error with the reason when it cannot listen.
[[nodiscard]] std::unique_ptr<HttpServer> open_public_door(const Settings& settings, PublicSite& site,
                                                           const std::map<std::string, int>& given, LogLine log);

}  // namespace docket
