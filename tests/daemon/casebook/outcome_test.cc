// What becomes of an inbound, one row a case: outcome, timeline and what goes out.
#include "config/digest.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook outcomes");

TEST_CASE("a letter opens a case with number, timeline, acknowledgement and forwards in one commit") {
  Desk desk;
  const Recorded recorded = desk.take(Sketch{});
  CHECK(recorded.outcome == "case");
  CHECK(recorded.number == "EX-2026-000001-5");
  CHECK(recorded.offices == std::vector<std::string>{"roads", "ward-2"});
  CHECK(recorded.acknowledgement == "ack en");
  CHECK(desk.words(recorded.number) == "received decided acknowledged forwarded forwarded");
  CHECK(desk.outgoing(recorded.number) ==
        "acknowledgement ana@example.org, forward roads answers, forward ward-2 copy");
  const auto shown = desk.show(recorded.number);
  CHECK(shown["status"] == "new");
  CHECK(shown["copies"] == nlohmann::json{"ward-2"});
  CHECK(shown["timeline"][0]["who"] == "resident");
  CHECK(shown["timeline"][1]["who"] == "daemon");
  CHECK(shown["timeline"][1]["detail"] == "roads (Roads)");
}

struct Row {
  std::string name;
  Sketch sketch;
  std::string outcome;
  std::string words;     ///< of the timeline; "" without a case
  std::string outgoing;  ///< of the outbox
};

Bounce bounce_of_another() {
  Bounce bounce;
  bounce.action = "failed";
  bounce.original_message_id = "<not-ours@elsewhere.example>";
  return bounce;
}

Bounce receipt() {
  Bounce bounce;
  bounce.kind = Bounce::Kind::receipt;
  return bounce;
}

std::vector<Row> rows() {
  std::vector<Row> list;
  const auto add = [&](const char* name, Sketch sketch, const char* outcome, const char* words, const char* outgoing) {
    list.push_back({name, std::move(sketch), outcome, words, outgoing});
  };
  Sketch review;
  review.office = "";
  add("a review waits for a clerk and is acknowledged", review, "case", "received decided acknowledged",
      "acknowledgement ana@example.org");
  Sketch machine;
  machine.withheld = Withheld::automatic;
  add("a machine's letter is forwarded but not answered", machine, "case",
      "received decided withheld forwarded forwarded", "forward roads answers, forward ward-2 copy");
  Sketch spam;
  spam.office = "";
  spam.withheld = Withheld::spam;
  add("spam is kept for review and nothing goes out", spam, "case", "received decided withheld", "");
  Sketch other_bounce;
  other_bounce.bounce = bounce_of_another();
  add("a bounce of somebody else's letter is a case without answer", other_bounce, "case",
      "received decided withheld forwarded forwarded", "forward roads answers, forward ward-2 copy");
  Sketch read_receipt;
  read_receipt.bounce = receipt();
  add("a read receipt is ignored", read_receipt, "ignored", "", "");
  Sketch newsletter;
  newsletter.ignored = "newsletter";
  add("a letter that a rule ignores is kept without a case", newsletter, "ignored", "", "");
  Sketch loop;
  loop.quarantine = "over 30 Received lines";
  add("a letter in quarantine has no case", loop, "quarantined", "", "");
  return list;
}

TEST_CASE("every kind of letter has its one outcome") {
  for (const Row& row : rows()) {
    CAPTURE(row.name);
    Desk desk;
    const Recorded recorded = desk.take(row.sketch);
    CHECK(recorded.outcome == row.outcome);
    CHECK(recorded.number.empty() == row.words.empty());
    if (recorded.number.empty()) {
      CHECK(desk.claim().empty());
      continue;
    }
    CHECK(desk.words(recorded.number) == row.words);
    CHECK(desk.outgoing(recorded.number) == row.outgoing);
  }
}

