// Which letters join a case, which open their own, and what nobody can forge.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook threading");

struct Reply {
  std::string name;
  Sketch sketch;
  Authenticated authenticated = Authenticated::unknown;
  bool configured = false;
  std::string outcome;
};

Recorded take(Desk& desk, const Reply& reply) {
  auto recording = desk.recording(reply.sketch);
  recording.letter.authenticated = reply.authenticated;
  recording.letter.authentication_configured = reply.configured;
  return desk.take(recording);
}

TEST_CASE("who may join a case, and what it costs to pretend") {
  Desk probe;
  const std::string number = probe.take(Sketch{}).number;
  const std::string first_id = "<council.m1@example.org>";
  const auto reply = [&](std::string name, std::string from, std::string outcome) {
    Reply made{std::move(name), {}, Authenticated::unknown, false, std::move(outcome)};
    made.sketch.from = std::move(from);
    return made;
  };
  std::vector<Reply> rows;
  rows.push_back(reply("the resident answers a letter of the case", "ana@example.org", "addition"));
  rows.back().sketch.in_reply_to = {first_id};
  rows.push_back(reply("the resident writes the number in the subject", "ANA@EXAMPLE.ORG", "addition"));
  rows.back().sketch.subject = "about " + number;
  rows.push_back(reply("the resident writes the number in the text", "ana@example.org", "addition"));
  rows.back().sketch.text = "My number is ex 2026 000001 5.";
  rows.push_back(reply("references count too", "ana@example.org", "addition"));
  rows.back().sketch.references = {"<other@example.org>", first_id};
  rows.push_back(reply("a stranger with the number opens a linked case", "eve@evil.example", "case"));
  rows.back().sketch.subject = "about " + number;
  rows.push_back(reply("a stranger who answers the letter opens a linked case", "eve@evil.example", "case"));
  rows.back().sketch.in_reply_to = {first_id};
  rows.push_back(reply("the resident's name with a failed proof opens a linked case", "ana@example.org", "case"));
  rows.back().sketch.subject = "about " + number;
  rows.back().authenticated = Authenticated::fail;
  rows.back().configured = true;
  rows.push_back(reply("the resident with a passed proof joins", "ana@example.org", "addition"));
  rows.back().sketch.subject = "about " + number;
  rows.back().authenticated = Authenticated::pass;
  rows.back().configured = true;
  for (const Reply& row : rows) {
    CAPTURE(row.name);
    Desk desk;
    desk.take(Sketch{});
    const Recorded recorded = take(desk, row);
    CHECK(recorded.outcome == row.outcome);
    CHECK((recorded.number == number) == (row.outcome == "addition"));
    if (row.outcome == "addition") {
      CHECK(recorded.acknowledgement == (row.configured ? "ack en" : "ack withheld: unproven"));
    }
    if (row.outcome == "case") CHECK(desk.words(recorded.number).find("linked") != std::string::npos);
  }
}

TEST_CASE("our token in In-Reply-To joins, whoever carries it; who is not of the case gets answers only when proven") {
  for (const bool proven : {true, false}) {
    CAPTURE(proven);
    Desk desk;
    const std::string number = desk.take(Sketch{}).number;
    Reply reply{"", {}, proven ? Authenticated::pass : Authenticated::unknown, proven, ""};
    reply.sketch.from = "daughter@example.net";
    reply.sketch.in_reply_to = {desk.message_id(number, "acknowledgement")};
    const Recorded recorded = take(desk, reply);
    CHECK(recorded.outcome == "addition");
    CHECK(recorded.acknowledgement == (proven ? "ack en" : "ack withheld: unproven"));
    CHECK(desk.words(number) == std::string("received decided acknowledged forwarded forwarded received joined ") +
                                    (proven ? "acknowledged" : "withheld") + " forwarded forwarded");
    CHECK(desk.show(number)["letters"] == 2);
  }
}

TEST_CASE("our token in the plus part of an address joins") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.from = "daughter@example.net";
  reply.to = "ward2+" + desk.book->keys().token("2026-000001-5", Purpose::acknowledgement) + "@town.example";
  CHECK(desk.take(reply).number == number);
}

TEST_CASE("a foreign token, a changed one, and one of another purpose join nothing") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const Keys foreign = Keys::make();
  const std::string good = desk.message_id(number, "acknowledgement");
  std::string changed = good;
  changed[changed.find(".a.") + 3] = changed[changed.find(".a.") + 3] == 'x' ? 'y' : 'x';
  const std::vector<std::string> ids = {
      foreign.message_id("2026-000001-5", Purpose::acknowledgement, "o-x", "town.example"),
      changed,
      desk.book->keys().message_id("2026-000001-5", Purpose::status, "o-x", "town.example"),
      desk.book->keys().message_id("2026-000001-5", Purpose::settled, "o-x", "town.example"),
      desk.book->keys().message_id("2026-000001-5", Purpose::bounce, "o-x", "town.example"),
      desk.book->keys().message_id("2026-000099-1", Purpose::acknowledgement, "o-x", "town.example")};
  for (const std::string& id : ids) {
    CAPTURE(id);
    Sketch reply;
    reply.from = "eve@evil.example";
    reply.in_reply_to = {id};
    const Recorded recorded = desk.take(reply);
    CHECK(recorded.outcome == "case");
    CHECK(recorded.number != number);
  }
}

