#include "daemon/desk/open311_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/quantity.h"
#include "config/text.h"
#include "daemon/control/reading.h"

namespace docket::open311 {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;

constexpr hours kLongest{24 * 90};  // GeoReport v2
constexpr int kMostRows = 1000;     // GeoReport v2
constexpr int kMostPages = 1'000'000;
constexpr std::size_t kMostNumbers = 1000;
constexpr std::size_t kDayLength = 10;
constexpr std::size_t kZoneAt = 19;  // "2026-11-23T10:00:00+01:00"

using Refused = tl::unexpected<Error>;

std::string shown(std::string_view text) {
  return std::string(first_characters(to_valid_utf8(text.substr(0, 400)), 100));
}

std::vector<std::string> comma_list(const HttpRequest& request, const std::string& name) {
  std::vector<std::string> items;
  const auto text = parameter(request, name).value_or("");
  for (const auto item : split(text, ',')) {
    if (!trim(item).empty()) items.emplace_back(trim(item));
  }
  return items;
}

/// A day alone is all of it: as an end its last moment.
tl::expected<std::optional<Time>, Error> moment(const HttpRequest& request, const std::string& name, bool is_end) {
  auto text = parameter(request, name);
  if (!text) return std::nullopt;
  // A '+' of a zone that was not encoded is a space by now.
  if (text->size() > kZoneAt && (*text)[kZoneAt] == ' ') (*text)[kZoneAt] = '+';
  const auto time = parse_rfc3339(*text);
  if (!time) {
    return Refused(Error{400, fmt::format("{} '{}' is no time: write 2026-11-23T10:00:00Z", name, shown(*text))});
  }
  if (is_end && text->size() == kDayLength) return *time + hours{24} - microseconds{1};
  return time;
}

tl::expected<void, Error> read_times(const HttpRequest& request, Time now, ServiceRequestFilter& filter) {
  const auto start = moment(request, "start_date", false);
  if (!start) return Refused(start.error());
  const auto end = moment(request, "end_date", true);
  if (!end) return Refused(end.error());
  filter.until = *end ? **end : *start ? **start + kLongest : now;
  filter.since = *start ? **start : filter.until - kLongest;
  if (filter.since > filter.until) return Refused(Error{400, "end_date is before start_date"});
  if (filter.until - filter.since > kLongest) {
    return Refused(Error{400, "start_date and end_date are more than 90 days apart"});
  }
  return {};
}

tl::expected<void, Error> read_status(const HttpRequest& request, ServiceRequestFilter& filter) {
  const auto words = comma_list(request, "status");
  for (const auto& word : words) {
    if (word != "open" && word != "closed") {
      return Refused(Error{400, fmt::format("status '{}' is neither open nor closed", shown(word))});
    }
  }
  const auto has = [&](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (has("open") != has("closed")) filter.closed = has("closed");
  return {};
}

tl::expected<void, Error> read_services(const HttpRequest& request, const Town& town, ServiceRequestFilter& filter) {
  const auto wanted = comma_list(request, "service_code");
  for (const auto& code : wanted) {
    if (town.service(code) == nullptr) return Refused(Error{404, fmt::format("there is no service '{}'", shown(code))});
  }
  for (const auto& service : town.services) {
    const bool asked = wanted.empty() || std::find(wanted.begin(), wanted.end(), service.code) != wanted.end();
    if (service.is_public && asked) filter.services.push_back(service.code);
  }
  return {};
}

tl::expected<int, Error> number_parameter(const HttpRequest& request, const std::string& name, int otherwise,
                                          int most) {
  const auto text = parameter(request, name);
  if (!text) return otherwise;
  const auto value = parse_number(*text, static_cast<std::uint64_t>(most));
  if (!value || *value == 0) {
    return Refused(Error{400, fmt::format("{} '{}' is no whole number from 1 to {}", name, shown(*text), most)});
  }
  return static_cast<int>(*value);
}

tl::expected<void, Error> read_page(const HttpRequest& request, ServiceRequestFilter& filter) {
  const auto size = number_parameter(request, "page_size", kMostRows, kMostRows);
  if (!size) return Refused(size.error());
  const auto page = number_parameter(request, "page", 1, kMostPages);
  if (!page) return Refused(page.error());
  filter.limit = *size;
  filter.offset = (*page - 1) * *size;
  return {};
}

}  // namespace

tl::expected<ServiceRequestFilter, Error> parse_search(const HttpRequest& request, const Town& town, Time now) {
  ServiceRequestFilter filter;
  filter.numbers = comma_list(request, "service_request_id");
  if (filter.numbers.size() > kMostNumbers) {
    return Refused(Error{400, fmt::format("service_request_id: at most {} at once", kMostNumbers)});
  }
  // Ids override everything else: what stands beside them is not even looked at.
  if (!filter.numbers.empty()) {
    for (const auto& service : town.services) {
      if (service.is_public) filter.services.push_back(service.code);
    }
    filter.until = now;
    return filter;
  }
  if (const auto read = read_services(request, town, filter); !read) return Refused(read.error());
  if (const auto read = read_times(request, now, filter); !read) return Refused(read.error());
  if (const auto read = read_status(request, filter); !read) return Refused(read.error());
  if (const auto read = read_page(request, filter); !read) return Refused(read.error());
  return filter;
}

}  // namespace docket::open311
