// The IMAP source on a real server: plain, STARTTLS and imaps, and everything a mailbox goes through.
#include <doctest/doctest.h>

#include <cstdlib>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/source.h"
#include "tests/connectors/fake_intake.h"
#include "tests/dovecot.h"

using namespace docket;

namespace {

/// One server for all cases of this file; every case has a user of its own.
Dovecot& server() {
  static Dovecot dovecot;
  return dovecot;
}

struct Account {
  explicit Account(const std::string& user) {
    forget_log_lines();
    ::setenv("DOCKET_TEST_SECRET", "secret", 1);
    settings.name = user;
    imap.server = {"imap", "127.0.0.1", server().imap_port(), true, {}};
    imap.login.user = user;
    imap.login.password = {Secret::Kind::env, "DOCKET_TEST_SECRET"};
  }
  std::unique_ptr<Source> source(Mode mode = Mode::live) {
    settings.way = imap;
    return make_source(settings, mode, intake, clock, keep_log_line, tokens);
  }
  [[nodiscard]] bool eventually_committed(std::size_t count) const {
    return eventually([&] { return intake.committed().size() >= count; });
  }
  void deliver(const std::string& octets, const std::string& folder = "INBOX", const std::string& flags = {}) const {
    server().deliver(settings.name, octets, folder, {}, flags);
  }
  [[nodiscard]] std::set<std::string> flags(std::uint32_t uid) const { return server().flags(settings.name).at(uid); }

  SystemClock clock;
  oauth2::Tokens tokens{{}, {}, clock, keep_log_line};
  FakeIntake intake;
  SourceSettings settings;
  ImapSettings imap;
};

std::string octets_of(int number) {
  std::string text = "Subject: letter " + std::to_string(number) + "\r\n\r\n";
  for (int line = 0; line < number * 50; ++line) text += "Line " + std::to_string(line) + " \xe9\xff A004 OK {3}\r\n";
  return text;
}

/// What the source said of itself after it had seen everything.
SourceHealth look_once(Account& account, Mode mode = Mode::live) {
  auto source = account.source(mode);
  Running running(*source);
  CHECK(eventually([&] { return source->health().caught_up; }));
  CHECK(source->health().trouble == "");
  return source->health();
}

}  // namespace

