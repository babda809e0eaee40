// What an office gets: why, by when, the whole letter, its files; and what never travels.
#include "daemon/letters/forward.h"

#include <doctest/doctest.h>

#include "daemon/letters/attached.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

Attachment file(const char* name, const char* type, std::size_t size) {
  Attachment attachment;
  if (*name != '\0') attachment.name = name;
  attachment.type = type;
  attachment.content = std::string(size, 'x');
  return attachment;
}

struct Sent {
  ForwardFacts facts{"EX-2026-000123-8", "roads", "answers", "Roads", "ward2@town.example", std::nullopt};
  Letter letter = sample::letter();
  Town town = sample::town();
  std::string octets = "Subject: x\r\n\r\nText\r\n";

  Sent() {
    letter.date = SenderDate{sample::at("2026-11-23T15:00:00Z"), std::chrono::minutes(-300)};
    facts.due = sample::at("2026-11-25T21:30:00Z");
  }
  [[nodiscard]] Draft draft() const {
    const Calendar calendar(town.calendar, town.time_zone);
    return draft_forward(facts, letter, octets, town, calendar, *sample::templates());
  }
  [[nodiscard]] std::string text() const { return draft().text; }
};

std::string names(const std::vector<DraftAttachment>& attachments) {
  std::string text;
  for (const auto& attachment : attachments) text += (text.empty() ? "" : " ") + attachment.name;
  return text;
}

}  // namespace

TEST_CASE("forward: the whole of it") {
  Sent sent;
  sent.letter.text = "Hello,\n\nThere is a pothole.\n\n> quoted\n-- \nAna";
  CHECK_EQ(sent.text(),
           "Case EX-2026-000123-8, letter received on Monday, November 23, 2026, at 10:02 a.m.\n"
           "\n"
           "WHY YOU GET IT\n"
           "Your office answers this letter.\n"
           "The rule \"Roads\" sends it to you.\n"
           "The resident wrote to ward2@town.example.\n"
           "\n"
           "BY WHEN\n"
           "We told the resident that your office answers by Wednesday, November 25, at 4:30 p.m.\n"
           "\n"
           "IF YOU REPLY TO THIS MESSAGE\n"
           "Your reply goes straight to the resident (ana@example.org).\n"
           "\n"
           "--------------------\n"
           "From: Ana <ana@example.org>\n"
           "Date: Monday, November 23, 2026, at 10:00 a.m.\n"
           "Subject: Pothole\n"
           "\n"
           "Hello,\n\nThere is a pothole.\n\n> quoted\n-- \nAna\n");
  const auto draft = sent.draft();
  CHECK_EQ(draft.subject, "[EX-2026-000123-8] Pothole");
  CHECK_EQ(draft.content_language, "en");
  REQUIRE_EQ(draft.to.size(), 1);
  CHECK_EQ(draft.to[0].address, "roads-office@town.example");
  CHECK_EQ(names(draft.attachments), "photo.jpg");
  CHECK_EQ(draft.attachments[0].content, "jpeg");
}

TEST_CASE("forward: each role is told in its own words") {
  const std::map<std::string, std::string> words = {
      {"answers", "Your office answers this letter."},
      {"copy", "This is a copy. Another office answers the letter."},
      {"addition", "This letter joins a case that you have."},
      {"review", "No office has this letter yet. Please choose the office that will answer it."}};
  for (const auto& [role, said] : words) {
    Sent sent;
    sent.facts.role = role;
    const auto text = sent.text();
    for (const auto& [other, theirs] : words) {
      CHECK_MESSAGE((text.find(theirs) != std::string::npos) == (role == other), role, " ", theirs);
    }
  }
}

TEST_CASE("forward: what is not known is not said") {
  Sent sent;
  sent.facts.due.reset();
  sent.facts.reason_rule.clear();
  sent.facts.written_to.clear();
  sent.letter.date.reset();
  sent.letter.subject.clear();
  sent.letter.received.reset();
  const auto text = sent.text();
  for (const auto* never : {"BY WHEN", "The rule", "wrote to", "Date:", "Subject:", "ATTACHMENTS", "received"}) {
    CHECK_MESSAGE(text.find(never) == std::string::npos, never);
  }
  CHECK_EQ(sent.draft().subject, "[EX-2026-000123-8]");
}

TEST_CASE("forward: where a reply goes") {
  Sent sent;
  CHECK_EQ(sent.draft().reply_to.at(0).address, "ana@example.org");
  CHECK_EQ(sent.draft().reply_to.at(0).name, "Ana");
  sent.facts.office = "front-desk";
  CHECK(sent.draft().reply_to.empty());
  CHECK(sent.text().find("Write above the first line of this message.") != std::string::npos);
  sent.facts.office = "roads";
  sent.letter.resident.reset();
  CHECK(sent.draft().reply_to.empty());
  CHECK(sent.text().find("We have no address of the resident.") != std::string::npos);
  CHECK(sent.text().find("straight to the resident") == std::string::npos);
}

