#include "connectors/http/session.h"

#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <type_traits>
#include <utility>

#include "config/heartbeat.h"
#include "config/text.h"
#include "connectors/http/framing.h"
#include "connectors/http/target.h"

namespace docket::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

using Phase = Connections::Phase;
using Plain = beast::basic_stream<asio::generic::stream_protocol>;
using Tls = asio::ssl::stream<Plain>;

constexpr std::size_t kAlwaysFits = std::size_t{64} << 10U;  // a body, whatever is in flight
constexpr std::size_t kDiscarded = std::size_t{1} << 20U;    // of what comes after an answer
constexpr int kSendBuffer = 128 << 10U;  // the kernel would take up to 4 MB for each who does not read
constexpr std::chrono::seconds kLeaving{2};
constexpr std::chrono::minutes kLongestHandling{10};  // beside what a handler waits for
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view view(const beast::flat_buffer& buffer) {
  const auto data = buffer.data();
  return {static_cast<const char*>(data.data()), data.size()};
}

HttpResponse fixed(int status, std::string_view text) { return {status, "text/plain", std::string(text), {}}; }

template <class Body>
Head head_of(const bhttp::request<Body>& message) {
  Head head{std::string(message.method_string()), std::string(message.target()), message.version(), {}};
  for (const auto& field : message) {
    const auto name = field.name_string();
    head.fields.emplace_back(ascii_lower({name.data(), name.size()}), std::string(field.value()));
  }
  return head;
}

HttpRequest request_of(const Head& head) {
  HttpRequest request;
  auto target = target_of(head.target);
  request.method = head.method;
  request.target = head.target;
  request.path = std::move(target.path);
  request.query = std::move(target.query);
  request.headers = headers_of(head);
  return request;
}

/// What a handler gives goes out as one answer only.
bool has_line_end(const HttpResponse& response) {
  const auto ends = [](const std::string& text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos;
  };
  return ends(response.type) || std::any_of(response.headers.begin(), response.headers.end(),
                                            [&](const auto& field) { return ends(field.first) || ends(field.second); });
}

bhttp::response<bhttp::string_body> message_of(HttpResponse response, bool head_only) {
  if (has_line_end(response)) response = fixed(500, "internal error\n");
  bhttp::response<bhttp::string_body> message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.set(bhttp::field::content_type, response.type);
  message.set(bhttp::field::cache_control, "no-store");
  message.set("X-Content-Type-Options", "nosniff");
  if (response.status == 503) message.set(bhttp::field::retry_after, "5");
  for (const auto& [name, value] : response.headers) message.set(name, value);
  message.keep_alive(false);
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless) message.content_length(response.body.size());
  if (!bodiless && !head_only) message.body() = std::move(response.body);
  return message;
}

