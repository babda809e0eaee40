#include "connectors/http/knock.h"

#include <curl/curl.h>

#include <memory>

namespace docket::http {
namespace {

std::size_t leave(char*, std::size_t size, std::size_t count, void*) { return size * count; }

std::string url_of(const Listen& at, bool tls) {
  const std::string scheme = tls ? "https://" : "http://";
  if (at.is_unix()) return scheme + "localhost/";
  std::string host = at.address;
  if (host == "0.0.0.0") host = "127.0.0.1";
  if (host == "::") host = "::1";
  if (host.find(':') != std::string::npos) host.insert(0, 1, '[').append(1, ']');
  return scheme + host + ':' + std::to_string(at.port) + '/';
}

}  // namespace

std::string knock(const Listen& at, bool tls, std::chrono::milliseconds limit) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) return "libcurl cannot be used";
  curl_easy_setopt(curl.get(), CURLOPT_URL, url_of(at, tls).c_str());
  if (at.is_unix()) curl_easy_setopt(curl.get(), CURLOPT_UNIX_SOCKET_PATH, at.socket.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYHOST, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(limit.count()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &leave);
  const CURLcode code = curl_easy_perform(curl.get());
  return code == CURLE_OK ? std::string() : std::string(curl_easy_strerror(code));
}

}  // namespace docket::http
