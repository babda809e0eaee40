#include "connectors/mime/automatic.h"

#include <doctest/doctest.h>

#include "tests/connectors/mime/letters.h"

namespace docket {
namespace {

/// "Sign" or "Sign (list)", joined by commas.
std::string describe(const std::vector<AutomaticSign>& signs) {
  std::string out;
  for (const auto& sign : signs) out += (out.empty() ? "" : ", ") + sign.sign + (sign.list ? " (list)" : "");
  return out;
}

TEST_SUITE_BEGIN("automatic");

TEST_CASE("a machine is known by its signs, a person is not taken for one") {
  const struct {
    std::string name;
    std::string fields;
    std::string signs;
  } cases[] = {
      {"a person", "From: ana@example.org\nSubject: Pothole\nReturn-Path: ana@example.org", ""},
      {"vacation", "Auto-Submitted: auto-replied", "Auto-Submitted"},
      {"with parameters", "Auto-Submitted: Auto-Replied; owner-email=\"a@b\" (vacation)", "Auto-Submitted"},
      {"auto-generated", "Auto-Submitted: auto-generated", "Auto-Submitted"},
      {"after a comment", "Auto-Submitted: (vacation) auto-replied", "Auto-Submitted"},
      {"a person, after a comment", "Auto-Submitted: (sent by hand) no", ""},
      {"an empty field says nothing", "List-Id:\nX-Loop:", ""},
      {"asks for no answer, with semicolons", "X-Auto-Response-Suppress: DR; OOF", "X-Auto-Response-Suppress"},
      {"explicitly a person", "Auto-Submitted: no", ""},
      {"explicitly a person, with a comment", "Auto-Submitted: No (really)", ""},
      {"asks for no answer", "X-Auto-Response-Suppress: DR, OOF, AutoReply", "X-Auto-Response-Suppress"},
      {"asks for no answer at all", "X-Auto-Response-Suppress: All", "X-Auto-Response-Suppress"},
      {"asks for no reports only", "X-Auto-Response-Suppress: DR, RN, NRN", ""},
      {"bulk", "Precedence: bulk", "Precedence (list)"},
      {"list", "precedence: List", "Precedence (list)"},
      {"old vacation program", "X-Precedence: auto_reply", "X-Precedence"},
      {"first class", "Precedence: first-class", ""},
      {"cPanel", "X-Autorespond: Re: hello", "X-Autorespond"},
      {"autoreply yes", "X-Autoreply: yes", "X-Autoreply"},
      {"autoreply no", "X-Autoreply: no", ""},
      {"Plesk", "Delivered-To: autoresponder", "Delivered-To"},
      {"an ordinary delivery", "Delivered-To: ward2@town.example", ""},
      {"mailing list", "List-Id: Cycling <cycling.lists.example>\nList-Post: <mailto:c@lists.example>",
       "List-Id (list), List-Post (list)"},
      {"newsletter", "List-Unsubscribe: <https://news.example/u>\nFeedback-ID: 1:2:3:x",
       "List-Unsubscribe (list), Feedback-ID (list)"},
      {"our own group", "List-Id: Ward 2 <ward2.town.example>\nList-Post: <mailto:x@y>\nPrecedence: list", ""},
      {"our own group, other case", "List-ID: <WARD2.Town.Example>", ""},
      {"newsletter through our own group", "List-Id: <ward2.town.example>\nFeedback-ID: 1:2\nPrecedence: bulk",
       "Precedence (list), Feedback-ID (list)"},
      {"list through our own group", "List-Id: <ward2.town.example>\nList-Id: <other.example>",
       "List-Id (list), List-Id (list)"},
      {"null sender", "Return-Path: <>", "Return-Path"},
      {"delivery report", "Content-Type: multipart/report; report-type=delivery-status", "Content-Type"},
      {"daemon", "From: MAILER-DAEMON@mx.example.org", "From"},
      {"postmaster", "From: Postmaster@example.org", "From"},
      {"the owner of a list", "From: owner-cycling@lists.example", "From"},
      {"the robot of a list", "From: cycling-request@lists.example", "From"},
      {"noreply", "From: no-reply@shop.example", "From"},
      {"loop mark", "X-Loop: yes", "X-Loop"},
      {"Exim bounce", "X-Failed-Recipients: ana@example.org", "X-Failed-Recipients"},
      {"Exchange", "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
       "X-MS-Exchange-Generated-Message-Source"},
      {"cron", "X-Cron-Env: <SHELL=/bin/sh>", "X-Cron-Env"},
      {"a recall by a newer Exchange", "X-MS-Exchange-RecallReportGenerated: true\nSubject: Recall: Hall",
       "X-MS-Exchange-RecallReportGenerated"},
      {"a recall inside of Exchange", "content-class: urn:content-classes:recallmessage", "Content-Class"},
      {"what became of a recall", "Content-Class: urn:content-classes:recallreport", "Content-Class"},
      {"an ordinary class", "Content-Class: urn:content-classes:message", ""},
      {"the word in a person's subject", "From: ana@example.org\nSubject: Recall: the salad of last week", ""},
      {"a subject alone proves nothing", "Subject: Out of office hours at the rink?", ""},
      {"subject with another sign", "Subject: Automatic reply: Pothole\nAuto-Submitted: auto-replied",
       "Auto-Submitted, Subject"},
      {"French subject with another sign", "Subject: RÉPONSE AUTOMATIQUE : trottoir\nReturn-Path: <>",
       "Return-Path, Subject"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(describe(automatic_signs(sketch::letter(c.fields), {"ward2.town.example"})) == c.signs);
  }
}

TEST_CASE("a sign shows the value as written") {
  const auto signs = automatic_signs(sketch::letter("Auto-Submitted: auto-replied"), {});
  REQUIRE(signs.size() == 1);
  CHECK(signs[0].value == "auto-replied");
}

TEST_CASE("our own letter that comes back is known") {
  auto letter = sketch::letter("X-Docket-Instance: i1\nAuto-Submitted: auto-replied");
  letter.own = true;
  CHECK(describe(automatic_signs(letter, {})) == "own, Auto-Submitted");
}

TEST_CASE("a form that writes from noreply@ for a person is no machine") {
  auto letter = sketch::letter("From: noreply@town.example");
  letter.resident = "ana@example.org";
  CHECK(describe(automatic_signs(letter, {})).empty());
  letter.resident = "noreply@town.example";
  CHECK(describe(automatic_signs(letter, {})) == "From");
}

TEST_CASE("a header of thousands of signs stays bounded") {
  Letter letter;
  for (int i = 0; i < 20000; ++i) letter.headers.push_back({"List-Post", std::string(500, 'x') + std::to_string(i)});
  for (int i = 0; i < 20000; ++i) letter.headers.push_back({"X-Loop", std::to_string(i)});
  const auto signs = automatic_signs(letter, {});
  CHECK(signs.size() <= 50);
  CHECK(signs[0].value.size() == 200);
}

TEST_CASE("Outlook's recall is known by its sentence and by its class, a person's letter about one is not") {
  const std::string said = "Ana Silva would like to recall the message, \"Hall on Friday\".";
  auto letter = sketch::letter("From: ana@example.org\nSubject: Recall: Hall on Friday");
  letter.text = said + "\n_____\nThe list";
  CHECK(describe(automatic_signs(letter, {})) == "Subject");
  letter.text = "My dog ate it.\n\n" + said;
  CHECK(describe(automatic_signs(letter, {})) == "");
  letter = sketch::letter("From: ana@example.org\nSubject: RE: Recall: Hall on Friday");
  letter.text = said;
  CHECK(describe(automatic_signs(letter, {})) == "");
  // Whatever language it is in: the class stands at the beginning of winmail.dat.
  letter = sketch::letter("From: ana@example.org\nSubject: Rappel : salle");
  Attachment winmail;
  winmail.type = "application/ms-tnef";
  winmail.content = std::string("\x78\x9f\x3e\x22\0", 5) + "IPM.Outlook.Recall";
  letter.attachments.push_back(winmail);
  CHECK(describe(automatic_signs(letter, {})) == "Content-Type");
  letter.attachments.front().content = std::string(1000, 'x') + "IPM.Outlook.Recall";
  CHECK(describe(automatic_signs(letter, {})) == "");
}

TEST_CASE("a calendar's answer is a machine's, an invitation is a person's") {
  for (const auto* method : {"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "CANCEL"}) {
    CAPTURE(method);
    auto letter = sketch::letter("From: ana@example.org\nSubject: Accepted: Hall");
    letter.calendar_method = method;
    const auto signs = automatic_signs(letter, {});
    REQUIRE(signs.size() == 1);
    CHECK(signs.front().sign == "Content-Type");
    CHECK(signs.front().value == std::string("method=") + method);
    CHECK_FALSE(signs.front().list);
  }
  for (const auto* method : {"", "REQUEST", "PUBLISH", "ADD"}) {
    CAPTURE(method);
    auto letter = sketch::letter("From: ana@example.org\nSubject: Hall");
    letter.calendar_method = method;
    CHECK(automatic_signs(letter, {}).empty());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