template <class Stream>
class Session : public std::enable_shared_from_this<Session<Stream>> {
 public:
  template <class... More>
  Session(Shared& shared, Peer peer, asio::generic::stream_protocol::socket socket, More&... more)
      : shared_(shared),
        peer_(std::move(peer)),
        stream_(std::move(socket), more...),
        buffer_(shared.limits.header + 1),
        scan_(shared.limits.header) {
    head_parser_.header_limit(static_cast<std::uint32_t>(shared.limits.header + 1));
    head_parser_.body_limit(UINT64_MAX);  // framing_of and the path's limit decide
  }
  ~Session() {
    let_go_of_body();
    shared_.answers -= std::exchange(answering_, 0);
    shared_.connections.leave(id_);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// False: turned away.
  bool enter() {
    const bool counted = !(shared_.behind_proxy && peer_.is_local());  // else by whom the proxy names
    id_ = shared_.connections.enter(counted ? counted_as(peer_.address) : "", Connections::Clock::now(),
                                    [weak = this->weak_from_this()] {
                                      if (const auto self = weak.lock()) self->plain().close();
                                    });
    return id_ != 0;
  }

  void start() {
    set_abrupt(true);
    set_option(asio::socket_base::send_buffer_size(kSendBuffer));
    set_option(asio::ip::tcp::no_delay(true));  // an answer that follows a handshake does not wait for its ACK
    plain().expires_after(shared_.limits.deadline);
    if constexpr (std::is_same_v<Stream, Tls>) {
      stream_.async_handshake(asio::ssl::stream_base::server,
                              [self = this->shared_from_this()](beast::error_code error) {
                                if (!error) self->read_head();
                              });
    } else {
      read_head();
    }
  }

 private:
  /// Until the answer is out, closing is a reset: what a slow reader did not take leaves the kernel's memory too.
  void set_abrupt(bool on) { set_option(asio::socket_base::linger(on, 0)); }

  template <class Option>
  void set_option(const Option& option) {
    beast::error_code ignored;
    plain().socket().set_option(option, ignored);
  }

  Plain& plain() { return beast::get_lowest_layer(stream_); }

  void read_head() {
    const auto room = std::min<std::size_t>(4096, buffer_.max_size() - buffer_.size());
    stream_.async_read_some(buffer_.prepare(room),
                            [self = this->shared_from_this()](beast::error_code error, std::size_t size) {
                              if (error) return;
                              self->buffer_.commit(size);
                              self->on_head_octets();
                            });
  }

  void on_head_octets() {
    const auto size = scan_.look(view(buffer_));
    if (!size) return refuse(size.error());
    if (!size->has_value()) return read_head();
    beast::error_code error;
    head_parser_.put(asio::buffer(buffer_.data(), **size), error);
    if (error || !head_parser_.is_header_done()) return refuse({});
    buffer_.consume(**size);
    on_head(head_of(head_parser_.get()));
  }

  void on_head(const Head& head) {
    is_head_ = head.method == "HEAD";
    const auto framing = framing_of(head);
    if (!framing) return refuse(framing.error());
    request_ = request_of(head);
    if (!name_peer()) return answer(fixed(503, "busy\n"));
    if (!framing->has_body()) return hand_over();
    const auto& limits = shared_.limits;
    const auto limit = limits.body_of ? limits.body_of(request_.path) : limits.body;
    if (framing->length > limit) return refuse({413, "too large\n"});
    if (!fits(framing->length)) return answer(fixed(503, "busy\n"));
    most_octets_ = 4 * limit + (std::size_t{64} << 10U);
    body_parser_.emplace(std::move(head_parser_));
    body_parser_->eager(true);
    body_parser_->body_limit(limit);
    if (framing->waits && buffer_.size() == 0) return send_continue();
    read_body();
  }

  /// Whom the handler sees; behind a proxy also whom this connection counts for.
  bool name_peer() {
    request_.peer.address = peer_.address;
    if (!shared_.behind_proxy || !peer_.is_local()) return true;
    const auto forwarded = request_.headers.find("x-forwarded-for");
    const auto hop = forwarded == request_.headers.end() ? std::nullopt : last_hop(forwarded->second);
    if (hop) request_.peer.address = *hop;
    return shared_.connections.count_as(id_, counted_as(request_.peer.address));
  }

  [[nodiscard]] bool fits(std::uint64_t more) const {
    const auto others = shared_.in_flight - held_;
    return held_ + more <= kAlwaysFits || others == 0 || shared_.in_flight + more <= shared_.limits.in_flight;
  }

  void send_continue() {
    asio::async_write(stream_, asio::buffer(kContinue.data(), kContinue.size()),
                      [self = this->shared_from_this()](beast::error_code error, std::size_t) {
                        if (!error) self->read_body();
                      });
  }

  void read_body() {
    bhttp::async_read_some(
        stream_, buffer_, *body_parser_,
        [self = this->shared_from_this()](beast::error_code error, std::size_t size) { self->on_body(error, size); });
  }

  void on_body(beast::error_code error, std::size_t size) {
    most_octets_ -= std::min(most_octets_, size);
    const auto now = body_parser_->get().body().size();
    shared_.in_flight += now - held_;
    held_ = now;
    if (error == bhttp::error::body_limit || (!error && most_octets_ == 0)) return refuse({413, "too large\n"});
    const auto& ours = bhttp::make_error_code(bhttp::error::bad_chunk).category();
    if (error.category() == ours && error != bhttp::error::partial_message && error != bhttp::error::end_of_stream) {
      return refuse({});
    }
    if (error) return;
    if (!fits(0)) return answer(fixed(503, "busy\n"));
    if (!body_parser_->is_done()) return read_body();
    request_.body = std::move(body_parser_->get().body());
    hand_over();
  }

  void hand_over() {
    if (shared_.stopping || shared_.waiting.fetch_add(1) >= shared_.limits.handlers + shared_.limits.waiting) {
      if (!shared_.stopping) --shared_.waiting;
      return answer(fixed(503, "busy\n"));
    }
    shared_.connections.set_phase(id_, Phase::handling);
    plain().expires_never();
    asio::post(shared_.pool, [self = this->shared_from_this()]() mutable { handle(std::move(self)); });
  }

  /// On a handler's thread, where the I/O thread leaves this session alone.
  static void handle(std::shared_ptr<Session> self) {
    const Heartbeat beat("handler", kLongestHandling);
    HttpResponse response = fixed(500, "internal error\n");
    try {
      if (self->peer_.uid) self->request_.peer.login = login_of(*self->peer_.uid);
      response = self->shared_.handler(self->request_);
    } catch (...) {
      // The fixed body says nothing of the inside; the handler logs what it knows before it throws.
    }
    auto& shared = self->shared_;
    asio::post(shared.io, [self = std::move(self), response = std::move(response)]() mutable {
      --self->shared_.waiting;
      self->answer(std::move(response));
    });
  }

  void refuse(const Refusal& refusal) { answer(fixed(refusal.status, refusal.text)); }

  void answer(HttpResponse response) {
    shared_.connections.set_phase(id_, Phase::answering);
    response_ = message_of(std::move(response), is_head_);
    let_go_of_body();
    answering_ = response_.body().size();
    shared_.answers += answering_;
    if (shared_.answers > shared_.limits.answers) shared_.connections.close_reader_but(id_);
    plain().expires_after(shared_.limits.answer_deadline);
    bhttp::async_write(stream_, response_, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->end();
    });
  }

