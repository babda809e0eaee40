// What must go out: claimed, sent, deferred, uncertain, failed; and how often a person may be written to.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST_SUITE_BEGIN("casebook outbox");

/// The state of the first row of the case: its acknowledgement.
std::string state_of(Desk& desk, const std::string& number) { return desk.show(number)["outbox"][0]["state"]; }

std::vector<OutboxRow> claim_acknowledgement(Desk& desk) {
  std::vector<OutboxRow> acknowledgement;
  std::vector<OutboxRow> others;
  for (OutboxRow& row : desk.claim()) {
    (row.kind == "acknowledgement" ? acknowledgement : others).push_back(std::move(row));
  }
  desk.settle(others, SendResult::Kind::sent);
  return acknowledgement;
}

TEST_CASE("a claimed row holds everything that is to be said") {
  Desk desk;
  Sketch sketch;
  sketch.references = {"<earlier@example.org>"};
  sketch.message_id = "<letter@example.org>";
  const std::string number = desk.take(sketch).number;
  const auto rows = desk.claim();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].kind == "acknowledgement");
  CHECK(rows[0].number == number);
  CHECK(rows[0].to == "ana@example.org");
  CHECK(rows[0].from == "ward2@town.example");
  CHECK(rows[0].template_name == "acknowledgement");
  CHECK(rows[0].languages == std::vector<std::string>{"en"});
  CHECK(rows[0].facts == R"({"en":{"gist":"a hole"}})");
  CHECK(rows[0].in_reply_to == std::vector<std::string>{"<letter@example.org>"});
  CHECK(rows[0].references == std::vector<std::string>{"<earlier@example.org>", "<letter@example.org>"});
  CHECK(desk.book->keys().verify_in(rows[0].message_id)->purpose == Purpose::acknowledgement);
  CHECK(rows[0].message_id.find(rows[0].id) != std::string::npos);
  CHECK(rows[0].attempts == 1);
  CHECK(rows[1].kind == "forward");
  CHECK(rows[1].office == "roads");
  CHECK(rows[1].role == "answers");
  CHECK(rows[1].reason_rule == "Roads");
  CHECK(rows[1].to == "roads@offices.example");
  CHECK(desk.book->keys().verify_in(rows[1].message_id)->purpose == Purpose::forward);
  CHECK(rows[2].role == "copy");
  CHECK(rows[2].written_to == "ward2@town.example");
  CHECK(rows[2].due == rows[1].due);
  CHECK_FALSE(desk.reader().inbound(rows[1].inbound)->inbound.octets.empty());
  CHECK(desk.claim().empty());
}

TEST_CASE("rows are handed out oldest first and no more than asked for") {
  Desk desk;
  desk.take(Sketch{});
  desk.clock.advance(minutes{1});
  desk.take(Sketch{});
  CHECK(desk.claim(2).size() == 2);
  const auto rest = desk.claim(100);
  REQUIRE(rest.size() == 4);
  CHECK(rest[0].number == "EX-2026-000001-5");
  CHECK(rest[1].number == "EX-2026-000002-8");
}

TEST_CASE("what was sent is settled in the same step that claims what is next") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const auto first = desk.claim(1);
  REQUIRE(first.size() == 1);
  const std::vector<CaseBook::Sent> sent{{first[0].id, {SendResult::Kind::sent, "250 ok"}, "Your letter", "text"}};
  const auto next = desk.book->settle_and_claim(sent, 1);
  REQUIRE(next.has_value());
  REQUIRE(next->size() == 1);
  CHECK(next->front().id != first[0].id);
  CHECK(state_of(desk, number) == "sent");
  CHECK(desk.reader().outbox_show(next->front().id, *desk.town, true)->at("state") == "sending");
  CHECK(desk.book->settle_and_claim({}, 100)->size() == 1);
}

TEST_CASE("what went out is kept with the case") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  const auto row = desk.reader().outbox_show(desk.show(number)["outbox"][0]["id"], *desk.town, true);
  CHECK((*row)["state"] == "sent");
  CHECK((*row)["subject"] == "Subject");
  CHECK((*row)["text"] == "Text");
  CHECK((*row)["last_reply"] == "250 ok");
  CHECK(desk.words(number) == "received decided acknowledged forwarded forwarded sent sent sent");
}

