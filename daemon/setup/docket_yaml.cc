// docket.yaml from the answers, with the comments that its next reader needs.
#include <fmt/format.h>

#include "daemon/setup/draft.h"
#include "daemon/setup/server.h"
#include "daemon/setup/yaml_text.h"

namespace docket::setup {
namespace {

std::string head(const Answers& answers) {
  std::string text =
      "# yaml-language-server: $schema=file:///usr/share/docket/schema/docket.schema.json\n"
      "# How docket runs: where letters come in, where they go out. Written by docket init --guided; from here on it "
      "is\n"
      "# yours. Every key: docket.yaml(5). After a change: docket check, then restart docket.\n"
      "version: 1\n";
  text +=
      answers.text("mode") == "shadow"
          ? "# shadow: everything is taken, judged and recorded, but no mailbox is touched and nothing is sent. Look "
            "at\n# `docket case list` for some days, then write live here and restart; what shadow recorded is "
            "never sent.\nmode: shadow\n"
          : "mode: live                # shadow: take and judge, but touch no mailbox and send nothing\n";
  text += fmt::format("data: {}   # the case book and its keys; keep it on a local disk and in the backup\n",
                      yaml_quoted(answers.text("data")));
  text +=
      fmt::format("control: {}   # where the docket commands reach the daemon\n", yaml_quoted(answers.text("control")));
  const auto& group = answers.surroundings().operators_group;
  if (!group.empty()) text += fmt::format("operators: {{group: {}}}   # who may use them, besides root\n", group);
  return text;
}

std::string server_lines(const Answers& answers, Protocol protocol, std::string_view indent) {
  const auto servers = servers_for(protocol, answers);
  if (servers.empty()) return "";
  std::string text = fmt::format("{}url: {}\n", indent, yaml_quoted(servers.front().url));
  if (servers.front().clear) text += fmt::format("{}tls: none   # this machine only\n", indent);
  const auto authority = answers.text("ca");
  if (!authority.empty() && !servers.front().clear) text += fmt::format("{}ca: {}\n", indent, yaml_quoted(authority));
  return text;
}

std::string token_url(const Answers& answers) {
  if (answers.provider() == nullptr) return answers.text("token-url");
  std::string url(answers.provider()->token_url);
  const auto at = url.find(kTenantLater);
  if (at != std::string::npos) url.replace(at, kTenantLater.size(), answers.text("tenant"));
  return url;
}

std::string oauth2_lines(const Answers& answers, const std::string& indent) {
  std::string text = indent + "oauth2:\n";
  const auto line = [&](std::string_view key, std::string_view value) {
    text += fmt::format("{}  {}: {}\n", indent, key, value);
  };
  line("token_url", yaml_quoted(token_url(answers)));
  line("client_id", yaml_quoted(answers.text("client-id")));
  line("client_secret", secret_place("oauth2-client", answers));
  if (const auto scope = answers.text("scope"); !scope.empty()) line("scope", yaml_quoted(scope));
  line("grant", answers.text("grant"));
  const auto expires = answers.text("secret-expires");
  if (!expires.empty()) line("secret_expires", expires);
  return text;
}

std::string login_lines(const Answers& answers, const std::string& user, const std::string& secret,
                        const std::string& indent) {
  if (user == kNoLogin) return "";
  const auto text = fmt::format("{}user: {}\n", indent, yaml_quoted(user));
  if (answers.oauth2()) return text + oauth2_lines(answers, indent);
  return text + fmt::format("{}password: {}\n", indent, secret_place(secret, answers));
}

std::string source_lines(const Answers& answers) {
  const auto addresses = answers.list("address");
  std::string text =
      fmt::format("\nsources:\n  - name: {}   # for good: a source that is renamed is a new one\n    imap:\n",
                  source_name(answers));
  text += server_lines(answers, Protocol::imap, "      ");
  text += login_lines(answers, answers.text("imap-user"), "mailbox", "      ");
  text += fmt::format("      folders: {}   # the spam folder too, where there is one: a person looks at its letters\n",
                      listed(answers.list("imap-folder")));
  text += "      after: keep   # or flag, or {move: FOLDER}\n";
  if (addresses.size() == 1) {
    text += fmt::format("    address: {}   # what a letter counts as written to that names none of ours\n",
                        yaml_quoted(generic_address(addresses.front()).address));
  }
  return text + "    take_since: start   # letters from before the first start are left alone\n";
}

std::string mail_lines(const Answers& answers) {
  const auto* provider = answers.provider();
  const auto secret = answers.given("smtp-password") ? "mail-out" : "mailbox";
  std::string text = "\nmail:\n  smtp:\n" + server_lines(answers, Protocol::smtp, "    ");
  text += login_lines(answers, answers.text("smtp-user"), secret, "    ");
  text += answers.text("send-as") == "account"
              ? "  send_as: account      # From is the account, Reply-To the address written to; written-to, once the "
                "account\n                        # may send as every generic address\n"
              : "  send_as: written-to   # From is the generic address written to\n";
  text += fmt::format("  domain: {}   # of our own Message-IDs\n", yaml_quoted(answers.domain()));
  if (provider != nullptr) text += fmt::format("  {}\n", provider->limits);
  return text;
}

std::string last_lines(const Answers& answers) {
  auto text =
      fmt::format("\nalarms: {{to: {}}}   # told when something needs a person\n", listed(answers.list("alarms")));
  const auto authserv = answers.text("authserv-id");
  text +=
      "\n# Whose Authentication-Results are believed: the first word of that header in a letter you received. Without "
      "it "
      "no\n# sender is proven, and no acknowledgement holds how the letter begins.\n";
  return text + (authserv.empty() ? "# trusted_authserv_ids: [mx.town.ca]\n"
                                  : fmt::format("trusted_authserv_ids: [{}]\n", yaml_quoted(authserv)));
}

}  // namespace

std::string docket_yaml(const Answers& answers) {
  return head(answers) + source_lines(answers) + mail_lines(answers) + last_lines(answers);
}

std::string mailbox_trial(const Answers& answers) {
  return "version: 1\ndata: data\ncontrol: control\n" + source_lines(answers) +
         "mail: {maildir: {path: out}, domain: localhost.invalid}\n";
}

std::string mail_out_trial(const Answers& answers) {
  return "version: 1\ndata: data\ncontrol: control\nsources: [{name: pipe, pipe: {}}]\n" + mail_lines(answers);
}

}  // namespace docket::setup
