// The `mail:` section of docket.yaml: how letters leave.
#include <fmt/format.h>

#include "config/address.h"
#include "config/parts.h"

namespace docket::parts {
namespace {

constexpr std::string_view kToken = "{token}";

/// One way out. Two would need a rule for which letter takes which, and nobody could say where an answer went.
void read_mail_way(yaml::Map& map, const std::filesystem::path& folder, MailSettings& mail) {
  auto& reader = map.reader();
  const auto* smtp = map.find("smtp");
  const auto* maildir = map.find("maildir");
  if (smtp != nullptr) {
    SmtpSettings settings;
    yaml::Map way(reader, *smtp);
    read_endpoint(way, "smtp", folder, settings.server);
    read_login(way, folder, yaml::Need::optional, settings.login);
    way.finish();
    mail.account = address_key(settings.login.user).value_or("");
    mail.way = settings;
  }
  if (maildir != nullptr) {
    MaildirSettings settings;
    yaml::Map way(reader, *maildir);
    read_path(way, "path", folder, settings.path, yaml::Need::required);
    way.finish();
    mail.way = settings;
  }
  if ((smtp == nullptr) == (maildir == nullptr) && map.node().is_map()) {
    reader.error(map.node(),
                 smtp == nullptr ? "'smtp' or 'maildir' is missing here" : "smtp and maildir exclude each other",
                 "keep one of them");
  }
}

/// Bounces come back to this address; with a token in it a bounce finds its case even when it quotes nothing.
void read_envelope(yaml::Map& map, MailSettings& mail) {
  const auto* node = map.find("envelope");
  if (node == nullptr) return;
  if (node->text == "null" || (node->is_null() && !node->text.empty())) {
    mail.envelope = EnvelopeFrom::null;
    return;
  }
  if (node->is_scalar() && node->text == "account") return;
  const auto at = node->text.find(kToken);
  std::string sample = node->text;
  if (at != std::string::npos) sample.replace(at, kToken.size(), "x");
  if (!node->is_scalar() || at == std::string::npos || sample.find('{') != std::string::npos || !address_key(sample)) {
    map.reader().error(*node, "expected account, null or an address with {token} in it",
                       "write for example \"bounce+{token}@town.example\"");
    return;
  }
  if (at > node->text.find('@')) {
    map.reader().error(*node, "{token} must stand before the @");
    return;
  }
  mail.envelope = EnvelopeFrom::token;
  mail.envelope_template = node->text;
}

void read_limits(yaml::Reader& reader, const yaml::Node& node, MailLimits& limits) {
  // A bound far beyond every server's, so that sums of limits cannot overflow.
  constexpr int kMost = 100'000'000;
  yaml::Map map(reader, node);
  map.integer("connections", limits.connections, 1, 64);
  map.integer("per_minute", limits.per_minute, 1, kMost);
  map.integer("per_day", limits.per_day, 1, kMost);
  map.integer("per_address_per_day", limits.per_address_per_day, 1, kMost);
  map.integer("per_address_per_hour", limits.per_address_per_hour, 1, kMost);
  map.finish();
}

}  // namespace

MailSettings read_mail(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  MailSettings mail;
  yaml::Map map(reader, node);
  read_mail_way(map, folder, mail);
  if (map.word("send_as", {"written-to", "account"}) == 1U) {
    mail.send_as = SendAs::account;
    // Replies must reach the account, so it must be known by its address.
    if (mail.account.empty()) {
      reader.error(*node.find("send_as"), "send_as: account needs an smtp user that is an address",
                   "write send_as: written-to, or give the user as an address");
    }
  }
  read_envelope(map, mail);
  if (map.word("reply_tag", {"none", "plus"}) == 1U) mail.reply_tag = ReplyTag::plus;
  map.domain("domain", mail.domain, yaml::Need::required);
  if (const auto ascii = domain_to_ascii(mail.domain)) mail.domain = *ascii;
  if (const auto* limits = map.find("limits")) read_limits(reader, *limits, mail.limits);
  map.finish();
  return mail;
}

}  // namespace docket::parts