  void let_go_of_body() {
    request_.body = {};
    if (body_parser_) body_parser_->get().body() = {};
    shared_.in_flight -= std::exchange(held_, 0);
  }

  void end() {
    shared_.connections.set_phase(id_, Phase::leaving);
    shared_.answers -= std::exchange(answering_, 0);
    response_.body() = {};
    set_abrupt(false);
    plain().expires_after(kLeaving);
    if constexpr (std::is_same_v<Stream, Tls>) {
      stream_.async_shutdown([self = this->shared_from_this()](beast::error_code) { self->leave(); });
    } else {
      leave();
    }
  }

  /// Closing while octets still come would take the answer back (a reset): they are read and forgotten for a moment.
  void leave() {
    beast::error_code ignored;
    plain().socket().shutdown(asio::socket_base::shutdown_send, ignored);
    if (!shared_.stopping && !ignored) discard();
  }

  void discard() {
    plain().async_read_some(asio::buffer(rest_),
                            [self = this->shared_from_this()](beast::error_code error, std::size_t size) {
                              self->discarded_ += size;
                              if (!error && self->discarded_ < kDiscarded) self->discard();
                            });
  }

  Shared& shared_;
  Peer peer_;
  Stream stream_;
  beast::flat_buffer buffer_;
  HeadScan scan_;
  bhttp::request_parser<bhttp::empty_body> head_parser_;
  std::optional<bhttp::request_parser<bhttp::string_body>> body_parser_;
  HttpRequest request_;
  bhttp::response<bhttp::string_body> response_;
  Connections::Id id_ = 0;
  std::size_t held_ = 0;         ///< octets of the body, counted in shared_.in_flight
  std::size_t answering_ = 0;    ///< octets of the answer, counted in shared_.answers
  std::size_t most_octets_ = 0;  ///< that may still come for the body, chunk headers and all
  std::size_t discarded_ = 0;
  bool is_head_ = false;
  std::array<char, 4096> rest_{};
};

template <class Stream, class... More>
void begin(Shared& shared, Peer peer, asio::generic::stream_protocol::socket socket, More&... more) {
  const auto session = std::make_shared<Session<Stream>>(shared, std::move(peer), std::move(socket), more...);
  if (session->enter()) session->start();
}

}  // namespace

void serve_connection(Shared& shared, Socket socket, const std::shared_ptr<ssl_ctx_st>& tls) {
  auto peer = peer_of(socket.get());
  sockaddr_storage own{};
  socklen_t size = sizeof own;
  if (getsockname(socket.get(), reinterpret_cast<sockaddr*>(&own), &size) != 0) return;
  asio::generic::stream_protocol::socket stream(shared.io);
  stream.assign(asio::generic::stream_protocol(own.ss_family, 0), socket.get());
  (void)socket.release();
  if (tls == nullptr) return begin<Plain>(shared, std::move(peer), std::move(stream));
  SSL_CTX_up_ref(tls.get());
  asio::ssl::context context(tls.get());  // takes one reference; the connection has another
  begin<Tls>(shared, std::move(peer), std::move(stream), context);
}

}  // namespace docket::http
