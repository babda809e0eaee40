#include "config/settings.h"

#include <fmt/format.h>
#include <sys/un.h>

#include <algorithm>

#include "config/load.h"
#include "config/parts.h"

namespace docket {
namespace {

using yaml::Need;

void read_operators(yaml::Map& top, Settings& settings) {
  const auto* node = top.find("operators");
  if (node == nullptr) return;
  yaml::Map map(top.reader(), *node);
  map.text("group", settings.operators_group, Need::required);
  map.finish();
}

/// The command is there for when mail out itself is what is broken; a whole path, since a service has no PATH to trust.
void read_alarms(yaml::Map& top, Settings& settings) {
  const auto* node = top.find("alarms");
  if (node == nullptr) return;
  auto& reader = top.reader();
  yaml::Map map(reader, *node);
  if (const auto* to = map.find("to")) {
    for (const auto& item : reader.list(*to)) {
      if (auto address = reader.mailbox(item)) settings.alarms_to.push_back(*address);
    }
  }
  if (map.text("command", settings.alarms_command) && !settings.alarms_command.starts_with('/')) {
    reader.error(*node->find("command"), "the command must be a whole path",
                 "write for example /usr/local/bin/page-it");
  }
  map.finish();
}

Paths read_paths(yaml::Map& top, const std::filesystem::path& folder) {
  Paths paths;
  parts::read_path(top, "data", folder, paths.data, Need::required);
  if (!parts::read_path(top, "control", folder, paths.control, Need::required)) return paths;
  const auto longest = sizeof(sockaddr_un::sun_path) - 1;
  if (paths.control.string().size() > longest) {
    top.reader().error(*top.node().find("control"),
                       fmt::format("the path is longer than {} octets, the most for a socket", longest),
                       "give a shorter one, for example /run/docket/control.sock");
  }
  return paths;
}

/// Letters written into a Maildir that is read again would go round for ever.
void check_maildirs(yaml::Reader& reader, const yaml::Node& root, const Settings& settings) {
  const auto* out = std::get_if<MaildirSettings>(&settings.mail.way);
  if (out == nullptr || out->path.empty()) return;
  for (const auto& source : settings.sources) {
    const auto* in = std::get_if<MaildirSettings>(&source.way);
    if (in != nullptr && (in->path / "").lexically_normal() == (out->path / "").lexically_normal()) {
      reader.error(*root.find("mail"),
                   fmt::format("letters out would be written where source '{}' reads", source.name));
    }
  }
}

/// The names of sources and "mail" for mail out are the names of the files with refresh tokens (connectors/oauth2).
void check_tokens(yaml::Reader& reader, const Settings& settings) {
  const auto refreshes = [](const Login& login) {
    return login.oauth2 && login.oauth2->grant == OAuth2::Grant::refresh_token;
  };
  const auto* out = std::get_if<SmtpSettings>(&settings.mail.way);
  const auto* source = settings.source("mail");
  const auto* in = source == nullptr ? nullptr : std::get_if<ImapSettings>(&source->way);
  if (out == nullptr || in == nullptr || !refreshes(out->login) || !refreshes(in->login)) return;
  if (in->login.user == out->login.user) return;
  yaml::Node at;
  at.line = source->place.line;
  at.column = source->place.column;
  reader.error(at, "the refresh tokens of source 'mail' and of mail out would lie in one file, tokens/mail.refresh",
               "take another name for the source");
}

/// Twilio signs the whole address, which docket behind a proxy cannot see for itself.
void check_webhooks(yaml::Reader& reader, const Settings& settings) {
  for (const auto& source : settings.sources) {
    const auto* webhook = std::get_if<WebhookSettings>(&source.way);
    if (webhook == nullptr) continue;
    yaml::Node at;
    at.line = source.place.line;
    at.column = source.place.column;
    if (!settings.desk_public) {
      reader.warning(at, "nothing listens for this webhook", "write for example desk: {public: \"127.0.0.1:8311\"}");
    }
    if (settings.desk_public_url.empty() && webhook->format.starts_with("twilio-")) {
      reader.error(at, fmt::format("format {} needs desk.public_url", webhook->format),
                   "it is part of what Twilio signs; write for example https://letters.town.example");
    }
  }
}

}  // namespace

std::chrono::seconds SourceSettings::longest_silence(bool open_hours) const {
  const std::chrono::seconds usual = std::chrono::minutes(open_hours ? 15 : 60);
  const auto* imap = std::get_if<ImapSettings>(&way);
  return imap == nullptr ? usual : std::max(usual, 2 * imap->poll);
}

const SourceSettings* Settings::source(const std::string& name) const {
  const auto found =
      std::find_if(sources.begin(), sources.end(), [&](const SourceSettings& source) { return source.name == name; });
  return found == sources.end() ? nullptr : &*found;
}

std::optional<Paths> load_paths(const TextFile& file, const std::filesystem::path& folder) {
  Problems own;
  const auto root = yaml::parse(file.name, file.text, own);
  if (!root) return std::nullopt;
  yaml::Reader reader(file.name, own);
  yaml::Map top(reader, *root);
  auto paths = read_paths(top, folder);
  return has_errors(own) ? std::nullopt : std::optional(std::move(paths));
}

std::optional<Settings> load_settings(const TextFile& file, const std::filesystem::path& folder, Problems& problems) {
  Problems own;
  Settings settings;
  if (const auto root = yaml::parse(file.name, file.text, own)) {
    yaml::Reader reader(file.name, own);
    yaml::Map top(reader, *root);
    parts::read_version(top);
    if (top.word("mode", {"live", "shadow"}) == 1U) settings.mode = Mode::shadow;
    const auto paths = read_paths(top, folder);
    settings.data = paths.data;
    settings.control = paths.control;
    read_operators(top, settings);
    if (const auto* node = top.find("sources", Need::required)) {
      settings.sources = parts::read_sources(reader, *node, folder);
    }
    if (const auto* node = top.find("mail", Need::required)) settings.mail = parts::read_mail(reader, *node, folder);
    read_alarms(top, settings);
    top.texts("trusted_authserv_ids", settings.trusted_authserv_ids);
    parts::read_desk(top, folder, settings);
    top.finish();
    check_maildirs(reader, *root, settings);
    check_webhooks(reader, settings);
    check_tokens(reader, settings);
    parts::warn_of_sample_values(reader, *root);
  }
  return parts::hand_over(own, problems) ? std::optional(std::move(settings)) : std::nullopt;
}

}  // namespace docket