TEST_CASE("a refusal for now is tried again with doubling waits up to four hours, and given up after five days") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const Time start = desk.clock.now();
  std::vector<std::int64_t> waits;
  auto rows = claim_acknowledgement(desk);
  while (!rows.empty()) {
    desk.settle(rows, SendResult::Kind::deferred, "451 later");
    const auto next = desk.book->next_due();
    if (!next) break;
    waits.push_back(std::chrono::duration_cast<minutes>(*next - desk.clock.now()).count());
    CHECK(desk.claim().empty());
    desk.clock.advance(*next - desk.clock.now());
    rows = desk.claim();
    REQUIRE(rows.size() == 1);
  }
  REQUIRE(waits.size() > 10);
  CHECK(std::vector<std::int64_t>(waits.begin(), waits.begin() + 10) ==
        std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 240, 240});
  CHECK(desk.clock.now() - start >= hours{24 * 5});
  CHECK(desk.clock.now() - start < hours{24 * 5 + 4});
  CHECK(state_of(desk, number) == "failed");
  CHECK(desk.show(number)["undelivered"] == 1);
}

TEST_CASE("a refusal of our account is never given up, one that may be the recipient's is") {
  for (const bool one_recipient : {false, true}) {
    Desk desk;
    const std::string number = desk.take(Sketch{}).number;
    for (const auto& row : claim_acknowledgement(desk)) {
      desk.clock.advance(hours{24 * 5});
      const CaseBook::Sent sent{.id = row.id,
                                .result = {.kind = SendResult::Kind::account_refused,
                                           .reply = "450 4.7.1 later",
                                           .one_recipient = one_recipient},
                                .subject = {},
                                .text = {}};
      REQUIRE(desk.book->settle({&sent, 1}));
    }
    CHECK(state_of(desk, number) == (one_recipient ? "failed" : "deferred"));
  }
}

TEST_CASE("a final refusal is failed and visible, with the server's words") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.settle(claim_acknowledgement(desk), SendResult::Kind::failed, "550 5.1.1 no such user");
  const auto shown = desk.show(number);
  CHECK(shown["outbox"][0]["last_reply"] == "550 5.1.1 no such user");
  CHECK(shown["timeline"].back()["what"] == "failed");
  CHECK(shown["timeline"].back()["detail"] == "acknowledgement: 550 5.1.1 no such user");
  CHECK_FALSE(desk.book->next_due().has_value());
  CHECK(desk.reader().figures(desk.clock.now()).undelivered == 1);
}

TEST_CASE("an unknown outcome is repeated once after ten minutes with the same Message-ID, then waits for a person") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const auto first = claim_acknowledgement(desk);
  CHECK_FALSE(first[0].repeat);
  desk.settle(first, SendResult::Kind::uncertain, "");
  CHECK(state_of(desk, number) == "uncertain");
  desk.clock.advance(minutes{9});
  CHECK(desk.claim().empty());
  desk.clock.advance(minutes{1});
  const auto second = desk.claim();
  REQUIRE(second.size() == 1);
  CHECK(second[0].repeat);
  CHECK(second[0].message_id == first[0].message_id);
  desk.settle(second, SendResult::Kind::uncertain, "");
  desk.clock.advance(hours{1000});
  CHECK(desk.claim().empty());
  CHECK(desk.words(number).find("uncertain uncertain") != std::string::npos);
  REQUIRE(desk.book->outbox_resolve(first[0].id, true, "clerk"));
  CHECK(state_of(desk, number) == "sent");
}

TEST_CASE("a repeat that arrives is marked in the timeline") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.settle(claim_acknowledgement(desk), SendResult::Kind::uncertain, "");
  desk.clock.advance(minutes{10});
  desk.send_all();
  CHECK(desk.show(number)["timeline"].back()["detail"] == "acknowledgement, a repeat with the same Message-ID");
}

TEST_CASE("a row being sent when docket dies is uncertain after the restart") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  (void)claim_acknowledgement(desk);
  desk.crash();
  desk.open();
  CHECK(desk.book->was_unclean());
  CHECK(state_of(desk, number) == "uncertain");
  desk.clock.advance(minutes{10});
  const auto again = desk.claim();
  REQUIRE(again.size() == 1);
  CHECK(again[0].repeat);
}

TEST_CASE("a forward too large for the server is tried once more without attachments, an acknowledgement is not") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.settle(desk.claim(), SendResult::Kind::size_refused, "552 too large");
  CHECK(state_of(desk, number) == "failed");
  const auto again = desk.claim();
  REQUIRE(again.size() == 2);
  CHECK(again[0].without_attachments);
  desk.settle(again, SendResult::Kind::size_refused, "552 too large");
  CHECK(desk.claim().empty());
  CHECK(desk.show(number)["undelivered"] == 3);
}

TEST_CASE("a refusal of our account never fails a letter, however old") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const auto rows = claim_acknowledgement(desk);
  desk.clock.advance(hours{24 * 30});
  desk.settle(rows, SendResult::Kind::account_refused, "535 no");
  CHECK(state_of(desk, number) == "deferred");
}

