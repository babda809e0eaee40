#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <future>

#include "connectors/oauth2/tokens.h"
#include "connectors/smtp/smtp_sink.h"
#include "tests/connectors/smtp/fake_smtp.h"

using namespace docket;
using namespace docket::smtp;
using docket::testing::FakeSmtp;
using std::chrono::milliseconds;

namespace {

/// Runs as time does, so that waits end, and can be moved on.
class TestClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return Time{}; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::now() + offset;
  }
  std::chrono::seconds offset{0};
};

void no_log(int /*priority*/, const std::string& /*line*/) {}

SmtpSettings plain(std::uint16_t port) {
  SmtpSettings settings;
  settings.server = {.scheme = "smtp", .host = "127.0.0.1", .port = port, .tls_none = true, .ca = {}};
  return settings;
}

/// Short where a test waits for the time to pass, long elsewhere.
Timeouts quick() {
  Timeouts timeouts;
  timeouts.connect = timeouts.login = timeouts.command = timeouts.body = timeouts.dot = milliseconds(5000);
  timeouts.quit = milliseconds(300);
  return timeouts;
}

OutgoingMail letter(const std::string& to = "ana@example.org", const std::string& text = "hello\r\n") {
  return {.mail_from = "ward2@town.example", .to = to, .octets = "Subject: x\r\n\r\n" + text};
}

std::string describe(const SendResult& result) {
  static const std::map<SendResult::Kind, std::string> names{{SendResult::Kind::sent, "sent"},
                                                             {SendResult::Kind::deferred, "deferred"},
                                                             {SendResult::Kind::failed, "failed"},
                                                             {SendResult::Kind::size_refused, "size"},
                                                             {SendResult::Kind::account_refused, "account"},
                                                             {SendResult::Kind::uncertain, "uncertain"}};
  return names.at(result.kind) + (result.unreachable ? "*" : "");
}

using Scripts = std::vector<FakeSmtp::Script>;

struct Fixture {
  explicit Fixture(Scripts scripts, const Timeouts& timeouts = quick())
      : server(std::move(scripts)), sink(plain(server.port()), "town.example", clock, tokens, timeouts) {}
  std::string send(const OutgoingMail& mail = letter()) {
    last = sink.send(mail);
    return describe(last);
  }
  TestClock clock;
  oauth2::Tokens tokens{{}, {}, clock, no_log};
  FakeSmtp server;
  SmtpSink sink;
  SendResult last;
};

const char* const kNoPipelining = "250-fake.test\r\n250 SIZE 1000000";
const char* const kPipelining = "250-fake.test\r\n250-PIPELINING\r\n250 SIZE 1000000";

}  // namespace

