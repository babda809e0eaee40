// One batch is read and committed while the next is fetched: the promises of settling hold all the same.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/connectors/imap/mailbox.h"

using namespace docket;

namespace {

/// Six letters in batches of two, to be flagged.
struct SixLetters : Mailbox {
  SixLetters() {
    imap.after = ImapSettings::After::flag;
    pace.batch = 2;
    fill(6);
  }
  [[nodiscard]] int fetched(const std::string& set) const {
    return server.count("UID FETCH " + set + " (UID BODY.PEEK[])");
  }
  [[nodiscard]] bool all_flagged() const {
    const auto mails = server.mails("INBOX");
    return std::all_of(mails.begin(), mails.end(),
                       [](const auto& one) { return one.second.flags.contains("$Docket"); });
  }
  void check_each_taken_once() const {
    CHECK(intake.ledger() == "6 committed, 0 passed, 0 vanished, 0 waiting");
    for (std::uint32_t uid = 1; uid <= 6; ++uid) {
      CHECK(octets(uid) == letter(uid));
      CHECK(intake.offers(key(uid)) == 1);
    }
    CHECK(settled_too_soon == "");
  }
};

}  // namespace

TEST_SUITE("imap overlap") {
  TEST_CASE("the next batch is fetched while the last is not committed yet, and no more than one") {
    SixLetters box;
    box.intake.hold(true);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.intake.offers(Mailbox::key(4)) == 1; }));
    CHECK(box.intake.committed().empty());
    CHECK(box.server.count("UID STORE") == 0);
    CHECK(box.fetched("5:6") == 0);
    box.intake.hold(false);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    for (const char* set : {"1:2", "3:4", "5:6"}) {
      CHECK(box.fetched(set) == 1);
      CHECK(box.server.count(std::string("UID STORE ") + set) == 1);
    }
    CHECK(box.all_flagged());
    box.check_each_taken_once();
  }

  TEST_CASE("so it is from one list of keys to the next") {
    SixLetters box;
    box.pace.list = 2;
    box.intake.hold(true);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.intake.offers(Mailbox::key(4)) == 1; }));
    CHECK(box.intake.committed().empty());
    box.intake.hold(false);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    CHECK(box.all_flagged());
    box.check_each_taken_once();
  }

  TEST_CASE("a set that the server refuses to flag stops no other, and is flagged at the end of the look") {
    SixLetters box;
    bool refused = false;
    box.rule = [&refused](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("UID STORE 1:2") || std::exchange(refused, true)) return std::nullopt;
      return FakeReply{"{tag} NO not these\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    CHECK(box.server.connections() == 1);
    CHECK(box.server.count("UID STORE 1:2") == 2);
    CHECK(box.server.count("UID STORE 3:4") == 1);
    CHECK(box.all_flagged());
    box.check_each_taken_once();
  }

  TEST_CASE("a connection lost with two batches on their way loses none of them and flags them at the next look") {
    for (const char* last : {"UID FETCH 3:4", "UID STORE 1:2"}) {
      CAPTURE(last);
      SixLetters box;
      box.intake.hold(true);
      bool lost = false;
      box.rule = [&](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
        if (!command.starts_with(last) || command.find("RFC822.SIZE") != std::string::npos) return std::nullopt;
        if (std::exchange(lost, true)) return std::nullopt;
        return FakeReply{FakeImap::fetch_line(3, server.folders["INBOX"].mails.at(3), command), true};
      };
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return box.intake.offers(Mailbox::key(3)) == 1; }));
      CHECK(box.server.count("UID STORE") == 0);
      box.intake.hold(false);
      REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
      CHECK(box.server.connections() == 2);
      CHECK(box.all_flagged());
      box.check_each_taken_once();
    }
  }

  TEST_CASE("a book that goes away between two lists leaves what is committed settled, on the same connection") {
    SixLetters box;
    box.pace.list = 2;
    // A size that is asked for tells that the list before it went well: the next one fails.
    box.rule = [&](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command.starts_with("UID FETCH 1:2 (UID RFC822.SIZE")) box.intake.fail_lists(1);
      return std::nullopt;
    };
    box.pace.retry = std::chrono::minutes{1};
    box.pace.first_backoff = box.pace.longest_backoff = std::chrono::minutes{1};
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("the book is down") != std::string::npos; }));
    CHECK(box.intake.committed().size() == 2);
    CHECK(box.server.count("UID STORE 1:2") == 1);
    CHECK(box.settled_too_soon == "");
  }

  TEST_CASE("a stop with two batches on their way flags nothing that is not committed; the next start takes up there") {
    SixLetters box;
    box.pace.drain = std::chrono::milliseconds{1};
    box.intake.hold(true);
    {
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return box.intake.offers(Mailbox::key(4)) == 1; }));
    }
    CHECK(box.server.count("UID STORE") == 0);
    box.intake.hold(false);
    REQUIRE(box.eventually_committed(4));
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    CHECK(box.all_flagged());
    box.check_each_taken_once();
  }

  TEST_CASE("a new letter is on its way from the server while the book notes it, and not offered before") {
    Mailbox box;
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("IDLE") == 1; }));
    box.intake.fail_lists(1);
    box.server.deliver("INBOX", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.count("UID FETCH 1 (UID BODY.PEEK[])") == 2);  // the first one in vain
    CHECK(box.server.connections() == 2);
    CHECK(box.intake.offers(Mailbox::key(1)) == 1);
    CHECK(box.octets(1) == Mailbox::letter(1));
    CHECK(box.intake.ledger() == "1 committed, 0 passed, 0 vanished, 0 waiting");
  }

  TEST_CASE("of new letters that were asked for, one that has its outcome is not taken again") {
    Mailbox box;
    const std::vector<std::string> keys{Mailbox::key(1)};
    REQUIRE(box.intake.pass_over("council", keys));
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("IDLE") == 1; }));
    for (const std::uint32_t uid : {1U, 2U})
      box.server.deliver("INBOX", uid, {Mailbox::letter(uid), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(box.octets(2) == Mailbox::letter(2));
    CHECK(box.intake.offers(Mailbox::key(1)) == 0);
  }

  TEST_CASE("a server that refuses to describe what is new is searched") {
    Mailbox box;
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (command.find(":* (UID RFC822.SIZE") == std::string::npos) return std::nullopt;
      return FakeReply{"{tag} NO not that way\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("IDLE") == 1; }));
    box.server.deliver("INBOX", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.connections() == 1);
    CHECK(box.server.count("UID SEARCH") == 2);
  }

  TEST_CASE("a new letter in the folder that is open needs no SELECT") {
    Mailbox box;
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.server.count("IDLE") == 1; }));
    box.server.deliver("INBOX", 1, {Mailbox::letter(1), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(1));
    CHECK(box.server.count("EXAMINE") == 1);
    CHECK(box.server.count("UID SEARCH") == 1);
  }
}
