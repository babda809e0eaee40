// Real transfers to the receiver of the end-to-end tests, TLS included.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "connectors/mail_sink.h"
#include "connectors/oauth2/tokens.h"
#include "tests/connectors/smtp/receiver.h"

using namespace docket;
using docket::testing::make_certificate;
using docket::testing::Receiver;
using docket::testing::TemporaryFolder;

namespace {

MailSettings out(std::uint16_t port, const std::string& scheme, const std::filesystem::path& ca) {
  SmtpSettings smtp;
  smtp.server = {.scheme = scheme, .host = "localhost", .port = port, .tls_none = ca.empty(), .ca = ca};
  MailSettings settings;
  settings.way = smtp;
  settings.domain = "town.example";
  return settings;
}

OutgoingMail letter(const std::string& to, const std::string& text = "hello\r\n") {
  return {.mail_from = "ward2@town.example", .to = to, .octets = "Message-ID: <a@b>\r\nSubject: x\r\n\r\n" + text};
}

using Kind = SendResult::Kind;

}  // namespace

TEST_SUITE("smtp transfer") {
  TEST_CASE("a letter arrives octet for octet: in clear, by STARTTLS and by smtps, logged in") {
    ::setenv("DOCKET_TEST_PASSWORD", "geheim", 1);
    TemporaryFolder folder;
    make_certificate(folder.path());
    const auto cert = folder.path() / "cert.pem";
    const std::vector<std::string> tls{"--cert", cert.string(),   "--key", (folder.path() / "key.pem").string(),
                                       "--auth", "council:geheim"};
    struct Row {
      std::string name;
      std::string scheme;
      std::vector<std::string> options;
      bool secure;
    };
    const Row rows[] = {{"clear", "smtp", {}, false},
                        {"clear, no pipelining", "smtp", {"--no-pipelining"}, false},
                        {"STARTTLS", "smtp", {"--starttls"}, true},
                        {"smtps", "smtps", {"--smtps"}, true}};
    for (const auto& row : rows) {
      CAPTURE(row.name);
      auto options = row.options;
      if (row.secure) options.insert(options.end(), tls.begin(), tls.end());
      Receiver receiver(options);
      auto settings = out(receiver.port(), row.scheme, row.secure ? cert : std::filesystem::path());
      auto& login = std::get<SmtpSettings>(settings.way).login;
      if (row.secure) {
        login.user = "council";
        login.password = {.kind = Secret::Kind::env, .name = "DOCKET_TEST_PASSWORD"};
      }
      SystemClock clock;
      oauth2::Tokens tokens({}, {}, clock, [](int, const std::string&) {});
      auto sink = make_mail_sink(settings, clock, tokens);
      const std::string text = ".dot\r\n..\r\n.\r\n" + std::string(300'000, 'x') + "\r\nend\r\n";
      for (int i = 0; i < 3; ++i) {
        const auto result = sink->send(letter("ana@example.org", text));
        CHECK(result.kind == Kind::sent);
        CHECK(result.reply == "250 2.0.0 kept");
      }
      CHECK(sink->certificate_ends().has_value() == row.secure);
      sink->close();
      const auto kept = receiver.kept("ana@example.org");
      REQUIRE(kept.size() == 3);
      CHECK(kept[0] ==
            "Return-Path: <ward2@town.example>\r\nDelivered-To: ana@example.org\r\n" + letter("", text).octets);
      CHECK(receiver.log().find(row.secure ? "\"tls\": true, \"user\": \"council\"" : "\"tls\": false") !=
            std::string::npos);
      CHECK(receiver.log().find("\"connection\": 2,") == std::string::npos);
    }
  }

  TEST_CASE("a certificate that we do not trust, or that names another host, gets no letter (E10)") {
    TemporaryFolder folder;
    make_certificate(folder.path());
    TemporaryFolder other;
    make_certificate(other.path());
    const auto cert = folder.path() / "cert.pem";
    Receiver receiver(
        {"--host", "127.0.0.2", "--starttls", "--cert", cert.string(), "--key", (folder.path() / "key.pem").string()});
    SystemClock clock;
    oauth2::Tokens tokens({}, {}, clock, [](int, const std::string&) {});
    struct Row {
      std::string name;
      std::filesystem::path ca;
    };
    for (const auto& row : {Row{"another authority", other.path() / "cert.pem"}, Row{"another name", cert}}) {
      CAPTURE(row.name);
      auto settings = out(receiver.port(), "smtp", row.ca);
      std::get<SmtpSettings>(settings.way).server.host = "127.0.0.2";
      const auto result = make_mail_sink(settings, clock, tokens)->send(letter("ana@example.org"));
      CHECK(result.kind == Kind::deferred);
      CHECK(result.unreachable);
      CHECK(result.reply.starts_with("SSL"));
    }
    CHECK(receiver.log().find("MAIL") == std::string::npos);
  }

  TEST_CASE("the receiver's scripted failures come out as what they are") {
    Receiver receiver({"--slow", "0.05", "--small", "1000"});
    SystemClock clock;
    oauth2::Tokens tokens({}, {}, clock, [](int, const std::string&) {});
    auto sink = make_mail_sink(out(receiver.port(), "smtp", {}), clock, tokens);
    struct Row {
      const char* to;
      Kind kind;
      std::size_t kept;
    };
    const Row rows[] = {{"perm@x.org", Kind::failed, 0},       {"temp@x.org", Kind::deferred, 0},
                        {"dot4@x.org", Kind::deferred, 0},     {"dot5@x.org", Kind::failed, 0},
                        {"drop@x.org", Kind::uncertain, 1},    {"slow@x.org", Kind::sent, 1},
                        {"size@x.org", Kind::size_refused, 0}, {"quota@x.org", Kind::account_refused, 0},
                        {"shut@x.org", Kind::deferred, 0},     {"fine@x.org", Kind::sent, 1}};
    for (const auto& row : rows) {
      const std::string to = row.to;
      CAPTURE(to);
      CHECK(sink->send(letter(to, std::string(2000, 'x'))).kind == row.kind);
      CHECK(receiver.kept(to).size() == row.kept);
    }
    CHECK(sink->send(letter("size@x.org")).kind == Kind::sent);
    auto banned = letter("fine@x.org");
    banned.mail_from = "banned@town.example";
    CHECK(sink->send(banned).kind == Kind::account_refused);
  }

  TEST_CASE("a Maildir gets one file a recipient, with the envelope on top") {
    TemporaryFolder folder;
    MailSettings settings;
    settings.way = MaildirSettings{folder.path() / "out"};
    SystemClock clock;
    oauth2::Tokens tokens({}, {}, clock, [](int, const std::string&) {});
    auto sink = make_mail_sink(settings, clock, tokens);
    CHECK(sink->send(letter("ana@example.org")).kind == Kind::sent);
    auto null_sender = letter("bo@example.org");
    null_sender.mail_from.clear();
    CHECK(sink->send(null_sender).kind == Kind::sent);
    CHECK(sink->send(letter("bo@example.org\r\nX: y")).kind == Kind::failed);
    std::vector<std::string> letters;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "out" / "new")) {
      letters.push_back(docket::testing::read_file(entry.path()));
    }
    std::sort(letters.begin(), letters.end());
    REQUIRE(letters.size() == 2);
    CHECK(letters[0] == "Return-Path: <>\r\nDelivered-To: bo@example.org\r\n" + letter("").octets);
    CHECK(letters[1] == "Return-Path: <ward2@town.example>\r\nDelivered-To: ana@example.org\r\n" + letter("").octets);
    CHECK(std::filesystem::is_empty(folder.path() / "out" / "tmp"));
  }

  TEST_CASE("a Maildir that cannot be written defers, and says so") {
    TemporaryFolder folder;
    MailSettings settings;
    settings.way = MaildirSettings{folder.path() / "file" / "out"};
    {
      const int touched = docket::testing::run_program({"touch", (folder.path() / "file").string()});
      CHECK(touched == 0);
    }
    SystemClock clock;
    oauth2::Tokens tokens({}, {}, clock, [](int, const std::string&) {});
    const auto result = make_mail_sink(settings, clock, tokens)->send(letter("ana@example.org"));
    CHECK(result.kind == Kind::deferred);
    CHECK(result.unreachable);
  }
}
