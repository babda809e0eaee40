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
#include "connectors/login_talk.h"

namespace docket::imap {

namespace {

/// What one recv() may bring: less would cost a system call more for most letters.
constexpr std::size_t kBuffer = std::size_t{256} << 10U;

struct CurlCleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::stop_token*>(context)->stop_requested() ? 1 : 0;
}

Failure login_refused(const LoginTalk& talk, const std::string& user, const Proof& proof) {
  using Kind = Failure::Kind;
  if (talk.login_disabled()) return {Kind::login, "the server allows no login on this port (LOGINDISABLED)", {}};
  const std::string_view line = talk.last_line();
  const std::size_t open = line.find('[');
  const Status status = parse_status(trim(open == std::string_view::npos ? line : line.substr(open)));
  const bool later = is_busy(status) || status.code == "INUSE" || status.code == "SERVERBUG" || status.code == "LIMIT";
  const Kind refused = proof.is_token && talk.offers_token() ? Kind::token : Kind::login;
  return {later ? Kind::lost : refused, "login refused: " + clean(talk.reason(user, proof)), status.code};
}

Failure failure_of(CURLcode code, const LoginTalk& talk, const char* detail, const std::string& user,
                   const Proof& proof) {
  using Kind = Failure::Kind;
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return {Kind::stopped, "asked to stop", {}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {Kind::lost, "the server's certificate is not trusted: " + clean(detail), {}};
    case CURLE_USE_SSL_FAILED:
      return {Kind::lost, "the server offers no encryption (STARTTLS); nothing was sent to it", {}};
    case CURLE_LOGIN_DENIED:
      return login_refused(talk, user, proof);
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
  buffer_.resize(kBuffer);
}

Connection::~Connection() = default;

Result<void> Connection::open(const Endpoint& server, const Login& login, const Pace& pace, oauth2::Tokens& tokens) {
  static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (initialised != CURLE_OK) return fail(Failure::Kind::lost, "libcurl does not start");
  for (const bool again : {false, true}) {
    const auto proof = proof_of(login, tokens);
    if (!proof) {
      const bool later = proof.error().kind == oauth2::Failure::Kind::later;
      return fail(later ? Failure::Kind::lost : Failure::Kind::no_secret, proof.error().text);
    }
    auto opened = log_in(server, login.user, *proof, pace);
    if (opened || opened.error().kind != Failure::Kind::token) return opened;
    opened.error().kind = Failure::Kind::login;
    if (again || !tokens.refused(login, proof->secret)) return opened;
  }
  return fail(Failure::Kind::login, "the server refuses every token");
}

Result<void> Connection::log_in(const Endpoint& server, const std::string& user, const Proof& proof, const Pace& pace) {
  // First SASL with PLAIN or LOGIN; where a server offers neither, the LOGIN command, which libcurl takes by itself.
  for (const bool sasl : {true, false}) {
    handle_ = std::make_unique<Handle>();
    handle_->curl.reset(curl_easy_init());
    CURL* const curl = handle_->curl.get();
    if (curl == nullptr) throw std::bad_alloc();
    LoginTalk talk;
    std::array<char, CURL_ERROR_SIZE> detail{};
    curl_easy_setopt(curl, CURLOPT_URL, url_of(server, "").c_str());
    set_transport(curl, server, "imap,imaps");
    set_login(curl, user, proof, sasl);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, static_cast<long>(kBuffer));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(pace.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(pace.connect.count()));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail.data());
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, LoginTalk::hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &talk);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stop_);
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
        sasl && !proof.is_token && code == CURLE_LOGIN_DENIED && !talk.offers_password() && !talk.login_disabled();
    if (!try_command) return tl::unexpected(failure_of(code, talk, detail.data(), user, proof));
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
