// What stored bodies of every format are understood to be.
#include "connectors/webhook/payload.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/read.h"
#include "connectors/webhook/letter_object.h"
#include "connectors/webhook/verdict.h"
#include "tests/connectors/webhook/calls.h"
#include "tests/source_dir.h"

namespace docket::webhook {
namespace {

const std::string kForm = "application/x-www-form-urlencoded";
const std::string kMultipart = "multipart/form-data; boundary=B";

/// The embedded message as the one reader of letters reads it.
Letter letter_of(const Payload& payload) {
  REQUIRE(payload.message);
  Inbound inbound;
  inbound.octets = *payload.message;
  inbound.envelope = payload.envelope;
  return read(inbound, {});
}

std::string header(const Letter& letter, const std::string& name) {
  for (const auto& field : letter.headers) {
    if (ascii_equal_nocase(field.name, name)) return field.value;
  }
  return "(none)";
}

TEST_CASE("a letter in JSON") {
  const auto payload = understand(
      R"({"data":{"channel":"sms","from":{"name":"Zo\u00eb","email":"z@example.org","phone":"613-555-0142"},"to":["a@town.example","b@town.example"],)"
      R"("subject":"Noise","text":"Hello","language":"fr","fields":{"Topic":"Noise","Days":["Mon","Tue"],"Again":true,"Times":3,"None":null},)"
      R"("location":{"address":"12 Maple","latitude":45.25,"longitude":-75.5},"attachments":[{"name":"../a.txt","type":"TEXT/plain; x=1","content":"aGVsbG8="}]},)"
      R"("timestamp":"2026-11-20T14:05:00Z"})",
      "standard", "application/json");
  CHECK_FALSE(payload.message);
  CHECK(payload.defects.empty());
  CHECK(payload.name == "Zo\xc3\xab");
  CHECK(payload.email == "z@example.org");
  CHECK(payload.phone == "613-555-0142");
  CHECK(payload.to == std::vector<std::string>{"a@town.example", "b@town.example"});
  CHECK(payload.subject == "Noise");
  CHECK(payload.text == "Hello");
  CHECK(payload.language == "fr");
  CHECK(payload.channel == "sms");
  using Lines = std::vector<std::pair<std::string, std::string>>;
  CHECK(payload.lines == Lines{{"Topic", "Noise"}, {"Days", "Mon, Tue"}, {"Again", "yes"}, {"Times", "3"}});
  CHECK(payload.location.address == "12 Maple");
  CHECK(payload.location.latitude == 45.25);
  CHECK(payload.location.longitude == -75.5);
  REQUIRE(payload.attachments.size() == 1);
  CHECK(payload.attachments[0].name == "a.txt");
  CHECK(payload.attachments[0].type == "text/plain");
  CHECK(payload.attachments[0].content == "hello");
  CHECK(payload.attachments[0].sha256 == sha256_hex("hello"));
  CHECK(payload.written == parse_rfc3339("2026-11-20T14:05:00Z"));
}

TEST_CASE("letters in JSON that are taken, and that are not: the same as the schema says") {
  std::ifstream file(docket::source_dir() + "/tests/connectors/webhook/letters.json");
  const auto rows = nlohmann::json::parse(file);
  REQUIRE(rows.size() > 30);
  for (const auto& row : rows) {
    CAPTURE(row["name"].get<std::string>());
    const auto letter = read_letter_object(row["letter"].dump());
    CHECK(letter.wrong.empty() == row["good"].get<bool>());
  }
}

TEST_CASE("JSON of attackers is refused, at once") {
  const auto nested = [](const std::string& open, const std::string& close) {
    std::string out;
    for (int i = 0; i < 100000; ++i) out += open;
    for (int i = 0; i < 100000; ++i) out += close;
    return "{\"text\":\"x\",\"fields\":" + out + "}";
  };
  std::string wide = "{\"text\":\"x\",\"fields\":{";
  for (int i = 0; i < 2000; ++i) wide += "\"k" + std::to_string(i) + "\":1,";
  wide += "\"k\":1}}";
  std::string list = "{\"text\":\"x\",\"to\":[";
  for (int i = 0; i < 200000; ++i) list += "\"a\",";
  list += "\"a\"]}";
  struct Row {
    std::string name;
    std::string json, wrong;
  };
  for (const Row& row : std::vector<Row>{
           {"lists in lists", nested("[", "]"), "it is nested too deeply"},
           {"objects in objects", nested("{\"a\":", "1}"), "it is nested too deeply"},
           {"open lists", std::string(1000000, '['), "it is nested too deeply"},
           {"a key twice", R"({"text":"a","text":"b"})", "a key stands there twice"},
           {"a key twice, deeper", R"({"text":"a","from":{"email":"a","email":"b"}})", "a key stands there twice"},
           {"a key twice, written in two ways", R"({"text":"a","\u0074ext":"b"})", "a key stands there twice"},
           {"many keys", wide, "an object has too many keys"},
           {"many values", list, "it holds too many values"},
           {"a huge number", R"({"text":"a","timestamp":1e999})", "it is no JSON"},
           {"no UTF-8", "{\"text\":\"a\xff\"}", "it is no JSON"},
           {"a lone surrogate", R"({"text":"\ud800"})", "it is no JSON"},
           {"two documents", R"({"text":"a"}{"text":"b"})", "it is no JSON"},
           {"a comment", R"({"text":"a"/*x*/})", "it is no JSON"},
           {"nothing", "", "it is no JSON"},
           {"a NUL", std::string("{\"text\":\"a\"}\0", 13), "it is no JSON"},
       }) {
    CAPTURE(row.name);
    const auto letter = read_letter_object(row.json);
    REQUIRE(letter.wrong.size() == 1);
    CHECK(letter.wrong[0] == row.wrong);
    CHECK_FALSE(understand(row.json, "json", "application/json").defects.empty());
  }
}

TEST_CASE("Mailgun, parsed") {
  const auto payload = understand(
      multipart(
          {{"recipient", "ward2@town.example"},
           {"sender", "a@example.org"},
           {"from", "Zo\xc3\xab <a@example.org>"},
           {"subject", "Noise"},
           {"body-plain", "H\xc3\xa9llo\r\nthere"},
           {"body-html", "<p>Hello</p>"},
           {"message-headers",
            R"([["X-Mailgun-Incoming","Yes"],["X-Mailgun-Spf","Pass"],["X-Mailgun-Sflag","No"],["Received","by mxa"],)"
            R"(["Message-Id","<CAE@mail.example.org>"],["From","Zo\u00eb <a@example.org>"],["Subject","Noise"],["To","Ward 2 <ward2@town.example>"],)"
            R"(["Content-Type","multipart/mixed; boundary=other"],["Evil","a\r\nBcc: x@example.org\r\n\r\nbody"],["Bad name","x"]])"},
           {"content-id-map", R"({"<img1>":"attachment-2"})"},
           {"attachment-count", "2"},
           {"attachment-1", "FILE note.txt text/plain\nnot the letter"},
           {"attachment-2", std::string("FILE photo.jpg image/jpeg\n\xff\x00\x01", 29)}}),
      "mailgun", kMultipart);
  CHECK(payload.envelope.from == "a@example.org");
  CHECK(payload.envelope.to == std::vector<std::string>{"ward2@town.example"});
  CHECK(payload.authenticated == Authenticated::pass);
  const auto letter = letter_of(payload);
  CHECK(letter.message_id == "<CAE@mail.example.org>");
  REQUIRE(letter.from.size() == 1);
  CHECK(letter.from[0].name == "Zo\xc3\xab");
  CHECK(letter.subject == "Noise");
  CHECK(letter.text == "H\xc3\xa9llo\nthere");
  CHECK(header(letter, "Evil") == "a Bcc: x@example.org body");
  CHECK(header(letter, "Bcc") == "(none)");
  CHECK(header(letter, "Bad name") == "(none)");
  REQUIRE(letter.attachments.size() == 2);
  CHECK(letter.attachments[0].name == "note.txt");
  CHECK(letter.attachments[0].content == "not the letter");
  CHECK_FALSE(letter.attachments[0].is_inline);
  CHECK(letter.attachments[1].name == "photo.jpg");
  CHECK(letter.attachments[1].content == std::string("\xff\x00\x01", 3));
  CHECK(letter.attachments[1].is_inline);
  CHECK(letter.defects.empty());
}

TEST_CASE("Mailgun, whole: the octets of the message are the resident's") {
  const std::string mail =
      "X-Mailgun-Spf: Fail\r\nReceived: by mxa\r\nFrom: a@example.org\r\nSubject: x\r\n\r\n8-bit \xe9\r\n";
  const auto payload = understand(
      urlencoded({{"recipient", "ward2@town.example"}, {"sender", ""}, {"body-mime", mail}}), "mailgun", kForm);
  CHECK(payload.message == mail);
  CHECK(payload.envelope.from == "");
  CHECK(payload.authenticated == Authenticated::fail);
}

TEST_CASE("Mailgun: a verdict that the sender wrote himself is none") {
  const auto payload = understand(
      urlencoded({{"recipient", "w@town.example"},
                  {"sender", "a@example.org"},
                  {"body-plain", "x"},
                  {"message-headers", R"([["Received","by mxa"],["X-Mailgun-Spf","Pass"],["From","a@example.org"]])"}}),
      "mailgun", kForm);
  CHECK_FALSE(payload.authenticated);
}

TEST_CASE("SendGrid, parsed: each field in the charset that is named for it") {
  const auto payload = understand(
      multipart(
          {{"headers", "Message-ID: <1@example.org>\nDate: Tue, 01 Dec 2026 10:00:00 -0500\nTo: ward2@town.example\n"},
           {"envelope", R"({"to":["ward2@town.example","x@town.example"],"from":"a@example.org"})"},
           {"from", "a@example.org"},
           {"subject", "Caf\x82"},        // cp850
           {"html", "<p>\xe9t\xe9</p>"},  // iso-8859-1
           {"text",
            "5 \x80, \x93"
            "ici\x94"},  // windows-1252
           {"charsets", R"({"to":"UTF-8","subject":"cp850","html":"iso-8859-1","text":"windows-1252","from":"UTF-8"})"},
           {"dkim", "{@example.org : pass}"},
           {"SPF", "softfail"},
           {"spam_score", "5.1"},
           {"attachments", "1"},
           {"attachment-info", R"({"attachment1":{"filename":"a.pdf","type":"application/pdf"}})"},
           {"attachment1", "FILE a.pdf application/pdf\n%PDF"}}),
      "sendgrid", kMultipart);
  CHECK(payload.envelope.to == std::vector<std::string>{"ward2@town.example", "x@town.example"});
  CHECK(payload.authenticated == Authenticated::pass);
  CHECK(payload.spam == true);
  CHECK(payload.defects.empty());
  const auto letter = letter_of(payload);
  CHECK(letter.subject == "Caf\xc3\xa9");
  CHECK(letter.text == "5 \xe2\x82\xac, \xe2\x80\x9cici\xe2\x80\x9d");
  CHECK(letter.message_id == "<1@example.org>");
  REQUIRE(letter.attachments.size() == 1);
  CHECK(letter.attachments[0].type == "application/pdf");
  CHECK(letter.attachments[0].content == "%PDF");
}

TEST_CASE("SendGrid, raw, and an unknown charset") {
  const std::string mail = "From: a@example.org\r\nSubject: x\r\n\r\nHello\r\n";
  const auto raw = understand(
      multipart(
          {{"envelope", R"({"to":["w@town.example"],"from":"b@other.example"})"}, {"email", mail}, {"SPF", "pass"}}),
      "sendgrid", kMultipart);
  CHECK(raw.message == mail);
  CHECK(raw.authenticated == Authenticated::unknown);  // of another domain than From
  CHECK_FALSE(raw.spam);
  const auto odd = understand(
      multipart({{"headers", "From: a@example.org\n"}, {"text", "Hello"}, {"charsets", R"({"text":"x-foo"})"}}),
      "sendgrid", kMultipart);
  CHECK(letter_of(odd).text == "Hello");
  CHECK(odd.defects == std::vector<std::string>{"unknown charset of the field text"});
}

TEST_CASE("a provider's verdict is a judgement, whatever it says; no verdict is none") {
  const std::string mail = "From: a@example.org\r\nSubject: x\r\n\r\nHello\r\n";
  Inbound inbound;
  inbound.format = "sendgrid";
  inbound.media_type = kMultipart;
  inbound.octets = multipart(
      {{"envelope", R"({"to":["w@town.example"],"from":"b@other.example"})"}, {"email", mail}, {"SPF", "pass"}});
  const auto judged = read(inbound, {});
  CHECK(judged.authenticated == Authenticated::unknown);
  CHECK(judged.authentication_judged);
  inbound.octets = multipart({{"envelope", R"({"to":["w@town.example"],"from":"a@example.org"})"}, {"email", mail}});
  CHECK_FALSE(read(inbound, {}).authentication_judged);
}

TEST_CASE("Postmark, parsed") {
  const auto payload = understand(
      R"({"FromFull":{"Email":"a@example.org","Name":"A \"B\" C"},"ToFull":[{"Email":"ward2@town.example","Name":""},{"Email":"x@town.example","Name":"X"}],)"
      R"("OriginalRecipient":"ward2+tag@town.example","Subject":"\u00c9t\u00e9","MessageID":"22c74902","Date":"Wed, 11 Oct 2017 18:31:04 -0700",)"
      R"("TextBody":"Hello","HtmlBody":"<b>Hello</b>","Headers":[{"Name":"Return-Path","Value":"<bounce@example.org>"},{"Name":"X-Spam-Status","Value":"Yes"},)"
      R"({"Name":"Received-SPF","Value":"Pass (sender SPF authorized) identity=mailfrom"},{"Name":"Message-ID","Value":"<x@y>"},{"Name":"Return-Path","Value":"<evil@example.net>"}],)"
      R"("Attachments":[{"Name":"a.txt","Content":"aGVsbG8=","ContentType":"text/plain","ContentID":""}]})",
      "postmark", "application/json");
  CHECK(payload.envelope.from == "bounce@example.org");
  CHECK(payload.envelope.to == std::vector<std::string>{"ward2+tag@town.example"});
  CHECK(payload.spam == true);
  CHECK(payload.authenticated == Authenticated::pass);
  const auto letter = letter_of(payload);
  REQUIRE(letter.from.size() == 1);
  CHECK(letter.from[0].name == "A \"B\" C");
  CHECK(letter.to.size() == 2);
  CHECK(letter.subject == "\xc3\x89t\xc3\xa9");
  CHECK(letter.text == "Hello");
  CHECK(letter.date);
  REQUIRE(letter.attachments.size() == 1);
  CHECK(letter.attachments[0].content == "hello");
}

