// A small HTTP/1.1 server over TCP or a Unix socket, plain or TLS; one .cc includes Boost.Beast. Serves the public
// pages and webhooks, the staff's, and the control socket.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "config/listen.h"

namespace docket {

struct HttpPeer {
  std::string login;    ///< on a Unix socket: the login name of SO_PEERCRED's user, or its number; else empty
  std::string address;  ///< over TCP: the numeric address, behind a proxy the one that the proxy saw; else empty
};

struct HttpRequest {
  std::string method;
  std::string path;                            ///< decoded, without the query
  std::string target;                          ///< as sent, with the query: what some senders sign
  std::map<std::string, std::string> query;    ///< decoded; of a name that comes twice the first
  std::map<std::string, std::string> headers;  ///< lower-case names; of the head only, never from a trailer
  std::string body;
  HttpPeer peer;

  /// "" when there is none; `name` in lower case.
  [[nodiscard]] const std::string& header(const std::string& name) const;
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
  /// The limit of one path (decoded) in place of `body`, asked on the I/O thread when the header is whole: quick, no
  /// lock.
  std::function<std::size_t(const std::string& path)> body_of{};
  /// Octets of bodies in memory over all connections. Beyond them 503 before a body is read; bodies of at most 64 KiB
  /// and one that is alone always fit.
  std::size_t in_flight = std::size_t{64} << 20U;
  /// Octets of answers in memory; beyond them who has been reading its answer longest is closed.
  std::size_t answers = std::size_t{64} << 20U;
  std::chrono::milliseconds deadline{30'000};         ///< for TLS, header and body together, never re-armed
  std::chrono::milliseconds answer_deadline{30'000};  ///< until the whole answer is taken
  /// When full, the connection that has waited longest without a whole request is closed in favour of the new one.
  int connections = 256;
  int per_peer = 16;  ///< over TCP, of one IPv4 address or IPv6 /64; 0: any number
  int handlers = 2;   ///< threads
  int waiting = 64;   ///< requests that wait for one of them; beyond these 503
};

/// Where a server listens and as what.
struct HttpDoor {
  Listen listen;
  std::string group;            ///< a Unix socket's file is 0660 with that group; empty: 0600
  bool for_all = false;         ///< a Unix socket's file is 0666: for a proxy with a user of its own
  std::optional<int> given;     ///< a socket that systemd opened, instead of `listen`; the server closes it
  std::optional<TlsFiles> tls;  ///< read again when they change
  bool behind_proxy = false;    ///< X-Forwarded-For's last hop is the peer, when a program of this machine says so
  std::function<void(const std::string&)> log{};  ///< one line for the admin; called from the I/O thread
};

/// One request a connection ("Connection: close"). Handlers run on threads of their own, never on the I/O thread. What
/// a handler throws becomes 500 with a fixed body.
class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;
  /// Binds at once; throws std::runtime_error with the reason, also when another program listens there.
  [[nodiscard]] static std::unique_ptr<HttpServer> listen(const HttpDoor& door, const HttpLimits& limits,
                                                          Handler handler);
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
