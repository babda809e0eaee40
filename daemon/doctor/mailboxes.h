// The ways in: what a look at a mailbox, a Maildir and the public listener found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/settings.h"
#include "connectors/probe.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

/// What the daemon says of a source; for what cannot be tried by hand.
enum class Said { nothing, well, trouble };

[[nodiscard]] Lines judge_mailbox(const SourceSettings& source, const MailboxProbe& probe, Time now);
/// Its refresh token is the daemon's alone to exchange.
[[nodiscard]] Line judge_token(const std::string& check, Said said);
/// The secret is a systemd credential that only the unit has.
[[nodiscard]] Line judge_untried(const std::string& check, const std::string& credential, Said said,
                                 const std::string& unit);

struct MaildirFacts {
  bool there = false;       ///< with its new/ and cur/
  bool may_change = false;  ///< the service's user may write into new/ and cur/
  bool one_system = false;  ///< new/ and cur/ are on one file system: a rename moves a letter
  std::size_t waiting = 0;
  std::string owner;  ///< for whom may_change was asked
};
[[nodiscard]] MaildirFacts look_at_maildir(const std::filesystem::path& path);
[[nodiscard]] Lines judge_maildir(const SourceSettings& source, const MaildirFacts& facts);

struct ListenerFacts {
  std::string where;
  std::string trouble;                   ///< empty: it answers
  std::optional<Time> certificate_ends;  ///< of desk.tls
  std::string certificate_trouble;
};
[[nodiscard]] Lines judge_listener(const ListenerFacts& facts, Time now);

}  // namespace docket::doctor