TEST_CASE("Postmark: the raw message alone where it came along, and the dashboard's check") {
  const auto raw = understand(
      R"({"RawEmail":"From: a@example.org\nSubject: x\n\nHello\n","TextBody":"other","Attachments":[{"Name":"a","Content":"aGVsbG8="}]})",
      "postmark", "");
  CHECK(letter_of(raw).text == "Hello");
  CHECK(letter_of(raw).attachments.empty());
  const auto check = understand(
      R"({"From":"support@postmarkapp.com","TextBody":"Test","Attachments":[{"Name":"test.txt","Data":"aGVsbG8=","ContentLength":"5"}]})",
      "postmark", "");
  REQUIRE(letter_of(check).attachments.size() == 1);
  CHECK(letter_of(check).attachments[0].content == "hello");
}

std::string ses(const std::string& notice) {
  return nlohmann::json{{"Type", "Notification"}, {"Message", notice}}.dump();
}

TEST_CASE("SES") {
  const std::string mail = "From: a@example.org\r\nSubject: \xe9\r\n\r\nHello\r\n";
  const auto whole = understand(
      ses(R"({"notificationType":"Received","mail":{"source":"a@example.org","destination":["cc@elsewhere.example"]},"receipt":{"recipients":["ward2@town.example"],)"
          R"("spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"FAIL"},"spfVerdict":{"status":"PASS"},"dkimVerdict":{"status":"PASS"},"dmarcVerdict":{"status":"FAIL"},)"
          R"("action":{"type":"SNS","encoding":"BASE64"}},"content":")" +
          base64(mail) + "\"}"),
      "ses", "text/plain");
  CHECK(whole.message == mail);
  CHECK(whole.envelope.to == std::vector<std::string>{"ward2@town.example"});
  CHECK(whole.authenticated == Authenticated::fail);
  CHECK(whole.spam == true);
  const auto plain = understand(
      ses(R"({"mail":{"source":"a@example.org"},"receipt":{"spfVerdict":{"status":"PASS"},"dmarcVerdict":{"status":"GRAY"},"action":{"encoding":"UTF8"}},"content":"From: a@example.org\n\nHello"})"),
      "ses", "");
  CHECK(plain.message == "From: a@example.org\n\nHello");
  CHECK(plain.authenticated == Authenticated::pass);
  CHECK_FALSE(plain.spam);
}