TEST_SUITE("imap with dovecot") {
  TEST_CASE("plain, STARTTLS and imaps give the same letters, byte for byte") {
    struct Case {
      const char* user;
      const char* scheme;
      bool tls_none;
      const char* host;
    };
    for (const Case& one : std::vector<Case>{{"plain", "imap", true, "127.0.0.1"},
                                             {"starttls", "imap", false, "127.0.0.1"},
                                             {"imaps", "imaps", false, "localhost"}}) {
      CAPTURE(one.user);
      Account account(one.user);
      const bool implicit = std::string(one.scheme) == "imaps";
      account.imap.server = {one.scheme, one.host, implicit ? server().imaps_port() : server().imap_port(),
                             one.tls_none, one.tls_none ? "" : server().certificate()};
      for (int i = 1; i <= 5; ++i) account.deliver(octets_of(i * 20), "INBOX", i % 2 == 0 ? "\\Seen" : "");
      const auto health = look_once(account);
      CHECK(health.certificate_ends.has_value() == !one.tls_none);
      const auto committed = account.intake.committed();
      REQUIRE(committed.size() == 5);
      std::set<std::string> expected;
      std::set<std::string> actual;
      for (int i = 1; i <= 5; ++i) expected.insert(sha256_hex(octets_of(i * 20)));
      for (const auto& [key, inbound] : committed) actual.insert(sha256_hex(inbound.octets));
      CHECK(actual == expected);
      CHECK(account.flags(1).empty());
      CHECK(account.flags(2) == std::set<std::string>{"\\Seen"});
    }
  }

  TEST_CASE("a certificate of another authority, or for another host, is refused before any password goes out") {
    struct Case {
      const char* scheme;
      const char* host;
      std::filesystem::path authority;
    };
    for (const Case& one : std::vector<Case>{{"imaps", "localhost", server().other_certificate()},
                                             {"imap", "localhost", server().other_certificate()},
                                             {"imaps", "localhost", {}},
                                             {"imaps", "mail.localhost", server().certificate()}}) {
      CAPTURE(one.scheme);
      CAPTURE(one.host);
      Account account("refused");
      const bool implicit = std::string(one.scheme) == "imaps";
      account.imap.server = {one.scheme, one.host, implicit ? server().imaps_port() : server().imap_port(), false,
                             one.authority};
      auto source = account.source();
      Running running(*source);
      CHECK(
          eventually([&] { return source->health().trouble.find("certificate is not trusted") != std::string::npos; }));
      CHECK(server().log().find("user=<refused>") == std::string::npos);
    }
  }

  TEST_CASE("a wrong password is told in words") {
    Account account("wrong");
    ::setenv("DOCKET_TEST_WRONG", "not-the-secret", 1);
    account.imap.login.password = {Secret::Kind::env, "DOCKET_TEST_WRONG"};
    auto source = account.source();
    Running running(*source);
    REQUIRE(eventually([&] { return !source->health().trouble.empty(); }));
    CHECK(source->health().trouble.find("login refused") != std::string::npos);
    CHECK(source->health().trouble.find("not-the-secret") == std::string::npos);
  }

  TEST_CASE("`flag` sets $Docket, and \\Seen where asked for, and nothing else") {
    for (const bool seen : {false, true}) {
      Account account(seen ? "flagseen" : "flag");
      account.imap.after = ImapSettings::After::flag;
      account.imap.seen = seen;
      account.deliver(octets_of(1));
      account.deliver(octets_of(2), "INBOX", "\\Flagged");
      look_once(account);
      std::set<std::string> expected{"$Docket"};
      if (seen) expected.insert("\\Seen");
      CHECK(account.flags(1) == expected);
      expected.insert("\\Flagged");
      CHECK(account.flags(2) == expected);
      look_once(account);
      CHECK(account.intake.offers(account.intake.committed().begin()->first) == 1);
    }
  }

  TEST_CASE("`move` empties the folder into the other one") {
    Account account("move");
    account.imap.after = ImapSettings::After::move;
    account.imap.move_to = "Reçus";
    server().make_folder("move", "Re&AOc-us");
    for (int i = 1; i <= 30; ++i) account.deliver(octets_of(1));
    look_once(account);
    CHECK(account.intake.committed().size() == 30);
    CHECK(server().flags("move").empty());
    CHECK(server().flags("move", "Re&AOc-us").size() == 30);
  }

  TEST_CASE("a letter that comes while the source idles is taken within seconds") {
    Account account("idle");
    auto source = account.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().caught_up; }));
    account.deliver(octets_of(1));
    REQUIRE(account.eventually_committed(1));
    account.deliver(octets_of(2));
    REQUIRE(account.eventually_committed(2));
    CHECK(source->health().trouble == "");
  }

  TEST_CASE("several folders; Junk is known by its special use") {
    Account account("folders");
    account.imap.folders = {"INBOX", "Indesirables", "Quartier & rues"};
    account.deliver(octets_of(1));
    account.deliver(octets_of(2), "Indesirables");
    account.deliver(octets_of(3), "Quartier &- rues");
    look_once(account);
    const auto committed = account.intake.committed();
    REQUIRE(committed.size() == 3);
    for (const auto& [key, inbound] : committed) CHECK(inbound.junk_folder == key.starts_with("Indesirables/"));
  }

  TEST_CASE("a new UIDVALIDITY is noticed and every letter offered under its new key") {
    Account account("validity");
    account.deliver(octets_of(1));
    account.deliver(octets_of(2));
    look_once(account);
    server().set_uid_validity("validity", 4711);
    account.deliver(octets_of(3));
    look_once(account);
    const auto committed = account.intake.committed();
    CHECK(committed.size() == 5);
    CHECK(committed.contains("INBOX/4711/1"));
    CHECK(committed.contains("INBOX/4711/3"));
  }

  TEST_CASE("letters from before the start are passed over by the server's own date") {
    Account account("since");
    account.intake.start = account.clock.now();
    server().deliver("since", octets_of(1), "INBOX", "01-Jan-2020 10:00:00 +0100");
    account.deliver(octets_of(2));
    look_once(account);
    CHECK(account.intake.ledger() == "1 committed, 1 passed, 0 vanished, 0 waiting");
  }

  TEST_CASE("shadow leaves every flag as it was") {
    Account account("shadow");
    account.imap.after = ImapSettings::After::flag;
    account.imap.seen = true;
    account.deliver(octets_of(1));
    account.deliver(octets_of(2), "INBOX", "\\Answered");
    const auto before = server().flags("shadow");
    look_once(account, Mode::shadow);
    CHECK(account.intake.committed().size() == 2);
    CHECK(server().flags("shadow") == before);
  }

  TEST_CASE("a letter over max_size comes as its header") {
    Account account("large");
    account.settings.max_size = 10'000;
    account.deliver(octets_of(100));
    account.deliver(octets_of(1));
    look_once(account);
    const auto committed = account.intake.committed();
    REQUIRE(committed.size() == 2);
    const Inbound& large = committed.begin()->second;
    CHECK(large.octets == "Subject: letter 100\r\n\r\n");
    CHECK(large.oversize == octets_of(100).size());
  }
}
