// Cases that become one, and letters that become cases of their own.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook merging");

Sketch of(const std::string& from, const std::string& office = "roads") {
  Sketch sketch;
  sketch.from = from;
  sketch.office = office;
  return sketch;
}

Sketch answering(const std::string& message_id) {
  Sketch reply;
  reply.in_reply_to = {message_id};
  return reply;
}

TEST_CASE("a merged case goes on in the other: its number, its letters and its people lead there") {
  Desk desk;
  const std::string from = desk.take(Sketch{}).number;
  const std::string into = desk.take(of("ana@example.org", "parks")).number;
  const std::string ours = desk.message_id(from, "acknowledgement");
  REQUIRE(desk.book->merge(from, into, "the same hole", "clerk", desk.now(), false));
  const auto shown = desk.show(from);
  CHECK(shown["number"] == into);
  CHECK(shown["status"] == "new");
  CHECK(shown["merged"] == nlohmann::json{from});
  CHECK(shown["letters"] == 2);
  CHECK(shown["came"].size() == 2);
  CHECK(shown["timeline"].back()["detail"] == from + ": the same hole");
  CHECK(shown["timeline"].front()["case"] == from);
  CHECK_FALSE(shown["timeline"].back().contains("case"));
  const auto list = desk.reader().case_list({}, *desk.town, true);
  REQUIRE(list.size() == 2);
  CHECK(list[1]["number"] == from);
  CHECK(list[1]["status"] == "closed");
  CHECK(list[1]["merged_into"] == into);
  CHECK_FALSE(list[0].contains("merged_into"));
  CHECK(desk.take(answering(ours)).number == into);
  Sketch numbered;
  numbered.subject = "Re: " + from;
  CHECK(desk.take(numbered).number == into);
  CHECK(desk.book->note(from, "by its old number", "clerk").has_value());
  CHECK(desk.show(into)["timeline"].back()["detail"] == "by its old number");
}

TEST_CASE("merging tells nobody that a case was closed, and gives the letters to the office that goes on") {
  Desk desk;
  const std::string from = desk.take(Sketch{}).number;
  const std::string into = desk.take(of("ana@example.org", "parks")).number;
  REQUIRE(desk.book->merge(from, into, "", "clerk", desk.now(), false));
  const std::string letters = desk.outgoing(into);
  CHECK(letters.find("update") == std::string::npos);
  CHECK(letters.ends_with("forward parks addition"));
  CHECK(desk.dump("closings").empty());
  // The office that had it goes on hearing of it.
  CHECK(desk.show(into)["copies"].dump() == R"(["roads","ward-2"])");
}

TEST_CASE("cases of two people are merged only when that is meant, and both hear what becomes of it") {
  Desk desk;
  const std::string from = desk.take(Sketch{}).number;
  const std::string into = desk.take(of("bob@example.org")).number;
  const auto refused = desk.book->merge(from, into, "", "clerk", desk.now(), false);
  CHECK(refused.error().exit_code == 1);
  CHECK(refused.error().text.find("--other-person") != std::string::npos);
  CHECK(desk.show(from)["number"] == from);
  REQUIRE(desk.book->merge(from, into, "", "clerk", desk.now(), true));
  REQUIRE(desk.book->close(into, "", "clerk", desk.now()));
  CHECK(
      desk.sql_text("SELECT t.recipient, c.number FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id JOIN cases c "
                    "ON c.id = o.case_id WHERE o.kind = 'update' ORDER BY o.id") ==
      "bob@example.org|" + into + "|ana@example.org|" + from);
}

TEST_CASE("what cannot be merged is refused and stays as it is") {
  Desk desk;
  const std::string one = desk.take(Sketch{}).number;
  const std::string other = desk.take(Sketch{}).number;
  const std::string third = desk.take(Sketch{}).number;
  Sketch to_mayor = of("ana@example.org", "mayor");
  to_mayor.to = "mayor@town.example";
  const std::string members = desk.take(to_mayor).number;
  const auto code = [&](const std::string& from, const std::string& into) {
    return desk.book->merge(from, into, "", "clerk", desk.now(), false).error().exit_code;
  };
  CHECK(code(one, one) == 2);
  CHECK(code(one, "EX-2026-000099-1") == 1);
  CHECK(code(one, members) == 1);
  CHECK(code(members, one) == 1);
  REQUIRE(desk.book->merge(one, other, "", "clerk", desk.now(), false));
  CHECK(code(one, third) == 1);
  CHECK(code(other, one) == 2);  // that leads to itself
  REQUIRE(desk.book->close(third, "", "clerk", desk.now()));
  CHECK(code(other, third) == 1);
}

