// What compose writes, read understands: the two halves of the room against each other.
#include <doctest/doctest.h>

#include "connectors/mime/compose.h"
#include "connectors/read.h"

namespace docket {
namespace {

Letter read_back(const Draft& draft) {
  Inbound inbound;
  inbound.octets = compose(draft);
  return read(inbound, {});
}

TEST_CASE("round trip: a composed letter is read as it was meant") {
  Draft draft;
  draft.from = {"Zoé (via ward2@), \"Town\"", "ward2@town.example"};
  draft.to = {{"", "ana@ville-québec.example"}};
  draft.subject = "[EX-2026-000123-8] Été 🎉 حفرة " + std::string(200, 'x');
  draft.message_id = "<k1@town.example>";
  draft.in_reply_to = {"<a@b>"};
  draft.references = {"<c@d>", "<a@b>"};
  draft.date = Time{std::chrono::seconds{1795183500}};
  draft.offset = std::chrono::minutes{-300};
  draft.extra = {{"Auto-Submitted", "auto-replied"}};
  draft.text = "Bonjour,\n\nNous avons reçu votre lettre.\n.\nFrom the town\n";
  draft.attachments = {{"été à la plage, \"quoi\".jpg", "image/jpeg", std::string("\0\xFF\r\n.\r\n", 7)},
                       {"letter.eml", "message/rfc822", "Subject: x\r\n\r\nHello\r\n"}};
  const auto letter = read_back(draft);
  CHECK(letter.defects.empty());
  CHECK(letter.from.at(0).name == draft.from.name);
  CHECK(letter.from.at(0).address == "ward2@town.example");
  CHECK(letter.to.at(0).address == "ana@ville-québec.example");
  CHECK(letter.subject == draft.subject);
  CHECK(letter.message_id == draft.message_id);
  CHECK(letter.in_reply_to == draft.in_reply_to);
  CHECK(letter.references == draft.references);
  CHECK(letter.date->utc == draft.date);
  CHECK(letter.date->offset == draft.offset);
  CHECK(letter.text + "\n" == draft.text);
  CHECK(letter.automatic.at(0).sign == "Auto-Submitted");
  REQUIRE(letter.attachments.size() == 2);
  CHECK(letter.attachments[0].name == "été à la plage, \"quoi\".jpg");
  CHECK(letter.attachments[0].content == draft.attachments[0].content);
  CHECK(letter.attachments[1].type == "message/rfc822");
  CHECK(letter.attachments[1].content == draft.attachments[1].content);
}

TEST_CASE("round trip: whatever stands in the values, the letter has the fields it should") {
  const std::string hostile[] = {"\r\nBcc: x@evil.example",
                                 "\n\nbody",
                                 "=?utf-8?q?=0D=0ABcc:_x?=",
                                 "\"",
                                 "\\",
                                 "<>,;:@",
                                 std::string("\0", 1),
                                 "\xE2\x80\xAE",
                                 "\xFF",
                                 std::string(3000, 'a'),
                                 "(",
                                 "é\r"};
  for (const auto& one : hostile) {
    for (const auto& other : hostile) {
      Draft draft;
      draft.from = {one, "ward2@town.example"};
      draft.to = {{other, "ana@example.org"}};
      draft.subject = one + other;
      draft.message_id = "<k1@town.example>";
      draft.references = {one, "<" + other + "@x>"};
      draft.extra = {{"X-Docket-Instance", other + one}};
      draft.text = other;
      draft.attachments = {{one + other, other, one}};
      const auto letter = read_back(draft);
      CAPTURE(one);
      CAPTURE(other);
      CHECK(letter.from.size() == 1);
      CHECK(letter.to.size() == 1);
      CHECK(letter.to.at(0).address == "ana@example.org");
      CHECK(letter.attachments.size() == 1);
      for (const auto& header : letter.headers) CHECK(header.name != "Bcc");
    }
  }
}

}  // namespace
}  // namespace docket
