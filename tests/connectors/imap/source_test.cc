// The IMAP source against a server that keeps to the rules: what is taken, what is settled, what is left alone.
#include <doctest/doctest.h>

#include "config/text.h"
#include "tests/connectors/imap/mailbox.h"

using namespace docket;
using std::chrono::milliseconds;

TEST_SUITE("imap source") {
  TEST_CASE("every letter is taken byte for byte, also those a person has read, and `keep` changes nothing") {
    Mailbox box;
    const std::string forged = "A004 OK done\r\n* SEARCH 666\r\n)\r\n* BYE\r\n";
    box.server.deliver("INBOX", 3, {Mailbox::letter(3), Mailbox::kDate, {}, 0});
    box.server.deliver("INBOX", 5, {forged, " 1-Jul-2026 02:44:25 -0700", {"\\Seen", "\\Flagged"}, 0});
    box.server.deliver("INBOX", 9, {std::string("\0\r\n.\r\n{5}\r\n", 11), Mailbox::kDate, {}, 0});
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(3));
    CHECK(box.octets(3) == Mailbox::letter(3));
    CHECK(box.octets(5) == forged);
    CHECK(box.octets(9) == std::string("\0\r\n.\r\n{5}\r\n", 11));
    const auto taken = box.intake.committed().at(Mailbox::key(5));
    CHECK(rfc3339(taken.received) == "2026-07-01T09:44:25Z");
    CHECK(taken.source == "council");
    CHECK_FALSE(taken.before_start);
    REQUIRE(eventually([&] { return source->health().caught_up; }));
    running.stop();
    CHECK(box.server.count("SELECT") == 0);
    CHECK(box.server.count("UID STORE") + box.server.count("UID MOVE") == 0);
    CHECK(box.server.mails("INBOX").at(5).flags == std::set<std::string>{"\\Seen", "\\Flagged"});
    CHECK(source->health().trouble.empty());
    CHECK(box.intake.caught_up_calls() == 1);
    CHECK(box.intake.ledger() == "3 committed, 0 passed, 0 vanished, 0 waiting");
  }

  TEST_CASE("letters from before the start are counted and left alone") {
    struct Case {
      const char* name;
      TakeSince since;
      const char* ledger;
      std::vector<std::uint32_t> before_start;
    };
    const Time start = *parse_rfc3339("2026-11-22T10:00:00Z");
    for (const Case& one : std::vector<Case>{
             {"start", {TakeSince::Kind::start, {}}, "2 committed, 2 passed, 0 vanished, 0 waiting", {}},
             {"date",
              {TakeSince::Kind::date, *parse_rfc3339("2026-06-01")},
              "3 committed, 1 passed, 0 vanished, 0 waiting",
              {2}},
             {"all", {TakeSince::Kind::all, {}}, "4 committed, 0 passed, 0 vanished, 0 waiting", {1, 2}},
         }) {
      CAPTURE(one.name);
      Mailbox box;
      box.intake.start = start + milliseconds{900};  // the very second of the start is taken
      box.settings.take_since = one.since;
      box.imap.after = ImapSettings::After::flag;
      box.server.deliver("INBOX", 1, {Mailbox::letter(1), "22-Nov-2023 10:00:00 +0000", {}, 0});
      box.server.deliver("INBOX", 2, {Mailbox::letter(2), "22-Nov-2026 09:59:59 +0000", {}, 0});
      box.server.deliver("INBOX", 3, {Mailbox::letter(3), "22-Nov-2026 10:00:00 +0000", {}, 0});
      box.server.deliver("INBOX", 4, {Mailbox::letter(4), "22-Nov-2026 11:00:00 +0000", {}, 0});
      for (int start_number = 0; start_number < 2; ++start_number) {
        auto source = box.source();
        Running running(*source);
        REQUIRE(eventually([&] { return source->health().caught_up; }));
        CHECK(box.intake.ledger() == one.ledger);
      }
      std::vector<std::uint32_t> before;
      for (const auto& [key, inbound] : box.intake.committed()) {
        const auto uid = static_cast<std::uint32_t>(std::stoul(key.substr(key.rfind('/') + 1)));
        if (inbound.before_start) before.push_back(uid);
        CHECK(box.server.mails("INBOX").at(uid).flags.contains("$Docket"));
      }
      CHECK(before == one.before_start);
      for (const std::string& key : box.intake.passed()) {
        const auto uid = static_cast<std::uint32_t>(std::stoul(key.substr(key.rfind('/') + 1)));
        CHECK(box.server.mails("INBOX").at(uid).flags.empty());
      }
    }
  }

  TEST_CASE("a letter that is too large comes as its header, whoever tells its size") {
    Mailbox box;
    box.settings.max_size = 200;
    const std::string large = "Subject: large\r\n\r\n" + std::string(5000, 'x');
    box.server.deliver("INBOX", 1, {large, Mailbox::kDate, {}, 0});
    box.server.deliver("INBOX", 2, {large, Mailbox::kDate, {}, 100});                // RFC822.SIZE says less
    box.server.deliver("INBOX", 3, {Mailbox::letter(3), Mailbox::kDate, {}, 9000});  // or more: it is taken
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(3));
    for (const std::uint32_t uid : {1U, 2U}) {
      const auto taken = box.intake.committed().at(Mailbox::key(uid));
      CHECK(taken.octets == "Subject: large\r\n\r\n");
      CHECK(taken.oversize == large.size());
    }
    CHECK_FALSE(box.intake.committed().at(Mailbox::key(3)).oversize);
    CHECK(box.octets(3) == Mailbox::letter(3));
    CHECK(box.server.count("UID FETCH 1,3 (UID BODY.PEEK[]<0.201>)") == 1);
  }

  TEST_CASE("several folders: Junk is told apart, a missing one stops no other") {
    Mailbox box;
    box.imap.folders = {"Missing", "inbox", "Town/Spam", "Reçus"};
    box.server.folders["Town/Spam"].mails[4] = {Mailbox::letter(4), Mailbox::kDate, {}, 0};
    box.server.folders["Re&AOc-us"].mails[5] = {Mailbox::letter(5), Mailbox::kDate, {}, 0};
    box.fill(1);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(3));
    const auto taken = box.intake.committed();
    CHECK_FALSE(taken.at("INBOX/7/1").junk_folder);
    CHECK(taken.at("Town/Spam/7/4").junk_folder);
    CHECK_FALSE(taken.at("Reçus/7/5").junk_folder);
    REQUIRE(eventually([&] { return source->health().trouble.find("Missing: ") == 0; }));
    CHECK(source->health().last_success == Time{});
    // What waits in it has not vanished: nobody could look.
    CHECK(box.intake.caught_up_calls() == 0);
    box.server.with([](FakeImap& server) {
      server.folders["Missing"].mails[6] = {Mailbox::letter(6), Mailbox::kDate, {}, 0};
    });
    REQUIRE(box.eventually_committed(4));
    CHECK(eventually([&] { return box.intake.caught_up_calls() == 1; }));
  }

  TEST_CASE("a folder with special use Junk is junk under any name") {
    Mailbox box;
    box.server.capabilities += " SPECIAL-USE";
    box.imap.folders = {"Indésirables"};
    box.server.folders["Ind&AOk-sirables"].mails[1] = {Mailbox::letter(1), Mailbox::kDate, {}, 0};
    box.rule = [](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("LIST")) return std::nullopt;
      return FakeReply{"* LIST (\\HasNoChildren \\Junk) \"/\" \"Ind&AOk-sirables\"\r\n{tag} OK\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(box.intake.committed().begin()->second.junk_folder);
  }

  TEST_CASE("a new letter is taken at once: told by IDLE, or by NOOP where there is no IDLE") {
    for (const char* capabilities : {"IMAP4rev1 AUTH=PLAIN SASL-IR IDLE ESEARCH", "IMAP4rev1 AUTH=PLAIN SASL-IR"}) {
      CAPTURE(capabilities);
      Mailbox box;
      box.server.capabilities = capabilities;
      box.fill(2);
      auto source = box.source();
      Running running(*source);
      REQUIRE(box.eventually_committed(2));
      box.server.deliver("INBOX", 8, {Mailbox::letter(8), Mailbox::kDate, {}, 0});
      REQUIRE(box.eventually_committed(3));
      CHECK(box.octets(8) == Mailbox::letter(8));
      box.server.deliver("INBOX", 9, {Mailbox::letter(9), Mailbox::kDate, {}, 0});
      REQUIRE(box.eventually_committed(4));
      running.stop();
      // One small question, not the whole mailbox again.
      CHECK(box.server.count("UID FETCH 9:* (UID RFC822.SIZE INTERNALDATE)") >= 1);
      CHECK(box.server.count("UID FETCH 1") <= 2);
    }
  }

  TEST_CASE("a letter with a lower UID that shows up late is found at the next poll") {
    Mailbox box;
    box.imap.poll = std::chrono::seconds{0};
    box.pace.noop = milliseconds{1};
    box.server.deliver("INBOX", 9, {Mailbox::letter(9), Mailbox::kDate, {}, 0});
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    box.server.deliver("INBOX", 4, {Mailbox::letter(4), Mailbox::kDate, {}, 0});
    REQUIRE(box.eventually_committed(2));
    CHECK(box.octets(4) == Mailbox::letter(4));
  }

  TEST_CASE(
      "a new UIDVALIDITY makes every key new: old letters are offered again, new ones are not mistaken for them") {
    Mailbox box;
    box.imap.poll = std::chrono::seconds{0};
    box.fill(2);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    box.server.with([](FakeImap& server) {
      server.folders["INBOX"].uid_validity = 8;
      server.folders["INBOX"].mails[2].octets = "Subject: another under an old UID\r\n\r\n";
    });
    REQUIRE(box.eventually_committed(4));
    CHECK(box.intake.committed().at("INBOX/8/1").octets == Mailbox::letter(1));
    CHECK(box.intake.committed().at("INBOX/8/2").octets == "Subject: another under an old UID\r\n\r\n");
  }

  TEST_CASE("thousands of letters need few commands") {
    Mailbox box;
    box.imap.after = ImapSettings::After::flag;
    box.pace.batch = 1000;
    box.fill(2500);
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().caught_up; }));
    running.stop();
    CHECK(box.intake.committed().size() == 2500);
    CHECK(box.settled_too_soon == "");
    CHECK(box.server.count("UID FETCH") == 4);  // one to describe, three to fetch
    CHECK(box.server.count("UID STORE") == 3);
  }

  TEST_CASE("a stop is quick while the source idles, and while a letter is on its way") {
    Mailbox box;
    box.pace.drain = milliseconds{20};
    box.fill(1);
    box.intake.hold(true);
    auto source = box.source();
    const auto begin = std::chrono::steady_clock::now();
    {
      Running running(*source);
      REQUIRE(eventually([&] { return box.intake.offers(Mailbox::key(1)) == 1; }));
    }
    box.intake.hold(false);
    auto idling = box.source();
    {
      Running running(*idling);
      REQUIRE(eventually([&] { return box.server.count("IDLE") >= 1; }));
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{5});
    CHECK(eventually([&] { return box.server.count("LOGOUT") >= 1; }));
  }
}
