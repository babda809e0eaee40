// The IMAP source against servers that break or lie: no letter is lost or taken twice.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/connectors/imap/mailbox.h"

using namespace docket;
using std::chrono::milliseconds;

namespace {

bool fetches_letters(const std::string& command) {
  return command.starts_with("UID FETCH") && command.find("BODY.PEEK[]") != std::string::npos;
}

/// Letter 2 in the answer to a fetch is replaced by `text`; the others are as they should be.
FakeReply with_letter_2_as(const std::string& command, FakeImap& server, const std::string& text) {
  std::string out;
  const auto& mails = server.folders[server.selected].mails;
  const std::string set = command.substr(10, command.find(' ', 10) - 10);
  for (const auto uid : fake_uids(set, mails)) {
    out += uid == 2 ? text : FakeImap::fetch_line(uid, mails.at(uid), command);
  }
  return {out + "{tag} OK fetched\r\n"};
}

std::string literal_2(const std::string& announcement, const std::string& octets) {
  return "* 2 FETCH (UID 2 BODY[] " + announcement + "\r\n" + octets + ")\r\n";
}

struct Misbehaviour {
  const char* name;
  int times;  ///< then the server behaves; 0: it never does
  std::function<FakeReply(const std::string& command, FakeImap& server)> reply;
};

const std::string kSecond = Mailbox::letter(2);
const std::string kSize = "{" + std::to_string(kSecond.size()) + "}";

std::vector<Misbehaviour> transient() {
  const auto as = [](std::string text, bool close = false) {
    return [text = std::move(text), close](const std::string& command, FakeImap& server) {
      FakeReply reply = with_letter_2_as(command, server, text);
      if (close) reply = {text, true};
      return reply;
    };
  };
  const auto raw = [](std::string text, bool close = false) {
    return [text = std::move(text), close](const std::string&, FakeImap&) { return FakeReply{text, close}; };
  };
  const std::string whole = literal_2(kSize, kSecond);
  return {
      {"a literal cut short by the end of the connection", 2, as("* 2 FETCH (UID 2 BODY[] {500}\r\nSubj", true)},
      {"a literal that announces more than comes", 1, raw("* 2 FETCH (UID 2 BODY[] {5000}\r\nSubject\r\n")},
      {"a literal that announces less than comes", 2, as(literal_2("{3}", kSecond))},
      {"an empty literal", 2, as(literal_2("{0}", ""))},
      {"NIL instead of a letter", 2, as("* 2 FETCH (UID 2 BODY[] NIL)\r\n")},
      {"a quoted string for a letter", 1, as("* 2 FETCH (UID 2 BODY[] \"x\") junk\r\n")},
      {"the answer of another letter", 1, as("* 2 FETCH (UID 77 BODY[] " + kSize + "\r\n" + kSecond + ")\r\n")},
      {"no answer but OK", 2, raw("{tag} OK nothing\r\n")},
      {"BYE inside a literal", 1, as("* 2 FETCH (UID 2 BODY[] {500}\r\n* BYE\r\n", true)},
      {"BYE instead of an answer", 1, raw("* BYE going down\r\n", true)},
      {"NO after some letters", 2, raw(whole + "{tag} NO [SERVERBUG] cannot read\r\n")},
      {"BAD after some letters", 1, raw(whole + "{tag} BAD what?\r\n")},
      {"the end right after a letter", 1, raw(whole, true)},
      {"an answer to another command", 1, raw(whole + "A004 OK done\r\n")},
      {"a size that overflows", 1, as(literal_2("{99999999999999999999}", kSecond))},
      {"a negative size", 1, as(literal_2("{-5}", kSecond))},
      {"a size of four gibioctets", 1, as(literal_2("{4294967296}", kSecond))},
      {"a line without end", 1, raw("* 2 FETCH (" + std::string(1U << 20U, 'x'))},
      {"silence", 1, raw("")},
      {"something that is no IMAP", 1, raw("HTTP/1.1 200 OK\r\n\r\n")},
  };
}

}  // namespace

