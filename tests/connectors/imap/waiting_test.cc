// Time and the IMAP source: servers that are away, slow, silent or busy, a book that is down, and waiting for news.
#include <doctest/doctest.h>

#include "tests/connectors/imap/mailbox.h"

using namespace docket;
using std::chrono::milliseconds;

namespace {

bool fetches_letters(const std::string& command) {
  return command.starts_with("UID FETCH") && command.find("BODY.PEEK[]") != std::string::npos;
}

}  // namespace

TEST_SUITE("imap waiting") {
  TEST_CASE("a commit that fails is offered again, and nothing is settled before it works") {
    Mailbox box;
    box.imap.after = ImapSettings::After::flag;
    box.intake.fail_takes(Mailbox::key(2), 2);
    box.fill(3);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    CHECK(box.intake.offers(Mailbox::key(2)) == 3);
    CHECK(box.intake.offers(Mailbox::key(1)) == 1);
    CHECK(box.settled_too_soon == "");
    CHECK(box.server.mails("INBOX").at(2).flags.contains("$Docket"));
  }

  TEST_CASE("while the book is down nothing is fetched; afterwards everything is") {
    Mailbox box;
    box.intake.fail_everything(true);
    box.fill(2);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("the book is down") != std::string::npos; }));
    CHECK(box.server.count("UID FETCH") == 0);
    box.intake.fail_everything(false);
    REQUIRE(box.eventually_committed(2));
    REQUIRE(eventually([&] { return source->health().trouble.empty(); }));
  }

  TEST_CASE("a server that is away is tried again, and the letters of that time are taken") {
    Mailbox box;
    int left = 3;
    box.rule = [&left](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command != "CAPABILITY" || left-- <= 0) return std::nullopt;
      return FakeReply{"", true};
    };
    box.fill(2);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    CHECK(box.server.connections() == 4);
    REQUIRE(eventually([&] { return source->health().trouble.empty(); }));
  }

  TEST_CASE("an answer that does not come to its end in time is given up, and the letter fetched anew") {
    Mailbox box;
    box.pace.command = milliseconds{100};
    box.pace.silence = std::chrono::seconds{30};
    box.fill(1);
    int left = 1;
    box.rule = [&left](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!fetches_letters(command) || left-- <= 0) return std::nullopt;
      return FakeReply{"* 1 FETCH (UID 1 BODY[] {30}\r\nS"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.connections() == 2);
  }

  TEST_CASE("IDLE is issued again before the server forgets us") {
    Mailbox box;
    box.pace.idle = milliseconds{10};
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("IDLE") >= 3; }));
    CHECK(box.server.count("DONE") >= 2);
    CHECK(box.server.connections() == 1);
  }

  TEST_CASE("a refused IDLE falls back to asking") {
    Mailbox box;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command != "IDLE") return std::nullopt;
      return FakeReply{"{tag} NO not now\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("NOOP") >= 1; }));
    box.server.deliver("INBOX", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.count("IDLE") == 1);
  }

  TEST_CASE("a connection that died unseen while we idled is noticed and replaced") {
    Mailbox box;
    box.pace.idle = milliseconds{10};
    bool deaf = true;
    box.rule = [&deaf](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command != "DONE" || !std::exchange(deaf, false)) return std::nullopt;
      return FakeReply{""};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.connections() >= 2; }));
    CHECK(log_lines().find("the server fell silent") != std::string::npos);
    box.server.deliver("INBOX", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(docket::imap::Pace{}.idle < std::chrono::minutes{29});  // RFC 2177: after that a server may log us out
  }

  TEST_CASE("whoever knows of news has every folder looked at, while we idle and while we ask") {
    for (const bool idles : {true, false}) {
      CAPTURE(idles);
      Mailbox box;
      box.imap.idle = idles;
      box.imap.poll = std::chrono::hours{1};
      box.imap.folders = {"INBOX", "Town"};
      box.pace.noop = box.pace.keep_alive = box.pace.idle = std::chrono::seconds{600};
      box.server.folders["Town"] = {};
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return source->health().caught_up; }));
      box.server.deliver("Town", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
      source->look_now();
      CHECK(box.eventually_committed(1));
    }
  }

  TEST_CASE("octet by octet a letter is the same letter") {
    Mailbox box;
    box.server.drip = milliseconds{0};
    box.fill(3);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(3));
    CHECK(box.octets(2) == Mailbox::letter(2));
    CHECK(box.server.connections() == 1);
  }

  TEST_CASE("a server that drips without end is left, however regular its octets are") {
    Mailbox box;
    box.pace.command = milliseconds{400};
    box.fill(1);
    bool drips = true;
    box.rule = [&drips](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
      server.drip.reset();
      if (fetches_letters(command) && std::exchange(drips, false)) server.drip = milliseconds{8};
      return std::nullopt;
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.connections() >= 2);
    CHECK(log_lines().find("the server is too slow") != std::string::npos);
  }

  TEST_CASE("a server that is busy is asked again later, and no letter is blamed") {
    for (const char* answer : {"NO [THROTTLED] too many requests", "NO [UNAVAILABLE] the disk is away",
                               "BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds"}) {
      CAPTURE(answer);
      Mailbox box;
      box.fill(2);
      int left = 20;
      box.rule = [&](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
        if (!fetches_letters(command) || left-- <= 0) return std::nullopt;
        return FakeReply{std::string("{tag} ") + answer + "\r\n"};
      };
      auto source = box.source();
      Running running(*source);
      REQUIRE(box.eventually_committed(2));
      CHECK(box.octets(1) == Mailbox::letter(1));
      CHECK(box.octets(2) == Mailbox::letter(2));
      CHECK(box.server.connections() >= 20);  // each time with a longer pause
    }
  }
}
