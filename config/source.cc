// The `sources:` of docket.yaml.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/parts.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket::parts {
namespace {

constexpr std::size_t kMaxName = 64;

/// Names stand in delivery keys, log lines and the ledger, where a space or a colon would be read as something else.
bool is_source_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxName && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  });
}

/// Whatever would change flags or places of letters must be asked for in full: half an instruction is refused.
void read_after(yaml::Map& map, ImapSettings& imap) {
  auto& reader = map.reader();
  const auto* after = map.find("after");
  const bool has_seen = map.boolean("seen", imap.seen);
  if (after != nullptr && after->is_map()) {
    yaml::Map move(reader, *after);
    if (move.text("move", imap.move_to, yaml::Need::required)) imap.after = ImapSettings::After::move;
    move.finish();
  } else if (after != nullptr && after->is_scalar() && after->text == "move") {
    reader.error(*after, "'move' needs a folder", "write after: {move: FOLDER}");
  } else if (after != nullptr) {
    if (const auto word = reader.word(*after, {"keep", "flag"}); word == "flag") imap.after = ImapSettings::After::flag;
  }
  if (has_seen && imap.seen && imap.after != ImapSettings::After::flag) {
    reader.error(*map.key("seen"), "seen: true belongs to after: flag", "nothing is marked with another 'after'");
  }
}

ImapSettings read_imap(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  ImapSettings imap;
  yaml::Map map(reader, node);
  read_endpoint(map, "imap", folder, imap.server);
  read_login(map, folder, yaml::Need::required, imap.login);
  map.texts("folders", imap.folders);
  read_after(map, imap);
  map.boolean("idle", imap.idle);
  if (map.duration("poll", imap.poll) && imap.poll > std::chrono::hours(24)) {
    reader.error(*node.find("poll"), "a day is the longest between two looks at a mailbox");
  }
  map.finish();
  // Read twice, every letter would be told as a duplicate of itself.
  if (std::set<std::string>(imap.folders.begin(), imap.folders.end()).size() != imap.folders.size()) {
    reader.error(*node.find("folders"), "a folder is named twice");
  }
  if (imap.after == ImapSettings::After::move &&
      std::find(imap.folders.begin(), imap.folders.end(), imap.move_to) != imap.folders.end()) {
    reader.error(*node.find("after"), fmt::format("letters would be moved to '{}', which is read itself", imap.move_to),
                 "name a folder that is not in 'folders'");
  }
  return imap;
}

bool is_topic(const std::string& text) {
  const auto parts = split(text, ':');
  return parts.size() == 6 && parts[0] == "arn" && parts[2] == "sns" && !parts[3].empty() && !parts[5].empty();
}

/// A key that only some formats know would elsewhere promise what nobody does.
void belongs_to(yaml::Map& map, const WebhookSettings& webhook, const std::string& key,
                const std::set<std::string>& formats, const std::string& text) {
  if (map.find(key) == nullptr || webhook.format.empty() || formats.contains(webhook.format)) return;
  map.reader().error(*map.key(key), fmt::format("'{}' {}", key, text), "take it out");
}

void read_webhook_details(yaml::Map& map, const std::filesystem::path& folder, WebhookSettings& webhook) {
  auto& reader = map.reader();
  const auto need = webhook.format == "ses" ? yaml::Need::required : yaml::Need::optional;
  if (map.word("on_bad_signature", {"401", "503"}) == 1U) webhook.on_bad_signature = 503;
  if (map.texts("topics", webhook.topics, need) &&
      !std::all_of(webhook.topics.begin(), webhook.topics.end(), is_topic)) {
    reader.error(*map.node().find("topics"), "a topic is given by its whole ARN",
                 "write for example arn:aws:sns:ca-central-1:123456789012:mail");
  }
  read_path(map, "certificate", folder, webhook.certificate);
  map.texts("wakes", webhook.wakes);
  if (std::chrono::seconds age{}; map.duration("max_age", age)) {
    webhook.max_age = age;
    if (age > std::chrono::hours(24 * 7)) reader.error(*map.node().find("max_age"), "a week is the most");
  }
  belongs_to(map, webhook, "topics", {"ses"}, "belongs to format ses only");
  belongs_to(map, webhook, "certificate", {"ses"}, "belongs to format ses only");
  belongs_to(map, webhook, "wakes", {"graph", "gmail-push"}, "belongs to the formats graph and gmail-push only");
  belongs_to(map, webhook, "max_age", {"standard", "json", "mailgun", "sendgrid", "ses"},
             "has no effect: requests of this format are not dated");
  belongs_to(map, webhook, "tokens", {"open311"}, "belongs to format open311 only");
}

