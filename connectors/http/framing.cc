#include "connectors/http/framing.h"

#include <algorithm>
#include <charconv>

#include "config/text.h"

namespace docket::http {
namespace {

constexpr std::size_t kMostLines = 102;  // a request line, a hundred fields, the empty line
constexpr Refusal kBad{400, "bad request\n"};
constexpr Refusal kHeaderTooLarge{431, "header too large\n"};

std::vector<std::string_view> values(const Head& head, std::string_view name) {
  std::vector<std::string_view> found;
  for (const auto& [key, value] : head.fields) {
    if (key == name) found.push_back(value);
  }
  return found;
}

/// Visible ASCII only: what else is in a target, one program may cut off and another keep.
bool is_origin_form(std::string_view target) {
  return target.starts_with('/') &&
         std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 127; });
}

/// Not what a host is (names are not looked up), but that it is one.
bool is_one_host(const std::vector<std::string_view>& hosts) {
  return hosts.size() == 1 && !hosts[0].empty() && is_ascii_text(hosts[0]) &&
         hosts[0].find_first_of(" \t,/\\@?#\"<>") == std::string_view::npos;
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

tl::expected<Framing, Refusal> body_of(const Head& head) {
  const auto codings = values(head, "transfer-encoding");
  const auto lengths = values(head, "content-length");
  Framing framing;
  if (!codings.empty()) {
    const bool sound =
        codings.size() == 1 && lengths.empty() && head.version == 11 && ascii_equal_nocase(codings[0], "chunked");
    if (!sound) return tl::unexpected(kBad);
    framing.chunked = true;
  } else if (!lengths.empty()) {
    const auto length = number(lengths[0]);
    if (lengths.size() != 1 || !length) return tl::unexpected(kBad);
    framing.length = *length;
  }
  return framing;
}

}  // namespace

bool HeadScan::may_follow(char c) const {
  if (last_ == '\r') return c == '\n';
  if (c == '\n') return false;  // a bare LF
  if (c == '\r') return lines_ > 0 || column_ > 0;
  const auto octet = static_cast<unsigned char>(c);
  if (column_ == 0 && (c == ' ' || c == '\t')) return false;  // a folded line, or a blank before the request
  return c == '\t' || (octet >= 0x20 && octet != 0x7F);
}

tl::expected<std::optional<std::size_t>, Refusal> HeadScan::look(std::string_view octets) {
  for (; seen_ < octets.size(); ++seen_) {
    const char c = octets[seen_];
    if (seen_ >= limit_ || lines_ > kMostLines) return tl::unexpected(kHeaderTooLarge);
    if (!may_follow(c)) return tl::unexpected(kBad);
    last_ = c;
    if (c == '\n') {
      const bool is_empty = column_ == 1;  // its CR alone
      if (is_empty) return ++seen_;
      ++lines_;
      column_ = 0;
    } else {
      ++column_;
    }
  }
  if (seen_ >= limit_) return tl::unexpected(kHeaderTooLarge);
  return std::nullopt;
}

tl::expected<Framing, Refusal> framing_of(const Head& head) {
  if (head.version != 10 && head.version != 11) return tl::unexpected(Refusal{505, "HTTP/1.1 only\n"});
  if (!is_origin_form(head.target) || !is_one_host(values(head, "host"))) return tl::unexpected(kBad);
  if (values(head, "content-type").size() > 1) return tl::unexpected(kBad);
  auto framing = body_of(head);
  if (!framing) return framing;
  if (!values(head, "content-encoding").empty()) return tl::unexpected(Refusal{415, "no content encoding\n"});
  for (const auto& wish : values(head, "expect")) {
    if (head.version == 10) break;  // RFC 9110 section 10.1.1: ignored
    if (!ascii_equal_nocase(wish, "100-continue")) return tl::unexpected(Refusal{417, "expectation failed\n"});
    framing->waits = framing->has_body();
  }
  return framing;
}

std::map<std::string, std::string> headers_of(const Head& head) {
  std::map<std::string, std::string> headers;
  for (const auto& [name, value] : head.fields) {
    const auto [at, is_new] = headers.emplace(name, value);
    if (!is_new) at->second += ", " + value;
  }
  return headers;
}

}  // namespace docket::http
