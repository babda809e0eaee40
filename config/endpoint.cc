// Servers and how to log in to them: url, tls, ca, user, password, oauth2.
#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/address.h"
#include "config/parts.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket::parts {
namespace {

struct HostPort {
  std::string host;
  std::uint16_t port = 0;
};

bool is_ip(const std::string& host) {
  std::array<unsigned char, 16> address{};
  return inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
         inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
}

/// "host", "host:993", "[::1]:993"; nullopt when malformed.
std::optional<HostPort> parse_host_port(std::string_view text) {
  HostPort result;
  std::string_view port;
  if (text.starts_with('[')) {
    const auto close = text.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    result.host = text.substr(1, close - 1);
    if (!is_ip(result.host)) return std::nullopt;
    port = text.substr(close + 1);
  } else {
    const auto colon = std::min(text.find(':'), text.size());
    result.host = text.substr(0, colon);
    port = text.substr(colon);
  }
  if (!port.empty()) {
    const auto number = port.starts_with(':') ? parse_number(port.substr(1), 65535) : std::nullopt;
    if (!number || *number == 0) return std::nullopt;
    result.port = static_cast<std::uint16_t>(*number);
  }
  if (is_ip(result.host)) return result;
  const auto ascii = domain_to_ascii(result.host);
  if (!ascii) return std::nullopt;
  result.host = *ascii;
  return result;
}

void read_url(yaml::Map& map, const std::string& scheme, Endpoint& into) {
  const auto* node = map.find("url", yaml::Need::required);
  if (node == nullptr) return;
  const auto text = map.reader().text(*node);
  if (!text) return;
  const auto colon = text->find("://");
  const auto given = ascii_lower(text->substr(0, std::min(colon, text->size())));
  const auto hint = fmt::format("write {0}s://mail.town.example or {0}://mail.town.example (STARTTLS)", scheme);
  if (colon == std::string::npos || (given != scheme && given != scheme + "s")) {
    map.reader().error(*node, fmt::format("the url must begin with {0}s:// or {0}://", scheme), hint);
    return;
  }
  auto rest = std::string_view(*text).substr(colon + 3);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.find('@') != std::string_view::npos) {
    map.reader().error(*node, "the url must not hold a user or a password",
                       "they have keys of their own: user, password");
    return;
  }
  const auto host = parse_host_port(rest);
  if (!host) {
    map.reader().error(*node, "the url must be a host, with a port where it is unusual, and nothing else", hint);
    return;
  }
  into.scheme = given;
  into.host = host->host;
  into.port = host->port;
}

bool is_name(std::string_view text, bool variable) {
  if (text.empty() || text.size() > 255 || text == "." || text == "..") return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (!variable && (c == '-' || c == '.' || c == '@'));
  });
}

/// The client's secret goes there: in clear only to this machine itself, by the whole host and not by how it begins.
bool is_safe_token_url(std::string_view url) {
  constexpr std::string_view kClear = "http://";
  if (url.find_first_of(" \\") != std::string_view::npos) return false;
  if (url.starts_with("https://")) return url.size() > std::string_view("https://").size();
  if (!url.starts_with(kClear)) return false;
  url.remove_prefix(kClear.size());
  const auto host = parse_host_port(url.substr(0, url.find_first_of("/?#")));
  return host && is_loopback(host->host);
}

std::optional<OAuth2> read_oauth2(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  yaml::Map map(reader, node);
  OAuth2 oauth2;
  if (map.text("token_url", oauth2.token_url, yaml::Need::required) && !is_safe_token_url(oauth2.token_url)) {
    reader.error(*node.find("token_url"), "the token url must begin with https://");
  }
  map.text("client_id", oauth2.client_id, yaml::Need::required);
  map.text("scope", oauth2.scope);
  const auto grant = map.word("grant", {"client_credentials", "refresh_token"});
  if (grant == 1U) oauth2.grant = OAuth2::Grant::refresh_token;
  const bool needs_secret = oauth2.grant == OAuth2::Grant::client_credentials;
  if (const auto* secret = map.find("client_secret", needs_secret ? yaml::Need::required : yaml::Need::optional)) {
    oauth2.client_secret = read_secret_place(reader, *secret, folder).value_or(Secret{});
  }
  if (const auto* expires = map.find("secret_expires")) {
    if (reader.date(*expires)) oauth2.secret_expires = expires->text;
  }
  map.finish();
  return oauth2;
}

}  // namespace

