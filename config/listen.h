// Where a listener of docket.yaml listens: ADDRESS:PORT or unix:/PATH.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace docket {

struct Listen {
  std::filesystem::path socket;  ///< of a Unix socket; else empty
  std::string address;           ///< numeric, without brackets; no name is looked up
  std::uint16_t port = 0;        ///< 0 only in tests: any free one
  bool operator==(const Listen&) const = default;
  [[nodiscard]] bool is_unix() const { return !socket.empty(); }
  [[nodiscard]] bool is_loopback() const;  ///< or a Unix socket: nothing of it crosses a network
};

/// Both in PEM; the certificate's chain in its file.
struct TlsFiles {
  std::filesystem::path certificate;
  std::filesystem::path key;
};

/// "127.0.0.1:8311", "[::1]:8311", "unix:/run/docket/public.sock"; or what was expected instead.
[[nodiscard]] tl::expected<Listen, std::string> parse_listen(std::string_view text);

}  // namespace docket
