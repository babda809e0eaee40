#include "connectors/server_link.h"

#include <curl/curl.h>
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>

#include "config/digest.h"

namespace docket {
namespace {

/// A run of the secret that long is no chance; a server may cut its echo, or put it into words of its own.
constexpr std::size_t kTelling = 12;

bool shares_run(std::string_view words, std::string_view secret) {
  const std::size_t run = std::min(kTelling, secret.size());
  if (run == 0) return false;
  for (std::size_t at = 0; at + run <= words.size(); ++at) {
    if (secret.find(words.substr(at, run)) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string url_of(const Endpoint& server, const std::string& rest) {
  const bool bare_ipv6 = server.host.find(':') != std::string::npos && !server.host.starts_with('[');
  std::string url = server.scheme + "://" + (bare_ipv6 ? "[" + server.host + "]" : server.host);
  if (server.port != 0) url += ':' + std::to_string(server.port);
  return url + '/' + rest;
}

void set_transport(void* curl, const Endpoint& server, const std::string& protocols) {
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, protocols.c_str());
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // one out of the environment would see the letters
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(curl, CURLOPT_TCP_NODELAY, 1L);
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(server.tls_none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_CERTINFO, 1L);  // for certificate_end
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!server.ca.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca.c_str());
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);  // only this authority, not the system's as well
  }
}

tl::expected<Proof, oauth2::Failure> proof_of(const Login& login, oauth2::Tokens& tokens) {
  if (login.user.empty()) return Proof{};
  if (login.oauth2) {
    auto token = tokens.token(login);
    if (!token) return tl::unexpected(oauth2::Failure{token.error().kind, "no token: " + token.error().text});
    return Proof{std::move(*token), true};
  }
  auto password = read_secret(login.password);
  if (!password) return tl::unexpected(oauth2::Failure{oauth2::Failure::Kind::refused, password.error()});
  return Proof{std::move(*password), false};
}

void set_login(void* curl, const std::string& user, const Proof& proof, bool sasl) {
  if (user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, user.c_str());
  curl_easy_setopt(curl, CURLOPT_SASL_IR, 1L);
  curl_easy_setopt(curl, proof.is_token ? CURLOPT_XOAUTH2_BEARER : CURLOPT_PASSWORD, proof.secret.c_str());
  const char* mechanisms = proof.is_token ? "AUTH=OAUTHBEARER;AUTH=XOAUTH2" : "AUTH=PLAIN;AUTH=LOGIN";
  if (sasl || proof.is_token) curl_easy_setopt(curl, CURLOPT_LOGIN_OPTIONS, mechanisms);
}

std::optional<Time> end_of_certificate(std::string_view pem) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> octets(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                         &BIO_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      PEM_read_bio_X509(octets.get(), nullptr, nullptr, nullptr), &X509_free);
  std::tm end{};
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) return std::nullopt;
  return std::chrono::time_point_cast<Time::duration>(std::chrono::system_clock::from_time_t(timegm(&end)));
}

std::optional<Time> certificate_end(void* curl) {
  // Not from the TLS session: libcurl lends it only once octets have gone over a connection of our own.
  curl_certinfo* chain = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr) return std::nullopt;
  constexpr std::string_view kName = "Cert:";
  for (const curl_slist* field = chain->num_of_certs > 0 ? chain->certinfo[0] : nullptr; field != nullptr;
       field = field->next) {
    const std::string_view text = field->data;
    if (text.starts_with(kName)) return end_of_certificate(text.substr(kName.size()));
  }
  return std::nullopt;
}

bool repeats(std::string_view words, std::string_view secret) {
  if (shares_run(words, secret)) return true;
  // Base64 looks different at each of three beginnings; what of it depends on the neighbours is left out.
  constexpr std::size_t kGroup = 4;
  for (std::size_t before = 0; before < 3; ++before) {
    const auto text = base64(std::string(before, ' ') + std::string(secret));
    const std::size_t first = before == 0 ? 0 : kGroup;
    if (text.size() < first + kGroup + kTelling) continue;
    if (shares_run(words, std::string_view(text).substr(first, text.size() - first - kGroup))) return true;
  }
  return false;
}

std::string without_secret(std::string_view line, const std::string& user, const std::string& secret) {
  std::string nul_joined;
  nul_joined.append(1, '\0').append(user).append(1, '\0').append(secret);
  const std::array<std::string, 2> encoded{base64(secret), base64(nul_joined)};
  const bool told = std::any_of(encoded.begin(), encoded.end(), [line](const std::string& text) {
    const auto length = text.find_last_not_of('=') + 1;  // an echo may leave the padding out
    return length > 0 && line.find(std::string_view(text).substr(0, length)) != std::string_view::npos;
  });
  return told || repeats(line, secret) ? "(not shown)" : std::string(line);
}

}  // namespace docket
