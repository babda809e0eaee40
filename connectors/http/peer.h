// Who is at the other end of a connection, and by which name it is counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace docket::http {

struct Peer {
  std::string address;       ///< over TCP: numeric; else empty
  std::optional<uid_t> uid;  ///< on a Unix socket
  /// A program of this machine: what it says of its own caller may be believed.
  [[nodiscard]] bool is_local() const;
};

/// Of a connected socket.
[[nodiscard]] Peer peer_of(int socket);
/// The login name, or the number when there is none. May ask name services: never on the I/O thread.
[[nodiscard]] std::string login_of(uid_t uid);

/// X-Forwarded-For's last hop, which the proxy nearest to us wrote: a numeric address without port, or nullopt. What
/// stands before it the caller may have invented.
[[nodiscard]] std::optional<std::string> last_hop(std::string_view forwarded_for);

/// What is counted as one peer: an IPv4 address (mapped too), the /64 of an IPv6 address (one customer has them all).
[[nodiscard]] std::string counted_as(const std::string& address);

}  // namespace docket::http
