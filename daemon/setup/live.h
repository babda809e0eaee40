// Answers tried on the servers they name, before anything is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connectors/probe.h"
#include "daemon/setup/answers.h"
#include "daemon/setup/conversation.h"

namespace docket::setup {

/// The world as the set-up sees it; tests bring another.
struct World {
  /// `refresh_token`: the login's, where it has one; afterwards the one to go on with.
  std::function<MailboxProbe(const ImapSettings&, std::string& refresh_token)> mailbox;
  std::function<MailOutProbe(const MailSettings&, const std::vector<std::string>& from, std::string& refresh_token)>
      mail_out;
  std::function<MailHosts(const std::string& domain)> look_up;
};

/// False where a login by OAuth2 is not complete yet, so that there is nothing to try.
[[nodiscard]] bool can_be_tried(const Answers& answers);

/// Tries the mailbox's servers until one answers, and says what came of each. True: logged in, and all folders are
/// there; then the answers name that server, and the spam folder where nobody named folders.
[[nodiscard]] bool try_mailbox(Answers& answers, Conversation& talk, const World& world);
/// The same for letters out: logged in, and taken from every address that docket would write from. Where the server
/// takes them from the account only, and nobody said how letters are to be sent, they come from the account.
[[nodiscard]] bool try_mail_out(Answers& answers, Conversation& talk, const World& world);

}  // namespace docket::setup
