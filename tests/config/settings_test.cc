// docket.yaml: what is accepted and what it becomes, what is refused, where and in which words.
#include "config/settings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "config/load.h"
#include "config/text.h"
#include "tests/config/problems.h"

namespace docket {
namespace {

/// A good file of one line a section, `section` taken out and `text` put at the end: it begins in line 5, or in line 6
/// when it is a section that the good file does not have.
std::string file_with(const std::string& section, const std::string& text) {
  static const std::vector<std::string> kGood{"version: 1\n", "data: data\n", "control: run/control.sock\n",
                                              "sources: [{name: council, maildir: {path: in}}]\n",
                                              "mail: {maildir: {path: out}, domain: town.test}\n"};
  std::string file;
  for (const auto& line : kGood) {
    if (!line.starts_with(section + ":")) file += line;
  }
  return file + text;
}

struct Loaded {
  std::optional<Settings> settings;
  Problems problems;
};

Loaded load(const std::string& text) {
  Loaded result;
  result.settings = load_settings({"docket.yaml", text}, "/srv/town", result.problems);
  return result;
}

std::string imap(const std::string& more, const std::string& url = "imaps://mail.town.test",
                 const std::string& source_more = "") {
  return "sources:\n  - name: a\n    imap:\n      url: " + url +
         "\n      user: council@town.test\n      password: {credential: x}\n" +
         (more.empty() ? "" : "      " + more + "\n") + (source_more.empty() ? "" : "    " + source_more + "\n");
}

struct Case {
  std::string name;
  std::string section;
  std::string text;
  std::string expected;
};

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto loaded = load(file_with(c.section, c.text));
    CHECK(describe(loaded.problems) == c.expected);
    CHECK(loaded.settings.has_value() == !has_errors(loaded.problems));
  }
}

TEST_CASE("top of docket.yaml: required keys, unknown keys, versions") {
  check({
      {"good", "none", "", ""},
      {"no version", "version", "", "1:1: 'version' is missing here"},
      {"later version", "version", "version: 2\n", "5:10: version 2 is not known to this release"},
      {"no data", "data", "", "1:1: 'data' is missing here"},
      {"no control", "control", "", "1:1: 'control' is missing here"},
      {"no sources", "sources", "", "1:1: 'sources' is missing here"},
      {"no mail", "mail", "", "1:1: 'mail' is missing here"},
      {"unknown key", "none", "sorces: []\n", "6:1: unknown key 'sorces'"},
      {"empty section", "mail", "mail:\n", "5:1: expected a mapping (key: value), found nothing"},
      {"mode", "none", "mode: shadow\n", ""},
      {"wrong mode", "none", "mode: shaddow\n", "6:7: 'shaddow' is not known here"},
      {"socket path too long", "control", "control: /" + std::string(120, 'a') + "\n",
       "5:10: the path is longer than 107 octets, the most for a socket"},
      {"operators", "none", "operators: {group: docket-clerks}\n", ""},
      {"alarms", "none", "alarms: {to: [it@town.test], command: /usr/local/bin/page-it}\n", ""},
      {"alarm command by name", "none", "alarms: {command: page-it}\n", "6:19: the command must be a whole path"},
      {"desk", "none", "desk: {public: \"127.0.0.1:8311\", staff: unix:/run/desk.sock, public_url: https://x.test}\n",
       ""},
      {"staff to the world", "none", "desk: {staff: \"0.0.0.0:8312\"}\n",
       "6:15: warning: what residents write would cross the network unencrypted\n"
       "6:15: staff are known by their machine: this would answer anybody"},
      {"desk without a port", "none", "desk: {public: 127.0.0.1}\n", "6:16: expected an address and a port"},
      {"desk by name", "none", "desk: {staff: \"localhost:8312\"}\n",
       "6:15: expected an address of this machine as a number"},
      {"one door for both", "none", "desk: {public: \"127.0.0.1:8311\", staff: \"127.0.0.1:8311\"}\n",
       "6:41: staff and the public cannot share a door"},
      {"desk to the world", "none", "desk: {public: \"0.0.0.0:80\"}\n",
       "6:16: warning: what residents write would cross the network unencrypted"},
      {"desk with a certificate", "none",
       "desk: {public: \"0.0.0.0:443\", tls: {certificate: a.pem, key: /b.key}, proxy: false}\n", ""},
      {"certificate without a key", "none", "desk: {public: \"0.0.0.0:443\", tls: {certificate: a.pem}}\n",
       "6:36: 'key' is missing here"},
      {"unknown key of tls", "none",
       "desk: {public: \"127.0.0.1:443\", tls: {certificate: a.pem, key: b.key, chain: c}}\n",
       "6:71: unknown key 'chain'"},
      {"proxy before nothing", "none", "desk: {staff: \"127.0.0.1:8312\", proxy: true}\n",
       "6:40: 'proxy' is of the public listener, which is missing here"},
      {"proxy is no word", "none", "desk: {public: \"127.0.0.1:8311\", proxy: nginx}\n",
       "6:41: expected true or false, found 'nginx'"},
      {"authserv ids", "none", "trusted_authserv_ids: [mx.town.test, exchange-online]\n", ""},
      {"sample value", "none", "trusted_authserv_ids: [mx.town.example]\n",
       "6:24: warning: a value of the sample town is left"},
  });
}

