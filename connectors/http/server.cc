#include "connectors/http/server.h"

#include <grp.h>
#include <netdb.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "config/text.h"

namespace docket {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Stream = beast::basic_stream<asio::generic::stream_protocol>;

constexpr int kHandlerThreads = 2;
constexpr int kWaitingHandlers = 64;  // beyond these the answer is 503 at once

std::string decoded(std::string_view text, bool plus_is_space) {
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      result += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

std::map<std::string, std::string> query_of(std::string_view text) {
  std::map<std::string, std::string> query;
  for (const auto pair : split(text, '&')) {
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    const auto value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
    query.emplace(decoded(pair.substr(0, equals), true), decoded(value, true));
  }
  return query;
}

std::string login_of(uid_t uid) {
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return found->pw_name;
  return std::to_string(uid);
}

std::string numeric_peer(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, NI_MAXHOST> text{};
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (getpeername(socket, any, &size) != 0) return "";
  return getnameinfo(any, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0 ? text.data() : "";
}

HttpPeer peer_of(int socket) {
  HttpPeer peer;
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return peer;
  if (address.ss_family != AF_UNIX) {
    peer.address = numeric_peer(socket);
    return peer;
  }
  ucred credentials{};
  size = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0) {
    peer.login = login_of(credentials.uid);
  }
  return peer;
}

/// Framing that Beast lets through and a server behind a proxy must not (request smuggling).
bool has_strict_framing(const http::request<http::string_body>& request) {
  const auto te = request[http::field::transfer_encoding];
  if (!te.empty() && (!ascii_equal_nocase({te.data(), te.size()}, "chunked") || request.version() < 11)) return false;
  if (request.count(http::field::content_encoding) > 0 || request.count(http::field::host) != 1) return false;
  return !request.target().empty() && request.target().front() == '/';
}

HttpRequest request_of(const http::request<http::string_body>& message, int socket) {
  HttpRequest request;
  request.method = std::string(message.method_string());
  const std::string_view target(message.target().data(), message.target().size());
  const auto question = target.find('?');
  request.target = std::string(target);
  request.path = decoded(target.substr(0, question), false);
  if (question != std::string_view::npos) request.query = query_of(target.substr(question + 1));
  for (const auto& field : message) {
    const auto name = field.name_string();
    request.headers[ascii_lower({name.data(), name.size()})] = std::string(field.value());
  }
  request.body = message.body();
  request.peer = peer_of(socket);
  return request;
}

/// What the sessions share; outlives every one of them.
struct Core {
  HttpLimits limits;
  HttpServer::Handler handler;
  asio::io_context io{1};
  asio::thread_pool pool{kHandlerThreads};
  std::atomic<int> connections{0};
  std::atomic<int> waiting{0};
};

/// One connection: one request, one answer, then closed ("Connection: close" ends pipelining and smuggling).
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Core& core, asio::generic::stream_protocol::socket socket) : core_(core), stream_(std::move(socket)) {
    ++core_.connections;
    parser_.header_limit(static_cast<std::uint32_t>(core_.limits.header));
    parser_.body_limit(core_.limits.body);
  }
  ~Session() { --core_.connections; }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start() {
    stream_.expires_after(core_.limits.deadline);
    http::async_read(stream_, buffer_, parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_read(error); });
  }

 private:
  void on_read(beast::error_code error) {
    if (error == http::error::body_limit) return answer({413, "text/plain", "too large\n"});
    if (error == http::error::header_limit) return answer({431, "text/plain", "header too large\n"});
    if (error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message) {
      return answer({400, "text/plain", "bad request\n"});
    }
    if (error) return;
    if (!has_strict_framing(parser_.get())) return answer({400, "text/plain", "bad request\n"});
    if (core_.waiting.fetch_add(1) >= kWaitingHandlers) {
      --core_.waiting;
      return answer({503, "text/plain", "busy\n"});
    }
    stream_.expires_never();
    asio::post(core_.pool, [self = shared_from_this()] { self->handle(); });
  }

  void handle() {
    HttpResponse response{500, "text/plain", "internal error\n"};
    try {
      response = core_.handler(request_of(parser_.get(), stream_.socket().native_handle()));
    } catch (const std::exception&) {
      // The fixed body says nothing of the inside; the handler logs what it knows before it throws.
      response = {500, "text/plain", "internal error\n"};
    }
    --core_.waiting;
    asio::post(core_.io, [self = shared_from_this(), response = std::move(response)] { self->answer(response); });
  }

  void answer(const HttpResponse& response) {
    response_.result(static_cast<unsigned>(response.status));
    response_.version(11);
    response_.set(http::field::content_type, response.type);
    response_.set(http::field::cache_control, "no-store");
    if (response.status == 503) response_.set(http::field::retry_after, "5");
    for (const auto& [name, value] : response.headers) response_.set(name, value);
    response_.keep_alive(false);
    response_.body() = response.body;
    response_.prepare_payload();
    stream_.expires_after(core_.limits.deadline);
    http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code, std::size_t) {
      beast::error_code ignored;
      self->stream_.socket().shutdown(asio::socket_base::shutdown_send, ignored);
    });
  }

  Core& core_;
  Stream stream_;
  beast::flat_buffer buffer_{std::size_t{64} << 10U};
  http::request_parser<http::string_body> parser_;
  http::response<http::string_body> response_;
};