TEST_CASE("a participant nobody proved joins, is marked, and gets nothing") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.subject = "about " + number;
  auto recording = desk.recording(reply);
  recording.letter.return_path = "other@elsewhere.example";
  const Recorded recorded = desk.take(recording);
  CHECK(recorded.number == number);
  CHECK(recorded.acknowledgement == "ack withheld: unproven");
  const auto shown = desk.show(number);
  CHECK(shown["timeline"][6]["what"] == "joined");
  CHECK(shown["timeline"][6]["detail"] == "carries the number, unproven");
  CHECK(desk.outgoing(number).find("ana@example.org, forward roads addition") == std::string::npos);
}

TEST_CASE("the short acknowledgement goes out at most once a day and case") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  CHECK(desk.take(reply).acknowledgement == "ack en");
  desk.clock.advance(std::chrono::hours{1});
  CHECK(desk.take(reply).acknowledgement == "ack withheld: follow-up");
  desk.clock.advance(std::chrono::hours{24});
  CHECK(desk.take(reply).acknowledgement == "ack en");
}

TEST_CASE("an office's answer is its reply: no forward back, no acknowledgement, first response kept") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch answer;
  answer.from = "roads@offices.example";
  answer.in_reply_to = {desk.forward_id(number, "roads")};
  auto copied = desk.recording(answer);
  copied.letter.cc = {{"Ana", "ana@example.org"}};
  const Recorded recorded = desk.take(copied);
  CHECK(recorded.outcome == "addition");
  const auto shown = desk.show(number);
  CHECK(shown["timeline"][5]["what"] == "reply");
  CHECK(shown["timeline"][5]["who"] == "office:roads");
  CHECK(shown["timeline"][6]["what"] == "first_response");
  CHECK(shown["status"] == "open");
  CHECK(shown["due"].is_null());
  CHECK(desk.outgoing(number) ==
        "acknowledgement ana@example.org, forward roads answers, forward ward-2 copy, forward ward-2 addition");
  answer.from = "person@roads.offices.example";
  desk.take(answer);
  CHECK(desk.show(number)["timeline"][8]["who"] == "office:roads");
}

TEST_CASE("an office that writes to another address of ours brings that office in") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch answer;
  answer.from = "roads@offices.example";
  answer.to = "ward3@town.example";
  answer.in_reply_to = {desk.forward_id(number, "roads")};
  desk.take(answer);
  CHECK(desk.show(number)["copies"] == nlohmann::json({"ward-2", "ward-3"}));
  CHECK(desk.outgoing(number).find("forward ward-3 copy") != std::string::npos);
  // Its own address brings nothing back to it.
  answer.to = "info@town.example";
  answer.from = "ward-2@offices.example";
  answer.in_reply_to = {desk.forward_id(number, "ward-2")};
  const auto before = desk.outgoing(number);
  desk.take(answer);
  CHECK(desk.outgoing(number).substr(before.size()).find("ward-2") == std::string::npos);
}

TEST_CASE("where proofs are to be had, an office's unproven letter stops no clock") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Reply forged{"forged", {}, Authenticated::unknown, true, ""};
  forged.sketch.from = "roads@offices.example";
  forged.sketch.in_reply_to = {desk.forward_id(number, "ward-2")};
  CHECK(take(desk, forged).reason == "office:roads, our token, unproven");
  auto shown = desk.show(number);
  CHECK(shown["status"] == "new");
  CHECK(shown["timeline"].back()["what"] != "first_response");
  CHECK(shown["timeline"][5]["detail"].get<std::string>().find(", unproven") != std::string::npos);
  auto proven = desk.recording(forged.sketch);
  proven.letter.authenticated = Authenticated::pass;
  proven.letter.authentication_configured = true;
  proven.letter.to.push_back({"Ana", "ana@example.org"});
  desk.take(proven);
  shown = desk.show(number);
  CHECK(shown["status"] == "open");
  CHECK(desk.words(number).find("first_response") != std::string::npos);
}

TEST_CASE("rules that ignore decide only for new cases: a letter of a case is never ignored") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  reply.ignored = "newsletter";
  const Recorded joined = desk.take(reply);
  CHECK(joined.outcome == "addition");
  CHECK(joined.number == number);
  CHECK(joined.reason == "our token");
  CHECK(desk.outgoing(number).find("forward roads addition") != std::string::npos);
  reply.in_reply_to.clear();
  CHECK(desk.take(reply).outcome == "ignored");
}

