// Letters that are no e-mails: who is answered how, who joins what, and that one person is one person.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

/// A letter by another channel, without an address.
Recording by(Desk& desk, const std::string& channel, const std::string& phone, const std::string& text = "A hole.") {
  Sketch sketch;
  sketch.text = text;
  Recording recording = desk.recording(sketch);
  recording.inbound.channel = recording.letter.channel = channel;
  recording.letter.from.clear();
  recording.letter.resident.reset();
  recording.letter.phone = phone;
  recording.acknowledgement.to.clear();
  recording.acknowledgement.phone = phone;
  recording.addition = recording.acknowledgement;
  recording.letter.authentication_configured = false;
  return recording;
}

constexpr const char* kAna = "+16135550142";

}  // namespace

TEST_SUITE_BEGIN("casebook: channels");

TEST_CASE("whoever has no address is answered where the channel carries an answer back") {
  struct Case {
    const char* channel;
    const char* acknowledgement;
    const char* words;
  };
  const Case cases[] = {
      {"sms", "ack en in reply", "received decided acknowledged forwarded forwarded"},
      {"form", "ack en in reply", "received decided acknowledged forwarded forwarded"},
      {"open311", "ack en in reply", "received decided acknowledged forwarded forwarded"},
      {"voice", "ack withheld: no-address", "received decided withheld forwarded forwarded"},
      {"phone", "ack withheld: no-address", "received decided withheld forwarded forwarded"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.channel);
    Desk desk;
    const auto recorded = desk.take(by(desk, one.channel, kAna));
    CHECK(recorded.acknowledgement == one.acknowledgement);
    CHECK(desk.words(recorded.number) == one.words);
    CHECK(desk.outgoing(recorded.number) == "forward roads answers, forward ward-2 copy");
  }
}

TEST_CASE("a shadow answers nobody, by whatever channel") {
  Desk desk(Mode::shadow);
  CHECK(desk.take(by(desk, "sms", kAna)).acknowledgement == "ack withheld: shadow");
}

TEST_CASE("text messages of one number are capped, other numbers are not") {
  Desk desk;
  for (int i = 0; i < 5; ++i) CHECK(desk.take(by(desk, "sms", kAna)).acknowledgement == "ack en in reply");
  CHECK(desk.take(by(desk, "sms", kAna)).acknowledgement == "ack withheld: cap");
  CHECK(desk.take(by(desk, "sms", "+16135550199")).acknowledgement == "ack en in reply");
}

TEST_CASE("a text message with the number joins the case of the same telephone, not another's") {
  Desk desk;
  const auto first = desk.take(by(desk, "sms", kAna));
  const auto words = "More about " + first.number;
  const auto more = desk.take(by(desk, "sms", kAna, words));
  CHECK(more.outcome == "addition");
  CHECK(more.acknowledgement == "ack en in reply");
  const auto stranger = desk.take(by(desk, "sms", "+16135550199", words));
  CHECK(stranger.outcome == "case");
  CHECK(stranger.number != first.number);
}

TEST_CASE("a person may say which case a call belongs to") {
  Desk desk;
  const auto first = desk.take(Sketch{});
  auto call = by(desk, "phone", kAna);
  call.inbound.joins = first.number;
  const auto joined = desk.take(call);
  CHECK(joined.outcome == "addition");
  CHECK(joined.number == first.number);
  CHECK(desk.show(first.number)["came"][1]["phone"] == kAna);
  CHECK(desk.show(first.number)["came"][1]["call"] == "(613) 555-0142");
}

TEST_CASE(
    "a case shows how each letter came, and the person's other cases; the open ones are found by number and address") {
  Desk desk;
  const auto first = desk.take(by(desk, "sms", kAna));
  auto form = by(desk, "form", kAna);
  form.letter.resident = "ana@example.org";
  form.letter.location.address = "12 Main Street";
  form.acknowledgement.to = "ana@example.org";
  const auto second = desk.take(form);
  const auto shown = desk.show(second.number);
  CHECK(shown["came"][0]["channel"] == "form");
  CHECK(shown["came"][0]["from"] == "ana@example.org");
  CHECK(shown["came"][0]["place"] == "12 Main Street");
  CHECK(shown["same_person"] == nlohmann::json::array({first.number}));
  CHECK(desk.book->open_cases_of("", kAna).value() == std::vector<std::string>{second.number, first.number});
  CHECK(desk.book->open_cases_of("ANA@example.org", "").value() == std::vector<std::string>{second.number});
  CHECK(desk.book->open_cases_of("", "+16135550199").value().empty());
}

TEST_SUITE_END();

}  // namespace docket::casebook_test