TEST_SUITE("imap trouble") {
  TEST_CASE("after any misbehaviour that ends, every letter is in the book once and byte for byte") {
    for (const Misbehaviour& one : transient()) {
      CAPTURE(one.name);
      Mailbox box;
      box.imap.after = ImapSettings::After::flag;
      box.fill(3);
      int left = one.times;
      box.rule = [&](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
        if (!fetches_letters(command) || left <= 0) return std::nullopt;
        --left;
        return one.reply(command, server);
      };
      auto source = box.source();
      Running running(*source);
      CHECK(eventually([&] { return source->health().last_success != Time{}; }));
      running.stop();
      CHECK(box.intake.ledger() == "3 committed, 0 passed, 0 vanished, 0 waiting");
      for (std::uint32_t uid = 1; uid <= 3; ++uid) {
        CHECK(box.octets(uid) == Mailbox::letter(uid));
        CHECK(box.intake.offers(Mailbox::key(uid)) == 1);
        CHECK(box.server.mails("INBOX").at(uid).flags.contains("$Docket"));
      }
      CHECK(box.settled_too_soon == "");
    }
  }

  TEST_CASE("odd but lawful answers cost nothing") {
    const std::string quoted = "Subject: \\\"two\\\" \\\\";
    for (const auto& [text, octets] : std::vector<std::pair<std::string, std::string>>{
             {literal_2("~" + kSize, kSecond), kSecond},
             {literal_2("{" + std::to_string(kSecond.size()) + "+}", kSecond), kSecond},
             {"* 2 FETCH (UID 2 BODY[] \"" + quoted + "\")\r\n", "Subject: \"two\" \\"},
             {"* 2 FETCH (FLAGS (\\Seen))\r\n* 9 EXISTS\r\n* 4 EXPUNGE\r\n* OK {3}\r\n" + literal_2(kSize, kSecond),
              kSecond},
             {"* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n" + literal_2(kSize, kSecond) + literal_2("{1}", "x"), kSecond},
             {"* 2 FETCH (BODY[] " + kSize + "\r\n" + kSecond + " UID 2 X-THING (a (\"b\" NIL)))\r\n", kSecond},
         }) {
      CAPTURE(text);
      Mailbox box;
      box.fill(3);
      box.rule = [&text = text](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
        if (!fetches_letters(command)) return std::nullopt;
        return with_letter_2_as(command, server, text);
      };
      auto source = box.source();
      Running running(*source);
      REQUIRE(box.eventually_committed(3));
      CHECK(box.octets(2) == octets);
      CHECK(box.server.connections() == 1);
    }
  }

  TEST_CASE("a letter that can never be had is quarantined, stays on the server, and stops no other") {
    struct Case {
      const char* name;
      std::string text;
      bool close;
      const char* reason;
    };
    for (const Case& one : std::vector<Case>{
             {"broken literal", literal_2("{3}", kSecond), false, "the server's answer for this letter is broken"},
             {"empty", literal_2("{0}", ""), false, "the server lists this letter but does not give it out"},
             {"no answer", "", false, "the server lists this letter but does not give it out"},
             {"refused", "{tag} NO cannot read it\r\n", false, "the server refuses to give this letter out"},
             {"breaks the connection", "* 2 FETCH (UID 2 BODY[] {500}\r\nSubj", true,
              "the connection breaks whenever this letter is fetched"},
         }) {
      CAPTURE(one.name);
      Mailbox box;
      box.imap.after = ImapSettings::After::flag;
      box.fill(3);
      box.rule = [&](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
        if (!fetches_letters(command)) return std::nullopt;
        const std::string set = command.substr(10, command.find(' ', 10) - 10);
        if (!fake_uids(set, server.folders["INBOX"].mails).contains(2)) return std::nullopt;
        if (one.close || one.text.starts_with("{tag}")) return FakeReply{one.text, one.close};
        return with_letter_2_as(command, server, one.text);
      };
      auto source = box.source();
      Running running(*source);
      CHECK(eventually([&] { return source->health().last_success != Time{}; }));
      running.stop();
      const auto taken = box.intake.committed();
      REQUIRE(taken.size() == 3);
      CHECK(taken.at(Mailbox::key(2)).unreadable == std::string(one.reason));
      CHECK(taken.at(Mailbox::key(2)).octets.empty());
      CHECK(box.octets(1) == Mailbox::letter(1));
      CHECK(box.octets(3) == Mailbox::letter(3));
      CHECK(box.server.mails("INBOX").at(2).flags.empty());
      CHECK(box.server.mails("INBOX").at(3).flags.contains("$Docket"));
      CHECK(box.intake.offers(Mailbox::key(3)) == 1);
    }
  }

  TEST_CASE("a letter expunged between the listing and the fetch has vanished, and is not asked for again") {
    Mailbox box;
    box.fill(3);
    box.rule = [](const std::string& command, FakeImap& server) -> std::optional<FakeReply> {
      if (fetches_letters(command)) server.folders["INBOX"].mails.erase(2);
      return std::nullopt;
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().last_success != Time{}; }));
    CHECK(box.intake.gone() == std::set<std::string>{Mailbox::key(2)});
    CHECK(box.intake.ledger() == "2 committed, 0 passed, 1 vanished, 0 waiting");
  }

  TEST_CASE("a server that lists nothing while letters exist is not believed") {
    Mailbox box;
    box.fill(2);
    int left = 2;
    box.rule = [&left](const std::string& command, FakeImap&) -> std::optional<FakeReply> {
      if (!command.starts_with("UID SEARCH") || left-- <= 0) return std::nullopt;
      return FakeReply{"* ESEARCH (TAG \"x\") UID\r\n{tag} OK\r\n"};
    };
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    CHECK(box.intake.gone().empty());
  }
}
