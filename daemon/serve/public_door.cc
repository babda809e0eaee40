#include "daemon/serve/public_door.h"

namespace docket {
namespace {

constexpr int kWarning = 4;
/// Each waits for a commit; the commits themselves are made in groups.
constexpr int kHandlers = 64;
constexpr int kWaiting = 256;
constexpr int kConnections = 512;
constexpr int kPerPeer = 64;  // a provider delivers a rush of letters from one address
constexpr std::size_t kInFlight = std::size_t{192} << 20U;

}  // namespace

std::unique_ptr<HttpServer> open_public_door(const Settings& settings, PublicSite& site,
                                             const std::map<std::string, int>& given, LogLine log) {
  if (!settings.desk_public) return nullptr;
  HttpDoor door;
  door.listen = *settings.desk_public;
  door.for_all = true;
  if (const auto found = given.find("public"); found != given.end()) door.given = found->second;
  door.tls = settings.desk_tls;
  door.behind_proxy = settings.desk_proxy;
  door.log = [log](const std::string& line) { log(kWarning, line); };
  HttpLimits limits;
  limits.body_of = [&site](const std::string& path) { return site.largest_body(path); };
  limits.in_flight = kInFlight;
  limits.connections = kConnections;
  limits.per_peer = settings.desk_public->is_unix() ? 0 : kPerPeer;
  limits.handlers = kHandlers;
  limits.waiting = kWaiting;
  return HttpServer::listen(door, limits, [&site](const HttpRequest& request) { return site.answer(request); });
}

}  // namespace docket
