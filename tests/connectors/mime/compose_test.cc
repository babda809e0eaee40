#include "connectors/mime/compose.h"

#include <doctest/doctest.h>

#include "tests/connectors/mime/wire.h"

namespace docket {
namespace {

using namespace std::chrono_literals;

constexpr auto kNames = "Date From To Subject Message-ID MIME-Version Content-Type Content-Transfer-Encoding";

Draft draft() {
  Draft made;
  made.from = {"Ward 2 - Town of Example", "ward2@town.example"};
  made.to = {{"", "ana@example.org"}};
  made.subject = "[EX-2026-000123-8] We have your letter";
  made.message_id = "<k1.abcdef@town.example>";
  made.date = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 15h + 2min;
  made.offset = -300min;
  made.text = "Hello,\n\nWe got your letter.\n";
  return made;
}

/// What reaches the reader, after the checks every letter must pass.
wire::Entity sent(const Draft& made) {
  const auto octets = compose(made);
  CHECK(wire::fault(octets) == "");
  const auto head = octets.substr(0, octets.find("\r\n\r\n"));
  for (std::size_t at = 0; at < head.size();) {
    const auto stop = std::min(head.find("\r\n", at), head.size());
    const auto line = head.substr(at, stop - at);
    CHECK_MESSAGE((line.size() <= 76 || line.find('@') != std::string::npos), line);
    at = stop + 2;
  }
  return wire::parse(octets);
}

TEST_SUITE_BEGIN("compose");

TEST_CASE("a plain letter is what a person would write by hand") {
  CHECK(compose(draft()) ==
        "Date: Mon, 23 Nov 2026 10:02:00 -0500\r\n"
        "From: Ward 2 - Town of Example <ward2@town.example>\r\n"
        "To: ana@example.org\r\n"
        "Subject: [EX-2026-000123-8] We have your letter\r\n"
        "Message-ID: <k1.abcdef@town.example>\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 7bit\r\n"
        "\r\n"
        "Hello,\r\n\r\nWe got your letter.\r\n");
}

TEST_CASE("a subject arrives as it was meant") {
  const struct {
    std::string name;
    std::string value;
    std::string seen;
  } cases[] = {
      {"accents", "[EX-2026-000123-8] Nous avons reçu votre lettre", "[EX-2026-000123-8] Nous avons reçu votre lettre"},
      {"right to left", "حفرة في الشارع الرئيسي", "حفرة في الشارع الرئيسي"},
      {"emoji of several code points", "👩‍👩‍👧‍👦 at the park 🏳️‍🌈",
       "👩‍👩‍👧‍👦 at the park 🏳️‍🌈"},
      {"looks encoded already", "=?UTF-8?Q?x?= y", "=?UTF-8?Q?x?= y"},
      {"new header", "Hi\r\nBcc: victim@example.org", "Hi Bcc: victim@example.org"},
      {"bare LF", "Hi\nX-Evil: 1", "Hi X-Evil: 1"},
      {"bare CR", "Hi\rX-Evil: 1", "Hi X-Evil: 1"},
      {"end of headers", "Hi\r\n\r\nbody", "Hi body"},
      {"Unicode line separator", "Hi\xE2\x80\xA8X: 1", "Hi X: 1"},
      {"NUL and escape", std::string("a\0b\x1B[2Jc", 8), "ab[2Jc"},
      {"C1 next line",
       "a\xC2\x85"
       "b",
       "ab"},
      {"direction override", "photo\xE2\x80\xAEgpj.exe", "photogpj.exe"},
      {"ill-formed UTF-8", "caf\xE9", "caf\xEF\xBF\xBD"},
      {"spaces", "  a   b\t c  ", "a b c"},
      {"very long", std::string(400, 'a') + " " + std::string(300, 'b'),
       std::string(400, 'a') + " " + std::string(300, 'b')},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    auto made = draft();
    made.subject = c.value;
    const auto entity = sent(made);
    CHECK(wire::names(entity) == kNames);
    CHECK(wire::text(wire::field(entity, "Subject")) == c.seen);
  }
}

TEST_CASE("a subject of 10,000 characters is folded and whole") {
  auto made = draft();
  made.subject.clear();
  for (int i = 0; i < 1000; ++i) made.subject += i % 3 == 0 ? "trottoir " : "éèàçùêîôûë ";
  made.subject.pop_back();
  CHECK(wire::text(wire::field(sent(made), "Subject")) == made.subject);
}

TEST_CASE("no encoded-word is over 75 octets or splits a character") {
  auto made = draft();
  for (int i = 0; i < 100; ++i) made.subject += "漢字é🎉";
  const auto subject = wire::field(sent(made), "Subject");
  for (std::size_t at = 0; at < subject.size();) {
    const auto stop = std::min(subject.find(' ', at), subject.size());
    const auto word = subject.substr(at, stop - at);
    CHECK(word.size() <= 75);
    if (word.starts_with("=?")) CHECK((static_cast<unsigned char>(wire::encoded_word(word)[0]) & 0xC0U) != 0x80U);
    at = stop + 1;
  }
}

TEST_CASE("display names and addresses are written so that no reader mistakes them") {
  const struct {
    std::string name;
    Address address;
    std::string written;
  } cases[] = {
      {"plain atoms", {"Ana Silva", "ana@example.org"}, "Ana Silva <ana@example.org>"},
      {"comma", {"Silva, Ana", "ana@example.org"}, "\"Silva, Ana\" <ana@example.org>"},
      {"quotes", {"Ana \"Bo\" \\", "ana@example.org"}, "\"Ana \\\"Bo\\\" \\\\\" <ana@example.org>"},
      {"via", {"Ana (via ward2@)", "ward2@town.example"}, "\"Ana (via ward2@)\" <ward2@town.example>"},
      {"accents", {"Zoé", "zoe@example.org"}, "=?UTF-8?Q?Zo=C3=A9?= <zoe@example.org>"},
      {"new header in the name",
       {"Ana\r\nBcc: x@y.example", "ana@example.org"},
       "\"Ana Bcc: x@y.example\" <ana@example.org>"},
      {"new header in the address", {"", "ana@example.org\r\nBcc: x@y.example"}, "undisclosed-recipients:;"},
      {"second address", {"", "ana@example.org, x@y.example"}, "\"ana@example.org, x\"@y.example"},
      {"bracket", {"", "ana@example.org> <x@y.example"}, "\"ana@example.org> <x\"@y.example"},
      {"space in the local part", {"", "\"ana b\"@example.org"}, "\"ana b\"@example.org"},
      {"IDN", {"", "ana@ville-québec.example"}, "ana@xn--ville-qubec-ibb.example"},
      {"upper case domain", {"", "Ana@Example.ORG"}, "Ana@example.org"},
      {"address literal", {"", "ana@[192.0.2.1]"}, "ana@[192.0.2.1]"},
      {"UTF-8 local part", {"", "zoé@example.org"}, "zoé@example.org"},
      {"no domain", {"Ana", "ana"}, "undisclosed-recipients:;"},
      {"domain with a bracket", {"", "ana@exa>mple.org"}, "undisclosed-recipients:;"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    auto made = draft();
    made.to = {c.address};
    const auto entity = sent(made);
    CHECK(wire::names(entity) == kNames);
    CHECK(wire::field(entity, "To") == c.written);
  }
}

TEST_CASE("an address that only SMTPUTF8 can carry is left out of a letter that needs none") {
  auto made = draft();
  made.reply_to = {{"Zoé", "zoé@example.org"}, {"", "ana@example.org"}};
  CHECK(wire::field(sent(made), "Reply-To") == "ana@example.org");
  made.to = {{"", "josé@example.org"}};
  CHECK(wire::field(sent(made), "Reply-To") == "=?UTF-8?Q?Zo=C3=A9?= <zoé@example.org>, ana@example.org");
}

TEST_CASE("many recipients fold between addresses") {
  auto made = draft();
  made.to.clear();
  for (int i = 0; i < 60; ++i) made.to.push_back({"Réné Number " + std::to_string(i), "a@example.org"});
  const auto to = wire::field(sent(made), "To");
  CHECK(std::count(to.begin(), to.end(), ',') == 59);
}

TEST_CASE("message ids: strangers' ids cannot break the field, long lists are trimmed in the middle") {
  auto made = draft();
  made.in_reply_to = {"<a@b>"};
  made.references = {"<first@x>",         "no brackets", "<sp ace@x>",
                     "<x@y>\r\nBcc: z@z", "<é@x>",       "<" + std::string(2000, 'a') + ">"};
  for (int i = 0; i < 50; ++i) made.references.push_back("<" + std::to_string(i) + "@list.example>");
  const auto entity = sent(made);
  CHECK(wire::field(entity, "In-Reply-To") == "<a@b>");
  const auto references = wire::field(entity, "References");
  CHECK(references.starts_with("<first@x> <31@list.example> <32@list.example>"));
  CHECK(references.ends_with(" <49@list.example>"));
  CHECK(std::count(references.begin(), references.end(), '<') == 20);
}

TEST_CASE("extra headers are ours by name and harmless by value") {
  auto made = draft();
  made.content_language = "en, fr";
  made.extra = {{"Auto-Submitted", "auto-replied"},
                {"X-Docket-Instance", "i1\r\nX: y"},
                {"Bad Name", "x"},
                {"Bad\r\nBcc", "x"},
                {"X-Empty", ""}};
  const auto entity = sent(made);
  CHECK(wire::names(entity) ==
        "Date From To Subject Message-ID Auto-Submitted X-Docket-Instance Content-Language MIME-Version Content-Type "
        "Content-Transfer-Encoding");
  CHECK(wire::field(entity, "Auto-Submitted") == "auto-replied");
  CHECK(wire::field(entity, "X-Docket-Instance") == "i1 X: y");
  CHECK(wire::field(entity, "Content-Language") == "en, fr");
}

TEST_CASE("the text arrives as written") {
  const struct {
    std::string name;
    std::string value;
    std::string seen;
    const char* encoding;
  } cases[] = {
      {"ASCII", "a\nb\n", "a\r\nb\r\n", "7bit"},
      {"no final line break", "a", "a\r\n", "7bit"},
      {"empty", "", "\r\n", "7bit"},
      {"accents", "Été\nà la ville", "Été\r\nà la ville\r\n", "quoted-printable"},
      {"dots and From", "é\n.\n..x\nFrom me\n", "é\r\n.\r\n..x\r\nFrom me\r\n", "quoted-printable"},
      {"trailing blanks", "é \n\t\n", "é \r\n\t\r\n", "quoted-printable"},
      {"CR and CRLF", "a\rb\r\nc", "a\r\nb\r\nc\r\n", "7bit"},
      {"controls",
       std::string("a\0b\x1B"
                   "c\td",
                   7),
       "abc\td\r\n", "7bit"},
      {"other script",
       "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢"
       "字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
       "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢"
       "字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字\r\n",
       "base64"},
      {"line of 3,000", std::string(3000, 'x'), std::string(3000, 'x') + "\r\n", "quoted-printable"},
      {"line of 998", std::string(998, 'x'), std::string(998, 'x') + "\r\n", "7bit"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    auto made = draft();
    made.text = c.value;
    const auto entity = sent(made);
    CHECK(wire::content(entity) == c.seen);
    CHECK(wire::field(entity, "Content-Transfer-Encoding") == c.encoding);
    if (entity.body.size() > 1200) CHECK(entity.body.find("\r\n") <= 76);
  }
}

TEST_CASE("quoted-printable lines stay within 76 octets") {
  auto made = draft();
  for (int i = 0; i < 200; ++i) made.text += std::string(static_cast<std::size_t>(i), 'x') + "é\n";
  const auto entity = sent(made);
  for (std::size_t at = 0; at < entity.body.size();) {
    const auto stop = entity.body.find("\r\n", at);
    CHECK(stop - at <= 76);
    at = stop + 2;
  }
}

TEST_CASE("an attachment of 5 MB arrives octet for octet") {
  auto made = draft();
  std::string photo(5U << 20U, '\0');
  for (std::size_t i = 0; i < photo.size(); ++i) photo[i] = static_cast<char>(i * 7919 >> 3U);
  made.attachments = {{"photo.jpg", "image/jpeg", photo}};
  const auto parts = wire::parts(sent(made));
  REQUIRE(parts.size() == 2);
  CHECK(wire::content(parts[0]) == "Hello,\r\n\r\nWe got your letter.\r\n");
  CHECK(wire::field(parts[1], "Content-Type") == "image/jpeg");
  CHECK(wire::content(parts[1]) == photo);
}

TEST_CASE("attachment names and types are told safely") {
  const struct {
    std::string name;
    DraftAttachment attachment;
    std::string file_name;
    const char* type;
  } cases[] = {
      {"plain", {"photo.jpg", "image/jpeg", "x"}, "photo.jpg", "image/jpeg"},
      {"accents", {"été à la plage.pdf", "application/pdf", "x"}, "été à la plage.pdf", "application/pdf"},
      {"directories", {"../../etc/passwd", "text/plain", "\xFF"}, ".._.._etc_passwd", "text/plain"},
      {"no name", {"", "image/png", "x"}, "attachment", "image/png"},
      {"dots only", {"..", "image/png", "x"}, "attachment", "image/png"},
      {"new header in the name", {"a\r\nX-Evil: 1.jpg", "image/jpeg", "x"}, "a X-Evil_ 1.jpg", "image/jpeg"},
      {"new header in the type", {"a", "image/jpeg\r\nX-Evil: 1", "x"}, "a", "application/octet-stream"},
      {"parameter in the type", {"a", "text/html; charset=utf-7", "x"}, "a", "application/octet-stream"},
      {"multipart", {"a", "multipart/mixed", "x"}, "a", "application/octet-stream"},
      {"report", {"a", "message/delivery-status", "x"}, "a", "application/octet-stream"},
      {"direction override", {"a\xE2\x80\xAEgpj.exe", "image/jpeg", "x"}, "agpj.exe", "image/jpeg"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    auto made = draft();
    made.attachments = {c.attachment};
    const auto parts = wire::parts(sent(made));
    REQUIRE(parts.size() == 2);
    CHECK(wire::names(parts[1]) == "Content-Type Content-Disposition Content-Transfer-Encoding");
    CHECK(wire::field(parts[1], "Content-Type") == c.type);
    CHECK(wire::parameter(wire::field(parts[1], "Content-Disposition"), "filename") == c.file_name);
    CHECK(wire::content(parts[1]) == c.attachment.content);
  }
}

TEST_CASE("a very long file name is shortened, its ending kept") {
  auto made = draft();
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "é";
  made.attachments = {{name + ".jpeg", "image/jpeg", "x"}};
  const auto seen = wire::parameter(wire::field(wire::parts(sent(made))[1], "Content-Disposition"), "filename");
  CHECK(seen.ends_with("é.jpeg"));
  CHECK(seen.size() < 300);
}

TEST_CASE("quotes in a file name do not end it") {
  auto made = draft();
  made.attachments = {{"a\"; x=\"b.jpg", "image/jpeg", "x"}};
  CHECK(compose(made).find("filename=\"a\\\"; x=\\\"b.jpg\"\r\n") != std::string::npos);
}

TEST_CASE("a letter is attached as message/rfc822 only when it is safe on the wire") {
  auto made = draft();
  made.attachments = {{"letter.eml", "message/rfc822", "Subject: x\n\nHello\n.\n"},
                      {"letter.eml", "message/rfc822", "Subject: \xE9\n\nHello\n"}};
  const auto parts = wire::parts(sent(made));
  REQUIRE(parts.size() == 3);
  CHECK(wire::field(parts[1], "Content-Type") == "message/rfc822");
  CHECK(wire::content(parts[1]) == "Subject: x\r\n\r\nHello\r\n.\r\n");
  CHECK(wire::field(parts[2], "Content-Type") == "application/octet-stream");
  CHECK(wire::content(parts[2]) == "Subject: \xE9\n\nHello\n");
}

TEST_CASE("a text that holds the boundary gets another boundary") {
  auto made = draft();
  made.attachments = {{"a.txt", "text/plain", "x"}};
  const auto boundary = wire::parameter(wire::field(sent(made), "Content-Type"), "boundary");
  made.text = "--" + boundary + "--\nforged end\n";
  const auto parts = wire::parts(sent(made));
  REQUIRE(parts.size() == 2);
  CHECK(wire::content(parts[0]) == "--" + boundary + "--\r\nforged end\r\n");
}

TEST_CASE("smtp_safe") {
  CHECK(smtp_safe("a\r\nb\n"));
  CHECK(smtp_safe(""));
  CHECK(smtp_safe(std::string(998, 'x') + "\n" + std::string(998, 'y')));
  CHECK_FALSE(smtp_safe(std::string(999, 'x')));
  CHECK_FALSE(smtp_safe("a\rb"));
  CHECK_FALSE(smtp_safe("a\r"));
  CHECK_FALSE(smtp_safe(std::string_view("a\0b", 3)));
  CHECK_FALSE(smtp_safe("\xC3\xA9"));
}

TEST_CASE("Date is written with the offset of the town") {
  const struct {
    std::chrono::minutes offset;
    std::string written;
  } cases[] = {{0min, "Mon, 23 Nov 2026 15:02:00 +0000"},
               {-210min, "Mon, 23 Nov 2026 11:32:00 -0330"},
               {570min, "Tue, 24 Nov 2026 00:32:00 +0930"}};
  for (const auto& c : cases) {
    auto made = draft();
    made.offset = c.offset;
    CHECK(wire::field(sent(made), "Date") == c.written);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
