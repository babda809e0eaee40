#include "connectors/imap/connection.h"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <climits>
#include <new>
#include <utility>

#include "config/heartbeat.h"
#include "config/text.h"
#include "connectors/imap/data.h"
#include "connectors/server_link.h"

namespace docket::imap {

namespace {

struct CurlCleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

/// What the server said while libcurl logged in: the only way to its words.
struct Greeting {
  std::string last_line;
  bool offers_plain_or_login = false;
  bool login_disabled = false;
  std::stop_token stop;
};

std::size_t on_line(char* data, std::size_t size, std::size_t count, void* context) {
  constexpr std::size_t kLongest = 2000;
  auto& greeting = *static_cast<Greeting*>(context);
  greeting.last_line.assign(data, std::min(size * count, kLongest));
  const std::string line = ascii_lower(greeting.last_line);
  if (line.find("auth=plain") != std::string::npos || line.find("auth=login") != std::string::npos) {
    greeting.offers_plain_or_login = true;
  }
  if (line.find("logindisabled") != std::string::npos) greeting.login_disabled = true;
  return size * count;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Greeting*>(context)->stop.stop_requested() ? 1 : 0;
}

Failure failure_of(CURLcode code, const Greeting& greeting, const char* detail, const Login& login,
                   const std::string& password) {
  using Kind = Failure::Kind;
  const std::string words = clean(without_password(trim(greeting.last_line), login.user, password));
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return {Kind::stopped, "asked to stop", {}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {Kind::lost, "the server's certificate is not trusted: " + clean(detail), {}};
    case CURLE_USE_SSL_FAILED:
      return {Kind::lost, "the server offers no encryption (STARTTLS); nothing was sent to it", {}};
    case CURLE_LOGIN_DENIED: {
      if (greeting.login_disabled) return {Kind::login, "the server allows no login on this port (LOGINDISABLED)", {}};
      std::string_view line = greeting.last_line;
      const std::size_t open = line.find('[');
      const Status status = parse_status(trim(open == std::string_view::npos ? line : line.substr(open)));
      const bool later =
          is_busy(status) || status.code == "INUSE" || status.code == "SERVERBUG" || status.code == "LIMIT";
      return {later ? Kind::lost : Kind::login, "login refused: " + words, status.code};
    }
    case CURLE_OPERATION_TIMEDOUT:
      return {Kind::lost, "no connection in time", {}};
    default:
      return {Kind::lost, "no connection: " + clean(*detail != '\0' ? detail : curl_easy_strerror(code)), {}};
  }
}

}  // namespace

struct Connection::Handle {
  std::unique_ptr<CURL, CurlCleanup> curl;
  curl_socket_t socket = CURL_SOCKET_BAD;
};

Connection::Connection(const Clock& clock, const Wake& wake, std::stop_token stop)
    : clock_(clock), wake_(wake), stop_(std::move(stop)), handle_(std::make_unique<Handle>()) {
  constexpr std::size_t kBuffer = std::size_t{64} << 10U;
  buffer_.resize(kBuffer);
}

Connection::~Connection() = default;

Result<void> Connection::open(const Endpoint& server, const Login& login, const Pace& pace) {
  if (login.oauth2) return fail(Failure::Kind::login, "oauth2 is not built yet: use a password");
  static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (initialised != CURLE_OK) return fail(Failure::Kind::lost, "libcurl does not start");
  const auto password = login.user.empty() ? std::string() : read_secret(login.password);
  if (!password) return fail(Failure::Kind::login, password.error());

  // First SASL with PLAIN or LOGIN; where a server offers neither, the LOGIN command, which libcurl takes by itself.
  for (const bool sasl : {true, false}) {
    handle_ = std::make_unique<Handle>();
    handle_->curl.reset(curl_easy_init());
    CURL* const curl = handle_->curl.get();
    if (curl == nullptr) throw std::bad_alloc();
    Greeting greeting;
    greeting.stop = stop_;
    std::array<char, CURL_ERROR_SIZE> detail{};
    curl_easy_setopt(curl, CURLOPT_URL, url_of(server, "").c_str());
    set_transport(curl, server, "imap,imaps");
    if (!login.user.empty()) set_password(curl, login.user, *password, sasl);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(pace.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(pace.connect.count()));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail.data());
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_line);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &greeting);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &greeting);
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, nullptr);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, nullptr);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 1L);
    if (code == CURLE_OK) {
      curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &handle_->socket);
      return {};
    }
    const bool try_command =
        sasl && code == CURLE_LOGIN_DENIED && !greeting.offers_plain_or_login && !greeting.login_disabled;
    if (!try_command) return tl::unexpected(failure_of(code, greeting, detail.data(), login, *password));
  }
  return fail(Failure::Kind::login, "the server offers no way to log in");
}

std::optional<Time> Connection::certificate_ends() const { return certificate_end(handle_->curl.get()); }

Result<void> Connection::wait_for(short events, Pace::Duration limit, const Wake* news) const {
  const int news_descriptor = news == nullptr ? -1 : news->descriptor();
  std::array<pollfd, 3> waits{
      {{handle_->socket, events, 0}, {wake_.descriptor(), POLLIN, 0}, {news_descriptor, POLLIN, 0}}};
  {
    const Heartbeat::Waiting waiting("server", limit);
    ::poll(waits.data(), waits.size(), static_cast<int>(std::clamp<long long>(limit.count(), 0, INT_MAX)));
  }
  if (stop_.stop_requested()) return fail(Failure::Kind::stopped, "asked to stop");
  return {};
}

Result<void> Connection::send(std::string_view octets, Pace::Duration limit) {
  const auto end = clock_.steady() + limit;
  while (!octets.empty()) {
    std::size_t sent = 0;
    const CURLcode code = curl_easy_send(handle_->curl.get(), octets.data(), octets.size(), &sent);
    octets.remove_prefix(sent);
    if (code == CURLE_OK) continue;
    if (code != CURLE_AGAIN) return fail(Failure::Kind::lost, "the connection broke while sending");
    if (clock_.steady() >= end) return fail(Failure::Kind::lost, "the server takes nothing any more");
    if (auto waited = wait_for(POLLOUT, limit); !waited) return waited;
  }
  return {};
}

Result<std::string_view> Connection::receive(Pace::Duration limit, const Wake* news) {
  const auto end = clock_.steady() + limit;
  while (true) {
    // TLS may hold octets that poll() does not see: always read until there are none.
    std::size_t count = 0;
    const CURLcode code = curl_easy_recv(handle_->curl.get(), buffer_.data(), buffer_.size(), &count);
    if (code == CURLE_OK && count == 0) return fail(Failure::Kind::lost, "the server closed the connection");
    if (code == CURLE_OK) return std::string_view(buffer_).substr(0, count);
    if (code != CURLE_AGAIN) return fail(Failure::Kind::lost, "the connection broke");
    const auto now = clock_.steady();
    if (now >= end) return std::string_view{};
    const auto rest = std::chrono::ceil<Pace::Duration>(end - now);
    if (auto waited = wait_for(POLLIN, rest, news); !waited) return tl::unexpected(waited.error());
    if (news != nullptr && news->is_called()) return std::string_view{};
  }
}

}  // namespace docket::imap
