// What of an office's answer reaches the resident, and what never does.
#include "daemon/letters/office_reply.h"

#include <doctest/doctest.h>

#include "config/digest.h"
#include "daemon/casebook/keys.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

const std::string kNumber = "EX-2026-000123-8";

Letter wrote(const std::string& text) {
  Letter letter;
  letter.text = text;
  return letter;
}

std::string passed_on(const std::string& text) { return text_to_pass_on(wrote(text), sample::town()); }

Attachment file(const std::string& name, const std::string& type, const std::string& content) {
  Attachment made;
  made.name = name;
  made.type = type;
  made.content = content;
  made.sha256 = sha256_hex(content);
  return made;
}

std::string token(Purpose purpose = Purpose::forward) { return Keys::make().token("2026-000123-8", purpose); }

}  // namespace

TEST_SUITE("office reply") {
  TEST_CASE("the resident gets what the person wrote, with the name below and nothing of the history") {
    CHECK(passed_on("Dear Ana,\n\nwe will come on Friday.\n\nBo Roads\n613-555-0142\n\n"
                    "On Mon, Nov 23, 2026 at 10:02 AM Ana (via ward2@) <ward2@town.example> wrote:\n"
                    "> ##- Please write your answer above this line -##\n>\n> Case EX-2026-000123-8\n") ==
          "Dear Ana,\n\nwe will come on Friday.\n\nBo Roads\n613-555-0142");
  }

  TEST_CASE("command lines and tokens in addresses are taken out") {
    CHECK(passed_on("#close\n\nDear Ana, it is mended.") == "Dear Ana, it is mended.");
    CHECK(passed_on("Write to ward2+" + token() + "@town.example, or to me.") ==
          "Write to ward2@town.example, or to me.");
  }

  TEST_CASE("what is inside the town's is found, wherever it stands") {
    const auto town = sample::town();
    const std::vector<std::string> covering = covering_lines(
        "##- Please write your answer above this line -##\n\nCase EX\n\nWHY YOU GET IT\nYour office answers this "
        "letter.\n\nBY WHEN\nBefore noon.\n\n--------------------\nFrom: Ana\n\nThere is a deep pothole.\n");
    const std::vector<std::pair<std::string, std::optional<Leak>>> rows = {
        {"Dear Ana, we come on Friday.", std::nullopt},
        {"Write to roads@town.example, case EX-2026-000123-8, or call k1.2026.", std::nullopt},
        {"There is a deep pothole.", std::nullopt},
        {"BY WHEN you like.", std::nullopt},
        {"<" + token() + ".o-abc@town.example>", Leak::token},
        {"see " + ascii_lower(token(Purpose::bounce)) + ".", Leak::token},
        {"MAILTO:WARD2%2B" + token() + "@town.example", Leak::token},
        {"cut off: " + token().substr(0, 28), Leak::token},
        {"of acknowledgements too: " + token(Purpose::acknowledgement), Leak::token},
        {"Hello\n> > ##- Écrivez votre réponse", Leak::mark},
        {"Hello\n>  WHY YOU GET   IT", Leak::covering_text},
        {"Hello\nYour office answers this letter.", Leak::covering_text},
        {"My address is ROADS-office@town.example", Leak::office_address},
        {"ask ward-2-office@town.example", Leak::office_address}};
    for (const auto& [text, expected] : rows) {
      CAPTURE(text);
      CHECK(leak_in(text, town, covering) == expected);
    }
  }

  TEST_CASE("an office's address that the town prints itself is no secret") {
    auto town = sample::town();
    town.offices["roads"].contact.email = "roads-office@town.example";
    CHECK(leak_in("roads-office@town.example", town, {}) == std::nullopt);
  }

  TEST_CASE("files that the resident sent, letters of ours and calendar parts stay behind") {
    Letter letter = wrote("Here.");
    const std::string wide = std::string("i\0n\0s\0t\0", 8);
    letter.attachments = {file("plan.pdf", "application/pdf", "pdf"),
                          file("photo.jpg", "image/jpeg", "the resident's photo"),
                          file("letter.eml", "message/rfc822", "X-Docket-Instance: inst\r\n\r\n"),
                          file("Letter.msg", "application/vnd.ms-outlook", "…" + wide + "…"),
                          file("answered.eml", "message/rfc822", "In-Reply-To: <" + token() + ".o-a@town.example>"),
                          file("theirs.eml", "message/rfc822", "Subject: Hello\r\n\r\n"),
                          file("invite.ics", "text/calendar", "BEGIN:VCALENDAR")};
    const auto stay = files_that_stay(letter, {sha256_hex("the resident's photo")}, "inst");
    const auto draft = draft_office_reply({kNumber, "Pothole", stay}, letter, sample::town());
    REQUIRE(draft.attachments.size() == 2);
    CHECK(draft.attachments[0].name == "plan.pdf");
    CHECK(draft.attachments[1].name == "theirs.eml");
  }

  TEST_CASE("a file that mail systems refuse is named, and so is what is too large") {
    Letter letter = wrote("Here.");
    letter.attachments = {file("plan.pdf", "application/pdf", std::string(100000, 'x')),
                          file("tool.exe", "application/octet-stream", "MZ")};
    CHECK(refused_file(letter, {}) == "tool.exe");
    CHECK(refused_file(letter, {letter.attachments[1].sha256}).empty());
    CHECK(is_too_large(letter, {}, 10, 100000));
    CHECK_FALSE(is_too_large(letter, {}, 10, 1000000));
    CHECK_FALSE(is_too_large(letter, {letter.attachments[0].sha256}, 10, 100000));
  }

  TEST_CASE("the subject is the resident's own, once, with the number at its end, in one short line") {
    const auto subject = [](const std::string& of) {
      return draft_office_reply({kNumber, of, {}}, wrote("Hello"), sample::town()).subject;
    };
    CHECK(subject("Pothole") == "Re: Pothole [EX-2026-000123-8]");
    CHECK(subject("RE: re : [EX-2026-000123-8] Pothole") == "Re: Pothole [EX-2026-000123-8]");
    CHECK(subject("Pot\r\nBcc: x@evil.example") == "Re: Pot Bcc: x@evil.example [EX-2026-000123-8]");
    CHECK(subject(std::string(5000, 'x')).size() < 200);
    CHECK(subject("") == "Re: [EX-2026-000123-8]");
  }

  TEST_CASE("facts survive the outbox; foreign ones are empty") {
    const auto kept = reply_facts(to_text({kNumber, "Pothole", {"aa", "bb"}}), kNumber);
    CHECK(kept.subject == "Pothole");
    CHECK(kept.stay == std::set<std::string>{"aa", "bb"});
    CHECK(reply_facts("not json", kNumber).subject.empty());
  }

  TEST_CASE("a text that must not go is not written, whatever was found when it came") {
    CHECK_THROWS_AS((void)draft_office_reply({kNumber, "", {}}, wrote("roads-office@town.example"), sample::town()),
                    std::runtime_error);
  }
}

}  // namespace docket
