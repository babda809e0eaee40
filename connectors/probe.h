// A look at a mailbox and at the way out for letters, for people who set docket up or ask what ails it: what can be
// reached, who gets in, what the server allows. Over the connections that the sources and the outbox use.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/mail_sink.h"

namespace docket {

namespace oauth2 {
class Tokens;
}

struct FolderProbe {
  std::string name;
  bool exists = false;
  bool readable = false;
  bool read_only = false;       ///< the server says so of a folder that was to be opened for more than reading
  bool keeps_keywords = false;  ///< PERMANENTFLAGS has \* or $Docket; not known of a folder that was only examined
  std::uint32_t messages = 0;
  std::string trouble;  ///< the server's words where it cannot be opened
};

struct MailboxProbe {
  bool reached = false;  ///< TCP, and TLS where it is asked for
  bool logged_in = false;
  std::string trouble;               ///< what stands in the way, in words for an admin, without secrets; empty: nothing
  std::vector<FolderProbe> folders;  ///< those that the settings name, in their order
  std::vector<std::string> all_folders;   ///< UTF-8, as the server lists them
  std::vector<std::string> capabilities;  ///< upper case
  bool idle = false;
  bool move = false;
  bool uidplus = false;
  std::optional<Time> certificate_ends;  ///< of the server; nullopt without TLS, or where it was refused
};

/// Logs in, lists, and opens each folder as the source would: EXAMINE where letters are only kept, else SELECT, which
/// tells what may be flagged. No letter is touched, no flag set. Bounded by `limit` as a whole. Throws nothing.
[[nodiscard]] MailboxProbe probe_mailbox(const ImapSettings& settings, const Clock& clock,
                                         std::chrono::milliseconds limit, oauth2::Tokens& tokens);

/// One letter, one try, over a connection of its own.
[[nodiscard]] SendResult send_once(const MailSettings& settings, const OutgoingMail& mail, const Clock& clock,
                                   oauth2::Tokens& tokens);

/// Whether a letter with this Message-ID has come.
struct Arrival {
  bool arrived = false;
  std::string folder;
  std::string header;   ///< the letter's own, as it came: what the servers on the way wrote
  std::string trouble;  ///< why nobody can tell
};

/// Looks (EXAMINE) into the folders, and where letters are moved to, until it is there or `limit` is over.
[[nodiscard]] Arrival await_letter(const ImapSettings& settings, const std::string& message_id, const Clock& clock,
                                   std::chrono::milliseconds limit, oauth2::Tokens& tokens);

struct MailOutProbe {
  bool reached = false;
  bool logged_in = false;  ///< true too where no user is named and the server lets us in all the same
  std::string trouble;
  /// Addresses that the server does not let us send from, with its words.
  std::vector<std::pair<std::string, std::string>> from_refused;
  std::optional<Time> certificate_ends;
  bool encrypted = false;
  std::vector<std::string> offers;  ///< lines of the answer to EHLO, after login
};

/// Logs in and begins a letter from each address, to that same address, and takes it back (RSET): many servers look at
/// the sender only once they know a recipient. Nothing is sent. For `mail: maildir` the folder is looked at. Bounded by
/// `limit` as a whole. Throws nothing.
[[nodiscard]] MailOutProbe probe_mail_out(const MailSettings& settings, const std::vector<std::string>& from_addresses,
                                          const Clock& clock, std::chrono::milliseconds limit, oauth2::Tokens& tokens);

}  // namespace docket