TEST_CASE("sources: one way in, each with its own keys") {
  check({
      {"imap", "sources", imap("folders: [INBOX, Junk]"), ""},
      {"no way", "sources", "sources: [{name: a}]\n", "5:11: the source has no way in"},
      {"two ways", "sources", "sources: [{name: a, pipe: {}, maildir: {path: x}}]\n", "5:11: a source has one way in"},
      {"not a list", "sources", "sources: {name: a}\n", "5:10: expected a list, found a mapping"},
      {"no name", "sources", "sources: [{pipe: {}}]\n", "5:11: 'name' is missing here"},
      {"name with a space", "sources", "sources: [{name: a b, pipe: {}}]\n", "5:18: 'a b' cannot be a source's name"},
      {"same name", "sources", "sources:\n  - {name: a, pipe: {}}\n  - {name: A, maildir: {path: x}}\n",
       "7:5: a second source named 'A'"},
      {"same Maildir", "sources", "sources:\n  - {name: a, maildir: {path: x}}\n  - {name: b, maildir: {path: ./x/}}\n",
       "7:5: a second source reads the Maildir /srv/town/x/"},
      {"letters out come in again", "sources", "sources: [{name: a, maildir: {path: out/}}]\n",
       "4:7: letters out would be written where source 'a' reads"},
      {"pipe with keys", "sources", "sources: [{name: a, pipe: {x: 1}}]\n", "5:27: a pipe has no keys"},
      {"mistyped key", "sources", imap("folder: [INBOX]"), "11:7: unknown key 'folder'"},
      {"no user", "sources", "sources: [{name: a, imap: {url: imaps://m.test, password: {env: X}}}]\n",
       "5:27: 'user' is missing here"},
      {"no password", "sources", "sources: [{name: a, imap: {url: imaps://m.test, user: u}}]\n",
       "5:27: 'password' or 'oauth2' is missing here"},
      {"not imap", "sources", imap("", "https://mail.town.test"), "8:12: the url must begin with imaps:// or imap://"},
      {"no host", "sources", imap("", "imaps://"),
       "8:12: the url must be a host, with a port where it is unusual, and nothing else"},
      {"path", "sources", imap("", "imaps://m.test/INBOX"),
       "8:12: the url must be a host, with a port where it is unusual, and nothing else"},
      {"a name in brackets", "sources", imap("", "\"imaps://[m.test]\""),
       "8:12: the url must be a host, with a port where it is unusual, and nothing else"},
      {"port too large", "sources", imap("", "imaps://m.test:70000"),
       "8:12: the url must be a host, with a port where it is unusual, and nothing else"},
      {"user in the url", "sources", imap("", "imaps://u:p@m.test"),
       "8:12: the url must not hold a user or a password"},
      {"plain text to another machine", "sources", imap("tls: none", "imap://mail.town.test"),
       "11:12: tls: none is allowed for this machine itself only (localhost, 127.0.0.1, ::1)"},
      {"a host that only looks local", "sources", imap("tls: none", "imap://127.0.0.1.town.test"),
       "11:12: tls: none is allowed for this machine itself only (localhost, 127.0.0.1, ::1)"},
      {"plain text to this machine", "sources", imap("tls: none", "imap://127.0.0.1:1143"), ""},
      {"plain text to this machine, IPv6", "sources", imap("tls: none", "\"imap://[::1]:1143\""), ""},
      {"tls: none with imaps", "sources", imap("tls: none", "imaps://localhost"),
       "11:12: tls: none contradicts imaps://"},
      {"tls off", "sources", imap("tls: off"), "11:12: 'off' is not known here"},
      {"move without a folder", "sources", imap("after: move"), "11:14: 'move' needs a folder"},
      {"move", "sources", imap("after: {move: Done}"), ""},
      {"move into what is read", "sources", imap("after: {move: INBOX}"),
       "11:14: letters would be moved to 'INBOX', which is read itself"},
      {"unknown after", "sources", imap("after: delete"), "11:14: 'delete' is not known here"},
      {"seen without flag", "sources", imap("seen: true"), "11:7: seen: true belongs to after: flag"},
      {"idle: yes", "sources", imap("idle: yes"), "11:13: expected true or false, found 'yes'"},
      {"poll", "sources", imap("poll: 90 seconds"), ""},
      {"poll in nothing", "sources", imap("poll: 5"), "11:13: '5' is not a length of time"},
      {"folder twice", "sources", imap("folders: [INBOX, INBOX]"),
       "6:5: a second source reads folder INBOX of council@town.test at mail.town.test\n11:16: a folder is named "
       "twice"},
      {"take since a day", "sources", imap("", "imaps://m.test", "take_since: 2026-01-01"), ""},
      {"take since never", "sources", imap("", "imaps://m.test", "take_since: never"),
       "11:17: expected start, all or a day"},
      {"take since in a Maildir", "sources", "sources: [{name: a, maildir: {path: x}, take_since: all}]\n",
       "5:41: 'take_since' belongs to IMAP sources only"},
      {"size", "sources", imap("", "imaps://m.test", "max_size: 50 megs"), "11:15: '50 megs' is not a size"},
      {"address", "sources", imap("", "imaps://m.test", "address: Ward 2"), "11:14: 'Ward 2' is not a mail address"},
      {"strip", "sources", imap("", "imaps://m.test", "strip: {subject: [\"[EXT]\"], txt: [a]}"),
       "11:33: unknown key 'txt'"},
      {"webhook", "sources",
       "sources: [{name: w, webhook: {path: /hooks/w, format: standard, secrets: [{credential: w}]}}]\n",
       "5:11: warning: nothing listens for this webhook"},
      {"the desk's own name", "sources", "sources: [{name: Desk, pipe: {}}]\n",
       "5:18: 'desk' is the source of calls and visits that clerks write down"},
      {"webhook format", "sources", "sources: [{name: w, webhook: {path: /h, format: githup, secrets: [{env: W}]}}]\n",
       "5:11: warning: nothing listens for this webhook\n5:49: 'githup' is not known here"},
      {"webhook without secrets", "sources", "sources: [{name: w, webhook: {path: /h, format: github}}]\n",
       "5:11: warning: nothing listens for this webhook\n5:30: 'secrets' is missing here"},
  });
}

