#include "connectors/http/server.h"

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cerrno>
#include <future>
#include <mutex>
#include <thread>

#include <sys/socket.h>

#include "config/heartbeat.h"
#include "connectors/http/session.h"
#include "connectors/http/tls.h"

namespace docket {
namespace {

namespace asio = boost::asio;
using Code = boost::system::error_code;

constexpr std::chrono::milliseconds kGrace{100};   // to ask, before one gives way to another
constexpr std::chrono::milliseconds kBackOff{20};  // until accept is tried again
constexpr std::chrono::seconds kLastAnswers{2};    // at the end, for answers that are being written
constexpr std::chrono::seconds kTurn{5};           // how often the I/O thread shows that it turns
constexpr std::chrono::seconds kLongestTurn{30};
constexpr int kAcceptedInARow = 16;  // before others of the I/O thread have their turn

std::string name_of(const Listen& listen, unsigned short port) {
  return listen.is_unix() ? listen.socket.filename().string() : std::to_string(port);
}

class Server final : public HttpServer {
 public:
  Server(http::Socket listener, const HttpDoor& door, const HttpLimits& limits, Handler handler)
      : limits_(limits),
        handler_(std::move(handler)),
        connections_(limits.connections, limits.per_peer, kGrace),
        shared_{limits_, handler_, door.behind_proxy, io_, pool_, connections_},
        pool_(static_cast<std::size_t>(limits.handlers)),
        port_(http::port_of(listener.get())),
        listener_(io_, listener.release()),
        retry_(io_),
        alive_(io_),
        name_("listener " + name_of(door.listen, port_)),
        log_(door.log) {
    if (door.tls) certificate_.emplace(*door.tls, door.log);
    wait();
    thread_ = std::thread([this] { run(); });
  }
  ~Server() override { Server::stop(); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] unsigned short port() const override { return port_; }

  void stop() override {
    const std::lock_guard lock(stopping_);
    if (!thread_.joinable()) return;
    std::promise<void> closed;
    asio::post(io_, [&] {
      shared_.stopping = true;
      listener_.close();
      retry_.cancel();
      alive_.cancel();
      closed.set_value();
    });
    closed.get_future().wait();  // from here on nothing is handed over
    pool_.join();
    asio::post(io_, [this] { connections_.close_idle(); });
    ended_.get_future().wait_for(kLastAnswers);
    io_.stop();
    thread_.join();
  }

 private:
  void run() {
    Heartbeat beat(name_, kLongestTurn);
    show_turns(beat);
    for (bool again = true; again;) {
      try {
        io_.run();
        again = false;
      } catch (const std::exception& error) {  // of one connection, which is closed with it
        if (log_) log_(std::string("http: ") + error.what());
      }
    }
    ended_.set_value();
  }

  void show_turns(Heartbeat& beat) {
    beat.turn();
    alive_.expires_after(kTurn);
    alive_.async_wait([this, &beat](Code cancelled) {
      if (!cancelled) show_turns(beat);
    });
  }

  void wait() {
    listener_.async_wait(asio::posix::descriptor_base::wait_read, [this](Code error) {
      if (!error) accept();
    });
  }

  void accept() {
    for (int i = 0; i < kAcceptedInARow; ++i) {
      if (!connections_.has_room(http::Connections::Clock::now())) return back_off();
      http::Socket socket(::accept4(listener_.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
      if (socket.get() >= 0) {
        serve(std::move(socket));
        continue;
      }
      if (errno == EINTR || errno == ECONNABORTED) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) break;
      // Out of descriptors: who has waited longest gives way.
      if (!connections_.close_one(http::Connections::Clock::now())) return back_off();
    }
    wait();
  }

  /// Whatever is wrong with one connection, the next is accepted.
  void serve(http::Socket socket) {
    try {
      http::serve_connection(shared_, std::move(socket), certificate_ ? certificate_->current() : nullptr);
    } catch (const std::exception& error) {
      if (log_) log_(std::string("http: ") + error.what());
    }
  }

  /// No room, no descriptors, no memory: who comes stays in the kernel's queue; trying at once again would only spin.
  void back_off() {
    retry_.expires_after(kBackOff);
    retry_.async_wait([this](Code cancelled) {
      if (!cancelled) wait();
    });
  }

  const HttpLimits limits_;
  const Handler handler_;
  http::Connections connections_;  // outlives the sessions, which io_ and pool_ may still hold
  http::Shared shared_;            // so does this
  asio::io_context io_{1};
  asio::thread_pool pool_;
  unsigned short port_;
  asio::posix::stream_descriptor listener_;
  asio::steady_timer retry_;
  asio::steady_timer alive_;
  const std::string name_;
  std::optional<http::Certificate> certificate_;
  std::function<void(const std::string&)> log_;
  std::promise<void> ended_;
  std::thread thread_;
  std::mutex stopping_;
};

http::Socket open(const HttpDoor& door) {
  if (!door.given) return http::listen_on(door.listen, door.group, door.for_all);
  http::Socket given(*door.given);
  http::check_given(given.get(), door.listen.is_unix() ? door.listen.socket.string() : door.listen.address);
  return given;
}

}  // namespace

const std::string& HttpRequest::header(const std::string& name) const {
  static const std::string kNone;
  const auto found = headers.find(name);
  return found == headers.end() ? kNone : found->second;
}

std::unique_ptr<HttpServer> HttpServer::listen(const HttpDoor& door, const HttpLimits& limits, Handler handler) {
  return std::make_unique<Server>(open(door), door, limits, std::move(handler));
}

std::unique_ptr<HttpServer> HttpServer::on_unix_socket(const std::filesystem::path& path, const std::string& group,
                                                       const HttpLimits& limits, Handler handler) {
  HttpDoor door;
  door.listen.socket = path;
  door.group = group;
  return listen(door, limits, std::move(handler));
}

std::unique_ptr<HttpServer> HttpServer::on_tcp(const std::string& address, unsigned short port,
                                               const HttpLimits& limits, Handler handler) {
  HttpDoor door;
  door.listen.address = address;
  door.listen.port = port;
  return listen(door, limits, std::move(handler));
}

}  // namespace docket