TEST_CASE("reasons are kept where a clerk looks for them") {
  Desk desk;
  Sketch ignored;
  ignored.ignored = "newsletter";
  CHECK(desk.take(ignored).reason == "newsletter");
  Sketch own;
  auto recording = desk.recording(own);
  recording.letter.own = true;
  CHECK(desk.take(recording).reason == "own");
  Sketch quarantined;
  quarantined.quarantine = "too large";
  desk.take(quarantined);
  const auto list = desk.reader().ignored_list();
  REQUIRE(list.size() == 2);
  CHECK(list[0]["reason"] == "own");
  CHECK(list[1]["reason"] == "newsletter");
  CHECK(desk.reader().quarantine_list()[0]["reason"] == "too large");
}

TEST_CASE("a restricted letter reaches only the assigned office") {
  Desk desk;
  auto recording = desk.recording(Sketch{});
  recording.decision.restricted = true;
  const Recorded recorded = desk.take(recording);
  CHECK(desk.outgoing(recorded.number) == "acknowledgement ana@example.org, forward roads answers");
  CHECK(desk.words(recorded.number) == "received decided restricted acknowledged forwarded");
}

TEST_CASE("the same delivery offered again is answered, not recorded again") {
  Desk desk;
  Sketch sketch;
  sketch.key = "INBOX/1/7";
  const Recorded first = desk.take(sketch);
  const Recorded again = desk.take(sketch);
  CHECK(again.repeat);
  CHECK(again.inbound == first.inbound);
  CHECK(again.number == first.number);
  CHECK(again.acknowledgement == first.acknowledgement);
  CHECK(desk.reader().case_list({}, *desk.town, false).size() == 1);
}

TEST_CASE("the same letter through two mailboxes is one case; the office it newly addresses is informed") {
  Desk desk;
  Sketch first;
  first.letter_key = "same";
  const Recorded recorded = desk.take(first);
  Sketch second = first;
  second.source = "wards";
  second.to = "ward3@town.example";
  const Recorded duplicate = desk.take(second);
  CHECK(duplicate.outcome == "duplicate");
  CHECK(duplicate.number == recorded.number);
  CHECK(duplicate.acknowledgement == "ack withheld: duplicate");
  CHECK(desk.show(recorded.number)["copies"] == nlohmann::json{"ward-2", "ward-3"});
  CHECK(desk.outgoing(recorded.number) ==
        "acknowledgement ana@example.org, forward roads answers, forward ward-2 copy, forward ward-3 copy");
  Sketch third = first;
  third.source = "again";
  CHECK(desk.take(third).outcome == "duplicate");
  CHECK(desk.show(recorded.number)["outbox"].size() == 4);
}

TEST_CASE("two letters in one commit are judged one after the other") {
  Desk desk;
  Sketch twin;
  twin.letter_key = "same";
  Sketch other = twin;
  other.source = "wards";
  Sketch different;
  const auto results = desk.take_all({desk.recording(twin), desk.recording(other), desk.recording(different)});
  REQUIRE(results.size() == 3);
  CHECK(results[0]->outcome == "case");
  CHECK(results[1]->outcome == "duplicate");
  CHECK(results[1]->number == results[0]->number);
  CHECK(results[2]->outcome == "case");
  CHECK(results[2]->number == "EX-2026-000002-8");
}

TEST_CASE("a copy that was ignored does not swallow one that is wanted") {
  Desk desk;
  Sketch junk;
  junk.letter_key = "same";
  junk.ignored = "spam folder";
  desk.take(junk);
  Sketch wanted;
  wanted.letter_key = "same";
  wanted.source = "wards";
  CHECK(desk.take(wanted).outcome == "case");
}

TEST_CASE("a letter in quarantine does not swallow another with the same key but other octets") {
  Desk desk;
  Sketch first;
  first.letter_key = "same";
  first.quarantine = "unreadable";
  first.octets = "one";
  desk.take(first);
  Sketch second = first;
  second.octets = "two";
  CHECK(desk.take(second).outcome == "quarantined");
  Sketch same = first;
  CHECK(desk.take(same).outcome == "duplicate");
}