TEST_CASE("mail out") {
  const std::string smtp =
      "mail:\n  smtp: {url: smtps://m.test, user: council@town.test, password: {env: P}}\n  domain: town.test\n";
  check({
      {"smtp", "mail", smtp, ""},
      {"no way", "mail", "mail: {domain: town.test}\n", "5:7: 'smtp' or 'maildir' is missing here"},
      {"both", "mail", smtp + "  maildir: {path: out}\n", "6:3: smtp and maildir exclude each other"},
      {"no domain", "mail", "mail: {maildir: {path: out}}\n", "5:7: 'domain' is missing here"},
      {"domain with an at sign", "mail", "mail: {maildir: {path: out}, domain: a@town.test}\n",
       "5:38: 'a@town.test' is not a domain"},
      {"without login", "mail", "mail: {smtp: {url: \"smtp://127.0.0.1:25\", tls: none}, domain: town.test}\n", ""},
      {"user without password", "mail", "mail: {smtp: {url: smtp://m.test, user: u}, domain: town.test}\n",
       "5:14: 'password' or 'oauth2' is missing here"},
      {"password without user", "mail", "mail: {smtp: {url: smtp://m.test, password: {env: P}}, domain: town.test}\n",
       "5:14: 'user' is missing here"},
      {"send as the account", "mail", smtp + "  send_as: account\n", ""},
      {"send as an account without address", "mail",
       "mail: {maildir: {path: out}, domain: town.test, send_as: account}\n",
       "5:58: send_as: account needs an smtp user that is an address"},
      {"envelope null", "mail", smtp + "  envelope: null\n", ""},
      {"envelope with a token", "mail", smtp + "  envelope: \"bounce+{token}@town.test\"\n", ""},
      {"envelope with a fixed address", "mail", smtp + "  envelope: bounce@town.test\n",
       "8:13: expected account, null or an address with {token} in it"},
      {"envelope with another word", "mail", smtp + "  envelope: \"b+{tokn}@town.test\"\n",
       "8:13: expected account, null or an address with {token} in it"},
      {"envelope left empty", "mail", smtp + "  envelope:\n",
       "8:3: expected account, null or an address with {token} in it"},
      {"token in the domain", "mail", smtp + "  envelope: \"b@{token}.town.test\"\n",
       "8:13: {token} must stand before the @"},
      {"limits", "mail", smtp + "  limits: {connections: 2, per_minute: 25, per_day: 9000}\n", ""},
      {"no connections", "mail", smtp + "  limits: {connections: 0}\n",
       "8:25: expected a whole number from 1 to 64, found '0'"},
      {"leading zero", "mail", smtp + "  limits: {per_day: 010}\n",
       "8:21: '010' begins with a zero, which some programs read as another number"},
      {"mistyped limit", "mail", smtp + "  limits: {per_minut: 5}\n", "8:12: unknown key 'per_minut'"},
      {"oauth2", "mail",
       "mail: {smtp: {url: smtp://m.test, user: u@town.test, oauth2: {token_url: https://t.test, client_id: c, "
       "client_secret: {credential: s}, grant: client_credentials, secret_expires: 2027-05-01}}, domain: town.test}\n",
       ""},
      {"oauth2 in plain text", "mail",
       "mail: {smtp: {url: smtp://m.test, user: u, oauth2: {token_url: http://t.test, client_id: c, grant: "
       "refresh_token}}, domain: town.test}\n",
       "5:64: the token url must begin with https://"},
      {"oauth2 in plain text to a host that only begins like this machine", "mail",
       "mail: {smtp: {url: smtp://m.test, user: u, oauth2: {token_url: \"http://localhost.evil.test/t\", client_id: c, "
       "grant: refresh_token}}, domain: town.test}\n",
       "5:64: the token url must begin with https://"},
      {"oauth2 in plain text to a host behind a user", "mail",
       "mail: {smtp: {url: smtp://m.test, user: u, oauth2: {token_url: \"http://127.0.0.1@evil.test/t\", client_id: c, "
       "grant: refresh_token}}, domain: town.test}\n",
       "5:64: the token url must begin with https://"},
      {"oauth2 in plain text on this machine", "mail",
       "mail: {smtp: {url: smtp://m.test, user: u, oauth2: {token_url: \"http://127.0.0.1:8080/t\", client_id: c, "
       "grant: refresh_token}}, domain: town.test}\n",
       ""},
  });
}

