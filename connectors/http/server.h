// A small HTTP/1.1 server over TCP or a Unix socket; one .cc includes Boost.Beast. Serves the public pages and
// webhooks, the staff's, and the control socket.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace docket {

struct HttpPeer {
  std::string login;    ///< on a Unix socket: the login name of SO_PEERCRED's user, or its number; else empty
  std::string address;  ///< over TCP: the numeric address; else empty
};

struct HttpRequest {
  std::string method;
  std::string path;                            ///< decoded, without the query
  std::string target;                          ///< as sent, with the query: what some senders sign
  std::map<std::string, std::string> query;    ///< decoded; of a name that comes twice the first
  std::map<std::string, std::string> headers;  ///< lower-case names
  std::string body;
  HttpPeer peer;
};

struct HttpResponse {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::map<std::string, std::string> headers{};  ///< further ones, such as Retry-After
};

struct HttpLimits {
  std::size_t header = std::size_t{16} << 10U;
  std::size_t body = std::size_t{1} << 20U;
  std::chrono::seconds deadline{30};  ///< for header and body together, never re-armed
  int connections = 256;
};

/// Handlers run on a small pool, never on the I/O thread; a full pool answers 503. What a handler throws becomes 500
/// with a fixed body.
class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;
  /// Binds at once; throws std::runtime_error with the reason, also when another program listens there. `group`: the
  /// socket file is 0660 with that group (empty: 0600).
  [[nodiscard]] static std::unique_ptr<HttpServer> on_unix_socket(const std::filesystem::path& path,
                                                                  const std::string& group, const HttpLimits& limits,
                                                                  Handler handler);
  [[nodiscard]] static std::unique_ptr<HttpServer> on_tcp(const std::string& address, unsigned short port,
                                                          const HttpLimits& limits, Handler handler);
  virtual ~HttpServer() = default;
  HttpServer() = default;
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  [[nodiscard]] virtual unsigned short port() const = 0;  ///< TCP
  virtual void stop() = 0;                                ///< returns when no handler runs any more
};

}  // namespace docket