TEST_CASE("SES with the S3 action: what came is kept, and says where the rest lies") {
  const auto payload = understand(
      ses(R"({"mail":{"headers":[{"name":"From","value":"a@example.org"},{"name":"Subject","value":"Noise"}]},"receipt":{"action":{"type":"S3","bucketName":"mail","objectKey":"k1"}}})"),
      "ses", "");
  const auto letter = letter_of(payload);
  CHECK(letter.subject == "Noise");
  CHECK(letter.text == "Only the header of this letter came here. The letter lies in S3: mail k1");
  CHECK(payload.defects.size() == 1);
}

TEST_CASE("text messages and calls") {
  const auto sms = understand(urlencoded({{"From", "whatsapp:+16135550142"},
                                          {"Body", "Trou \xe2\x80\x94 ici"},
                                          {"NumMedia", "2"},
                                          {"MediaUrl0", "https://api.twilio.com/0"},
                                          {"MediaUrl1", "https://api.twilio.com/1"}}),
                              "twilio-sms", kForm);
  CHECK(sms.phone == "+16135550142");
  CHECK(sms.text == "Trou \xe2\x80\x94 ici");
  CHECK(sms.media == std::vector<std::string>{"https://api.twilio.com/0", "https://api.twilio.com/1"});
  CHECK(sms.email.empty());
  const auto call = understand(urlencoded({{"From", "+16135550142"},
                                           {"RecordingUrl", "https://api.twilio.com/R"},
                                           {"TranscriptionStatus", "completed"},
                                           {"TranscriptionText", "There is a hole."}}),
                               "twilio-voice", kForm);
  CHECK(call.text == "There is a hole.");
  CHECK(call.media == std::vector<std::string>{"https://api.twilio.com/R"});
  const auto failed = understand(
      urlencoded(
          {{"From", "+16135550142"}, {"RecordingUrl", "https://api.twilio.com/R"}, {"TranscriptionStatus", "failed"}}),
      "twilio-voice", kForm);
  CHECK(failed.text == "Voice mail, no transcript.");
  CHECK(failed.media.size() == 1);
}