TEST_CASE("numbers lead on in one step, however often cases are merged") {
  Desk desk;
  const std::string one = desk.take(Sketch{}).number;
  const std::string other = desk.take(Sketch{}).number;
  const std::string third = desk.take(Sketch{}).number;
  REQUIRE(desk.book->merge(one, other, "", "clerk", desk.now(), false));
  REQUIRE(desk.book->merge(other, third, "", "clerk", desk.now(), false));
  CHECK(desk.show(one)["number"] == third);
  CHECK(desk.show(third)["merged"] == nlohmann::json({one, other}));
  CHECK(desk.show(third)["letters"] == 3);
}

TEST_CASE("what restricts one restricts both, and no copy comes of it") {
  Desk desk;
  Recording secret = desk.recording(Sketch{});
  secret.decision.restricted = true;
  const std::string from = desk.take(secret).number;
  const std::string into = desk.take(of("ana@example.org", "parks")).number;
  REQUIRE(desk.book->merge(from, into, "", "clerk", desk.now(), false));
  CHECK(desk.sql_text("SELECT restricted FROM cases WHERE number = '" + into + "'") == "1");
  CHECK(desk.show(into)["copies"].dump() == R"(["ward-2"])");
}

/// What the daemon does with a letter that was handed back.
Recording apart(Desk& desk, const KeptInbound& kept, const Sketch& sketch) {
  Recording recording = desk.recording(sketch);
  recording.inbound = kept.inbound;
  return recording;
}

TEST_CASE("a letter that is split off opens a case of its own, linked and acknowledged under its number") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch other = answering(desk.message_id(number, "acknowledgement"));
  other.subject = "And the library?";
  other.message_id = "<library@example.org>";
  other.key = "second";
  const std::string inbound = desk.take(other).inbound;
  const auto kept = desk.book->split(number, inbound, "another matter", "clerk");
  REQUIRE(kept.has_value());
  CHECK(kept->inbound.apart);
  CHECK(desk.show(number)["letters"] == 2);  // it leaves only when it is recorded
  const Recorded recorded = desk.take(apart(desk, *kept, other));
  CHECK(recorded.outcome == "case");
  CHECK(recorded.inbound == inbound);
  CHECK(recorded.number != number);
  CHECK(recorded.acknowledgement == "ack en");
  CHECK(desk.show(number)["letters"] == 1);
  const auto fresh = desk.show(recorded.number);
  CHECK(fresh["letters"] == 1);
  CHECK(fresh["subject"] == "And the library?");
  CHECK(fresh["linked"] == nlohmann::json{number});
  CHECK(desk.words(recorded.number).find("split") != std::string::npos);
  CHECK(desk.words(number).find("split linked") != std::string::npos);
  CHECK(desk.outgoing(recorded.number).find("forward roads answers") != std::string::npos);
  // Whoever answers it answers the new case.
  CHECK(desk.take(answering("<library@example.org>")).number == recorded.number);
  CHECK(desk.reader().case_search("library", *desk.town, true)[0]["number"] == recorded.number);
  CHECK(desk.reader().audit_verify()["ok"] == true);
}

TEST_CASE("only a letter that a resident added can be split off") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const std::string opening = desk.show(number)["came"][0]["inbound"];
  Sketch office = answering(desk.message_id(number, "acknowledgement"));
  office.from = "roads@offices.example";
  const std::string reply = desk.take(office).inbound;
  const std::string elsewhere = desk.show(desk.take(of("bob@example.org")).number)["came"][0]["inbound"];
  for (const std::string& inbound : {opening, reply, elsewhere, std::string("i-nothing")}) {
    CHECK(desk.book->split(number, inbound, "", "clerk").error().exit_code == 1);
  }
  CHECK(desk.words(number).find("split") == std::string::npos);
}

TEST_CASE("a split that was cut off by a crash has changed nothing, and can be asked for again") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch other = answering(desk.message_id(number, "acknowledgement"));
  other.key = "second";
  const std::string inbound = desk.take(other).inbound;
  REQUIRE(desk.book->split(number, inbound, "", "clerk").has_value());
  desk.crash();
  desk.open();
  CHECK(desk.show(number)["letters"] == 2);
  const auto kept = desk.book->split(number, inbound, "", "clerk");
  REQUIRE(kept.has_value());
  const Recorded first = desk.take(apart(desk, *kept, other));
  CHECK(first.outcome == "case");
  CHECK(desk.take(apart(desk, *kept, other)).number == first.number);  // asked for twice, it is one
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
