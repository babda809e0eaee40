#include "connectors/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "connectors/letter_json.h"

namespace docket {
namespace {

const std::string kHeader = "From: Ana <ana@x.example>\nTo: ward2@town.example\nSubject: Light\n";

Letter read_octets(std::string octets, const ReadLimits& limits = {}) {
  Inbound inbound;
  inbound.octets = std::move(octets);
  return read(inbound, {}, limits);
}

bool has_defect(const Letter& letter, const std::string& words) {
  return std::any_of(letter.defects.begin(), letter.defects.end(),
                     [&](const std::string& defect) { return defect.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("a step that is left out leaves its part empty, and the rest is the same") {
  const std::string octets = kHeader +
                             "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                             "<p>The street lights on our road have been out for a week now.</p>\n"
                             "--b\nContent-Type: image/png; name=a.png\n\nPNG\n--b--\n";
  const auto whole = read_octets(octets);
  ReadLimits limits;
  SUBCASE("hashes") {
    limits.steps.hashes = false;
    const auto letter = read_octets(octets, limits);
    CHECK(letter.sha256.empty());
    CHECK(letter.letter_key.empty());
    CHECK(letter.attachments.at(0).sha256.empty());
    CHECK(letter.text == whole.text);
    CHECK(letter.language == whole.language);
  }
  SUBCASE("language") {
    limits.steps.language = false;
    const auto letter = read_octets(octets, limits);
    CHECK_FALSE(letter.language);
    CHECK(letter.letter_key == whole.letter_key);
  }
  SUBCASE("HTML") {
    limits.steps.html = false;
    const auto letter = read_octets(octets, limits);
    CHECK(letter.text.empty());
    CHECK(letter.attachments.at(0).sha256 == whole.attachments.at(0).sha256);
  }
  CHECK(whole.language == "en");
}

TEST_CASE("what exceeds a limit is left out and told, the rest is read") {
  ReadLimits limits;
  SUBCASE("octets") {
    limits.octets = 200;
    const auto letter = read_octets(kHeader + "\n" + std::string(1000, 'x'), limits);
    CHECK(has_defect(letter, "longer than 200 octets"));
    CHECK(letter.subject == "Light");
    CHECK(letter.size == kHeader.size() + 1001);
  }
  SUBCASE("one header field") {
    limits.header_field = 100;
    const auto letter = read_octets("X-Long: " + std::string(1000, 'x') + "\n" + kHeader + "\nBody.", limits);
    CHECK(has_defect(letter, "a header field of the letter is too long"));
    CHECK(letter.subject == "Light");
    CHECK(letter.headers.front().value.size() <= 100);
  }
  SUBCASE("the whole header") {
    limits.header_block = 300;
    const auto letter = read_octets(kHeader + "X-Long: " + std::string(1000, 'x') + "\nX-More: y\n\nBody.", limits);
    CHECK(has_defect(letter, "the header of the letter is too long"));
    CHECK(letter.subject == "Light");
    CHECK(letter.text == "Body.");
  }
  SUBCASE("addresses") {
    limits.addresses = 2;
    const auto letter = read_octets("To: a@x.example, b@x.example\nTo: c@x.example\n\nBody.", limits);
    CHECK(letter.to.size() == 2);
    CHECK(has_defect(letter, "more than 2 addresses in To"));
  }
  SUBCASE("text, between characters") {
    limits.text = 5;
    const auto letter = read_octets(kHeader + "Content-Type: text/plain; charset=utf-8\n\nééé", limits);
    CHECK(letter.text == "éé");
    CHECK(has_defect(letter, "the text is too long"));
  }
}

TEST_CASE("the whole message/rfc822 header is bounded by never being read") {
  const auto letter = read_octets("Content-Type: message/rfc822\n\nX-Long: " + std::string(2000000, 'x') + "\n\ny\n");
  REQUIRE(letter.attachments.size() == 1);
  CHECK(letter.attachments.front().content.size() > 2000000);
}

TEST_CASE("text leaves are joined, and HTML is only used when they hold nothing") {
  const std::string parts = kHeader + "Content-Type: multipart/mixed; boundary=b\n\n";
  const auto letter =
      read_octets(parts + "--b\n\none  \n\n--b\nContent-Type: text/html\n\n<p>two</p>\n--b\n\nthree\n\n\n--b--");
  CHECK(letter.text == "one  \n\nthree");
  CHECK_FALSE(letter.html);
  CHECK(letter.attachments.empty());
  const auto only_html = read_octets(parts + "--b\n\n \n--b\nContent-Type: text/html\n\n<p>two</p>\n--b--");
  CHECK(only_html.text == "two");
  CHECK(only_html.html);
}

TEST_CASE("a byte order mark in a part is no text") {
  CHECK(read_octets(kHeader + "Content-Type: text/plain; charset=utf-8\n\n\xEF\xBB\xBF" + "Hello\n").text == "Hello");
}

TEST_CASE("an oversize letter is its header and its real size") {
  Inbound inbound;
  inbound.octets = kHeader + "\n";
  inbound.oversize = 99000000;
  const auto letter = read(inbound, {});
  CHECK(letter.size == 99000000);
  CHECK(letter.subject == "Light");
  CHECK(has_defect(letter, "too large"));
}

TEST_CASE("what the source knows comes along") {
  Inbound inbound;
  inbound.octets = "Received: a\nReceived: b\n" + kHeader + "\nBody.";
  inbound.source = "council";
  inbound.channel = "form";
  inbound.received = Time{std::chrono::seconds{1795183500}};
  const auto letter = read(inbound, {});
  CHECK(letter.source == "council");
  CHECK(letter.channel == "form");
  CHECK(letter.received == inbound.received);
  CHECK(letter.received_lines == 2);
  CHECK_FALSE(letter.authentication_configured);
  CHECK_FALSE(read_octets(kHeader).received);
}

TEST_CASE("banners of a gateway are gone before anything else reads the letter") {
  ReadContext context;
  context.strip.subject = {"[EXTERNAL]"};
  Inbound inbound;
  inbound.octets = "From: ana@x.example\nSubject: [EXTERNAL] Light\n\nBody.";
  CHECK(read(inbound, context).subject == "Light");
}

TEST_CASE("the reading context is the town's and the source's") {
  Settings settings;
  SourceSettings source;
  source.name = "council";
  source.address = "council@town.example";
  source.own_lists = {"list.town.example"};
  settings.sources.push_back(source);
  settings.trusted_authserv_ids = {"mx.town.example"};
  Town town;
  town.addresses = {{"ward2@town.example", "ward-2"}};
  town.forms = {{"noreply@town.example", ""}};
  const auto context = read_context(settings, town, "council", "instance-1");
  CHECK(context.own_addresses == std::vector<std::string>{"ward2@town.example"});
  CHECK(context.source_address == "council@town.example");
  CHECK(context.own_lists == source.own_lists);
  CHECK(context.forms.size() == 1);
  CHECK(context.trusted_authserv_ids == settings.trusted_authserv_ids);
  CHECK(context.instance == "instance-1");
  CHECK(read_context(settings, town, "unknown", "").source_address.empty());
  CHECK(read_context(settings, town, "", "").source_address == "council@town.example");
  source.name = "pipe";
  source.address = "";
  source.strip.subject = {"[EXTERNAL]"};
  settings.sources.push_back(source);
  const auto file = read_context(settings, town, "", "");
  CHECK(file.source_address.empty());
  CHECK(file.own_lists == std::vector<std::string>{"list.town.example", "list.town.example"});
  CHECK(file.strip.subject == std::vector<std::string>{"[EXTERNAL]"});
  CHECK(read_context(settings, town, "council", "").strip.subject.empty());
}

TEST_CASE("the JSON view has every field, empty ones as null or []") {
  const auto json = to_json(read_octets(""));
  for (const char* key :
       {"message_id", "in_reply_to", "references",  "from",      "sender",   "reply_to",      "to",   "cc",
        "recipients", "resident",    "date",        "received",  "subject",  "text",          "html", "new_text",
        "gist",       "language",    "attachments", "automatic", "bounce",   "authenticated", "spam", "sha256",
        "letter_key", "size",        "defects",     "phone",     "location", "media"}) {
    CAPTURE(key);
    CHECK(json.contains(key));
  }
  CHECK(json.size() == 30);
  CHECK(json["message_id"].is_null());
  CHECK(json["bounce"].is_null());
  CHECK(json["attachments"].is_array());
  CHECK(json["phone"].is_null());
  CHECK(json["location"].is_null());
  CHECK(json["media"].is_array());
  CHECK(std::prev(json.end()).key() == "media");  // new fields stand at the end
}

TEST_CASE("the JSON view shows the telephone number, the place and what was not sent along") {
  Letter letter;
  letter.phone = "+16135550142";
  letter.location.address = "12 Main Street";
  letter.media = {"https://media.example/1.jpg"};
  auto json = to_json(letter);
  CHECK(json["phone"] == "+16135550142");
  CHECK(json["location"].dump() ==
        R"({"address":"12 Main Street","address_id":null,"latitude":null,"longitude":null})");
  CHECK(json["media"].dump() == R"(["https://media.example/1.jpg"])");
  letter.location = {"", "A-17", 45.4215, -75.6972};
  json = to_json(letter);
  CHECK(json["location"].dump() == R"({"address":null,"address_id":"A-17","latitude":45.4215,"longitude":-75.6972})");
}

TEST_CASE("the JSON view shows dates with the sender's offset and receipt in UTC") {
  Letter letter;
  letter.date = SenderDate{Time{std::chrono::seconds{1795183500}}, std::chrono::minutes{-210}};
  letter.received = Time{std::chrono::seconds{1795183500}};
  CHECK(to_json(letter)["date"] == "2026-11-20T10:35:00-03:30");
  CHECK(to_json(letter)["received"] == "2026-11-20T14:05:00Z");
  letter.date->offset = std::chrono::minutes{0};
  CHECK(to_json(letter)["date"] == "2026-11-20T14:05:00+00:00");
}

}  // namespace docket
