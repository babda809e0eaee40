#include "connectors/mime/people.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "connectors/read.h"

namespace docket {
namespace {

Letter read_letter(const std::string& header, const ReadContext& context = {}, const Envelope& envelope = {}) {
  Inbound inbound;
  inbound.octets = header + "\n\nBody.\n";
  inbound.envelope = envelope;
  return read(inbound, context);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

ReadContext town() {
  ReadContext context;
  context.own_addresses = {"ward2@town.example", "mayor@town.example", "info@münchen.example"};
  context.source_address = "council@town.example";
  context.forms = {{"noreply@town.example", ""}, {"@letters.campaign.example", "campaign"}};
  context.instance = "instance-1";
  return context;
}

}  // namespace

TEST_CASE("recipients are our addresses, wherever the letter names them") {
  struct Case {
    std::string name;
    std::string header;
    Envelope envelope;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"To", "To: Ward2@Town.example, other@x.example", {}, "ward2@town.example"},
      {"Cc", "To: a@x.example\nCc: mayor@town.example", {}, "mayor@town.example"},
      {"several, in order and once",
       "To: mayor@town.example\nCc: ward2@town.example, MAYOR@town.example",
       {},
       "mayor@town.example ward2@town.example"},
      {"envelope first",
       "To: mayor@town.example",
       {{}, {"ward2@town.example"}},
       "ward2@town.example mayor@town.example"},
      {"blind copy", "To: a@x.example\nDelivered-To: ward2@town.example", {}, "ward2@town.example"},
      {"before an alias was expanded", "To: a@x.example\nX-Original-To: mayor@town.example", {}, "mayor@town.example"},
      {"with a reply's token", "To: ward2+k1abc@town.example", {}, "ward2@town.example"},
      {"IDN as punycode", "To: info@xn--mnchen-3ya.example", {}, "info@münchen.example"},
      {"none of ours", "To: a@x.example", {}, "council@town.example"},
      {"nobody", "To: undisclosed-recipients:;", {}, "council@town.example"},
      {"a stranger's plus address", "To: someone+ward2@town.example", {}, "council@town.example"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(joined(read_letter(c.header, town(), c.envelope).recipients) == c.expected);
  }
  CHECK(joined(read_letter("To: A@x.example, a@X.example\nCc: b@y.example").recipients) == "A@x.example b@y.example");
  CHECK(read_letter("Subject: x").recipients.empty());
}

TEST_CASE("the resident is who wrote, also through a form") {
  struct Case {
    std::string name;
    std::string header;
    std::string resident;
    std::string person;
    std::string label;
  };
  const std::vector<Case> cases{
      {"From", "From: Ana <ana@x.example>\nReply-To: evil@y.example", "ana@x.example", "Ana", ""},
      {"the town's form", "From: Form <NoReply@town.example>\nReply-To: Ana <ana@x.example>", "ana@x.example", "Ana",
       ""},
      {"a campaign's domain", "From: x@letters.campaign.example\nReply-To: ana@x.example", "ana@x.example", "",
       "campaign"},
      {"not a domain below it", "From: x@a.letters.campaign.example\nReply-To: ana@x.example",
       "x@a.letters.campaign.example", "", ""},
      {"a form without Reply-To", "From: noreply@town.example", "", "", ""},
      {"a form with two", "From: noreply@town.example\nReply-To: a@x.example, b@x.example", "", "", ""},
      {"the first of several authors", "From: a@x.example, b@x.example", "a@x.example", "", ""},
      {"nobody", "From: <>", "", "", ""},
      {"a word is no address to answer to", "From: MAILER-DAEMON", "", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto letter = read_letter(c.header, town());
    CHECK(letter.resident.value_or("") == c.resident);
    CHECK(letter.resident_name == c.person);
    CHECK(letter.form_label == c.label);
  }
}

TEST_CASE("the return path is the envelope's, else the topmost one") {
  CHECK(read_letter("Return-Path: <a@x.example>\nReturn-Path: <b@x.example>").return_path == "a@x.example");
  CHECK(read_letter("Return-Path: <a@x.example>", {}, {"b@x.example", {}}).return_path == "b@x.example");
  CHECK_FALSE(read_letter("Return-Path: <a@x.example>").null_sender);
  CHECK(read_letter("Return-Path: <>").null_sender);
  CHECK(read_letter("Return-Path: <>").return_path == "");
  CHECK(read_letter("Subject: x", {}, {"", {}}).null_sender);
  CHECK(read_letter("Subject: x", {}, {"MAILER-DAEMON", {}}).null_sender);
  CHECK_FALSE(read_letter("Return-Path: <mailer-daemon@x.example>").null_sender);
  CHECK_FALSE(read_letter("Subject: x").return_path);
  CHECK_FALSE(read_letter("Subject: x").null_sender);
}

TEST_CASE("our own letter is known by our instance, not by the header alone") {
  CHECK(read_letter("X-Docket-Instance: instance-1", town()).own);
  CHECK_FALSE(read_letter("X-Docket-Instance: instance-2", town()).own);
  CHECK_FALSE(read_letter("X-Docket-Instance:", {}).own);
}

}  // namespace docket
