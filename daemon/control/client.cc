#include "daemon/control/client.h"

#include <curl/curl.h>

#include <memory>

#include "config/text.h"

namespace docket {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(data, size * count);
  return size * count;
}

std::string escaped(CURL* handle, const std::string& text) {
  const std::unique_ptr<char, decltype(&curl_free)> result(
      curl_easy_escape(handle, text.data(), static_cast<int>(text.size())), &curl_free);
  return result ? std::string(result.get()) : std::string();
}

/// Each segment of the path is escaped: a case number may be written with spaces.
std::string url_of(CURL* handle, const std::string& path, const std::map<std::string, std::string>& query) {
  std::string url = "http://docket";
  for (const auto segment : split(std::string_view(path).substr(1), '/')) {
    url += "/" + escaped(handle, std::string(segment));
  }
  char separator = '?';
  for (const auto& [name, value] : query) {
    url += separator + escaped(handle, name) + "=" + escaped(handle, value);
    separator = '&';
  }
  return url;
}

ControlError error_of(CURL* handle, CURLcode code) {
  if (code != CURLE_COULDNT_CONNECT) return ControlError::broken;
  long cause = 0;
  curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &cause);
  return cause == EACCES || cause == EPERM ? ControlError::refused : ControlError::not_running;
}

}  // namespace

tl::expected<ControlAnswer, ControlError> ask_daemon(const std::filesystem::path& socket, const std::string& method,
                                                     const std::string& path,
                                                     const std::map<std::string, std::string>& query,
                                                     const std::string& body, std::chrono::seconds limit) {
  const Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) return tl::unexpected(ControlError::broken);
  CURL* curl = handle.get();
  ControlAnswer answer;
  const auto url = url_of(curl, path, query);
  const std::string unix_path = socket.string();
  curl_easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH, unix_path.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limit.count()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(nullptr, &curl_slist_free_all);
  if (method == "POST") {
    headers.reset(curl_slist_append(nullptr, "Content-Type: application/octet-stream"));
    headers.reset(curl_slist_append(headers.release(), "Expect:"));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  }
  const auto code = curl_easy_perform(curl);
  if (code != CURLE_OK) return tl::unexpected(error_of(curl, code));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace docket