TEST_CASE("an office's absence note is kept and passed on to nobody") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch note;
  note.from = "roads@offices.example";
  note.in_reply_to = {desk.forward_id(number, "roads")};
  note.withheld = Withheld::automatic;
  desk.take(note);
  CHECK(desk.show(number)["outbox"].size() == 3);
  CHECK(desk.words(number) == "received decided acknowledged forwarded forwarded reply");
}

TEST_CASE("two offices whose programs answer each other end after an hour's measure") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  for (int i = 0; i < 60; ++i) {
    Sketch answer;
    const std::string office = i % 2 == 0 ? "roads" : "ward-2";
    answer.from = office + "@offices.example";
    answer.in_reply_to = {desk.forward_id(number, office)};
    desk.take(answer);
  }
  CHECK(desk.show(number)["outbox"].size() == 3 + 20);
  CHECK(desk.words(number).find("alarm") != std::string::npos);
}

TEST_CASE("an office that a joining letter alarms gets it at once") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  auto recording = desk.recording(reply);
  recording.if_joined.alert = {"parks"};
  const auto before = desk.show(number)["outbox"].size();
  desk.take(recording);
  const auto shown = desk.show(number);
  CHECK(desk.words(number).find("alarm") != std::string::npos);
  CHECK(shown["outbox"].dump().find("parks@") != std::string::npos);
  CHECK(shown["outbox"].size() > before);
}

TEST_CASE("adding rules act on a letter that joins: labels, priority, copies, restriction") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  auto recording = desk.recording(reply);
  recording.if_joined.labels = {"danger"};
  recording.if_joined.priority = Priority::urgent;
  recording.if_joined.copies = {{"parks", "Trees", {}, ""}};
  desk.take(recording);
  auto shown = desk.show(number);
  CHECK(shown["labels"] == nlohmann::json{"danger", "streets"});
  CHECK(shown["priority"] == "urgent");
  CHECK(shown["copies"] == nlohmann::json{"parks", "ward-2"});
  CHECK(desk.outgoing(number).find("forward parks copy, forward ward-2 addition") != std::string::npos);
  auto restricting = desk.recording(reply);
  restricting.if_joined.restricted = true;
  const auto before = shown["outbox"].size();
  desk.take(restricting);
  shown = desk.show(number);
  CHECK(shown["outbox"].size() == before + 1);
  CHECK(shown["outbox"].back()["to"] == "roads@offices.example");
}

TEST_CASE("a reply to a closed case reopens it within the town's time, later it opens a linked one") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "done", "clerk", desk.now()));
  desk.clock.advance(std::chrono::hours{24 * 29});
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  CHECK(desk.take(reply).number == number);
  CHECK(desk.show(number)["status"] == "open");
  CHECK(desk.words(number).find("joined reopened") != std::string::npos);
  REQUIRE(desk.book->close(number, "done again", "clerk", desk.now()));
  desk.clock.advance(std::chrono::hours{24 * 31});
  const Recorded late = desk.take(reply);
  CHECK(late.outcome == "case");
  CHECK(late.number != number);
  CHECK(desk.show(number)["status"] == "closed");
  CHECK(desk.words(late.number) == "received decided linked acknowledged forwarded forwarded");
}

TEST_CASE("a time to reopen in business days is counted in the town's calendar") {
  for (const auto& [at, reopened] : {std::pair{"2026-11-27T17:00:00Z", true}, {"2026-11-29T17:00:00Z", false}}) {
    Desk desk;
    auto town = *desk.town;
    town.reopen = Span{2, Span::Unit::business_days};  // closed on a Wednesday: until Friday's closing
    desk.town = std::make_shared<const Town>(town);
    const std::string number = desk.take(Sketch{}).number;
    REQUIRE(desk.book->close(number, "", "clerk", desk.now()));
    desk.clock.set(at);
    Sketch reply;
    reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
    auto recording = desk.recording(reply);
    recording.letter.authenticated = Authenticated::pass;
    recording.letter.authentication_configured = true;
    CHECK((desk.take(recording).number == number) == reopened);
  }
}

TEST_CASE("machines and offices do not reopen a closed case") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "done", "clerk", desk.now()));
  Sketch machine;
  machine.in_reply_to = {desk.message_id(number, "acknowledgement")};
  machine.withheld = Withheld::automatic;
  CHECK(desk.take(machine).number == number);
  Sketch office;
  office.from = "roads@offices.example";
  office.in_reply_to = {desk.forward_id(number, "roads")};
  CHECK(desk.take(office).number == number);
  CHECK(desk.show(number)["status"] == "closed");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
