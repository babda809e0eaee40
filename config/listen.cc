#include "config/listen.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/un.h>

#include <array>

#include "config/quantity.h"

namespace docket {
namespace {

constexpr std::size_t kLongestSocket = sizeof(sockaddr_un::sun_path) - 1;

tl::expected<Listen, std::string> unix_socket(std::string_view path) {
  if (!path.starts_with('/') || path.ends_with('/') || path.find('\0') != std::string_view::npos)
    return tl::unexpected<std::string>("expected a whole path after unix:");
  if (path.size() > kLongestSocket) {
    return tl::unexpected(fmt::format("the path is longer than {} octets, the most for a socket", kLongestSocket));
  }
  return Listen{std::filesystem::path(path), "", 0};
}

bool is_address(int family, const std::string& text) {
  std::array<unsigned char, 16> octets{};
  if (text.find('\0') != std::string::npos) return false;  // where inet_pton would stop reading
  return inet_pton(family, text.c_str(), octets.data()) == 1;
}

}  // namespace

bool Listen::is_loopback() const { return is_unix() || address == "::1" || address.starts_with("127."); }

tl::expected<Listen, std::string> parse_listen(std::string_view text) {
  if (text.starts_with("unix:")) return unix_socket(text.substr(5));
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0)
    return tl::unexpected<std::string>("expected an address and a port");
  const auto port = parse_number(text.substr(colon + 1), 65535);
  if (!port || *port == 0) return tl::unexpected<std::string>("expected an address and a port");
  auto address = std::string(text.substr(0, colon));
  const bool bracketed = address.starts_with('[') && address.ends_with(']');
  if (bracketed) address = address.substr(1, address.size() - 2);
  if (!is_address(bracketed ? AF_INET6 : AF_INET, address)) {
    return tl::unexpected<std::string>("expected an address of this machine as a number");
  }
  return Listen{{}, std::move(address), static_cast<std::uint16_t>(*port)};
}

}  // namespace docket