TEST_CASE("a source named like mail out may not have another refresh token than mail out") {
  const auto with_user = [](const std::string& user) {
    const std::string oauth2 = "oauth2: {token_url: https://t.test, client_id: c, grant: refresh_token}";
    return describe(
        load("version: 1\ndata: data\ncontrol: c.sock\nsources:\n  - {name: mail, imap: {url: imaps://m.test, "
             "user: " +
             user + ", " + oauth2 + "}}\nmail: {smtp: {url: smtp://m.test, user: u@town.test, " + oauth2 +
             "}, domain: town.test}\n")
            .problems);
  };
  CHECK(with_user("u@town.test") == "");
  CHECK(with_user("v@town.test") ==
        "5:5: the refresh tokens of source 'mail' and of mail out would lie in one file, tokens/mail.refresh");
}

TEST_CASE("a secret in the file is refused and never repeated") {
  for (const std::string secret :
       {"hunter2", "{hunter2}", "{hunter2: x}", "[hunter2]", "{env: hunter-2}", "{credential: hunter2/}",
        "{env: X, file: hunter2}", "hunter2 #x", "-hunter2\n     -hunter2"}) {
    CAPTURE(secret);
    const auto loaded = load(file_with(
        "mail",
        "mail:\n  domain: town.test\n  smtp:\n    url: smtps://m.test\n    user: u\n    password: " + secret + "\n"));
    CHECK(has_errors(loaded.problems));
    for (const auto& problem : loaded.problems) CHECK(to_string(problem).find("hunter") == std::string::npos);
  }
}

TEST_CASE("a source is silent after 15 minutes, one that polls seldom after two polls") {
  CHECK(load(file_with("", "")).settings->sources[0].longest_silence(true) == std::chrono::minutes(15));
  CHECK(load(file_with("", "")).settings->sources[0].longest_silence(false) == std::chrono::minutes(60));
  CHECK(load(file_with("sources", imap("poll: 5m"))).settings->sources[0].longest_silence(true) ==
        std::chrono::minutes(15));
  CHECK(load(file_with("sources", imap("poll: 1h"))).settings->sources[0].longest_silence(true) ==
        std::chrono::hours(2));
}

