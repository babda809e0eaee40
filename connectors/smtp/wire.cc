#include "connectors/smtp/wire.h"

#include <curl/curl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "config/failpoint.h"
#include "connectors/login_talk.h"

namespace docket::smtp {

Interrupt::Interrupt() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::runtime_error("eventfd failed: no more file descriptors");
}

Interrupt::~Interrupt() { ::close(descriptor_); }

void Interrupt::raise() {
  raised_ = true;
  const std::uint64_t one = 1;
  // Fails only when the counter is full, and then it is readable all the same.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

struct Wire::Handle {
  CURL* curl = nullptr;
  curl_socket_t socket = CURL_SOCKET_BAD;

  Handle() {
    static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (global == CURLE_OK) curl = curl_easy_init();
  }
  ~Handle() { curl_easy_cleanup(curl); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

namespace {

int end_when_interrupted(void* interrupt, curl_off_t /*down_total*/, curl_off_t /*down*/, curl_off_t /*up_total*/,
                         curl_off_t /*up*/) {
  return static_cast<const Interrupt*>(interrupt)->raised() ? 1 : 0;
}

void set_times(CURL* curl, const Timeouts& timeouts, const Interrupt& interrupt) {
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(timeouts.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeouts.login.count()));
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, end_when_interrupted);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &interrupt);
}

WireError connect_error(CURLcode code, const char* error, const LoginTalk& talk, const std::string& user,
                        const Proof& proof) {
  using Kind = WireError::Kind;
  const bool with_line = code == CURLE_LOGIN_DENIED || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_USE_SSL_FAILED;
  std::string text = error[0] != '\0' ? error : curl_easy_strerror(code);
  const std::string& line = talk.last_line();
  if (with_line && !line.empty()) text += ": " + talk.reason(user, proof);
  Kind kind = Kind::closed;
  // "454 temporary authentication failure" comes as the same code as a wrong password; it says so in its line.
  const Kind refused = proof.is_token && talk.offers_token() ? Kind::refused_token : Kind::refused_login;
  if (code == CURLE_LOGIN_DENIED && !line.starts_with('4')) kind = refused;
  if (code == CURLE_OPERATION_TIMEDOUT) kind = Kind::timeout;
  if (code == CURLE_ABORTED_BY_CALLBACK) kind = Kind::interrupted;
  return {kind, clean_text(text)};
}

}  // namespace

tl::expected<std::unique_ptr<Wire>, WireError> Wire::connect(const Calling& calling, const Clock& clock,
                                                             const Interrupt& interrupt) {
  using Kind = WireError::Kind;
  const Login& login = calling.settings.login;
  for (const bool again : {false, true}) {
    const auto proof = proof_of(login, calling.tokens);
    if (!proof) {
      const bool later = proof.error().kind == oauth2::Failure::Kind::later;
      return tl::make_unexpected(WireError{later ? Kind::closed : Kind::refused_login, clean_text(proof.error().text)});
    }
    auto handle = log_in(calling, *proof, interrupt);
    if (handle) {
      return std::unique_ptr<Wire>(  // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): private constructor
          new Wire(std::move(*handle), clock, interrupt));
    }
    if (handle.error().kind != Kind::refused_token) return tl::make_unexpected(handle.error());
    handle.error().kind = Kind::refused_login;
    if (again || !calling.tokens.refused(login, proof->secret)) return tl::make_unexpected(handle.error());
  }
  return tl::make_unexpected(WireError{Kind::refused_login, "the server refuses every token"});
}

tl::expected<std::unique_ptr<Wire::Handle>, WireError> Wire::log_in(const Calling& calling, const Proof& proof,
                                                                    const Interrupt& interrupt) {
  auto handle = std::make_unique<Handle>();
  CURL* curl = handle->curl;
  if (curl == nullptr) return tl::make_unexpected(WireError{WireError::Kind::closed, "libcurl does not start"});
  LoginTalk talk;
  std::array<char, CURL_ERROR_SIZE> error{};
  curl_easy_setopt(curl, CURLOPT_URL, url_of(calling.settings.server, calling.helo).c_str());
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error.data());
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, LoginTalk::hear);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &talk);
  set_transport(curl, calling.settings.server, "smtp,smtps");
  set_times(curl, calling.timeouts, interrupt);
  const std::string& user = calling.settings.login.user;
  set_login(curl, user, proof);
  const CURLcode code = curl_easy_perform(curl);
  // Neither may be written to once this function's frame is gone.
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, nullptr);
  if (code != CURLE_OK) {
    return tl::make_unexpected(connect_error(code, error.data(), talk, user, proof));
  }
  curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &handle->socket);
  return handle;
}

