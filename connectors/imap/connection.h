// A logged-in connection: libcurl does TCP, TLS or STARTTLS and the login (CURLOPT_CONNECT_ONLY), then only octets
// pass.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/imap/failure.h"
#include "connectors/imap/pace.h"
#include "connectors/server_link.h"
#include "connectors/wake.h"

namespace docket::imap {

/// Used by one thread. Nothing goes out in clear but where `tls_none` says so.
class Connection {
 public:
  /// `wake` must be called when `stop` is requested; all references outlive the connection.
  Connection(const Clock& clock, const Wake& wake, std::stop_token stop);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A token that the server refuses is exchanged once.
  [[nodiscard]] Result<void> open(const Endpoint& server, const Login& login, const Pace& pace, oauth2::Tokens& tokens);
  [[nodiscard]] Result<void> send(std::string_view octets, Pace::Duration limit);
  /// The next octets, valid until the next call; empty when `limit` has passed without any, or `news` is called.
  [[nodiscard]] Result<std::string_view> receive(Pace::Duration limit, const Wake* news = nullptr);
  [[nodiscard]] std::optional<Time> certificate_ends() const;
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] bool stop_requested() const { return stop_.stop_requested(); }

 private:
  struct Handle;
  [[nodiscard]] Result<void> log_in(const Endpoint& server, const std::string& user, const Proof& proof,
                                    const Pace& pace);
  [[nodiscard]] Result<void> wait_for(short events, Pace::Duration limit, const Wake* news = nullptr) const;

  const Clock& clock_;
  const Wake& wake_;
  std::stop_token stop_;
  std::unique_ptr<Handle> handle_;
  std::string buffer_;
};

}  // namespace docket::imap