/// By its text, not by asking DNS: a name that points to this machine today may point elsewhere tomorrow.
bool is_loopback(const std::string& host) {
  std::array<unsigned char, 16> address{};
  if (inet_pton(AF_INET, host.c_str(), address.data()) == 1) return address[0] == 127;
  return host == "::1" || ascii_equal_nocase(host, "localhost");
}

std::optional<Secret> read_secret_place(yaml::Reader& reader, const yaml::Node& node,
                                        const std::filesystem::path& folder) {
  // Whatever else stands here may be the secret itself, so no problem repeats it.
  static const std::vector<std::pair<std::string, Secret::Kind>> kKinds{
      {"credential", Secret::Kind::credential}, {"file", Secret::Kind::file}, {"env", Secret::Kind::env}};
  const std::string hint = "write {credential: NAME}, {file: PATH} or {env: NAME}; the secret itself never stands here";
  if (!node.is_map() || node.items.size() != 1) {
    reader.error(node, "expected where the secret lies", hint);
    return std::nullopt;
  }
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& known) { return known.first == node.keys[0].text; });
  const auto& value = node.items[0];
  if (kind == kKinds.end() || !value.is_scalar() || value.text.empty()) {
    reader.error(node, "expected where the secret lies", hint);
    return std::nullopt;
  }
  if (kind->second == Secret::Kind::file) return Secret{kind->second, below(folder, value.text).string()};
  if (!is_name(value.text, kind->second == Secret::Kind::env)) {
    reader.error(value,
                 fmt::format("this is not the name of {}",
                             kind->second == Secret::Kind::env ? "an environment variable" : "a credential"),
                 hint);
    return std::nullopt;
  }
  return Secret{kind->second, value.text};
}

/// Encryption is never a matter of luck: it is in the URL's scheme, and only a connection that stays on this machine
/// may do without.
void read_endpoint(yaml::Map& map, const std::string& scheme, const std::filesystem::path& folder, Endpoint& into) {
  read_url(map, scheme, into);
  read_path(map, "ca", folder, into.ca);
  const auto* tls = map.find("tls");
  if (tls == nullptr || !map.reader().word(*tls, {"none"}) || into.host.empty()) return;
  if (into.scheme == scheme + "s") {
    map.reader().error(*tls, fmt::format("tls: none contradicts {}s://", scheme), fmt::format("write {}://", scheme));
  } else if (!is_loopback(into.host)) {
    map.reader().error(*tls, "tls: none is allowed for this machine itself only (localhost, 127.0.0.1, ::1)",
                       "leave it out: STARTTLS is used then");
  } else {
    into.tls_none = true;
  }
}

void read_login(yaml::Map& map, const std::filesystem::path& folder, yaml::Need need, Login& into) {
  map.text("user", into.user, need);
  const auto* password = map.find("password");
  const auto* oauth2 = map.find("oauth2");
  if (password != nullptr) into.password = read_secret_place(map.reader(), *password, folder).value_or(Secret{});
  if (oauth2 != nullptr) into.oauth2 = read_oauth2(map.reader(), *oauth2, folder);
  if (password != nullptr && oauth2 != nullptr) {
    map.reader().error(*map.key("oauth2"), "password and oauth2 exclude each other", "keep one of them");
  } else if (password == nullptr && oauth2 == nullptr && map.node().is_map() &&
             (need == yaml::Need::required || !into.user.empty())) {
    map.reader().error(map.node(), "'password' or 'oauth2' is missing here");
  } else if (into.user.empty() && (password != nullptr || oauth2 != nullptr) && map.key("user") == nullptr &&
             need == yaml::Need::optional) {
    map.reader().error(map.node(), "'user' is missing here");
  }
}

}  // namespace docket::parts