TEST_CASE(
    "forward: the line to write above stands first where answers go through the case, whatever the template says") {
  Sent sent;
  CHECK(sent.text().find("##-") == std::string::npos);
  sent.town.offices["roads"].replies = Replies::through;
  CHECK(sent.text().starts_with("##- Please write your answer above this line -##\n\nCase EX-"));
  sent.town.default_language = "fr";
  CHECK(sent.text().starts_with("##- Écrivez votre réponse au-dessus de cette ligne -##\n\nDossier EX-"));
}

TEST_CASE("forward: the three letters that an office needs most are one touch away") {
  Sent sent;
  sent.town.offices["roads"].replies = Replies::through;
  sent.facts.case_address = "ward2+k1.2026-000123-8.f.abc@town.example";
  const std::string link = ": mailto:ward2+k1.2026-000123-8.f.abc@town.example?subject=%5BEX-2026-000123-8%5D";
  CHECK(sent.text().find("FOR THE CASE\nAnswer" + link + "\nThis is not ours" + link + "&body=%23not-ours\n" +
                         "It is settled, close the case" + link + "&body=%23close\n") != std::string::npos);
  sent.facts.role = "copy";
  CHECK(sent.text().find("mailto:") == std::string::npos);
}

TEST_CASE("forward: an office that answers itself is asked to put the case in Cc") {
  Sent sent;
  sent.facts.case_address = "ward2@town.example";
  CHECK(sent.text().find(
            "(ana@example.org). Put ward2@town.example in Cc, so that the case knows that you answered.\n") !=
        std::string::npos);
  CHECK(sent.text().find("Answer: mailto:") == std::string::npos);
  CHECK(sent.text().find("&body=%23close") != std::string::npos);
}

TEST_CASE("forward: a form's letter names the person it was written for") {
  Sent sent;
  CHECK(sent.text().find("The resident's address is") == std::string::npos);
  sent.letter.from = {{"Website", "noreply@town.example"}};
  CHECK(sent.text().find("The resident's address is ana@example.org.") != std::string::npos);
  CHECK(sent.text().find("From: Website <noreply@town.example>") != std::string::npos);
}

TEST_CASE("forward: who wrote by telephone can be called back") {
  Sent sent;
  sent.letter.phone = "+16135550142";
  CHECK(sent.text().find("ana@example.org>, (613) 555-0142") != std::string::npos);
  sent.letter.from.clear();
  sent.letter.resident.reset();
  sent.letter.resident_name = "Ana";
  CHECK(sent.text().find("From: Ana, (613) 555-0142") != std::string::npos);
  CHECK(sent.text().find("We have no address of the resident.") != std::string::npos);
}

TEST_CASE("forward: restricted, and French offices") {
  Sent sent;
  sent.facts.restricted = true;
  CHECK(sent.text().find("A rule lets only your office have this letter. Please do not pass it on.") !=
        std::string::npos);
  sent.town.default_language = "fr";
  CHECK(sent.text().find("votre bureau répond d'ici le mercredi 25 novembre à 16 h 30.") != std::string::npos);
  CHECK_EQ(sent.draft().content_language, "fr");
}

TEST_CASE("forward: the subject is one short line") {
  Sent sent;
  sent.letter.subject = "a\r\nBcc: x@y.example\n" + std::string(500, 'b');
  const auto subject = sent.draft().subject;
  CHECK(subject.starts_with("[EX-2026-000123-8] a Bcc: x@y.example bbb"));
  CHECK_EQ(count_characters(subject), 19 + 200);
  sent.letter.subject = "{{number}} {{#office}}";
  CHECK_EQ(sent.draft().subject, "[EX-2026-000123-8] {{number}} {{#office}}");
}

TEST_CASE("forward: a letter cannot put lines into the covering text") {
  Sent sent;
  sent.letter.from = {{"Ana\n\nBY WHEN\nnow", "ana@example.org"}};
  CHECK(sent.text().find("From: Ana BY WHEN now <ana@example.org>") != std::string::npos);
}