Wire::Wire(std::unique_ptr<Handle> handle, const Clock& clock, const Interrupt& interrupt)
    : handle_(std::move(handle)), clock_(clock), interrupt_(interrupt) {}

Wire::~Wire() = default;

tl::expected<short, WireError> Wire::wait(short events, Deadline deadline) const {
  using Kind = WireError::Kind;
  while (true) {
    if (interrupt_.raised()) return tl::make_unexpected(WireError{Kind::interrupted, "stopped while waiting"});
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock_.steady());
    if (left.count() <= 0) return tl::make_unexpected(WireError{Kind::timeout, "the mail server does not answer"});
    std::array<pollfd, 2> watched{{{.fd = handle_->socket, .events = events, .revents = 0},
                                   {.fd = interrupt_.descriptor(), .events = POLLIN, .revents = 0}}};
    const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(left.count()));
    if (ready < 0 && errno != EINTR) return tl::make_unexpected(WireError{Kind::closed, "poll failed"});
    if (ready > 0 && watched[0].revents != 0) return watched[0].revents;
  }
}

tl::expected<bool, WireError> Wire::receive() {
  std::array<char, 4096> octets{};
  std::size_t count = 0;
  const CURLcode code = curl_easy_recv(handle_->curl, octets.data(), octets.size(), &count);
  if (code == CURLE_AGAIN) return false;
  if (code != CURLE_OK || count == 0) {
    return tl::make_unexpected(WireError{WireError::Kind::closed, "the mail server closed the connection"});
  }
  reader_.feed({octets.data(), count});
  return true;
}

tl::expected<bool, WireError> Wire::send(std::string_view octets, std::chrono::milliseconds stalled) {
  constexpr std::size_t kPiece = std::size_t{16} << 10U;  // what TLS sends at a time anyway
  auto deadline = clock_.steady() + stalled;
  while (!octets.empty()) {
    std::size_t count = 0;
    const CURLcode code = curl_easy_send(handle_->curl, octets.data(), std::min(octets.size(), kPiece), &count);
    if (code == CURLE_OK && count > 0) {
      octets.remove_prefix(count);
      deadline = clock_.steady() + stalled;
      if (!octets.empty()) failpoint("mid-data");
      continue;
    }
    if (code != CURLE_OK && code != CURLE_AGAIN) {
      return tl::make_unexpected(WireError{WireError::Kind::closed, "the mail server closed the connection"});
    }
    const auto ready = wait(POLLIN | POLLOUT, deadline);
    if (!ready) return tl::make_unexpected(ready.error());
    // TLS may have something to read that is no SMTP (a session ticket): only octets count as speaking.
    if ((*ready & POLLOUT) != 0) continue;
    const auto received = receive();
    if (!received) return tl::make_unexpected(received.error());
    if (*received) return false;
  }
  return true;
}

tl::expected<Reply, WireError> Wire::reply(std::chrono::milliseconds within) {
  const auto deadline = clock_.steady() + within;
  while (true) {
    auto next = reader_.next();
    if (!next) return tl::make_unexpected(WireError{WireError::Kind::malformed, next.error()});
    if (*next) return std::move(**next);
    // Read first, wait after: TLS may hold decrypted octets that poll() cannot see.
    const auto received = receive();
    if (!received) return tl::make_unexpected(received.error());
    if (*received) continue;
    const auto ready = wait(POLLIN, deadline);
    if (!ready) return tl::make_unexpected(ready.error());
  }
}

std::optional<Time> Wire::certificate_ends() const { return certificate_end(handle_->curl); }

}  // namespace docket::smtp
