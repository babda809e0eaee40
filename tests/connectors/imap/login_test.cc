// Before the first command: what the IMAP source tells a server, and what it believes of it.
#include <doctest/doctest.h>

#include "tests/connectors/imap/mailbox.h"

using namespace docket;

TEST_SUITE("imap login") {
  TEST_CASE("a refused password is not tried in a hurry, and shows nowhere") {
    Mailbox box;
    box.pace.longest_backoff = box.pace.login_backoff = std::chrono::hours{1};
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("AUTHENTICATE")) return std::nullopt;
      return FakeReply{"{tag} NO [AUTHENTICATIONFAILED] no \x1b[1m" + command + "\r\n"};  // repeats what it got
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("login refused") != std::string::npos; }));
    CHECK(box.server.connections() == 1);
    CHECK(source->health().trouble == "login refused: (not shown)");
    CHECK(log_lines().find("login refused") != std::string::npos);
    CHECK(log_lines().find(kPassword) == std::string::npos);
  }

  TEST_CASE("a server that cannot check passwords just now is tried again soon") {
    Mailbox box;
    box.pace.login_backoff = std::chrono::hours{1};
    int left = 2;
    box.rule = [&left](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("AUTHENTICATE") || left-- <= 0) return std::nullopt;
      return FakeReply{"{tag} NO [UNAVAILABLE] later\r\n"};
    };
    box.fill(1);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
  }

  TEST_CASE("no credentials go out in clear, and the status says why") {
    struct Case {
      const char* name;
      const char* greeting;
      const char* capabilities;
      bool tls_none;
      const char* trouble;
    };
    for (const Case& one : std::vector<Case>{
             {"STARTTLS stripped", "* OK ready\r\n", "IMAP4rev1 AUTH=PLAIN", false, "offers no encryption"},
             {"PREAUTH instead", "* PREAUTH hello\r\n", "IMAP4rev1 AUTH=PLAIN STARTTLS", false, "offers no encryption"},
             {"LOGINDISABLED", "* OK ready\r\n", "IMAP4rev1 LOGINDISABLED", true, "LOGINDISABLED"},
             {"not now", "* BYE full\r\n", "IMAP4rev1", true, "no connection"},
         }) {
      CAPTURE(one.name);
      Mailbox box;
      box.server.greeting = one.greeting;
      box.server.capabilities = one.capabilities;
      box.imap.server.tls_none = one.tls_none;
      box.fill(1);
      auto source = box.source();
      Running running(*source);
      CHECK(eventually([&] { return source->health().trouble.find(one.trouble) != std::string::npos; }));
      running.stop();
      CHECK(source->health().trouble.find(one.trouble) != std::string::npos);
      CHECK(box.server.count("AUTHENTICATE") + box.server.count("LOGIN") == 0);
      CHECK(box.intake.committed().empty());
    }
  }

  TEST_CASE("a server without SASL gets the LOGIN command, quoted as it must be") {
    Mailbox box;
    box.server.capabilities = "IMAP4rev1";
    box.fill(1);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.count("LOGIN council@town.example \"pass word \\\"1\\\\\"") == 1);
  }

  TEST_CASE("left-overs of the login, even half a line, are nobody's answer") {
    Mailbox box;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("AUTHENTICATE")) return std::nullopt;
      return FakeReply{"{tag} OK welcome\r\n* OK [ALERT] half a"};
    };
    bool first = true;
    box.server.with([&](FakeImap& server) {
      const auto watched = server.rule;
      server.rule = [watched, &first, &box](const std::string& command, FakeImap& at) -> std::optional<FakeReply> {
        if (command == "CAPABILITY" && !std::exchange(first, false)) {
          return FakeReply{" line\r\n* 3 EXISTS\r\n* CAPABILITY " + box.server.capabilities + "\r\n{tag} OK\r\n"};
        }
        return watched(command, at);
      };
    });
    box.fill(2);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    CHECK(box.server.connections() == 1);
  }

  TEST_CASE("what is put in before TLS is no answer of the server: nothing is sent to it") {
    Mailbox box;
    box.server.capabilities = "IMAP4rev1 STARTTLS AUTH=PLAIN";
    box.imap.server.tls_none = false;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command != "STARTTLS") return std::nullopt;
      return FakeReply{"{tag} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.connections() >= 2; }));
    CHECK(source->health().trouble.find("no connection") == 0);
    CHECK(box.server.count("AUTHENTICATE") + box.server.count("LOGIN") == 0);
  }
}
