// Letters of ours that came back.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook bounces");

Bounce failed(const std::string& original) {
  Bounce bounce;
  bounce.action = "failed";
  bounce.status = "5.1.1";
  bounce.original_message_id = original;
  return bounce;
}

Sketch report(const Bounce& bounce) {
  Sketch sketch;
  sketch.from = "mailer-daemon@elsewhere.example";
  sketch.bounce = bounce;
  sketch.withheld = Withheld::bounce;
  return sketch;
}

TEST_CASE("a bounce of our acknowledgement marks it undelivered and answers nobody") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  const Recorded recorded = desk.take(report(failed(desk.message_id(number, "acknowledgement"))));
  CHECK(recorded.outcome == "addition");
  CHECK(recorded.number == number);
  const auto shown = desk.show(number);
  CHECK(shown["outbox"][0]["state"] == "failed");
  CHECK(shown["undelivered"] == 1);
  CHECK(shown["outbox"].size() == 3);
  CHECK(desk.words(number).find("received failed withheld") != std::string::npos);
  CHECK(desk.claim().empty());
}

TEST_CASE("a bounce is known by the envelope, by an envelope id, or by the address it names") {
  for (const std::string way : {"plus", "envelope id", "address"}) {
    CAPTURE(way);
    Desk desk;
    const std::string number = desk.take(Sketch{}).number;
    desk.send_all();
    Bounce bounce;
    bounce.action = "failed";
    const std::string token = desk.book->keys().token("2026-000001-5", Purpose::bounce);
    auto recording = desk.recording(report(bounce));
    if (way == "plus") recording.inbound.envelope.to = {"bounce+" + token + "@town.example"};
    if (way == "envelope id") recording.letter.bounce->envelope_id = token;
    if (way == "address") {
      recording.inbound.envelope.to = {"bounce+" + token + "@town.example"};
      recording.letter.bounce->recipients = {"WARD-2@offices.example"};
    }
    CHECK(desk.take(recording).number == number);
    const auto shown = desk.show(number);
    CHECK((shown["outbox"][2]["state"] == "failed") == (way == "address"));
  }
}

TEST_CASE("news of a delay marks nothing as undelivered") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  Bounce delayed = failed(desk.message_id(number, "acknowledgement"));
  delayed.action = "Delayed";
  CHECK(desk.take(report(delayed)).outcome == "addition");
  CHECK(desk.show(number)["undelivered"] == 0);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
