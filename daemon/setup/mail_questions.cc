// The three questions of the guided set-up (the address, the mailbox, the way out) with all that belongs to them.
#include <fmt/format.h>

#include <algorithm>

#include "config/address.h"
#include "config/quantity.h"
#include "daemon/setup/question.h"
#include "daemon/setup/server.h"

namespace docket::setup {
namespace {

using Usual = std::optional<std::string>;

bool by_password(const Answers& answers) { return !answers.oauth2(); }
bool by_oauth2(const Answers& answers) { return answers.oauth2(); }
bool at_microsoft(const Answers& answers) { return answers.oauth2() && answers.provider() == &microsoft(); }
bool elsewhere(const Answers& answers) { return answers.oauth2() && answers.provider() == nullptr; }
bool with_refresh_token(const Answers& answers) { return answers.oauth2() && answers.text("grant") == "refresh_token"; }
/// Google's secrets stay good.
bool with_expiring_secret(const Answers& answers) { return answers.oauth2() && answers.provider() != &google(); }
bool sends_with_login(const Answers& answers) { return by_password(answers) && answers.text("smtp-user") != kNoLogin; }

std::string address_problem(const std::string& value, const Answers&) {
  const auto answer = generic_address(value);
  if (address_key(answer.address)) return "";
  return fmt::format("'{}' is not a mail address: write it alone, like info@town.ca", answer.address);
}

/// A person may fill it in later; a script that left it out has made a mistake.
Usual later(const Answers& answers, std::string placeholder) {
  return answers.surroundings().attended ? Usual(std::move(placeholder)) : std::nullopt;
}

std::string identifier_problem(const std::string& value, const Answers&) {
  const bool plain = !value.empty() && value.find_first_of(" \t/?#%\\\"") == std::string::npos;
  return plain ? "" : "it is the id itself, without spaces or slashes";
}

/// Where nothing is tried the server cannot be found by trying.
Usual usual_server(const Answers& answers, std::string_view providers) {
  if (!providers.empty()) return std::string(providers);
  return answers.surroundings().tested ? Usual("") : std::nullopt;
}

std::string token_url_problem(const std::string& value, const Answers&) {
  const bool good =
      value.starts_with("https://") || value.starts_with("http://127.0.0.1") || value.starts_with("http://localhost");
  return good ? "" : "the token server's address begins with https://";
}

std::string login_problem(const std::string& value, const Answers& answers) {
  const auto* provider = answers.provider();
  if (value != "oauth2" && value != "password") return "oauth2 or password";
  if (value == "password" && provider != nullptr && !provider->by_password) {
    return fmt::format("{} takes no password for mailboxes any more, only oauth2", provider->name);
  }
  return "";
}

Usual usual_login(const Answers& answers) {
  const auto* provider = answers.provider();
  if (provider == nullptr) return "password";
  return provider->by_password && answers.given("imap-password") ? "password" : "oauth2";
}

std::vector<Question> mailbox_questions() {
  using enum Question::Kind;
  return {
      {.id = "address",
       .option = "--address",
       .label = "addresses",
       .asked = "Address",
       .help = "A generic address that residents write to; several with commas; info@town.ca=OFFICE for its office",
       .kind = list,
       .problem = address_problem},
      {.id = "login",
       .option = "--login",
       .label = "log in by",
       .asked = "oauth2 or password",
       .help = "How docket logs in: password, or oauth2 (usual for Google and Microsoft 365)",
       .usual = usual_login,
       .problem = login_problem,
       .applies = [](const Answers& answers) { return answers.provider() != nullptr || answers.given("login"); }},
      {.id = "imap-url",
       .option = "--imap-url",
       .label = "mailbox server",
       .asked = "Mail server of the mailbox (IMAP)",
       .help = "imaps://mail.town.ca, imap://… for STARTTLS, or a name alone; left out: found by trying",
       .usual =
           [](const Answers& answers) {
             const auto* provider = provider_of_domain(answers.domain(), answers.hosts());
             return usual_server(answers, provider == nullptr ? "" : provider->imap_url);
           },
       .usual_words = "found by trying",
       .problem = [](const std::string& value, const Answers&) { return server_problem(Protocol::imap, value); }},
      {.id = "imap-user",
       .option = "--imap-user",
       .label = "mailbox user",
       .asked = "User",
       .help = "Who logs in to the mailbox (default: the address)",
       .usual = [](const Answers& answers) -> Usual {
         const auto addresses = answers.list("address");
         return addresses.empty() ? std::nullopt : Usual(generic_address(addresses.front()).address);
       },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a mailbox has a user" : ""; }},
      {.id = "imap-password",
       .option = "--imap-password-file",
       .label = "mailbox password",
       .asked = "Password",
       .help = "A file with the mailbox's password, or - for standard input",
       .kind = secret,
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a password is needed" : ""; },
       .applies = by_password},
      {.id = "imap-folder",
       .option = "--imap-folder",
       .label = "folders",
       .asked = "Folders",
       .help = "A folder that docket reads; may be repeated (default: INBOX and the spam folder that is there)",
       .kind = list,
       .usual = [](const Answers& answers) -> Usual {
         const auto* provider = answers.provider();
         return provider == nullptr ? "INBOX" : "INBOX\n" + std::string(provider->junk);
       },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a folder has a name" : ""; }},
  };
}

/// Of a server that is neither Google's nor Microsoft's.
std::vector<Question> token_server_questions() {
  return {
      {.id = "token-url",
       .option = "--token-url",
       .label = "token server",
       .asked = "Address of the token server",
       .help = "oauth2 elsewhere than at Google and Microsoft: where tokens are given, https://…",
       .problem = token_url_problem,
       .applies = elsewhere},
      {.id = "scope",
       .option = "--scope",
       .label = "scope",
       .asked = "Scope",
       .help = "oauth2 elsewhere: what the token is for",
       .usual = [](const Answers& answers) -> Usual {
         return answers.provider() == nullptr ? "" : std::string(answers.provider()->scope);
       },
       .usual_words = "none",
       .applies = elsewhere},
      {.id = "grant",
       .option = "--grant",
       .label = "grant",
       .asked = "client_credentials or refresh_token",
       .help = "oauth2 elsewhere: client_credentials (default) or refresh_token",
       .usual = [](const Answers& answers) -> Usual {
         if (answers.provider() != nullptr) return std::string(answers.provider()->grant);
         return answers.given("refresh-token") ? "refresh_token" : "client_credentials";
       },
       .problem =
           [](const std::string& value, const Answers&) {
             return value == "client_credentials" || value == "refresh_token" ? ""
                                                                              : "client_credentials or refresh_token";
           },
       .applies = elsewhere},
  };
}

std::vector<Question> oauth2_questions() {
  using enum Question::Kind;
  return {
      {.id = "tenant",
       .option = "--tenant",
       .label = "tenant id",
       .asked = "Tenant id",
       .help = "Microsoft 365: the directory (tenant) id",
       .usual = [](const Answers& answers) { return later(answers, std::string(kTenantLater)); },
       .problem = identifier_problem,
       .applies = at_microsoft},
      {.id = "client-id",
       .option = "--client-id",
       .label = "client id",
       .asked = "Client id",
       .help = "oauth2: the application's client id",
       .usual = [](const Answers& answers) { return later(answers, std::string(kClientLater)); },
       .problem = identifier_problem,
       .applies = by_oauth2},
      {.id = "client-secret",
       .option = "--client-secret-file",
       .label = "client secret",
       .asked = "Client secret",
       .help = "oauth2: a file with the client secret, or - for standard input",
       .kind = secret,
       .usual = [](const Answers& answers) { return later(answers, ""); },
       .usual_words = "to be stored later",
       .applies = by_oauth2},
      {.id = "secret-expires",
       .option = "--secret-expires",
       .label = "secret expires",
       .asked = "Day on which the secret expires",
       .help = "oauth2: 2027-05-01; docket warns 30 days before",
       .usual = [](const Answers&) -> Usual { return ""; },
       .usual_words = "not known",
       .problem =
           [](const std::string& value, const Answers&) {
             return value.empty() || parse_date(value) ? "" : "write the day like 2027-05-01";
           },
       .applies = with_expiring_secret},
      {.id = "refresh-token",
       .option = "--refresh-token-file",
       .label = "refresh token",
       .asked = "Refresh token, which docket stores itself",
       .help = "oauth2 with a refresh token, as at Google: a file with the first one, or - for standard input",
       .kind = secret,
       .usual = [](const Answers&) -> Usual { return ""; },
       .usual_words = "to be stored later",
       .applies = with_refresh_token},
  };
}

std::string sender_problem(const std::string& value, const Answers& answers) {
  if (value != "written-to" && value != "account") return "written-to or account";
  if (value == "account" && !address_key(answers.text("smtp-user"))) {
    return "account needs a user for mail out that is an address";
  }
  return "";
}

std::vector<Question> way_out_questions() {
  using enum Question::Kind;
  return {
      {.id = "smtp-url",
       .option = "--smtp-url",
       .label = "mail out server",
       .asked = "Mail server for letters out (SMTP)",
       .help = "smtps://mail.town.ca, smtp://mail.town.ca:587 for STARTTLS, or a name alone; left out: found by trying",
       .usual =
           [](const Answers& answers) {
             return usual_server(answers, answers.provider() == nullptr ? "" : answers.provider()->smtp_url);
           },
       .usual_words = "found by trying",
       .problem = [](const std::string& value, const Answers&) { return server_problem(Protocol::smtp, value); }},
      {.id = "smtp-user",
       .option = "--smtp-user",
       .label = "mail out user",
       .asked = "User",
       .help = "Who logs in there (default: the mailbox's user); none: without a login",
       .usual = [](const Answers& answers) { return answers.value("imap-user"); },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a user, or none" : ""; }},
      {.id = "smtp-password",
       .option = "--smtp-password-file",
       .label = "mail out password",
       .asked = "Password",
       .help = "A file with the password of mail out, or - (default: the mailbox's, where the user is the same)",
       .kind = secret,
       .usual = [](const Answers& answers) -> Usual {
         const bool same = answers.text("smtp-user") == answers.text("imap-user");
         return same ? answers.value("imap-password") : std::nullopt;
       },
       .problem = [](const std::string& value, const Answers&) { return value.empty() ? "a password is needed" : ""; },
       .applies = sends_with_login},
      {.id = "send-as",
       .option = "--send-as",
       .label = "letters come from",
       .asked = "written-to or account",
       .help = "written-to: From is the address written to; account: the account, with Reply-To",
       .usual = [](const Answers& answers) -> Usual {
         return answers.provider() == nullptr ? "written-to" : std::string(answers.provider()->send_as);
       },
       .problem = sender_problem},
      {.id = "ca",
       .option = "--ca",
       .label = "private authority",
       .asked = "PEM file of the private authority that signed the servers' certificates",
       .help = "A PEM file, only where the mail servers' certificates are signed by a private authority",
       .usual = [](const Answers&) -> Usual { return ""; },
       .usual_words = "none",
       .problem = authority_problem},
      {.id = "authserv-id",
       .option = "--authserv-id",
       .label = "proven senders by",
       .asked = "First word of Authentication-Results in a letter you received",
       .help = "The mail server whose Authentication-Results are believed; without it no sender is proven",
       .usual = [](const Answers& answers) -> Usual {
         return answers.provider() == nullptr ? "" : std::string(answers.provider()->authserv);
       },
       .usual_words = "nobody: no acknowledgement holds how the letter begins"},
  };
}

}  // namespace

std::vector<Question> mail_questions() {
  std::vector<Question> all;
  for (auto& part : {mailbox_questions(), token_server_questions(), oauth2_questions(), way_out_questions()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace docket::setup
