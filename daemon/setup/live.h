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
  std::function<MailboxProbe(const ImapSettings&)> mailbox;
  std::function<MailOutProbe(const MailSettings&, const std::vector<std::string>&)> mail_out;
  std::function<MailHosts(const std::string& domain)> look_up;
};

/// Tries the mailbox's servers until one answers, and says what came of each. True: logged in, and all folders are
/// there; then the answers name that server, and the spam folder where nobody named folders.
[[nodiscard]] bool try_mailbox(Answers& answers, Conversation& talk, const World& world);
/// The same for letters out: logged in, and taken from every address that docket would write from. Where the server
/// takes them from the account only, and nobody said how letters are to be sent, they come from the account.
[[nodiscard]] bool try_mail_out(Answers& answers, Conversation& talk, const World& world);

}  // namespace docket::setup