TEST_CASE("forward: files that gateways refuse, and web pages, are named only") {
  const std::vector<std::pair<const char*, const char*>> refused = {{"a.exe", "application/pdf"},
                                                                    {"a.EXE", "application/octet-stream"},
                                                                    {"a.pdf.exe", "application/pdf"},
                                                                    {"a.js", "text/plain"},
                                                                    {"a.bat", "text/plain"},
                                                                    {"a.scr", "image/png"},
                                                                    {"a.vbs", "text/plain"},
                                                                    {"a.cmd", "text/plain"},
                                                                    {"a.com", "text/plain"},
                                                                    {"a.msi", "x/y"},
                                                                    {"a.ps1", "text/plain"},
                                                                    {"a.jar", "application/zip"},
                                                                    {"a.lnk", "x/y"},
                                                                    {"a.iso", "x/y"},
                                                                    {"a.hta", "x/y"},
                                                                    {"a.exe. ", "x/y"},
                                                                    {"a.html", "application/pdf"},
                                                                    {"a.htm", "x/y"},
                                                                    {"letter.pdf", "text/html"},
                                                                    {"", "text/html"},
                                                                    {"a.svg", "image/svg+xml"},
                                                                    {"", "application/x-msdownload"}};
  for (const auto& [name, type] : refused) {
    Sent sent;
    sent.letter.attachments = {file(name, type, 3000), file("photo.jpg", "image/jpeg", 10)};
    const auto draft = sent.draft();
    CAPTURE(name);
    CAPTURE(type);
    CHECK_EQ(names(draft.attachments), "photo.jpg");
    CHECK(draft.text.find("ATTACHMENTS WE LEFT OUT\n- ") != std::string::npos);
    CHECK(draft.text.find(" (3 kB), because mail systems refuse files of this type\n") != std::string::npos);
  }
  for (const auto* name : {"exe", "a.pdf", "a.docx", "a.zip", "js.txt", "a.exe.pdf", "", "."}) {
    CAPTURE(name);
    CHECK_FALSE(letters::refused_type(name, "application/octet-stream"));
  }
}

TEST_CASE("forward: the largest files are left out until the letter fits") {
  struct Row {
    std::string name;
    std::vector<std::size_t> sizes;
    std::size_t max;
    std::string sent;
  };
  const std::vector<Row> rows = {
      {"all fit", {1000, 2000}, 100000, "f0.jpg f1.jpg"},
      {"the largest goes", {1000, 90000, 2000}, 100000, "f0.jpg f2.jpg"},
      {"then the next", {60000, 70000, 10000}, 60000, "f2.jpg"},
      {"one that is too large alone", {200000}, 100000, ""},
      {"base64 counts", {80000}, 100000, ""},
      {"no room at all", {10, 10}, 100, ""},
  };
  for (const auto& row : rows) {
    Sent sent;
    sent.town.offices["roads"].max_size = row.max;
    sent.letter.attachments.clear();
    for (std::size_t i = 0; i < row.sizes.size(); ++i) {
      sent.letter.attachments.push_back(file(("f" + std::to_string(i) + ".jpg").c_str(), "image/jpeg", row.sizes[i]));
    }
    CAPTURE(row.name);
    const auto draft = sent.draft();
    CHECK_EQ(names(draft.attachments), row.sent);
    const bool some_left = draft.attachments.size() < row.sizes.size();
    CHECK_EQ(draft.text.find("because the message would be too large") != std::string::npos, some_left);
    if (row.max >= 10000) CHECK(compose(draft).size() <= row.max);
  }
}

TEST_CASE("forward: after a size refusal all files are only named") {
  Sent sent;
  sent.facts.without_attachments = true;
  sent.town.offices["roads"].original_attached = true;
  sent.letter.attachments.push_back(file("plan.pdf", "application/pdf", 5 << 20U));
  const auto draft = sent.draft();
  CHECK(draft.attachments.empty());
  for (const auto* named :
       {"- photo.jpg (1 kB), because", "- plan.pdf (5 MB), because", "- letter.eml (1 kB), because"}) {
    CHECK_MESSAGE(draft.text.find(named) != std::string::npos, draft.text);
  }
}

TEST_CASE("forward: the original goes along as a letter only where mail cannot harm it") {
  Sent sent;
  CHECK_EQ(names(sent.draft().attachments), "photo.jpg");
  sent.town.offices["roads"].original_attached = true;
  auto attached = sent.draft().attachments;
  REQUIRE_EQ(names(attached), "photo.jpg letter.eml");
  CHECK_EQ(attached[1].type, "message/rfc822");
  CHECK_EQ(attached[1].content, sent.octets);
  sent.octets = "Subject: \xE9\r\n\r\n" + std::string(2000, 'x');
  attached = sent.draft().attachments;
  CHECK_EQ(attached.at(1).type, "application/octet-stream");
  CHECK_EQ(attached.at(1).content, sent.octets);
}

TEST_CASE("forward: files without a name, letters inside letters, odd types") {
  Sent sent;
  sent.letter.attachments = {file("", "image/jpeg", 5), file("old.eml", "message/rfc822", 20),
                             file("x", "message/delivery-status", 5), file("y", "nonsense", 5)};
  sent.letter.attachments[2].content = "\xE9";
  const auto attached = sent.draft().attachments;
  CHECK_EQ(names(attached), "file-1 old.eml x y");
  CHECK_EQ(attached[1].type, "message/rfc822");
  CHECK_EQ(attached[2].type, "application/octet-stream");
  CHECK_EQ(attached[3].type, "application/octet-stream");
}

TEST_CASE("forward: an office that went from the town harms nothing") {
  Sent sent;
  sent.facts.office = "gone";
  CHECK_EQ(sent.draft().to.at(0).address, "");
}

}  // namespace docket
