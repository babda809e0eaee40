// Mail servers as people name them, and the ways to reach them that are tried, safest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/setup/answers.h"

namespace docket::setup {

enum class Protocol { imap, smtp };

inline constexpr std::string_view kNoLogin = "none";           ///< as the user of mail out
inline constexpr std::string_view kTenantLater = "TENANT-ID";  ///< stand in docket.yaml until somebody fills them in
inline constexpr std::string_view kClientLater = "CLIENT-ID";

/// One way to a server, as docket.yaml says it.
struct Server {
  std::string url;
  bool clear = false;  ///< tls: none; this machine only
  friend bool operator==(const Server&, const Server&) = default;
};

/// All ways that the answer leaves open: of "imaps://mail.town.ca" that one, of "mail.town.ca" TLS, then STARTTLS; of
/// "" what DNS names, then the usual names in the domain. Without TLS only, and last, where the server is this machine.
[[nodiscard]] std::vector<Server> servers_for(Protocol protocol, const Answers& answers);
/// Why that is no server; "" for a good one.
[[nodiscard]] std::string server_problem(Protocol protocol, const std::string& answer);
/// Why the file cannot be taken as PEM of an authority.
[[nodiscard]] std::string authority_problem(const std::string& file, const Answers& answers);

}  // namespace docket::setup
