// What the IMAP source does to letters that are in the book: flag, move, or nothing; never before.
#include <doctest/doctest.h>

#include "tests/connectors/imap/mailbox.h"

using namespace docket;

TEST_SUITE("imap settling") {
  TEST_CASE("`flag` flags what is committed, in one set, and a second start flags nothing again") {
    Mailbox box;
    box.imap.after = ImapSettings::After::flag;
    box.imap.seen = true;
    box.fill(20);
    {
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return source->health().caught_up; }));
    }
    CHECK(box.settled_too_soon == "");
    CHECK(box.server.count("UID STORE 1:20 +FLAGS.SILENT ($Docket \\Seen)") == 1);
    CHECK(box.server.count("UID STORE") == 1);
    auto again = box.source();
    Running running(*again);
    REQUIRE(eventually([&] { return again->health().caught_up; }));
    CHECK(box.server.count("UID STORE") == 1);
    CHECK(box.intake.offers(Mailbox::key(1)) == 1);
  }

  TEST_CASE("`flag` is refused in words where the server keeps no keywords; the letters are taken all the same") {
    Mailbox box;
    box.imap.after = ImapSettings::After::flag;
    box.server.folders["INBOX"].permanent_flags = "\\Seen \\Deleted";
    box.fill(2);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    REQUIRE(eventually([&] { return source->health().trouble.find("keeps no keywords") != std::string::npos; }));
    CHECK(box.server.count("UID STORE") == 0);
  }

  TEST_CASE("`move` moves exactly what is committed, with what the server offers, never by plain EXPUNGE") {
    struct Case {
      const char* capabilities;
      std::vector<const char*> expected;
    };
    for (const Case& one : std::vector<Case>{
             {"IMAP4rev1 AUTH=PLAIN SASL-IR MOVE", {"UID MOVE 1:2,4 \"Done\""}},
             {"IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS",
              {"UID COPY 1:2,4 \"Done\"", "UID STORE 1:2,4 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 1:2,4"}},
         }) {
      CAPTURE(one.capabilities);
      Mailbox box;
      box.server.capabilities = one.capabilities;
      box.server.folders["Done"] = {};
      box.imap.after = ImapSettings::After::move;
      box.imap.move_to = "Done";
      for (const std::uint32_t uid : {1U, 2U, 4U})
        box.server.deliver("INBOX", uid, {Mailbox::letter(uid), Mailbox::kDate, {}, 0});
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return box.server.mails("INBOX").empty(); }));
      CHECK(box.server.mails("Done").size() == 3);
      CHECK(box.settled_too_soon == "");
      for (const char* command : one.expected) CHECK(box.server.count(command) == 1);
      CHECK(box.server.count("EXPUNGE") == 0);
    }
  }

  TEST_CASE("what a crash left between the commit and the flag or move is settled at the next start") {
    for (const auto after : {ImapSettings::After::flag, ImapSettings::After::move}) {
      Mailbox box;
      box.server.folders["Done"] = {};
      box.imap.after = after;
      box.imap.move_to = "Done";
      box.fill(3);
      // The connection dies at the first word of settling, as it would with our process.
      box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
        if (command.starts_with("UID STORE") || command.starts_with("UID MOVE")) return FakeReply{"", true};
        return std::nullopt;
      };
      {
        auto source = box.source();
        Running running(*source);
        REQUIRE(box.eventually_committed(3));
      }
      box.server.with([&](FakeImap&) { box.rule = nullptr; });
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] {
        const auto mails = box.server.mails("INBOX");
        return after == ImapSettings::After::move ? mails.empty() : mails.at(3).flags.contains("$Docket");
      }));
      for (std::uint32_t uid = 1; uid <= 3; ++uid) CHECK(box.intake.offers(Mailbox::key(uid)) == 1);
    }
  }

  TEST_CASE("shadow takes everything and touches nothing, whatever `after` says") {
    for (const auto after : {ImapSettings::After::flag, ImapSettings::After::move}) {
      Mailbox box;
      box.imap.after = after;
      box.imap.move_to = "Done";
      box.server.folders["Done"] = {};
      box.fill(3);
      auto source = box.source(Mode::shadow);
      Running running(*source);
      REQUIRE(eventually([&] { return source->health().caught_up; }));
      running.stop();
      CHECK(box.intake.committed().size() == 3);
      CHECK(box.server.count("SELECT") + box.server.count("UID STORE") + box.server.count("UID MOVE") == 0);
      CHECK(box.server.mails("INBOX").size() == 3);
    }
  }

  TEST_CASE("a MOVE that says OK but does nothing makes no second letter and is told to the admin") {
    Mailbox box;
    box.imap.after = ImapSettings::After::move;
    box.imap.move_to = "Done";
    box.imap.poll = std::chrono::seconds{0};
    box.fill(2);
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("UID MOVE")) return std::nullopt;
      return FakeReply{"{tag} OK moved\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("they are still there") != std::string::npos; }));
    CHECK(box.intake.offers(Mailbox::key(1)) == 1);
    CHECK(box.intake.offers(Mailbox::key(2)) == 1);
  }

  TEST_CASE("where letters cannot be moved they are taken once and the admin is told why") {
    struct Case {
      const char* name;
      std::function<void(Mailbox&)> arrange;
      const char* trouble;
    };
    for (const Case& one : std::vector<Case>{
             {"no target", [](Mailbox&) {}, "no such folder"},
             {"read-only", [](Mailbox& box) { box.server.folders["INBOX"].read_only = true; }, "read-only"},
             {"no way", [](Mailbox& box) { box.server.capabilities = "IMAP4rev1 AUTH=PLAIN SASL-IR"; },
              "neither MOVE nor"},
             {"into itself", [](Mailbox& box) { box.imap.move_to = "INBOX"; }, "would be taken again"},
         }) {
      CAPTURE(one.name);
      Mailbox box;
      box.imap.after = ImapSettings::After::move;
      box.imap.move_to = "Done";
      box.imap.poll = std::chrono::seconds{0};
      one.arrange(box);
      box.fill(2);
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return source->health().trouble.find(one.trouble) != std::string::npos; }));
      REQUIRE(eventually([&] { return box.server.count("UID SEARCH") >= 3; }));
      CHECK(box.intake.offers(Mailbox::key(1)) == 1);
      CHECK(box.server.mails("INBOX").size() == 2);
    }
  }
}
