#include "daemon/outbox/dispatch.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>

#include "tests/daemon/outbox/fakes.h"

using namespace docket;
using docket::testing::FakeBook;
using docket::testing::FakeClock;
using docket::testing::FakeSink;
using docket::testing::Wires;
using std::chrono::seconds;
using Kind = SendResult::Kind;

namespace {

std::mutex log_mutex;
std::string log_text;

void keep_log(int /*priority*/, const std::string& line) {
  const std::lock_guard lock(log_mutex);
  log_text += line + "\n";
}

Prepared written(const OutboxRow& row) {
  return {.mail = {.mail_from = "ward2@town.example", .to = row.to, .octets = "Subject: x\r\n\r\n"},
          .subject = "subject of " + row.id,
          .text = "text of " + row.id};
}

struct Fixture {
  explicit Fixture(const MailLimits& limits = {})
      : dispatch(
            book, [this](const OutboxRow& row) { return prepare(row); }, limits, clock, keep_log) {
    const std::lock_guard lock(log_mutex);
    log_text.clear();
  }
  ~Fixture() { dispatch.stop(seconds(5)); }
  void start() {
    dispatch.start([this] { return std::make_unique<FakeSink>(wires); });
  }
  void after(seconds span) {
    clock.advance(span);
    dispatch.wake();
  }
  FakeClock clock;
  FakeBook book{clock};
  Wires wires;
  std::function<tl::expected<Prepared, std::string>(const OutboxRow&)> prepare = written;
  Dispatch dispatch;
};

MailLimits one_line() {
  MailLimits limits;
  limits.connections = 1;
  return limits;
}

}  // namespace