TEST_SUITE("smtp sink") {
  TEST_CASE("every misbehaviour at every step has the right outcome, with and without pipelining (E1, E2)") {
    struct Row {
      std::string step;
      std::string reply;
      std::string expected;  ///< a star: the server was not there to ask
    };
    const Row rows[] = {
        {"", "421 busy;CLOSE", "deferred*"},
        {"", "554 no service", "deferred*"},
        {"", "CLOSE", "deferred*"},
        {"", "STALL", "deferred*"},
        {"MAIL", "451 4.3.0 later", "deferred"},
        {"MAIL", "553 5.1.8 no", "failed"},
        {"MAIL", "550 5.7.60 not as this", "account"},
        {"MAIL", "552 5.3.4 too large", "size"},
        {"MAIL", "421 closing;CLOSE", "deferred"},
        {"MAIL", "CLOSE", "deferred*"},
        {"MAIL", "STALL", "deferred*"},
        {"MAIL", "nonsense", "deferred*"},
        {"RCPT", "450 4.2.1 later", "deferred"},
        {"RCPT", "550 5.1.1 no", "failed"},
        {"RCPT", "452 4.7.28 limit", "account"},
        {"RCPT", "CLOSE", "deferred*"},
        {"RCPT", "STALL", "deferred*"},
        {"DATA", "451 4.3.0 later", "deferred"},
        {"DATA", "554 5.5.1 no", "failed"},
        {"DATA", "CLOSE", "deferred*"},
        {"DATA", "STALL", "deferred*"},
        {".", "451 4.3.0 later", "deferred"},
        {".", "554 5.6.0 no", "failed"},
        {".", "552 5.3.4 too large", "size"},
        {".", "421 4.3.0 closing;CLOSE", "deferred"},
        {".", "250 kept;CLOSE", "sent"},
        {".", "CLOSE", "uncertain"},
        {".", "STALL", "uncertain"},
        {".", "nonsense", "uncertain"},
        {".", "250-half\r\n250-of", "uncertain"},
    };
    for (const std::string ehlo : {kPipelining, kNoPipelining}) {
      for (const auto& row : rows) {
        CAPTURE(ehlo);
        CAPTURE(row.step);
        CAPTURE(row.reply);
        auto timeouts = quick();
        if (row.reply == "STALL" || row.reply.starts_with("250-half")) {
          // Only that step waits for its limit: a busy machine must not stall the others.
          auto& limit = row.step.empty() ? timeouts.login : row.step == "." ? timeouts.dot : timeouts.command;
          limit = milliseconds(row.step == "." ? 300 : 500);
        }
        Fixture test(Scripts{{{"EHLO", ehlo}, {row.step, row.reply}}, {}}, timeouts);
        CHECK(test.send() == row.expected);
        const auto messages = test.server.messages();
        CHECK(messages.size() - static_cast<std::size_t>(std::count(messages.begin(), messages.end(), "")) ==
              (row.step == "." ? 1 : 0));
        // Nothing of the trouble is left for the next letter: a connection that misbehaved is not used again.
        const auto next = test.send(letter("next@example.org"));
        CHECK(next == (test.server.connections() > 1 ? "sent" : row.expected));
      }
    }
  }

  TEST_CASE("many letters share one connection, in order, without RSET") {
    Fixture test(Scripts{{}});
    for (int i = 0; i < 5; ++i) CHECK(test.send(letter("a" + std::to_string(i) + "@example.org")) == "sent");
    test.sink.close();
    CHECK(test.server.connections() == 1);
    CHECK(test.server.count("RSET") == 0);
    CHECK(test.server.count("RCPT TO:<a4@example.org>") == 1);
    CHECK(test.server.count("QUIT") == 1);
    CHECK(test.server.lines().at(2) == "MAIL FROM:<ward2@town.example> SIZE=21");
  }

  TEST_CASE("one refused recipient leaves the others alone, and the connection (E12)") {
    for (const char* ehlo : {kPipelining, kNoPipelining}) {
      CAPTURE(ehlo);
      // The pipelined DATA is answered 354 although no recipient was good: a lone dot takes it back.
      Fixture test(Scripts{{{"EHLO", ehlo}, {"RCPT", "550 5.1.1 no such mailbox"}, {".", "554 5.5.1 no recipients"}}});
      CHECK(test.send() == "failed");
      CHECK(test.last.reply == "550 5.1.1 no such mailbox");
      CHECK(test.send() == "failed");
      CHECK(test.server.connections() == 1);
      CHECK(test.server.count("RSET") == 1);
      for (const auto& message : test.server.messages()) CHECK(message.empty());
    }
  }

  TEST_CASE("a server that accepts a letter without a recipient is left") {
    Fixture test(Scripts{{{"RCPT", "450 4.2.1 later"}}, {}});
    CHECK(test.send() == "deferred");
    CHECK(test.send() == "sent");
    CHECK(test.server.connections() == 2);
  }

  TEST_CASE("a kept connection that the server has ended costs nothing") {
    SUBCASE("421 at the next letter") {
      Fixture test(Scripts{{{".", "250 ok"}, {"RSET", "CLOSE"}}, {}});
      CHECK(test.send() == "sent");
      test.clock.offset += std::chrono::seconds(31);
      CHECK(test.send() == "sent");
      CHECK(test.server.connections() == 2);
    }
    SUBCASE("closed right after the letter") {
      Fixture test(Scripts{{{".", "250 ok;CLOSE"}}, {}});
      CHECK(test.send() == "sent");
      CHECK(test.send() == "sent");
      CHECK(test.server.connections() == 2);
    }
    SUBCASE("idle, but still there: asked first") {
      Fixture test(Scripts{{}});
      CHECK(test.send() == "sent");
      test.clock.offset += std::chrono::seconds(31);
      CHECK(test.send() == "sent");
      CHECK(test.server.connections() == 1);
      CHECK(test.server.count("RSET") == 1);
    }
  }

  TEST_CASE("a late answer is never read as the answer to the next letter") {
    auto timeouts = quick();
    timeouts.dot = milliseconds(150);
    Fixture test(Scripts{{{".", "STALL"}}, {{"RCPT", "550 5.1.1 no"}, {"DATA", "554 no"}}}, timeouts);
    CHECK(test.send() == "uncertain");
    CHECK(test.send() == "failed");
    CHECK(test.server.connections() == 2);
  }

  TEST_CASE("hostile addresses reach no server (E5)") {
    Fixture test(Scripts{{}});
    for (const std::string to : {"a@b.c>\r\nRCPT TO:<x@y.z", "a@b.c> NOTIFY=NEVER", "a b@c.d", ""}) {
      CAPTURE(to);
      CHECK(test.send(letter(to)) == "failed");
    }
    auto mail = letter();
    mail.mail_from = "a@b.c>\r\nDATA";
    CHECK(test.send(mail) == "failed");
    CHECK(test.server.connections() == 0);
  }

  TEST_CASE("a server that reports by RFC 3461 is given the letter's envelope id, others are not") {
    for (const bool offered : {true, false}) {
      Fixture test(Scripts{{{"EHLO", offered ? "250-receiver.test\r\n250 DSN" : "250 receiver.test"}}});
      auto mail = letter();
      mail.envelope_id = "k1.2026-000001-5.b.abc";
      CHECK(test.send(mail) == "sent");
      CHECK(test.server.count("MAIL FROM:<ward2@town.example> RET=HDRS ENVID=k1.2026-000001-5.b.abc") ==
            (offered ? 1 : 0));
    }
  }

  TEST_CASE("the null sender goes out as one") {
    Fixture test(Scripts{{}});
    auto mail = letter();
    mail.mail_from.clear();
    CHECK(test.send(mail) == "sent");
    CHECK(test.server.count("MAIL FROM:<> SIZE=") == 1);
  }

  TEST_CASE("a dot in a letter ends nothing (E6)") {
    Fixture test(Scripts{{}});
    CHECK(test.send(letter("ana@example.org", "a\n.\nQUIT\r.\rb\n.\r\n..c")) == "sent");
    REQUIRE(test.server.messages().size() == 1);
    CHECK(test.server.messages()[0] == "Subject: x\r\n\r\na\r\n..\r\nQUIT\r\n..\r\nb\r\n..\r\n...c\r\n");
    CHECK(test.server.count("QUIT") == 0);
  }

  TEST_CASE("a server that babbles is cut off, and its text is cleaned (E8)") {
    SUBCASE("an endless line at the dot: the letter may be there") {
      Fixture test(Scripts{{{".", "250 " + std::string(std::size_t{4} << 20U, 'x')}}});
      CHECK(test.send() == "uncertain");
    }
    SUBCASE("an endless reply to MAIL") {
      std::string endless;
      for (int i = 0; i < 5000; ++i) endless += "250-more\r\n";
      Fixture test(Scripts{{{"MAIL", endless}}});
      CHECK(test.send() == "deferred*");
    }
    SUBCASE("controls") {
      Fixture test(Scripts{{{"RCPT", std::string("550 5.1.1 a\0b\x1b]0;c\x07", 19)}, {".", "554 no"}}});
      CHECK(test.send() == "failed");
      CHECK(test.last.reply == "550 5.1.1 ab ]0;c");
    }
  }

  TEST_CASE("what the server cannot take is told before it is sent") {
    Fixture test(Scripts{{{"EHLO", "250-fake.test\r\n250 SIZE 100"}}});
    CHECK(test.send(letter("ana@example.org", std::string(200, 'x'))) == "size");
    CHECK(test.send(letter("jörg@example.org")) == "failed");
    CHECK(test.last.reply.find("SMTPUTF8") != std::string::npos);
    CHECK(test.server.count("MAIL") == 0);
    CHECK(test.send() == "sent");
  }

  TEST_CASE("SMTPUTF8 is asked for only where the address needs it") {
    Fixture test(Scripts{{{"EHLO", "250-fake.test\r\n250-8BITMIME\r\n250 SMTPUTF8"}}});
    CHECK(test.send(letter("jörg@exämple.org")) == "sent");
    CHECK(test.send() == "sent");
    CHECK(test.server.count("MAIL FROM:<ward2@town.example> SMTPUTF8") == 1);
    CHECK(test.server.count("RCPT TO:<jörg@xn--exmple-cua.org>") == 1);
    CHECK(test.server.count("MAIL FROM:<ward2@town.example>") == 2);
  }

  TEST_CASE("without TLS, nothing is sent where TLS is wanted (E10)") {
    FakeSmtp server(FakeSmtp::Script{});
    auto settings = plain(server.port());
    settings.server.tls_none = false;
    TestClock clock;
    oauth2::Tokens tokens({}, {}, clock, no_log);
    SmtpSink sink(settings, "town.example", clock, tokens, quick());
    CHECK(describe(sink.send(letter())) == "deferred*");
    CHECK(server.count("MAIL") == 0);
  }

  TEST_CASE("what is put in before TLS is no answer of the server: nothing is sent (E10)") {
    FakeSmtp server(FakeSmtp::Script{{"EHLO", "250-fake.test\r\n250-STARTTLS\r\n250 AUTH PLAIN"},
                                     {"STARTTLS", "220 go\r\n250-fake.test\r\n250 AUTH PLAIN"}});
    ::setenv("DOCKET_TEST_PASSWORD", "geheim", 1);
    auto settings = plain(server.port());
    settings.server.tls_none = false;
    settings.login.user = "council";
    settings.login.password = {.kind = Secret::Kind::env, .name = "DOCKET_TEST_PASSWORD"};
    TestClock clock;
    oauth2::Tokens tokens({}, {}, clock, no_log);
    SmtpSink sink(settings, "town.example", clock, tokens, quick());
    CHECK(describe(sink.send(letter())) == "deferred*");
    CHECK(server.count("AUTH") + server.count("MAIL") == 0);
  }

  TEST_CASE("a refused login pauses the account; a login server that is ill does not (E10)") {
    ::setenv("DOCKET_TEST_PASSWORD", "geheim", 1);
    struct Row {
      const char* reply;
      const char* expected;
    };
    // AGNvdW5jaWwAZ2VoZWlt is the login as AUTH PLAIN writes it: some servers repeat what they got.
    for (const Row& row : {Row{"535 5.7.8 wrong password", "account"}, Row{"535 no: AGNvdW5jaWwAZ2VoZWlt", "account"},
                           Row{"454 4.3.0 no: geheim", "deferred*"}, Row{"235 2.7.0 ok", "sent"}}) {
      CAPTURE(row.reply);
      FakeSmtp server(FakeSmtp::Script{{"EHLO", "250-fake.test\r\n250 AUTH CRAM-MD5 PLAIN"}, {"AUTH", row.reply}});
      auto settings = plain(server.port());
      settings.login.user = "council";
      settings.login.password = {.kind = Secret::Kind::env, .name = "DOCKET_TEST_PASSWORD"};
      TestClock clock;
      oauth2::Tokens tokens({}, {}, clock, no_log);
      SmtpSink sink(settings, "town.example", clock, tokens, quick());
      const auto result = sink.send(letter());
      CHECK(describe(result) == row.expected);
      CHECK(result.reply.find("geheim") == std::string::npos);
      CHECK(result.reply.find("AGNvdW5jaWw") == std::string::npos);
      CHECK(server.count("AUTH PLAIN ") == 1);
    }
  }

  TEST_CASE("a missing password says what is missing and asks no server") {
    FakeSmtp server(FakeSmtp::Script{});
    auto settings = plain(server.port());
    settings.login.user = "council";
    settings.login.password = {.kind = Secret::Kind::env, .name = "DOCKET_TEST_NOT_SET"};
    TestClock clock;
    oauth2::Tokens tokens({}, {}, clock, no_log);
    SmtpSink without(settings, "town.example", clock, tokens, quick());
    const auto result = without.send(letter());
    CHECK(describe(result) == "account");
    CHECK(result.reply.find("DOCKET_TEST_NOT_SET") != std::string::npos);
    CHECK(server.connections() == 0);
  }

  TEST_CASE("abort wakes a send that waits: uncertain after the dot, deferred before") {
    struct Row {
      const char* step;
      const char* expected;
    };
    for (const Row& row : {Row{".", "uncertain"}, Row{"RCPT", "deferred*"}}) {
      CAPTURE(row.step);
      Timeouts patient;  // ten minutes for the dot: only abort can end it in time
      Fixture test(Scripts{{{row.step, "STALL"}}}, patient);
      auto sending = std::async(std::launch::async, [&] { return test.sink.send(letter()); });
      CHECK(test.server.wait_for(row.step));
      test.sink.abort();
      REQUIRE(sending.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
      CHECK(describe(sending.get()) == row.expected);
      CHECK(describe(test.sink.send(letter())) == "deferred*");
      CHECK(test.server.connections() == 1);
    }
  }

  TEST_CASE("a server that refuses in the middle of a large letter is heard") {
    // Four megabytes do not fit into the socket buffers: the refusal arrives while we still write.
    FakeSmtp server(FakeSmtp::Script{{"EHLO", "250 fake.test"}, {"DATA", "354 go on\r\n552 5.3.4 stop it"}});
    TestClock clock;
    oauth2::Tokens tokens({}, {}, clock, no_log);
    SmtpSink sink(plain(server.port()), "town.example", clock, tokens, quick());
    const auto result = sink.send(letter("ana@example.org", std::string(std::size_t{4} << 20U, 'x')));
    CHECK(describe(result) == "size");
  }
}
