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

void set_password(void* curl, const std::string& user, const std::string& password, bool sasl) {
  curl_easy_setopt(curl, CURLOPT_USERNAME, user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, password.c_str());
  curl_easy_setopt(curl, CURLOPT_SASL_IR, 1L);
  if (sasl) curl_easy_setopt(curl, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
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

std::string without_password(std::string_view line, const std::string& user, const std::string& password) {
  std::string nul_joined;
  nul_joined.append(1, '\0').append(user).append(1, '\0').append(password);
  const std::array<std::string, 3> secrets{password, base64(password), base64(nul_joined)};
  const bool told = std::any_of(secrets.begin(), secrets.end(), [line](const std::string& secret) {
    const auto length = secret.find_last_not_of('=') + 1;  // an echo may leave the padding out
    return length > 0 && line.find(std::string_view(secret).substr(0, length)) != std::string_view::npos;
  });
  return told ? "(not shown)" : std::string(line);
}

}  // namespace docket
