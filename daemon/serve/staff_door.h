// The staff listener: GET /metrics. A door of its own, so that staff and the public never share one.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "config/settings.h"
#include "connectors/http/server.h"
#include "connectors/source.h"

namespace docket {

/// `given`: sockets of systemd by name; one named staff is used instead of desk.staff. `metrics`: Prometheus' text,
/// from the server's handler threads. nullptr: docket.yaml names no staff listener. Throws std::runtime_error with the
/// reason when it cannot listen.
[[nodiscard]] std::unique_ptr<HttpServer> open_staff_door(const Settings& settings,
                                                          std::function<std::string()> metrics,
                                                          const std::map<std::string, int>& given, LogLine log);

/// What the staff listener answers.
[[nodiscard]] HttpResponse answer_staff(const HttpRequest& request, const std::function<std::string()>& metrics);

/// 200 with Prometheus' text.
[[nodiscard]] HttpResponse metrics_answer(std::string text);

}  // namespace docket