TEST_CASE("the daemon is found whatever else of docket.yaml is refused") {
  const auto paths = [](const std::string& text) { return load_paths({"docket.yaml", text}, "/srv/town"); };
  const auto found = paths(file_with("mail", "mial: {maildir: {path: out}}\n"));
  REQUIRE(found);
  CHECK(found->data == "/srv/town/data");
  CHECK(found->control == "/srv/town/run/control.sock");
  CHECK_FALSE(paths(file_with("control", "")));
  CHECK_FALSE(paths("data: [unclosed"));
}

TEST_CASE("settings become values: defaults, paths below the folder, addresses in one spelling") {
  const auto loaded = load(
      "version: 1\ndata: data\ncontrol: /run/docket/control.sock\n"
      "sources:\n"
      "  - name: council\n"
      "    imap: {url: \"imap://Mail.Town.test:1143\", user: u, password: {file: secrets/imap}, ca: ca.pem, after: "
      "flag, seen: true}\n"
      "    address: Ward2@TOWN.test\n"
      "    take_since: 2026-01-02\n"
      "    import: open\n"
      "    own_lists: [Ward2.Town.test]\n"
      "    strip: {subject: [\"[EXTERNAL]\"], text: [\"CAUTION: *\"]}\n"
      "  - {name: pipe, pipe: {}}\n"
      "mail: {smtp: {url: smtps://m.test, user: Council@Town.test, password: {env: P}}, domain: Bücher.test}\n");
  CHECK(describe(loaded.problems) == "");
  REQUIRE(loaded.settings);
  const auto& settings = *loaded.settings;
  CHECK(settings.mode == Mode::live);
  CHECK(settings.data == "/srv/town/data");
  CHECK(settings.control == "/run/docket/control.sock");
  const auto& council = settings.sources.at(0);
  const auto& imap = std::get<ImapSettings>(council.way);
  CHECK(imap.server.scheme == "imap");
  CHECK(imap.server.host == "mail.town.test");
  CHECK(imap.server.port == 1143);
  CHECK_FALSE(imap.server.tls_none);
  CHECK(imap.server.ca == "/srv/town/ca.pem");
  CHECK(imap.login.password.name == "/srv/town/secrets/imap");
  CHECK(imap.folders == std::vector<std::string>{"INBOX"});
  CHECK(imap.after == ImapSettings::After::flag);
  CHECK(imap.seen);
  CHECK(imap.idle);
  CHECK(imap.poll == std::chrono::minutes(5));
  CHECK(council.address == "ward2@town.test");
  CHECK(council.take_since.kind == TakeSince::Kind::date);
  CHECK(rfc3339(council.take_since.date) == "2026-01-02T00:00:00Z");
  CHECK(council.import == Import::open);
  CHECK(council.own_lists == std::vector<std::string>{"ward2.town.test"});
  CHECK(council.max_size == std::uint64_t{50} << 20U);
  CHECK(council.place.line == 5);
  CHECK(settings.source("pipe") == &settings.sources.at(1));
  CHECK(settings.source("other") == nullptr);
  CHECK(settings.mail.account == "council@town.test");
  CHECK(settings.mail.domain == "xn--bcher-kva.test");
  CHECK(settings.mail.limits.per_day == 100000);
}

}  // namespace
TEST_CASE("desk: listeners, certificate and proxy as values") {
  const auto loaded = load(file_with(
      "none",
      "desk: {public: \"[::1]:8443\", staff: unix:/run/s, tls: {certificate: a.pem, key: /b.key}, proxy: true}\n"));
  REQUIRE(loaded.settings);
  CHECK(loaded.settings->desk_public == Listen{"", "::1", 8443});
  CHECK(loaded.settings->desk_staff == Listen{"/run/s", "", 0});
  REQUIRE(loaded.settings->desk_tls);
  CHECK(loaded.settings->desk_tls->certificate == "/srv/town/a.pem");
  CHECK(loaded.settings->desk_tls->key == "/b.key");
  CHECK(loaded.settings->desk_proxy);
  const auto without = load(file_with("none", ""));
  REQUIRE(without.settings);
  CHECK_FALSE(without.settings->desk_public);
  CHECK_FALSE(without.settings->desk_tls);
  CHECK_FALSE(without.settings->desk_proxy);
}

}  // namespace docket
