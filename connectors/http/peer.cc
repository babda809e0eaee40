#include "connectors/http/peer.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "config/text.h"

namespace docket::http {
namespace {

std::string numeric_peer(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, NI_MAXHOST> text{};
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (getpeername(socket, any, &size) != 0) return "";
  return getnameinfo(any, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0 ? text.data() : "";
}

bool is_numeric(const std::string& text) {
  std::array<unsigned char, 16> octets{};
  if (text.find('\0') != std::string::npos) return false;  // where inet_pton would stop reading
  return inet_pton(AF_INET, text.c_str(), octets.data()) == 1 || inet_pton(AF_INET6, text.c_str(), octets.data()) == 1;
}

}  // namespace

bool Peer::is_local() const {
  return uid.has_value() || address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

Peer peer_of(int socket) {
  Peer peer;
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return peer;
  if (address.ss_family != AF_UNIX) {
    peer.address = numeric_peer(socket);
    return peer;
  }
  ucred credentials{};
  size = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0) peer.uid = credentials.uid;
  return peer;
}

std::string login_of(uid_t uid) {
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return found->pw_name;
  return std::to_string(uid);
}

std::optional<std::string> last_hop(std::string_view forwarded_for) {
  auto hop = trim(forwarded_for.substr(forwarded_for.rfind(',') + 1));  // npos + 1 is 0
  if (hop.starts_with('[')) {
    hop = hop.substr(1, std::min(hop.find(']'), hop.size()) - 1);
  } else if (std::count(hop.begin(), hop.end(), ':') == 1) {
    hop = hop.substr(0, hop.find(':'));
  }
  std::string address(hop);
  return is_numeric(address) ? std::optional(std::move(address)) : std::nullopt;
}

std::string counted_as(const std::string& address) {
  in6_addr wide{};
  if (inet_pton(AF_INET6, address.substr(0, address.find('%')).c_str(), &wide) != 1) return address;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (IN6_IS_ADDR_V4MAPPED(&wide)) {
    return inet_ntop(AF_INET, &wide.s6_addr[12], text.data(), text.size());
  }
  std::fill(wide.s6_addr + 8, wide.s6_addr + 16, std::uint8_t{0});
  return std::string(inet_ntop(AF_INET6, &wide, text.data(), text.size())) + "/64";
}

}  // namespace docket::http