TEST_SUITE("outbox dispatch") {
  TEST_CASE("every row is sent once and settled with the subject and text that went out") {
    Fixture test;
    test.book.add(200);
    test.start();
    REQUIRE(test.book.wait_settled(200));
    test.dispatch.stop(seconds(5));
    CHECK(test.wires.letters.size() == 200);
    CHECK(test.book.twice.empty());
    std::set<std::string> ids;
    for (const auto& sent : test.book.settled) {
      ids.insert(sent.id);
      CHECK(sent.result.kind == Kind::sent);
      CHECK(sent.subject == "subject of " + sent.id);
      CHECK(sent.text == "text of " + sent.id);
    }
    CHECK(ids.size() == 200);
    CHECK(test.book.largest_claim <= Dispatch::kMostClaimed);
    CHECK(test.dispatch.health().trouble.empty());
  }

  TEST_CASE("a row added later goes out at once when told") {
    Fixture test;
    test.start();
    for (std::size_t i = 1; i <= 5; ++i) {
      test.book.add(1);
      test.dispatch.wake();
      REQUIRE(test.book.wait_settled(i));
    }
    test.dispatch.stop(seconds(5));
    CHECK(test.wires.letters.size() == 5);
  }

  TEST_CASE("a letter that comes alone is asked for by one line, not by all that are free") {
    Fixture test;
    test.start();
    for (std::size_t i = 1; i <= 100; ++i) {
      test.book.add(1);
      test.dispatch.wake();
      REQUIRE(test.book.wait_settled(i));
    }
    test.dispatch.stop(seconds(5));
    CHECK(test.book.most_claimers == 1);
  }

  TEST_CASE("rows that are expected are asked for before the book knows of any") {
    Fixture test;
    test.start();
    REQUIRE(test.book.wait([](const FakeBook& book) { return book.looks > 0; }));
    test.dispatch.expect();
    REQUIRE(test.book.wait([](const FakeBook& book) { return book.claims == 1; }));
    test.book.add(1);
    test.dispatch.wake();
    REQUIRE(test.book.wait_settled(1));
    test.dispatch.stop(seconds(5));
    CHECK(test.wires.letters.size() == 1);
  }

  TEST_CASE("a letter whose answer takes long holds up no other line") {
    MailLimits limits;
    limits.connections = 2;
    Fixture test(limits);
    test.wires.hold = true;
    test.book.add(1);
    test.start();
    REQUIRE(test.wires.wait_for_senders(1));
    test.book.add(1);
    test.dispatch.wake();
    REQUIRE(test.wires.wait_for_senders(2));
    test.wires.release();
    REQUIRE(test.book.wait_settled(2));
    CHECK(test.wires.by_sink.size() == 2);
  }

  TEST_CASE("outcomes reach the book as the server gave them; one poison row stops no other (E9)") {
    Fixture test(one_line());
    test.wires.answer = [](const OutgoingMail& mail) {
      static const std::map<std::string, Kind> kinds{{"perm@x.org", Kind::failed},
                                                     {"temp@x.org", Kind::deferred},
                                                     {"big@x.org", Kind::size_refused},
                                                     {"drop@x.org", Kind::uncertain}};
      const auto found = kinds.find(mail.to);
      return SendResult{.kind = found == kinds.end() ? Kind::sent : found->second, .reply = "r"};
    };
    for (const auto* to : {"perm@x.org", "temp@x.org", "big@x.org", "drop@x.org", "fine@x.org"}) test.book.add(1, to);
    test.start();
    REQUIRE(test.book.wait_settled(5));
    CHECK(test.book.outcomes() == "o-1 failed, o-2 deferred, o-3 size, o-4 uncertain, o-5 sent");
    CHECK(test.dispatch.health().trouble.empty());
  }

  TEST_CASE("an address that cannot be sent to fails, and no server hears of it (E5)") {
    Fixture test(one_line());
    test.book.add(1, "ana@example.org>\r\nRCPT TO:<x@y.org");
    test.start();
    REQUIRE(test.book.wait_settled(1));
    CHECK(test.book.outcomes() == "o-1 failed");
    CHECK(test.book.settled[0].result.reply == "not an address that mail can be sent to");
    CHECK(test.wires.letters.empty());
  }

  TEST_CASE("a letter that cannot be written waits with its reason, the others go") {
    Fixture test(one_line());
    test.prepare = [](const OutboxRow& row) -> tl::expected<Prepared, std::string> {
      if (row.id == "o-1") return tl::make_unexpected("template gone");
      if (row.id == "o-2") throw std::runtime_error("boom");
      return written(row);
    };
    test.book.add(2);
    test.start();
    REQUIRE(test.book.wait_settled(2));
    CHECK(test.book.outcomes() == "o-1 deferred, o-2 deferred");
    CHECK(test.book.settled[0].result.reply == "template gone");
    CHECK(test.book.settled[1].result.reply == "could not be prepared: boom");
    CHECK(test.dispatch.health().trouble == "letter o-2 waits: could not be prepared: boom");
    test.book.add(1);
    test.dispatch.wake();
    REQUIRE(test.book.wait_settled(3));
    CHECK(test.dispatch.health().trouble.empty());
  }

  TEST_CASE("a refusal of our account pauses everything, shows why, and one letter tries again after a minute") {
    Fixture test;
    std::atomic<bool> refused = true;
    test.wires.answer = [&](const OutgoingMail&) {
      return refused ? SendResult{.kind = Kind::account_refused, .reply = "550 5.7.60 not as ward2@town.example"}
                     : SendResult{.kind = Kind::sent, .reply = "250 ok"};
    };
    test.book.add(1);
    test.start();
    REQUIRE(test.book.wait_settled(1));
    test.book.add(20);
    test.dispatch.wake();
    CHECK(test.dispatch.health().paused);
    CHECK(test.dispatch.health().trouble == "the mail server refuses our account, sending pauses: 550 5.7.60 not as …");
    test.after(seconds(61));
    REQUIRE(test.book.wait_settled(2));
    CHECK(test.wires.letters.size() == 2);  // one probe, not a batch on every line
    test.after(seconds(61));                // the second pause is two minutes
    CHECK(test.book.waiting() == 19);
    refused = false;
    test.after(seconds(61));
    REQUIRE(test.book.wait_settled(21));
    CHECK_FALSE(test.dispatch.health().paused);
    CHECK(test.dispatch.health().trouble.empty());
    CHECK(test.book.twice.empty());
  }

  TEST_CASE("a greylisted recipient holds up the others for five seconds, and the status tells") {
    Fixture test;
    test.wires.answer = [](const OutgoingMail& mail) {
      return mail.to == "slow@grey.example"
                 ? SendResult{.kind = Kind::account_refused, .reply = "450 4.7.1 greylisted", .one_recipient = true}
                 : SendResult{.kind = Kind::sent, .reply = "250 ok"};
    };
    test.book.add(1, "slow@grey.example");
    test.start();
    REQUIRE(test.book.wait_settled(1));
    test.book.add(20);
    test.dispatch.wake();
    CHECK(test.dispatch.health().paused);
    CHECK_FALSE(test.dispatch.health().refused);
    CHECK(test.dispatch.health().trouble ==
          "the mail server takes nothing for grey.example just now: 450 4.7.1 greylisted");
    test.after(seconds(6));
    REQUIRE(test.book.wait_settled(21));
    CHECK_FALSE(test.dispatch.health().paused);
  }

  TEST_CASE("a server that is away costs one row an attempt, not all of them") {
    Fixture test(one_line());
    std::atomic<bool> away = true;
    test.wires.answer = [&](const OutgoingMail&) {
      return away ? SendResult{.kind = Kind::deferred, .reply = "connection refused", .unreachable = true}
                  : SendResult{.kind = Kind::sent, .reply = "250 ok"};
    };
    test.book.add(50);
    test.start();
    REQUIRE(test.book.wait([](const FakeBook& book) { return book.settled.size() == 1 && book.given_back == 3; }));
    CHECK(test.dispatch.health().trouble == "the mail server cannot be reached: connection refused");
    CHECK_FALSE(test.dispatch.health().paused);
    away = false;
    test.after(seconds(6));
    REQUIRE(test.book.wait_settled(50));
    CHECK(test.wires.letters.size() == 50);
    CHECK(test.dispatch.health().trouble.empty());
  }

  TEST_CASE("limits slow down, show as trouble, and withhold nothing") {
    auto limits = one_line();
    limits.per_minute = 10;
    Fixture test(limits);
    test.book.add(25);
    test.start();
    REQUIRE(test.book.wait_settled(10));
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (test.dispatch.health().trouble.empty() && std::chrono::steady_clock::now() < limit)
      std::this_thread::yield();
    CHECK(test.dispatch.health().trouble == "sending is slowed by limits.per_minute");
    CHECK(test.book.settled.size() == 10);
    test.after(seconds(62));
    REQUIRE(test.book.wait_settled(20));
    test.after(seconds(62));
    REQUIRE(test.book.wait_settled(25));
    CHECK(test.book.waiting() == 0);
  }

  TEST_CASE("while more wait, what was sent is settled with the next claim; the last is settled at once") {
    Fixture test(one_line());
    test.book.add(100);
    test.start();
    REQUIRE(test.book.wait_settled(100));
    test.dispatch.stop(seconds(30));
    CHECK(test.book.settled_with_claim > 0);
    CHECK(test.book.sending() == 0);
    CHECK(test.book.twice.empty());
  }

  TEST_CASE("what was sent is settled once, also where the book first refuses it together with the next claim") {
    Fixture test(one_line());
    test.book.add(30);
    test.book.settle_fails = 1;
    test.start();
    REQUIRE(test.book.wait_settled(30));
    test.dispatch.stop(seconds(30));
    CHECK(test.wires.letters.size() == 30);
    CHECK(test.book.twice.empty());
  }

  TEST_CASE("the book's trouble loses no outcome and sends nothing twice") {
    Fixture test(one_line());
    test.book.add(3);
    test.book.claim_fails = 1;
    test.book.settle_fails = 1;
    test.start();
    REQUIRE(test.book.wait_settled(3));
    CHECK(test.wires.letters.size() == 3);
    CHECK(test.book.sending() == 0);
    test.dispatch.stop(seconds(30));  // the last outcome is in the book a moment before the line says so
    CHECK(test.dispatch.health().trouble.empty());
  }

  TEST_CASE("a stop lets the letter on the wire finish and gives the rest back") {
    Fixture test(one_line());
    test.wires.hold = true;
    test.book.add(10);
    test.start();
    REQUIRE(test.wires.wait_for_senders(1));
    std::thread stopper([&] { test.dispatch.stop(seconds(30)); });
    while (!test.dispatch.stopping()) std::this_thread::yield();
    test.wires.release();
    stopper.join();
    CHECK(test.book.outcomes() == "o-1 sent");
    CHECK(test.book.waiting() == 9);
    CHECK(test.book.sending() == 0);
    CHECK(test.wires.closed == 1);
  }

  TEST_CASE("a stop that must not wait calls the unanswered letter uncertain") {
    Fixture test(one_line());
    test.wires.hold = true;
    test.book.add(2);
    test.start();
    REQUIRE(test.wires.wait_for_senders(1));
    test.dispatch.stop(seconds(0));
    CHECK(test.book.outcomes() == "o-1 uncertain");
    CHECK(test.book.waiting() == 1);
    CHECK(test.book.sending() == 0);
  }

  TEST_CASE("a connection that nobody needs is closed") {
    Fixture test(one_line());
    test.book.add(1);
    test.start();
    REQUIRE(test.book.wait_settled(1));
    test.after(seconds(31));
    std::unique_lock lock(test.wires.mutex);
    CHECK(test.wires.changed.wait_for(lock, seconds(10), [&] { return test.wires.closed == 1; }));
  }

  TEST_CASE("the log names letters and outcomes, never an address or a text") {
    Fixture test(one_line());
    test.wires.answer = [](const OutgoingMail&) {
      return SendResult{.kind = Kind::failed, .reply = "550 5.1.1 <ana@example.org> unknown"};
    };
    test.book.add(1);
    test.start();
    REQUIRE(test.book.wait_settled(1));
    const std::lock_guard lock(log_mutex);
    CHECK(log_text ==
          "letter o-1 acknowledgement : failed letter=o-1 kind=acknowledgement reply=\"550 5.1.1 … unknown\" "
          "event=letter-failed\n");
  }
}
