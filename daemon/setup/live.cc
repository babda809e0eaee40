#include "daemon/setup/live.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "config/address.h"
#include "config/load.h"
#include "config/text.h"
#include "daemon/setup/draft.h"
#include "daemon/setup/held_secret.h"
#include "daemon/setup/server.h"

namespace docket::setup {
namespace {

/// `yaml` as the daemon will read it; it was checked answer by answer, so anything wrong is said as it is.
std::optional<Settings> read_trial(const std::string& yaml, const Answers& answers, Conversation& talk) {
  Problems problems;
  auto settings = load_settings({"docket.yaml", yaml}, answers.surroundings().folder, problems);
  if (!settings) talk.say("These answers do not fit together: " + problems.front().text + "\n");
  return settings;
}

/// The login of a trial, with what the answers hold in place of files that are not there yet.
class Proof {
 public:
  Proof(const Answers& answers, const std::string& password)
      : refresh_token(answers.oauth2() ? answers.text("refresh-token") : ""),
        secret_(answers.text(answers.oauth2() ? "client-secret" : password)) {}
  void put_into(Login& login) const {
    if (login.oauth2) login.oauth2->client_secret = secret_.place();
    if (!login.oauth2 && !login.user.empty()) login.password = secret_.place();
  }
  /// The one that was used is of no use any more where the server gave another.
  void keep_token(Answers& answers) const {
    if (!refresh_token.empty()) answers.give("refresh-token", refresh_token);
  }

  std::string refresh_token;