TEST_CASE("rows given back are where they were, and no attempt is counted") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  std::vector<std::string> ids;
  for (const OutboxRow& row : desk.claim()) ids.push_back(row.id);
  REQUIRE(desk.book->give_back(ids, desk.clock.now() + minutes{5}));
  CHECK(state_of(desk, number) == "queued");
  CHECK(desk.claim().empty());
  desk.clock.advance(minutes{5});
  const auto again = desk.claim();
  REQUIRE(again.size() == 3);
  CHECK(again[0].attempts == 1);
  CHECK_FALSE(again[0].repeat);
}

TEST_CASE("the outcome of a row that nobody claimed changes nothing") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const auto rows = desk.claim();
  desk.settle(rows, SendResult::Kind::sent);
  desk.settle(rows, SendResult::Kind::failed);
  CHECK(state_of(desk, number) == "sent");
}

TEST_CASE("people may retry, resolve and discard, and the case says who did") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const std::string id = desk.show(number)["outbox"][0]["id"];
  CHECK(desk.book->outbox_resolve(id, true, "clerk").error().exit_code == 1);
  CHECK(desk.book->outbox_retry("o-none", "clerk").error().exit_code == 1);
  const auto rows = claim_acknowledgement(desk);
  CHECK(desk.book->outbox_retry(id, "clerk").error().exit_code == 75);
  desk.settle(rows, SendResult::Kind::failed, "550 no");
  REQUIRE(desk.book->outbox_retry(id, "clerk"));
  CHECK(desk.show(number)["undelivered"] == 0);
  CHECK(desk.claim().size() == 1);
  desk.crash();
  desk.open();
  REQUIRE(desk.book->outbox_resolve(id, false, "clerk"));
  CHECK(state_of(desk, number) == "queued");  // it did not arrive: it goes out again, and not as a repeat
  const auto again = desk.claim();
  REQUIRE(again.size() == 1);
  CHECK(!again[0].repeat);
  desk.settle(again, SendResult::Kind::sent);
  CHECK(state_of(desk, number) == "sent");
  CHECK(desk.book->outbox_discard(id, "too late", "clerk").error().exit_code == 1);
  desk.sql("UPDATE outbox SET state = 'failed' WHERE public = '" + id + "'");
  REQUIRE(desk.book->outbox_discard(id, "she telephoned", "clerk"));
  CHECK(state_of(desk, number) == "withheld");
  const auto last = desk.show(number)["timeline"].back();
  CHECK(last["who"] == "clerk");
  CHECK(last["detail"].get<std::string>().find("she telephoned") != std::string::npos);
}

TEST_CASE("one person is acknowledged five times an hour and twenty times a day, whatever stands after the plus") {
  Desk desk;
  std::string number;
  const auto write = [&](const std::string& from) {
    Sketch sketch;
    sketch.from = from;
    const Recorded recorded = desk.take(sketch);
    number = recorded.number;
    return recorded.acknowledgement;
  };
  for (int i = 0; i < 5; ++i) CHECK(write("ana+" + std::to_string(i) + "@example.org") == "ack en");
  CHECK(write("ANA@example.org") == "ack withheld: cap");
  CHECK(write("a.n.a+other@example.org") == "ack withheld: cap");
  CHECK(desk.words(number) == "received decided withheld forwarded forwarded");
  CHECK(write("ben@example.org") == "ack en");
  int acknowledged = 5;
  for (int hour = 1; hour < 24; ++hour) {
    desk.clock.advance(hours{1});
    for (int i = 0; i < 6; ++i) acknowledged += write("ana@example.org") == "ack en" ? 1 : 0;
  }
  CHECK(acknowledged == 20);
  desk.clock.advance(hours{1});
  CHECK(write("ana@example.org") == "ack en");
}

TEST_CASE("the counters of a person who never writes again are not kept for ever") {
  Desk desk;
  desk.take(Sketch{});
  desk.clock.advance(hours{24});
  Sketch other;
  other.from = "ben@example.org";
  desk.take(other);
  CHECK(desk.sql_text("SELECT count(*) FROM acknowledgement_counts") == "2");  // the person and the domain
}

TEST_CASE("no address of a counted person stands in the counters") {
  Desk desk;
  desk.take(Sketch{});
  CHECK(desk.sql_text("SELECT count(*) FROM acknowledgement_counts") == "2");
  CHECK(desk.sql_text("SELECT count(*) FROM acknowledgement_counts WHERE instr(person, 'ana') > 0 "
                      "OR instr(person, 'example') > 0") == "0");
  CHECK(desk.sql_text("SELECT count(*) FROM participants WHERE instr(person, 'ana') > 0") == "0");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