TEST_CASE("docket's own form") {
  const std::vector<std::pair<std::string, std::string>> fields{{"name", "Ana"},
                                                                {"email", "a@example.org"},
                                                                {"phone", "613-555-0142"},
                                                                {"to", "ward2@town.example"},
                                                                {"subject", "Noise"},
                                                                {"text", "Hello"},
                                                                {"location", "12 Maple Street"},
                                                                {"website", ""},
                                                                {"Topic", "Noise"},
                                                                {"Empty", " "}};
  for (const bool files : {false, true}) {
    auto all = fields;
    if (files) {
      all.emplace_back("files", "FILE photo.jpg image/jpeg\nJPEG");
      all.emplace_back("files", "FILE  \n");  // none chosen
    }
    const auto payload = understand(files ? multipart(all) : urlencoded(all), "write", files ? kMultipart : kForm);
    CHECK(payload.channel == "form");
    CHECK(payload.name == "Ana");
    CHECK(payload.email == "a@example.org");
    CHECK(payload.phone == "613-555-0142");
    CHECK(payload.to == std::vector<std::string>{"ward2@town.example"});
    CHECK(payload.subject == "Noise");
    CHECK(payload.text == "Hello");
    CHECK(payload.location.address == "12 Maple Street");
    CHECK(payload.lines == std::vector<std::pair<std::string, std::string>>{{"Topic", "Noise"}});
    CHECK_FALSE(payload.spam);
    CHECK(payload.attachments.size() == (files ? 1U : 0U));
  }
  CHECK(understand("text=Hello&website=http%3A%2F%2Fspam.example", "write", kForm).spam == true);
}

