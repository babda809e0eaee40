// The people of a case, and that no forged header adds one.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook parties");

Recording with_copies(Desk& desk, const Sketch& sketch, Authenticated authenticated, bool configured = true) {
  auto made = desk.recording(sketch);
  made.letter.authenticated = authenticated;
  made.letter.authentication_configured = configured;
  made.letter.to.push_back({"Bea", "bea@example.net"});
  made.letter.cc = {{"", "Cid@example.net"},      {"", "ana@example.org"},       {"", "ward3@town.example"},
                    {"", "ward2+x@town.example"}, {"", "roads@offices.example"}, {"", "no address"}};
  return made;
}

/// "resident ana@example.org proven, copied …"
std::string parties(Desk& desk, const std::string& number) {
  std::string text;
  const auto shown = desk.show(number);
  for (const auto& one : shown["parties"]) {
    text += (text.empty() ? "" : ", ") + one["role"].get<std::string>() + " " + one["address"].get<std::string>() +
            (one["proven"] == true ? " proven" : "");
  }
  return text;
}

TEST_CASE("whom a proven letter copied is known to the case, without ours and the offices'") {
  Desk desk;
  const auto number = desk.take(with_copies(desk, Sketch{}, Authenticated::pass)).number;
  CHECK(parties(desk, number) ==
        "resident ana@example.org proven, copied bea@example.net proven, copied cid@example.net proven");
}

TEST_CASE("nobody is added by a letter that anyone can have written") {
  for (const auto& [authenticated, configured] :
       {std::pair{Authenticated::unknown, true}, {Authenticated::fail, true}, {Authenticated::unknown, false}}) {
    Desk desk;
    const auto number = desk.take(with_copies(desk, Sketch{}, authenticated, configured)).number;
    CHECK(parties(desk, number) == "resident ana@example.org");
    Sketch more;
    more.in_reply_to = {desk.message_id(number, "acknowledgement")};
    desk.take(with_copies(desk, more, authenticated, configured));
    CHECK(parties(desk, number) == "resident ana@example.org");
  }
}

TEST_CASE("a later letter of the resident's adds whom it copied, and never the resident") {
  Desk desk;
  const auto number = desk.take(Sketch{}).number;
  Sketch more;
  more.in_reply_to = {desk.message_id(number, "acknowledgement")};
  desk.take(with_copies(desk, more, Authenticated::pass));
  CHECK(parties(desk, number) ==
        "resident ana@example.org, copied bea@example.net proven, copied cid@example.net proven");
}

TEST_CASE("people copied are never written to") {
  Desk desk;
  auto town = *desk.town;
  town.offices["roads"].replies = Replies::through;
  desk.town = std::make_shared<const Town>(town);
  const auto number = desk.take(with_copies(desk, Sketch{}, Authenticated::pass)).number;
  Sketch answer;
  answer.from = "roads@offices.example";
  answer.text = "#close\nDear Ana";
  answer.in_reply_to = {desk.forward_id(number, "roads")};
  auto recording = desk.recording(answer);
  recording.letter.cc = {{"", "bea@example.net"}};
  desk.take(recording);
  CHECK(desk.outgoing(number).find("reply ana@example.org") != std::string::npos);
  CHECK(desk.dump("outbox_texts").find("bea@") == std::string::npos);
  CHECK(desk.dump("outbox_texts").find("cid@") == std::string::npos);
}

TEST_CASE("the people of a member's case are hidden, and a rule's 'resident: none' names none") {
  Desk desk;
  Sketch to_mayor;
  to_mayor.office = "mayor";
  const auto number = desk.take(with_copies(desk, to_mayor, Authenticated::pass)).number;
  const auto hidden = desk.reader().case_show(number, *desk.town, false);
  CHECK((*hidden)["parties"].empty());
  auto nobody = with_copies(desk, Sketch{}, Authenticated::pass);
  nobody.decision.resident_none = true;
  CHECK(parties(desk, desk.take(nobody).number).empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
