// From a payload that is no e-mail to a letter.
#include "connectors/webhook/fill.h"

#include <doctest/doctest.h>

using namespace docket;

namespace {

Letter filled(webhook::Payload payload, std::size_t most_text = std::size_t{4} << 20U) {
  Letter letter;
  letter.channel = "webhook";
  ReadLimits limits;
  limits.text = most_text;
  mime::Defects defects;
  webhook::fill(letter, std::move(payload), limits, defects);
  letter.defects = defects.take();
  return letter;
}

}  // namespace

TEST_CASE("a form's answers and the place stand in the text, not in what the person wrote") {
  webhook::Payload payload;
  payload.text = " A hole.\r\nA deep one.\r";
  payload.lines = {{"Topic", "Noise\nand more"}};
  payload.location = {"12 Main Street", "", 45.42, -75.69};
  const Letter letter = filled(payload);
  CHECK(letter.new_text == "A hole.\nA deep one.");
  CHECK(letter.text ==
        "A hole.\nA deep one.\nTopic: Noise and more\nLocation: 12 Main Street\nCoordinates: 45.420000, -75.690000");
  payload.lines = {{"Location", "45.42, -75.69"}};
  CHECK(filled(payload).text == "A hole.\nA deep one.\nLocation: 45.42, -75.69");
}

TEST_CASE("who wrote: by address, by telephone, by name") {
  webhook::Payload payload;
  payload.name = "Ana\r\nBcc: x@example.org";
  payload.email = "ana@example.org";
  payload.phone = "613-555-0142";
  const Letter letter = filled(payload);
  REQUIRE(letter.from.size() == 1);
  CHECK(letter.from.front().address == "ana@example.org");
  CHECK(letter.from.front().name == "Ana Bcc: x@example.org");
  CHECK(letter.phone == "613-555-0142");
  payload.email = "no address";
  CHECK(filled(payload).resident_name == "Ana Bcc: x@example.org");
}

TEST_CASE("channels are the contract's words; any other is a program's") {
  webhook::Payload payload;
  for (const auto& [said, channel] : {std::pair{"", "webhook"}, std::pair{"Form", "form"},
                                      std::pair{"carrier pigeon", "webhook"}, std::pair{"phone", "phone"}}) {
    payload.channel = said;
    CHECK(filled(payload).channel == channel);
  }
}

TEST_CASE("a text beyond the limit is cut, and said") {
  webhook::Payload payload;
  payload.text = std::string(100, 'x');
  const Letter letter = filled(payload, 10);
  CHECK(letter.text == std::string(10, 'x'));
  CHECK(letter.defects == std::vector<std::string>{"the text is too long, its end was not read"});
}