/// What is not signed is accepted where the sender cannot sign, and said.
void warn_of_open_door(yaml::Map& map, const WebhookSettings& webhook) {
  static const std::set<std::string> kOpen{"sendgrid", "open311", "graph", "gmail-push"};
  if (!kOpen.contains(webhook.format) || map.node().find("secrets") != nullptr) return;
  if (webhook.format == "open311") {
    map.reader().warning(map.node(), "without 'secrets' no app can send a request, all can read",
                         "name one secret for each app: its api key");
    return;
  }
  map.reader().warning(map.node(), "without 'secrets' anyone who knows the path can send here",
                       webhook.format == "sendgrid" ? "turn the signed webhook on there and name its public key"
                                                    : "name one secret and give it to the sender");
}

WebhookSettings read_webhook(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  static const std::vector<std::string> kFormats{"standard",     "json",     "github", "mailgun",
                                                 "sendgrid",     "postmark", "ses",    "twilio-sms",
                                                 "twilio-voice", "open311",  "graph",  "gmail-push"};
  // Formats whose senders sign with a shared secret, so that one must be named here.
  static const std::set<std::string> kSigned{"standard", "json",       "github",      "mailgun",
                                             "postmark", "twilio-sms", "twilio-voice"};
  WebhookSettings webhook;
  yaml::Map map(reader, node);
  if (const auto format = map.word("format", kFormats, yaml::Need::required)) webhook.format = kFormats[*format];
  const bool open311 = webhook.format == "open311";
  if (open311) webhook.path = "/open311/v2";
  if (map.text("path", webhook.path, open311 ? yaml::Need::optional : yaml::Need::required) &&
      (!webhook.path.starts_with('/') || webhook.path.find_first_of(" ?#") != std::string::npos)) {
    reader.error(*node.find("path"), "the path must begin with / and hold no space, ? or #", "write /hooks/NAME");
  }
  if (open311) {
    // All of its resources lie below: one slash between, however it was written.
    while (webhook.path.size() > 1 && webhook.path.ends_with('/')) webhook.path.pop_back();
    map.boolean("tokens", webhook.tokens);
  }
  const auto need = kSigned.contains(webhook.format) ? yaml::Need::required : yaml::Need::optional;
  if (const auto* secrets = map.find("secrets", need)) {
    for (const auto& item : reader.list(*secrets)) {
      if (const auto secret = read_secret_place(reader, item, folder)) webhook.secrets.push_back(*secret);
    }
  }
  read_webhook_details(map, folder, webhook);
  warn_of_open_door(map, webhook);
  map.finish();
  return webhook;
}

MaildirSettings read_maildir(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  MaildirSettings maildir;
  yaml::Map map(reader, node);
  read_path(map, "path", folder, maildir.path, yaml::Need::required);
  map.finish();
  return maildir;
}

void read_way(yaml::Map& map, const std::filesystem::path& folder, SourceSettings& source) {
  auto& reader = map.reader();
  // Counted, not stopped at the first: two ways in under one name would share delivery keys.
  int ways = 0;
  if (const auto* imap = map.find("imap")) {
    source.way = read_imap(reader, *imap, folder);
    ++ways;
  }
  if (const auto* maildir = map.find("maildir")) {
    source.way = read_maildir(reader, *maildir, folder);
    ++ways;
  }
  if (const auto* pipe = map.find("pipe")) {
    if (!pipe->is_map() || !pipe->items.empty()) reader.error(*pipe, "a pipe has no keys", "write pipe: {}");
    source.way = PipeSettings{};
    ++ways;
  }
  if (const auto* webhook = map.find("webhook")) {
    source.way = read_webhook(reader, *webhook, folder);
    ++ways;
  }
  if (ways != 1 && map.node().is_map()) {
    reader.error(map.node(), ways == 0 ? "the source has no way in" : "a source has one way in",
                 "one of imap, maildir, pipe, webhook");
  }
}