TEST_CASE("a recording the book refuses is set aside alone; the others stand") {
  Desk desk;
  desk.sql(
      "CREATE TRIGGER refuse BEFORE INSERT ON letters WHEN new.subject = 'poison' "
      "BEGIN SELECT RAISE(ABORT, 'no'); END;");
  Sketch poison;
  poison.subject = "poison";
  const auto results = desk.take_all({desk.recording(Sketch{}), desk.recording(poison), desk.recording(Sketch{})});
  CHECK(results[0]->outcome == "case");
  CHECK(results[1]->outcome == "quarantined");
  CHECK(results[2]->outcome == "case");
  CHECK(results[2]->number == "EX-2026-000002-8");
  CHECK(desk.reader().audit_verify()["ok"] == true);
}

TEST_CASE("shadow mode judges and records everything and never sends, not even after going live") {
  Desk desk(Mode::shadow);
  const Recorded recorded = desk.take(Sketch{});
  CHECK(recorded.outcome == "case");
  CHECK(desk.claim().empty());
  CHECK_FALSE(desk.book->next_due().has_value());
  const auto shown = desk.show(recorded.number);
  for (const auto& row : shown["outbox"]) CHECK(row["state"] == "withheld");
  CHECK(desk.words(recorded.number) == "received decided withheld withheld withheld");
  desk.close();
  desk.options.mode = Mode::live;
  desk.clock.advance(std::chrono::hours{24});
  desk.open();
  CHECK(desk.claim().empty());
}

TEST_CASE("a letter from before the first start is a closed case and nothing goes out") {
  Desk desk;
  auto recording = desk.recording(Sketch{});
  recording.import_closed = true;
  const Recorded recorded = desk.take(recording);
  CHECK(recorded.acknowledgement == "ack withheld: old");
  CHECK(desk.show(recorded.number)["status"] == "closed");
  CHECK(desk.show(recorded.number)["due"].is_null());
  CHECK(desk.outgoing(recorded.number).empty());
  CHECK(desk.reader().case_search("maple", *desk.town, false).size() == 1);
}

TEST_CASE("a sender of a letter too large to take is told once, outside any case") {
  Desk desk;
  Sketch large;
  large.quarantine = "too large";
  auto recording = desk.recording(large);
  recording.inbound.oversize = 99'000'000;
  recording.acknowledgement.template_name = "too-large";
  desk.take(recording);
  const auto rows = desk.claim();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].kind == "notice");
  CHECK(rows[0].number.empty());
  CHECK(rows[0].to == "ana@example.org");
  CHECK(desk.reader().quarantine_list()[0]["size"] == 99'000'000);
  // Neither the same letter through another mailbox nor a retry tells it again.
  auto elsewhere = recording;
  elsewhere.inbound.source = "second";
  elsewhere.inbound.octets += "X-Mailbox: second\r\n";
  elsewhere.letter.sha256 = sha256_hex(elsewhere.inbound.octets);
  CHECK(desk.take(elsewhere).outcome == "quarantined");
  const std::string id = desk.reader().quarantine_list().back()["id"];
  auto kept = desk.book->quarantine_retry(id, "clerk");
  REQUIRE(kept);
  CHECK(desk.take(recording).outcome == "quarantined");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "1");
}

TEST_CASE("an alarmed office gets the letter at once, even while a clerk decides where it goes") {
  Desk desk;
  Sketch review;
  review.office = "";
  auto recording = desk.recording(review);
  recording.decision.alert = {"parks"};
  const Recorded recorded = desk.take(recording);
  CHECK(desk.outgoing(recorded.number) == "acknowledgement ana@example.org, forward parks review");
  CHECK(desk.words(recorded.number) == "received decided acknowledged alarm forwarded");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
