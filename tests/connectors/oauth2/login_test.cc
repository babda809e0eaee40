// How a token goes to an IMAP and an SMTP server, and what is made of their refusals.
#include <doctest/doctest.h>

#include "config/digest.h"
#include "connectors/login_talk.h"
#include "connectors/smtp/smtp_sink.h"
#include "tests/connectors/imap/mailbox.h"
#include "tests/connectors/oauth2/token_server.h"
#include "tests/connectors/smtp/fake_smtp.h"

using namespace docket;
using docket::testing::FakeSmtp;

namespace {

constexpr const char* kToken = "ya29.a-token-that-nobody-else-may-see";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string with_ones(std::string text) {
  std::replace(text.begin(), text.end(), '|', '\1');
  return text;
}

std::string bearer(const std::string& user, std::uint16_t port, const std::string& token) {
  return base64(
      with_ones("n,a=" + user + ",|host=127.0.0.1|port=" + std::to_string(port) + "|auth=Bearer " + token + "||"));
}

/// A mailbox that is read with a token.
struct TokenMailbox : Mailbox {
  TokenMailbox() {
    kept = desk.tokens();
    imap.login = desk.app;
    server.with([](FakeImap& at) { at.capabilities = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR IDLE"; });
    desk.server.answer([](const std::string&, int n) { return TokenServer::token(kToken + std::to_string(n)); });
  }
  std::unique_ptr<Source> source() {
    settings.way = imap;
    return imap::make_imap_source(settings, Mode::live, intake, clock, keep_log_line, *kept, pace);
  }
  TokenDesk desk;
  std::unique_ptr<oauth2::Tokens> kept;
};

SmtpSettings way_out(const FakeSmtp& server, const Login& login) {
  SmtpSettings settings;
  settings.server = {.scheme = "smtp", .host = "127.0.0.1", .port = server.port(), .tls_none = true, .ca = {}};
  settings.login = login;
  return settings;
}

OutgoingMail letter() {
  return {.mail_from = "ward2@town.example", .to = "ana@example.org", .octets = "Subject: x\r\n\r\nhello\r\n"};
}

}  // namespace

TEST_SUITE("oauth2 login") {
  TEST_CASE("IMAP: XOAUTH2 and OAUTHBEARER octet for octet, the standard's own where both are offered") {
    struct Row {
      const char* offers;
      std::function<std::string(std::uint16_t)> expected;
    };
    for (const Row& row : {Row{"AUTH=XOAUTH2",
                               [](std::uint16_t) {
                                 return std::string(
                                     "AUTHENTICATE XOAUTH2 dXNlcj13YXJkMkBidXJsaW5ndG9uLmV4YW1wbGUBYXV0aD"
                                     "1CZWFyZXIgeWEyOS5UT0tFTgEB");
                               }},
                           Row{"AUTH=OAUTHBEARER AUTH=XOAUTH2 AUTH=PLAIN", [](std::uint16_t port) {
                                 return "AUTHENTICATE OAUTHBEARER " +
                                        bearer("ward2@burlington.example", port, "ya29.TOKEN");
                               }}}) {
      CAPTURE(row.offers);
      TokenMailbox box;
      box.imap.login.user = "ward2@burlington.example";
      box.desk.server.answer([](const std::string&, int) { return TokenServer::token("ya29.TOKEN"); });
      box.server.with([&row](FakeImap& at) { at.capabilities = std::string("IMAP4rev1 SASL-IR IDLE ") + row.offers; });
      box.fill(1);
      auto source = box.source();
      Running running(*source);
      REQUIRE(box.eventually_committed(1));
      CHECK(box.server.count(row.expected(box.server.port())) == 1);
    }
  }

  TEST_CASE("IMAP: a refused token is exchanged once, then the login waits as after a refused password") {
    for (const std::string mechanism : {"XOAUTH2", "OAUTHBEARER"}) {
      CAPTURE(mechanism);
      TokenMailbox box;
      box.pace.longest_backoff = box.pace.login_backoff = std::chrono::hours{1};
      box.server.with([&](FakeImap& at) { at.capabilities = "IMAP4rev1 SASL-IR AUTH=" + mechanism; });
      box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
        if (command.empty()) return FakeReply{""};  // the client's answer to the reason
        if (!command.starts_with("AUTHENTICATE")) return std::nullopt;
        return FakeReply{"+ " + base64(R"({"status":"401","schemes":"bearer","scope":"mail"})") +
                         "\r\n{tag} NO [AUTHENTICATIONFAILED] Authentication failed: " + command + "\r\n"};
      };
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return has(source->health().trouble, "login refused"); }));
      CHECK(box.server.count("AUTHENTICATE " + mechanism) == 2);
      CHECK(box.desk.server.asked() == 2);
      const std::string told = mechanism == "XOAUTH2" ? "status 401, scope mail" : "(not shown)";
      CHECK(source->health().trouble == "login refused: " + told);
    }
  }

  TEST_CASE("IMAP: a token that is taken at the second try is all it needs") {
    TokenMailbox box;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      const auto old = base64(with_ones("user=council@town.example|auth=Bearer ") + kToken + with_ones("1||"));
      if (!command.ends_with(old)) return std::nullopt;
      return FakeReply{"{tag} NO AUTHENTICATE failed.\r\n"};  // as Exchange Online says it, without a code
    };
    box.fill(1);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(box.desk.server.asked() == 2);
    CHECK(box.server.count("AUTHENTICATE") == 2);
  }

  TEST_CASE("IMAP: where no token is taken, or the server is busy, no other token is asked for") {
    struct Row {
      const char* offers;
      const char* reply;
      const char* trouble;
    };
    for (const Row& row :
         {Row{"AUTH=PLAIN", "", "login refused: the server takes no tokens (neither OAUTHBEARER nor XOAUTH2)"},
          Row{"AUTH=XOAUTH2", "{tag} NO [UNAVAILABLE] not now\r\n", " NO [UNAVAILABLE] not now"}}) {
      CAPTURE(row.offers);
      TokenMailbox box;
      box.pace.login_backoff = box.pace.longest_backoff = box.pace.first_backoff = std::chrono::hours{1};
      box.server.with([&row](FakeImap& at) { at.capabilities = std::string("IMAP4rev1 SASL-IR ") + row.offers; });
      box.rule = [&row](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
        if (!command.starts_with("AUTHENTICATE")) return std::nullopt;
        return FakeReply{row.reply};
      };
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return has(source->health().trouble, "login refused"); }));
      CHECK(source->health().trouble.ends_with(row.trouble));
      CHECK(box.desk.server.asked() == 1);
      CHECK(box.server.count("LOGIN") == 0);
    }
  }

  TEST_CASE("IMAP: without a token no mail server is asked; with the file it goes on by itself") {
    TokenMailbox box;
    box.imap.login = box.desk.person;
    box.fill(1);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return has(source->health().trouble, "no token: there is no refresh token"); }));
    CHECK(box.server.connections() == 0);
    box.desk.put("refresh-1");
    REQUIRE(box.eventually_committed(1));
    REQUIRE(eventually([&] { return source->health().trouble.empty(); }));
  }

  TEST_CASE("SMTP: both mechanisms octet for octet") {
    struct Row {
      const char* offers;
      const char* mechanism;
    };
    for (const Row& row :
         {Row{"AUTH LOGIN PLAIN XOAUTH2", "XOAUTH2"}, Row{"AUTH XOAUTH2 OAUTHBEARER", "OAUTHBEARER"}}) {
      CAPTURE(row.mechanism);
      TokenDesk desk;
      const auto tokens = desk.tokens();
      FakeSmtp server(
          FakeSmtp::Script{{"EHLO", std::string("250-fake.test\r\n250 ") + row.offers}, {"AUTH", "235 2.7.0 ok"}});
      SystemClock clock;
      smtp::SmtpSink sink(way_out(server, desk.app), "town.example", clock, *tokens);
      CHECK(sink.send(letter()).kind == SendResult::Kind::sent);
      const bool x = row.mechanism == std::string("XOAUTH2");
      CHECK(server.count(std::string("AUTH ") + row.mechanism + ' ' +
                         (x ? base64(with_ones("user=council@town.example|auth=Bearer token-1||"))
                            : bearer("council@town.example", server.port(), "token-1"))) == 1);
    }
  }

  TEST_CASE(
      "SMTP: a refused token is exchanged once, then the account rests; the reason is readable, the token hidden") {
    struct Row {
      const char* name;
      const char* offers;
      std::string reply;
      SendResult::Kind kind;
      const char* told;
      int asked;
    };
    const auto reason = base64(R"({"status":"invalid_token","scope":"smtp"})");
    using Kind = SendResult::Kind;
    for (const Row& row : std::vector<Row>{
             {"XOAUTH2", "XOAUTH2", "334 " + reason, Kind::account_refused, "status invalid_token, scope smtp", 2},
             {"OAUTHBEARER", "OAUTHBEARER", "334 " + reason + "\r\n535 5.7.8 no", Kind::account_refused,
              "status invalid_token, scope smtp: 535 5.7.8 no", 2},
             {"at once", "XOAUTH2", "535 5.7.3 Authentication unsuccessful", Kind::account_refused,
              "535 5.7.3 Authentication unsuccessful", 2},
             {"repeats it", "XOAUTH2", std::string("535 5.7.8 bad token ") + kToken + "1", Kind::account_refused,
              "(not shown)", 2},
             {"repeats it in base64", "XOAUTH2",
              "535 5.7.8 bad " + base64(std::string("auth=Bearer ") + kToken + "1 and more"), Kind::account_refused,
              "(not shown)", 2},
             {"not now", "XOAUTH2", "454 4.7.0 Temporary authentication failure", Kind::deferred,
              "454 4.7.0 Temporary authentication failure", 1},
             {"no tokens here", "PLAIN", "235 ok", Kind::account_refused, "the server takes no tokens", 1},
         }) {
      CAPTURE(row.name);
      TokenDesk desk;
      desk.server.answer([](const std::string&, int n) { return TokenServer::token(kToken + std::to_string(n)); });
      const auto tokens = desk.tokens();
      FakeSmtp server(
          FakeSmtp::Script{{"EHLO", std::string("250-fake.test\r\n250 AUTH ") + row.offers}, {"AUTH", row.reply}});
      SystemClock clock;
      smtp::SmtpSink sink(way_out(server, desk.app), "town.example", clock, *tokens);
      const auto result = sink.send(letter());
      CHECK(result.kind == row.kind);
      CHECK(has(result.reply, row.told));
      CHECK(!has(result.reply, kToken));
      CHECK(desk.server.asked() == row.asked);
    }
  }

  TEST_CASE(
      "SMTP: an account that needs a person rests, one whose token server is away is deferred; no server is asked") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    FakeSmtp server(FakeSmtp::Script{});
    SystemClock clock;
    smtp::SmtpSink person(way_out(server, desk.person), "town.example", clock, *tokens);
    auto result = person.send(letter());
    CHECK(result.kind == SendResult::Kind::account_refused);
    CHECK(has(result.reply, "no token: there is no refresh token"));
    desk.server.answer([](const std::string&, int) { return HttpResponse{.status = 503, .body = ""}; });
    smtp::SmtpSink app(way_out(server, desk.app), "town.example", clock, *tokens);
    result = app.send(letter());
    CHECK(result.kind == SendResult::Kind::deferred);
    CHECK(result.unreachable);
    CHECK(server.connections() == 0);
  }

  TEST_CASE("a reason that is no JSON is only an odd line") {
    LoginTalk talk;
    for (const char* line : {"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n", "+ e2JhZA==\r\n"}) talk.hear_line(line);
    CHECK(talk.reason("u", {"token", true}) == "it says why in a way that docket cannot read");
    talk.hear_line("+ VXNlcm5hbWU6\r\n");
    CHECK(talk.last_line() == "+ VXNlcm5hbWU6");
  }
}