TEST_CASE("whatever the octets are, a person can see them") {
  for (const std::string format : {"standard", "json", "github", "mailgun", "sendgrid", "postmark", "ses", "twilio-sms",
                                   "twilio-voice", "open311", "?"}) {
    CAPTURE(format);
    const auto payload = understand("rubbish \xff", format, "text/plain");
    CHECK_FALSE(payload.defects.empty());
    CHECK_FALSE(payload.message);
    CHECK(payload.text.find("rubbish") == 0);
    CHECK(is_utf8(payload.text));
  }
}

TEST_CASE("docket's own form, broken, is no letter") {
  const auto payload = understand("text=100%", "write", kForm);
  CHECK_FALSE(payload.defects.empty());
  CHECK(payload.text.empty());
}

TEST_CASE("verdicts: DMARC first; a pass of another domain proves nothing; a fail beside no pass is one") {
  using enum Authenticated;
  struct Row {
    std::string name;
    Authenticated dmarc;
    std::vector<Check> checks;
    std::string from;
    Authenticated expected;
  };
  for (const Row& row : std::vector<Row>{
           {"dmarc pass", pass, {{"x.example", fail}}, "a@example.org", pass},
           {"dmarc fail", fail, {{"example.org", pass}}, "a@example.org", fail},
           {"aligned", unknown, {{"a@example.org", pass}}, "A <a@example.org>", pass},
           {"aligned below", unknown, {{"mail.example.org", pass}}, "a@example.org", pass},
           {"another domain", unknown, {{"example.net", pass}}, "a@example.org", unknown},
           {"no domain said", unknown, {{"", pass}}, "a@example.org", unknown},
           {"one failed", unknown, {{"example.org", fail}}, "a@example.org", fail},
           {"forwarded", unknown, {{"example.org", fail}, {"", pass}}, "a@example.org", unknown},
           {"one failed, one passed", unknown, {{"example.net", fail}, {"example.org", pass}}, "a@example.org", pass},
           {"two authors", unknown, {{"example.org", pass}}, "a@example.org, b@example.net", unknown},
           {"no author", unknown, {{"", pass}}, "", unknown},
           {"nothing known", unknown, {}, "a@example.org", unknown},
       }) {
    CAPTURE(row.name);
    CHECK(combine(row.dmarc, row.checks, row.from) == row.expected);
  }
  CHECK(read_verdict("softfail") == unknown);
  CHECK(read_verdict(" Pass") == pass);
}

}  // namespace
}  // namespace docket::webhook
