// What IMAP and SMTP tell libcurl alike before it connects: where to, how safely, as whom. One place, so that neither
// is ever less safe than the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/oauth2/tokens.h"

namespace docket {

/// "imaps://host:993/rest"; a bare IPv6 address gets its brackets (RFC 3986 section 3.2.2).
[[nodiscard]] std::string url_of(const Endpoint& server, const std::string& rest);

/// `curl` is a CURL*. TLS 1.2 or later with certificate and name verified, but where `server.tls_none`; no proxy; only
/// libcurl's connection and login (CURLOPT_CONNECT_ONLY), then octets.
void set_transport(void* curl, const Endpoint& server, const std::string& protocols);

/// What proves who we are.
struct Proof {
  std::string secret;     ///< a password or an access token; empty: nobody logs in
  bool is_token = false;  ///< OAuth2
};

/// The password, or a token from `tokens`; the failure says what is missing, without asking the mail server.
[[nodiscard]] tl::expected<Proof, oauth2::Failure> proof_of(const Login& login, oauth2::Tokens& tokens);

/// Only mechanisms that send the secret itself: under verified TLS they are the safe and the common ones. A token goes
/// by OAUTHBEARER (RFC 7628) or XOAUTH2, whichever is offered. `sasl`: for a password PLAIN or LOGIN must be offered;
/// else libcurl may use the LOGIN command of IMAP.
void set_login(void* curl, const std::string& user, const Proof& proof, bool sasl = true);

/// Until when the certificate of the server is valid that `curl` is connected to; nullopt without TLS.
[[nodiscard]] std::optional<Time> certificate_end(void* curl);

/// The same of the first certificate in a PEM text; nullopt where there is none.
[[nodiscard]] std::optional<Time> end_of_certificate(std::string_view pem);

/// A dozen characters of the secret in a row, or all of a shorter one, stand in `words`, as they are or in base64.
[[nodiscard]] bool repeats(std::string_view words, std::string_view secret);

/// The server's words at a login, or "(not shown)" where they repeat what we logged in with.
[[nodiscard]] std::string without_secret(std::string_view line, const std::string& user, const std::string& secret);

}  // namespace docket