 private:
  HeldSecret secret_;
};

/// The answers with one of the servers that they leave open.
Answers with_server(const Answers& answers, const std::string& protocol, const Server& server) {
  auto chosen = answers;
  chosen.give(protocol + "-url", server.url);
  if (server.clear) {
    chosen.give(protocol + "-tls", "none");
  } else {
    chosen.forget(protocol + "-tls");
  }
  return chosen;
}

std::string named(const Server& server) { return server.url + (server.clear ? " without TLS" : ""); }

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

/// The spam folder as servers call it, below INBOX or not.
std::optional<std::string> spam_folder(const std::vector<std::string>& folders) {
  static constexpr std::array<std::string_view, 5> kNames{"junk", "spam", "junk e-mail", "junk email", "pourriel"};
  for (const auto& folder : folders) {
    const auto last = folder.find_last_of("/.");
    const auto name = ascii_lower(last == std::string::npos ? folder : folder.substr(last + 1));
    if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return folder;
  }
  return std::nullopt;
}

/// Nobody named folders: INBOX, and the spam folder that is there, where real letters get lost.
void choose_folders(Answers& answers, const MailboxProbe& probe) {
  const auto spam = spam_folder(probe.all_folders);
  answers.give("imap-folder", spam ? "INBOX\n" + *spam : "INBOX");
}

bool folders_are_there(const MailboxProbe& probe, Conversation& talk) {
  bool all = true;
  for (const auto& folder : probe.folders) {
    if (folder.readable) continue;
    all = false;
    talk.say(fmt::format("The folder {} cannot be read: {}. There are: {}\n", folder.name, folder.trouble,
                         joined(probe.all_folders)));
  }
  return all;
}

/// The addresses that letters are written from, the account among them where it is one.
std::vector<std::string> senders(const Answers& answers) {
  std::vector<std::string> all;
  if (answers.text("send-as") == "written-to" || !answers.given("send-as")) {
    for (const auto& address : answers.list("address")) all.push_back(generic_address(address).address);
  }
  const auto user = answers.text("smtp-user");
  if (address_key(user) && std::find(all.begin(), all.end(), user) == all.end()) all.push_back(user);
  return all;
}

bool senders_are_taken(Answers& answers, const MailOutProbe& probe, Conversation& talk) {
  if (probe.from_refused.empty()) {
    talk.say(fmt::format("it takes letters from {}.\n", joined(senders(answers))));
    return true;
  }
  talk.say("but not every letter:\n");
  const auto account = answers.text("smtp-user");
  bool account_refused = !address_key(account);
  for (const auto& [address, words] : probe.from_refused) {
    talk.say(fmt::format("  from {}: {}\n", address, words));
    account_refused = account_refused || address_key(address) == address_key(account);
  }
  if (account_refused || answers.text("send-as") == "account" || answers.given("send-as")) {
    talk.say("Let the account send as these addresses, or send as the account itself.\n");
    return false;
  }
  answers.give("send-as", "account");
  talk.say(fmt::format("So letters go out from {}, with the address written to as Reply-To.\n", account));
  return true;
}

enum class Came { not_there, refused, in };

/// No connection, or no token to make one with.
Came not_reached(const std::string& trouble, const Answers& answers, Conversation& talk) {
  talk.say("not reached: " + trouble + "\n");
  return answers.oauth2() ? Came::refused : Came::not_there;
}

Came try_mailbox_at(const Server& server, Answers& answers, Conversation& talk, const World& world) {
  auto chosen = with_server(answers, "imap", server);
  auto settings = read_trial(mailbox_trial(chosen), chosen, talk);
  if (!settings) return Came::refused;
  auto imap = std::get<ImapSettings>(settings->sources.front().way);
  Proof proof(answers, "imap-password");
  proof.put_into(imap.login);
  talk.say(fmt::format("Trying {} … ", named(server)));
  const auto probe = world.mailbox(imap, proof.refresh_token);
  proof.keep_token(answers);
  proof.keep_token(chosen);
  if (!probe.reached) return not_reached(probe.trouble, answers, talk);
  if (!probe.logged_in) {
    talk.say(fmt::format("it is there, but does not let {} in: {}\n", imap.login.user, probe.trouble));
    return Came::refused;
  }
  talk.say(fmt::format("logged in. Its folders: {}\n", joined(probe.all_folders)));
  const bool named_folders = answers.given("imap-folder");
  answers = std::move(chosen);
  if (named_folders) return folders_are_there(probe, talk) ? Came::in : Came::refused;
  choose_folders(answers, probe);
  return Came::in;
}

Came try_mail_out_at(const Server& server, Answers& answers, Conversation& talk, const World& world) {
  auto chosen = with_server(answers, "smtp", server);
  auto settings = read_trial(mail_out_trial(chosen), chosen, talk);
  if (!settings) return Came::refused;
  auto& login = std::get<SmtpSettings>(settings->mail.way).login;
  Proof proof(answers, "smtp-password");
  proof.put_into(login);
  talk.say(fmt::format("Trying {} … ", named(server)));
  const auto probe = world.mail_out(settings->mail, senders(answers), proof.refresh_token);
  proof.keep_token(answers);
  proof.keep_token(chosen);
  if (!probe.reached) return not_reached(probe.trouble, answers, talk);
  if (!probe.logged_in || !probe.trouble.empty()) {
    talk.say(fmt::format("it is there, but does not let {} in: {}\n", login.user.empty() ? "docket" : login.user,
                         probe.trouble));
    return Came::refused;
  }
  talk.say(login.user.empty() ? "it answers; " : "logged in; ");
  answers = std::move(chosen);
  return senders_are_taken(answers, probe, talk) ? Came::in : Came::refused;
}

using TryAt = Came (*)(const Server&, Answers&, Conversation&, const World&);

/// The password goes to the first server that is there, and to no other.
bool try_all(Protocol protocol, TryAt try_at, Answers& answers, Conversation& talk, const World& world) {
  for (const auto& server : servers_for(protocol, answers)) {
    const auto came = try_at(server, answers, talk, world);
    if (came != Came::not_there) return came == Came::in;
  }
  talk.say(
      "No server answers there. Its name stands in the account settings of any mail program that reads the mailbox.\n");
  return false;
}

}  // namespace

bool can_be_tried(const Answers& answers) {
  if (!answers.oauth2()) return true;
  const bool refreshes = answers.text("grant") == "refresh_token";
  return answers.text("tenant") != kTenantLater && answers.text("client-id") != kClientLater &&
         !answers.text("client-secret").empty() && (!refreshes || !answers.text("refresh-token").empty());
}

bool try_mailbox(Answers& answers, Conversation& talk, const World& world) {
  return try_all(Protocol::imap, try_mailbox_at, answers, talk, world);
}

bool try_mail_out(Answers& answers, Conversation& talk, const World& world) {
  return try_all(Protocol::smtp, try_mail_out_at, answers, talk, world);
}

}  // namespace docket::setup