/// Accepts on one listener; Protocol is local::stream_protocol or ip::tcp.
template <class Protocol>
class Listener final : public HttpServer {
 public:
  Listener(typename Protocol::endpoint endpoint, const HttpLimits& limits, Handler handler)
      : acceptor_(core_.io), retry_(core_.io) {
    core_.limits = limits;
    core_.handler = std::move(handler);
    acceptor_.open(endpoint.protocol());
    if constexpr (std::is_same_v<Protocol, asio::ip::tcp>) acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
  }
  ~Listener() override { Listener::stop(); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void run() {
    accept();
    thread_ = std::thread([this] { core_.io.run(); });
  }

  [[nodiscard]] unsigned short port() const override {
    if constexpr (std::is_same_v<Protocol, asio::ip::tcp>) return acceptor_.local_endpoint().port();
    return 0;
  }

  void stop() override {
    const std::lock_guard lock(stopping_);
    if (!thread_.joinable()) return;
    asio::post(core_.io, [this] {
      beast::error_code ignored;
      acceptor_.close(ignored);
      retry_.cancel();
    });
    core_.pool.join();
    core_.io.stop();
    thread_.join();
    beast::error_code ignored;
    acceptor_.close(ignored);  // the turn posted above may not have come
  }

 private:
  void accept() {
    acceptor_.async_accept([this](beast::error_code error, typename Protocol::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error && core_.connections < core_.limits.connections) {
        std::make_shared<Session>(core_, asio::generic::stream_protocol::socket(std::move(socket)))->start();
      }
      if (!error) return accept();
      // Out of descriptors: wait instead of spinning.
      retry_.expires_after(std::chrono::milliseconds(100));
      retry_.async_wait([this](beast::error_code cancelled) {
        if (!cancelled) accept();
      });
    });
  }

  Core core_;
  asio::basic_socket_acceptor<Protocol> acceptor_;
  asio::steady_timer retry_;
  std::thread thread_;
  std::mutex stopping_;
};

/// A socket file that nobody listens on any more is a left-over; one that answers is somebody's.
bool is_listened_on(const std::filesystem::path& path) {
  asio::io_context io;
  asio::local::stream_protocol::socket socket(io);
  beast::error_code error;
  socket.connect(asio::local::stream_protocol::endpoint(path.string()), error);
  return !error;
}

void give_to_group(const std::filesystem::path& path, const std::string& group) {
  if (group.empty()) return;
  std::array<char, 4096> buffer{};
  ::group entry{};
  ::group* found = nullptr;
  if (getgrnam_r(group.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) {
    throw std::runtime_error("the group " + group + " of operators does not exist");
  }
  struct stat info {};
  const bool theirs = stat(path.c_str(), &info) == 0 && info.st_gid == found->gr_gid;  // under systemd's Group=
  if ((!theirs && chown(path.c_str(), static_cast<uid_t>(-1), found->gr_gid) != 0) || chmod(path.c_str(), 0660) != 0) {
    throw std::runtime_error("cannot give " + path.string() + " to the group " + group);
  }
}

}  // namespace

std::unique_ptr<HttpServer> HttpServer::on_unix_socket(const std::filesystem::path& path, const std::string& group,
                                                       const HttpLimits& limits, Handler handler) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  if (is_listened_on(path)) throw std::runtime_error("another program listens on " + path.string());
  std::filesystem::remove(path, ignored);
  const auto old_mask = umask(0177);  // 0600 from the first moment
  try {
    auto server = std::make_unique<Listener<asio::local::stream_protocol>>(
        asio::local::stream_protocol::endpoint(path.string()), limits, std::move(handler));
    umask(old_mask);
    give_to_group(path, group);
    server->run();
    return server;
  } catch (const boost::system::system_error& error) {
    umask(old_mask);
    throw std::runtime_error("cannot listen on " + path.string() + ": " + error.code().message());
  }
}

std::unique_ptr<HttpServer> HttpServer::on_tcp(const std::string& address, unsigned short port,
                                               const HttpLimits& limits, Handler handler) {
  try {
    auto server = std::make_unique<Listener<asio::ip::tcp>>(
        asio::ip::tcp::endpoint(asio::ip::make_address(address), port), limits, std::move(handler));
    server->run();
    return server;
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot listen on " + address + ":" + std::to_string(port) + ": " +
                             error.code().message());
  }
}

}  // namespace docket
