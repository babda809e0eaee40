#include "connectors/http/fetch.h"

#include <curl/curl.h>

#include <memory>

namespace docket {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 20U;
constexpr std::chrono::seconds kFetch{10};

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

std::size_t keep(char* octets, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > kMost) return 0;  // ends the transfer
  body.append(octets, size * count);
  return size * count;
}

int end_when_stopped(void* stop, curl_off_t /*down_total*/, curl_off_t /*down*/, curl_off_t /*up_total*/,
                     curl_off_t /*up*/) {
  return static_cast<const std::atomic<bool>*>(stop)->load() ? 1 : 0;
}

std::string escaped(CURL* curl, const std::string& text) {
  const std::unique_ptr<char, decltype(&curl_free)> out(
      curl_easy_escape(curl, text.c_str(), static_cast<int>(text.size())), &curl_free);
  return out ? out.get() : "";
}

tl::expected<Posted, std::string> perform(CURL* curl, const std::string& url, std::chrono::milliseconds within) {
  Posted answer;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(within.count()));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) return tl::unexpected(std::string(curl_easy_strerror(code)));
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

}  // namespace

tl::expected<std::string, std::string> fetch_https(const std::string& url) {
  const Curl curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) return tl::unexpected(std::string("libcurl cannot be used"));
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "https");
  auto answer = perform(curl.get(), url, kFetch);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status != 200) return tl::unexpected("the server answered " + std::to_string(answer->status));
  return std::move(answer->body);
}

tl::expected<Posted, std::string> post_form(const std::string& url, const FormFields& fields,
                                            std::chrono::milliseconds within, const std::atomic<bool>& stop) {
  const Curl curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) return tl::unexpected(std::string("libcurl cannot be used"));
  std::string form;
  for (const auto& [name, value] : fields) {
    form += (form.empty() ? "" : "&") + escaped(curl.get(), name) + '=' + escaped(curl.get(), value);
  }
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, url.starts_with("http://") ? "http" : "https");
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, form.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &end_when_stopped);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
  return perform(curl.get(), url, within);
}

}  // namespace docket
