#include "daemon/serve/staff_door.h"

#include <utility>

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr int kConnections = 32;
constexpr std::size_t kBody = std::size_t{16} << 10U;  // nothing that is asked here has one

HttpResponse plain(int status, const char* text) { return {status, "text/plain; charset=utf-8", text}; }

}  // namespace

HttpResponse metrics_answer(std::string text) {
  return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text)};
}

HttpResponse answer_staff(const HttpRequest& request, const std::function<std::string()>& metrics) {
  if (request.path != "/metrics") return plain(404, "not found\n");
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "GET\n");
  return metrics_answer(metrics());
}

std::unique_ptr<HttpServer> open_staff_door(const Settings& settings, std::function<std::string()> metrics,
                                            const std::map<std::string, int>& given, LogLine log) {
  if (!settings.desk_staff) return nullptr;
  HttpDoor door;
  door.listen = *settings.desk_staff;
  door.group = settings.operators_group;
  if (const auto found = given.find("staff"); found != given.end()) door.given = found->second;
  door.log = [log](const std::string& line) { log(kWarning, line); };
  HttpLimits limits;
  limits.body = kBody;
  limits.connections = kConnections;
  limits.handlers = 1;
  return HttpServer::listen(door, limits, [metrics = std::move(metrics)](const HttpRequest& request) {
    return answer_staff(request, metrics);
  });
}

}  // namespace docket