void read_take_since(yaml::Map& map, SourceSettings& source) {
  auto& reader = map.reader();
  const bool is_imap = std::holds_alternative<ImapSettings>(source.way);
  const auto* since = map.find("take_since");
  const auto import = map.word("import", {"closed", "open"});
  if (import == 1U) source.import = Import::open;
  if (import && !is_imap) reader.warning(*map.key("import"), "'import' has an effect on IMAP sources only");
  if (since == nullptr) return;
  if (!is_imap) {
    reader.error(*map.key("take_since"), "'take_since' belongs to IMAP sources only", "take it out");
  } else if (since->is_scalar() && parse_date(since->text)) {
    // In UTC, as servers give the time of receipt; a town's midnight would need the town, which another file holds.
    source.take_since = {TakeSince::Kind::date, std::chrono::sys_days(*parse_date(since->text))};
  } else if (since->is_scalar() && (since->text == "start" || since->text == "all")) {
    source.take_since.kind = since->text == "all" ? TakeSince::Kind::all : TakeSince::Kind::start;
  } else {
    reader.error(*since, "expected start, all or a day", "write for example take_since: 2026-01-01");
  }
}

SourceSettings read_source(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder) {
  SourceSettings source;
  source.place = reader.place(node);
  yaml::Map map(reader, node);
  if (map.text("name", source.name, yaml::Need::required) && !is_source_name(source.name)) {
    reader.error(*node.find("name"), fmt::format("'{}' cannot be a source's name", source.name),
                 "letters, digits, '-', '_' and '.', at most 64");
  }
  if (ascii_lower(source.name) == "desk") {
    reader.error(*node.find("name"), "'desk' is the source of calls and visits that clerks write down",
                 "take another name");
  }
  read_way(map, folder, source);
  map.address("address", source.address);
  read_take_since(map, source);
  map.size("max_size", source.max_size);
  if (map.texts("own_lists", source.own_lists)) {
    std::transform(source.own_lists.begin(), source.own_lists.end(), source.own_lists.begin(),
                   [](const std::string& list) { return ascii_lower(list); });
  }
  if (const auto* strip = map.find("strip")) {
    yaml::Map texts(reader, *strip);
    texts.texts("subject", source.strip.subject);
    texts.texts("text", source.strip.text);
    texts.finish();
  }
  map.finish();
  return source;
}

/// What a source reads, so that no two read the same.
std::vector<std::string> places_read(const SourceSettings& source) {
  std::vector<std::string> places;
  if (const auto* imap = std::get_if<ImapSettings>(&source.way)) {
    for (const auto& name : imap->folders) {
      places.push_back(fmt::format("folder {} of {} at {}", name, imap->login.user, imap->server.host));
      if (imap->server.port != 0) places.back() += fmt::format(":{}", imap->server.port);
    }
  } else if (const auto* maildir = std::get_if<MaildirSettings>(&source.way)) {
    places.push_back("the Maildir " + (maildir->path / "").lexically_normal().string());
  } else if (const auto* webhook = std::get_if<WebhookSettings>(&source.way)) {
    places.push_back("the path " + webhook->path);
  }
  return places;
}

/// A wake-up for a source that is none would be lost in silence.
void check_wakes(yaml::Reader& reader, const yaml::Node& node, const std::vector<SourceSettings>& sources) {
  const auto is_mailbox = [&](const std::string& name) {
    return std::any_of(sources.begin(), sources.end(), [&](const SourceSettings& source) {
      return source.name == name && std::holds_alternative<ImapSettings>(source.way);
    });
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto* webhook = std::get_if<WebhookSettings>(&sources[i].way);
    if (webhook == nullptr) continue;
    for (const auto& name : webhook->wakes) {
      if (is_mailbox(name)) continue;
      reader.error(*node.items[i].find("webhook")->find("wakes"), fmt::format("no IMAP source is named '{}'", name),
                   "name a source with 'imap', or leave 'wakes' out for all of them");
    }
  }
}

}  // namespace

// Two sources that read one mailbox would tell every letter as a duplicate and settle it twice.
std::vector<SourceSettings> read_sources(yaml::Reader& reader, const yaml::Node& node,
                                         const std::filesystem::path& folder) {
  std::vector<SourceSettings> sources;
  std::set<std::string> names;
  std::set<std::string> places;
  for (const auto& item : reader.list(node)) {
    auto source = read_source(reader, item, folder);
    if (!source.name.empty() && !names.insert(ascii_lower(source.name)).second) {
      reader.error(item, fmt::format("a second source named '{}'", source.name));
    }
    for (const auto& place : places_read(source)) {
      if (!places.insert(place).second) reader.error(item, fmt::format("a second source reads {}", place));
    }
    sources.push_back(std::move(source));
  }
  check_wakes(reader, node, sources);
  return sources;
}

}  // namespace docket::parts
