// docket.yaml as values: data, sources, mail out, alarms, desk.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "config/clock.h"
#include "config/listen.h"
#include "config/problem.h"
#include "config/secret.h"

namespace docket {

enum class Mode { live, shadow };

/// imaps://, imap:// (STARTTLS), smtps://, smtp:// (STARTTLS); `tls_none` is accepted for loopback hosts only.
struct Endpoint {
  std::string scheme;
  std::string host;
  std::uint16_t port = 0;  ///< 0: the scheme's own
  bool tls_none = false;
  std::filesystem::path ca;  ///< empty: the system's authorities
};

struct OAuth2 {
  std::string token_url;
  std::string client_id;
  Secret client_secret;
  std::string scope;
  enum class Grant { client_credentials, refresh_token } grant = Grant::client_credentials;
  std::string secret_expires;  ///< YYYY-MM-DD or empty
};

/// How to log in: a user with a password, or with a token (OAuth2: connectors/oauth2/). Empty user: no login.
struct Login {
  std::string user;
  Secret password;
  std::optional<OAuth2> oauth2;
};

struct ImapSettings {
  enum class After { keep, flag, move };
  Endpoint server;
  Login login;
  std::vector<std::string> folders{"INBOX"};
  After after = After::keep;
  std::string move_to;  ///< After::move
  bool seen = false;    ///< After::flag also sets \Seen
  bool idle = true;
  std::chrono::seconds poll{300};
};

struct MaildirSettings {
  std::filesystem::path path;
};

struct PipeSettings {};

struct WebhookSettings {
  std::string path;
  std::string format;
  std::vector<Secret> secrets;
  std::vector<std::string> topics;    ///< ses: the ARNs whose messages are taken
  std::filesystem::path certificate;  ///< ses: a pinned PEM; empty: fetched from where the message says
  int on_bad_signature = 401;         ///< or 503, so that the sender comes again while the keys are being set up
  std::vector<std::string> wakes;     ///< graph, gmail-push: IMAP sources; empty: all
  /// How old a signed request may be; none: the format's own.
  std::optional<std::chrono::seconds> max_age;
  bool tokens = false;  ///< open311: a request is answered with a token, which GET /tokens/TOKEN turns into the number
};

/// Which letters of a mailbox are taken, by the time the server received them.
struct TakeSince {
  enum class Kind { start, date, all } kind = Kind::start;
  Time date{};
};

enum class Import { closed, open };

struct Strip {
  std::vector<std::string> subject;
  std::vector<std::string> text;  ///< a trailing * stands for the rest of the line
};

/// One way in. Its name is part of every delivery key, so a source that is renamed is a new one.
struct SourceSettings {
  std::string name;
  std::variant<ImapSettings, MaildirSettings, PipeSettings, WebhookSettings> way;
  std::string address;  ///< what the source stands for when a letter names none of our addresses; may be empty
  TakeSince take_since;
  Import import = Import::closed;
  std::uint64_t max_size = std::uint64_t{50} << 20U;
  std::vector<std::string> own_lists;
  Strip strip;
  Place place;  ///< in docket.yaml

  /// Without a success for so long something is wrong: 15 minutes in the town's office hours, 60 outside them, and
  /// never less than two polls.
  [[nodiscard]] std::chrono::seconds longest_silence(bool open_hours) const;
};

struct SmtpSettings {
  Endpoint server;
  Login login;
};

struct MailLimits {
  int connections = 4;
  int per_minute = 6000;
  int per_day = 100000;
  int per_address_per_day = 20;
  int per_address_per_hour = 5;
};

enum class SendAs { written_to, account };
enum class EnvelopeFrom { account, null, token };
enum class ReplyTag { none, plus };

struct MailSettings {
  std::variant<SmtpSettings, MaildirSettings> way;
  SendAs send_as = SendAs::written_to;
  EnvelopeFrom envelope = EnvelopeFrom::account;
  std::string envelope_template;  ///< EnvelopeFrom::token: "bounce+{token}@town.example"
  ReplyTag reply_tag = ReplyTag::none;
  std::string domain;
  std::string account;  ///< the account's own address: the SMTP user where that is an address, else empty
  MailLimits limits;
};

struct Settings {
  Mode mode = Mode::live;
  std::filesystem::path data;
  std::filesystem::path control;
  std::string operators_group;  ///< empty: root and the service's user
  std::vector<SourceSettings> sources;
  MailSettings mail;
  std::vector<std::string> alarms_to;
  std::string alarms_command;
  std::vector<std::string> trusted_authserv_ids;
  std::optional<Listen> desk_public;
  std::optional<Listen> desk_staff;
  std::optional<TlsFiles> desk_tls;  ///< of the public listener
  bool desk_proxy = false;           ///< a proxy stands before the public listener and writes X-Forwarded-For
  std::string desk_public_url;

  [[nodiscard]] const SourceSettings* source(const std::string& name) const;
};

}  // namespace docket
