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

/// The token in the envelope of the newest row of that kind.
std::string envelope_token(Desk& desk, const std::string& number, const std::string& kind) {
  std::string id;
  const auto shown = desk.show(number);
  for (const auto& row : shown["outbox"]) {
    if (row["kind"] == kind) id = row["id"].get<std::string>();
  }
  return desk.book->keys().token(number.substr(3), Purpose::bounce, id);
}

TEST_CASE("a bounce is known by the envelope or by an envelope id, and marks that letter alone") {
  for (const std::string way : {"plus", "envelope id"}) {
    CAPTURE(way);
    Desk desk;
    const std::string number = desk.take(Sketch{}).number;
    desk.send_all();
    Bounce bounce;
    bounce.action = "failed";
    bounce.recipients = {"ward-2@offices.example"};
    const std::string token = envelope_token(desk, number, "acknowledgement");
    auto recording = desk.recording(report(bounce));
    if (way == "plus") recording.inbound.envelope.to = {"bounce+" + token + "@town.example"};
    if (way == "envelope id") recording.letter.bounce->envelope_id = token;
    CHECK(desk.take(recording).number == number);
    const auto shown = desk.show(number);
    CHECK(shown["undelivered"] == 1);
    for (const auto& row : shown["outbox"]) CHECK((row["state"] == "failed") == (row["kind"] == "acknowledgement"));
  }
}

TEST_CASE("whoever has one letter of a case can report no other as undelivered") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  const auto& keys = desk.book->keys();
  const std::string short_number = number.substr(3);
  std::vector<Recording> forged;
  const auto add = [&](const std::string& to, const std::string& original, const std::optional<std::string>& envelope) {
    Bounce bounce = failed(original);
    bounce.recipients = {"ward-2@offices.example"};
    bounce.envelope_id = envelope;
    forged.push_back(desk.recording(report(bounce)));
    if (!to.empty()) forged.back().inbound.envelope.to = {to};
  };
  const auto acknowledged = desk.message_id(number, "acknowledgement");
  add("", acknowledged.substr(0, acknowledged.rfind('.')) + ".o-invented@town.example>", {});
  add("ward2+" + keys.token(short_number, Purpose::acknowledgement) + "@town.example", "<x@y>", {});
  add("bounce+" + keys.token(short_number, Purpose::bounce) + "@town.example", "<x@y>", {});
  add("", "<x@y>", keys.token(short_number, Purpose::forward));
  add("", "<x@y>", keys.token(short_number, Purpose::bounce, "o-invented"));
  for (const Recording& recording : forged) (void)desk.take(recording);
  CHECK(desk.show(number)["undelivered"] == 0);
  CHECK(desk.words(number).find("failed") == std::string::npos);
}

TEST_CASE("a report that a person's mail program sent is no report") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  auto recording = desk.recording(report(failed(desk.message_id(number, "acknowledgement"))));
  recording.letter.return_path = "bo@people.example";
  (void)desk.take(recording);
  CHECK(desk.show(number)["undelivered"] == 0);
}

TEST_CASE("a second report of the same letter changes nothing") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.send_all();
  for (int i = 0; i < 3; ++i) (void)desk.take(report(failed(desk.message_id(number, "acknowledgement"))));
  CHECK(desk.show(number)["undelivered"] == 1);
  const std::string words = desk.words(number);
  CHECK(words.find("failed") == words.rfind("failed"));
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
