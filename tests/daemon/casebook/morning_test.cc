// The clerk's morning list: what waits, a line each, and what the clerk answers to it.
#include "daemon/casebook/clerk_answer.h"
#include "tests/daemon/casebook/measured.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("morning list");

/// At eight o'clock of Thursday; answers the text, "" when there was no letter.
std::string list_at(Measured& town, const std::string& local) {
  town.set(local);
  (void)town.letters();
  const auto made = town.desk.book->morning_list(town.now());
  REQUIRE(made.has_value());
  CHECK((*made == 1) == !town.letters().empty());
  return *made == 1 ? town.text() : "";
}

/// The part under that title.
std::string section(const std::string& text, const std::string& title) {
  const auto begin = text.find("\n" + title);
  if (begin == std::string::npos) return "";
  const auto lines = text.find("\n\n", begin + 1) + 2;
  return std::string(trim(text.substr(lines, text.find("\n\n", lines) - lines)));
}

std::string in_review(Measured& town, const std::string& subject = "Pothole") {
  Sketch sketch;
  sketch.office = "";
  sketch.subject = subject;
  return town.desk.take(sketch).number;
}

TEST_CASE("nothing waits: no letter; something waits: one letter a business day, at eight") {
  Measured town;
  town.take(Sketch{}, answered_in(5));
  CHECK(list_at(town, "2026-11-26 08:00").empty());
  const std::string number = in_review(town);
  CHECK(list_at(town, "2026-11-26 15:00").empty());  // this day's was made
  CHECK(list_at(town, "2026-11-27 08:00").empty());  // a holiday
  CHECK(list_at(town, "2026-11-29 08:00").empty());
  CHECK(list_at(town, "2026-11-30 07:59").empty());
  const std::string text = list_at(town, "2026-11-30 08:00");
  CHECK(section(text, "IN REVIEW") ==
        number + " \"Pothole\" · unclear · docket case assign " + number + " OFFICE · #assign OFFICE");
  town.desk.crash();
  town.desk.open();
  CHECK(list_at(town, "2026-11-30 09:00").empty());
  CHECK_FALSE(list_at(town, "2026-12-01 08:00").empty());
}

TEST_CASE("each thing that waits for the clerk has its line with what settles it") {
  Measured town;
  Sketch spam;
  spam.office = "";
  auto judged = town.desk.recording(spam);
  judged.decision.decided_by = "spam";
  const std::string suspect = town.desk.take(judged).number;
  Sketch ignored;
  ignored.ignored = "newsletter";
  const std::string newsletter = town.desk.take(ignored).inbound;
  Sketch large;
  large.quarantine = "too large";
  const std::string quarantined = town.desk.take(large).inbound;
  Sketch machine;
  machine.withheld = Withheld::automatic;
  const std::string unanswered = town.desk.take(machine).number;
  auto astray = town.desk.recording(Sketch{});
  astray.decision.decided_by = "fallback";
  const std::string fallback = town.desk.take(astray).number;
  const std::string late = town.take(Sketch{}, answered_in(1)).number;
  for (const auto& row : town.desk.claim()) {
    town.desk.settle({row}, row.number == late ? SendResult::Kind::failed : SendResult::Kind::sent, "550 no");
  }
  const std::string text = list_at(town, "2026-11-30 08:00");
  const auto in = [&](const char* title, const std::string& words) {
    CAPTURE(title);
    CAPTURE(text);
    CHECK(section(text, title).find(words) != std::string::npos);
  };
  in("SPAM?", suspect + " \"Pothole\" · unclear · docket case close " + suspect + " · #close WORDS");
  in("IGNORED", newsletter + " · newsletter · council · docket inject --from-ignored " + newsletter);
  in("IN QUARANTINE",
     quarantined + " · too large · council · docket quarantine retry " + quarantined + " · #discard WORDS");
  in("NO ACKNOWLEDGEMENT", unanswered + " \"Pothole\" · automatic · docket case show " + unanswered);
  in("NO RULE FITS", fallback + " \"Pothole\" · docket case assign " + fallback + " OFFICE");
  in("LATE", late + " \"Pothole\" · Roads · 2026-11-26 · docket case assign " + late + " OFFICE");
  in("NOT DELIVERED to a resident", "acknowledgement · " + late + " · failed · docket outbox retry o-");
  in("NOT DELIVERED to an office", "forward → roads · " + late + " · failed · docket outbox retry o-");
  // News are told once; what waits is listed until somebody settles it.
  const std::string next = list_at(town, "2026-12-01 08:00");
  for (const char* once : {"IGNORED", "NO ACKNOWLEDGEMENT", "NO RULE FITS"}) CHECK(section(next, once).empty());
  for (const char* still : {"SPAM?", "IN QUARANTINE", "LATE", "NOT DELIVERED"}) {
    CHECK_FALSE(section(next, still).empty());
  }
}

TEST_CASE("an office's letter that nobody proves is listed") {
  Measured town;
  const std::string number = town.desk.take(Sketch{}).number;
  Sketch claims;
  claims.from = "roads@offices.example";
  claims.in_reply_to = {town.desk.message_id(number, "forward")};
  auto claimed = town.desk.recording(claims);
  claimed.letter.authentication_configured = true;
  claimed.letter.authentication_judged = true;
  town.desk.take(claimed);
  CHECK(section(list_at(town, "2026-11-26 08:00"), "NOT PROVEN").find(number) == 0);
  CHECK(section(list_at(town, "2026-11-30 08:00"), "NOT PROVEN").empty());
}

TEST_CASE("no words of members' cases and restricted ones; a campaign is one line; at most fifty lines") {
  Measured town;
  Sketch member;
  member.office = "";
  member.to = "mayor@town.example";
  member.subject = "Secret one";
  town.desk.take(member);
  auto restricted = town.desk.recording(member);
  restricted.decision.restricted = true;
  restricted.letter.subject = "Secret two";
  town.desk.take(restricted);
  const std::string first = in_review(town, "Same words");
  for (int i = 0; i < 4; ++i) in_review(town, "Same words");
  town.in_book([](const Writing& writing) {
    writing.db.run(
        "UPDATE cases SET campaign = 1 WHERE id IN (SELECT i.case_id FROM inbounds i JOIN letters l ON l.inbound_id = "
        "i.id WHERE l.subject = 'Same words')");
  });
  for (int i = 0; i < 60; ++i) in_review(town, "Other");
  const std::string text = list_at(town, "2026-11-26 08:00");
  CHECK(text.find("Secret") == std::string::npos);
  CHECK(text.find(first + " \"Same words\" + 4 of the same campaign") != std::string::npos);
  const std::string lines = section(text, "IN REVIEW");
  CHECK(lines.find("Same words") == lines.rfind("Same words"));
  CHECK(lines.ends_with("+ 13: docket case list --status review"));
}

// --- the clerk's answer --------------------------------------------------------------------------------------------

struct Answer {
  std::string text;
  std::string from = "clerk@town.example";
  Authenticated authenticated = Authenticated::unknown;
  bool judged = false;
  std::string answers;  ///< a Message-ID
  std::optional<Withheld> machine;
  std::string letter_key;
};

Recorded answer(Measured& town, const Answer& answer) {
  Sketch sketch;
  sketch.from = answer.from;
  sketch.text = answer.text;
  sketch.in_reply_to = {answer.answers};
  sketch.withheld = answer.machine;
  sketch.letter_key = answer.letter_key;
  auto recording = town.desk.recording(sketch);
  recording.letter.authenticated = answer.authenticated;
  recording.letter.authentication_configured = answer.judged;
  recording.letter.authentication_judged = answer.judged;
  return town.desk.take(recording);
}

TEST_CASE("lines of the clerk's answer are commands; everything else is not") {
  const auto commands = clerk_commands(
      "EX-2026-000123-8 #assign roads\n"
      "ex 2026 000124 1   #CLOSE it was repaired #1\n"
      "o-abc #retry\n\n"
      "Thank you #all\nSuite #5\n"
      "EX-2026-000125-9 \"Pothole\" · unclear · docket case assign EX-2026-000125-9 OFFICE · #assign OFFICE\n"
      "#close\n");
  REQUIRE(commands.size() == 3);
  CHECK(commands[0].about == "EX-2026-000123-8");
  CHECK(commands[0].word == "assign");
  CHECK(commands[0].words == "roads");
  CHECK(commands[1].word == "close");
  CHECK(commands[1].words == "it was repaired #1");
  CHECK(commands[2].about == "o-abc");
  CHECK(commands[2].words.empty());
}

TEST_CASE("the clerk answers the list, and it is done; what cannot be done is told with its reason") {
  Measured town;
  const std::string first = in_review(town);
  const std::string second = in_review(town);
  const std::string third = in_review(town);
  Sketch large;
  large.quarantine = "too large";
  const std::string quarantined = town.desk.take(large).inbound;
  list_at(town, "2026-11-26 08:00");
  const std::string before = town.desk.sql_text("SELECT count(*) FROM cases");
  const Recorded recorded =
      answer(town, {first + " #assign Routes\n" + second + " #close a test\n" + third + " #note I call them\n" + first +
                        " #assign nowhere\n" + quarantined + " #discard advertising\n",
                    "clerk@town.example",
                    Authenticated::unknown,
                    false,
                    town.newest_message_id(),
                    {},
                    ""});
  CHECK(recorded.outcome == "ignored");
  CHECK(recorded.reason == "clerk");
  CHECK(town.desk.sql_text("SELECT count(*) FROM cases") == before);
  CHECK(town.row(first).office == "roads");
  CHECK(town.row(second).status == "closed");
  CHECK(town.desk.words(third).ends_with("note"));
  CHECK(town.desk.reader().quarantine_list().empty());
  CHECK(town.letters() == "clerk@town.example: docket: not done");
  CHECK(town.text().find("Done / Fait :\n\n" + first + " #assign Routes\n") != std::string::npos);
  CHECK(town.text().find(first + " #assign nowhere\n  there is no office nowhere") != std::string::npos);
  const auto timeline = town.desk.show(first)["timeline"];
  CHECK(timeline.back()["what"] == "forwarded");
  CHECK(town.desk.sql_text("SELECT who FROM events WHERE what = 'assigned'") == "clerk");
}

TEST_CASE("only the clerk, proven, who answers a list of ours, is the clerk") {
  Measured town;
  const std::string number = in_review(town);
  list_at(town, "2026-11-26 08:00");
  const std::string list = town.newest_message_id();
  (void)town.letters();
  const std::string line = number + " #close\n";
  std::string altered = list;
  altered[altered.find(".f.") + 4] = altered[altered.find(".f.") + 4] == 'a' ? 'b' : 'a';
  const std::string clerk = "clerk@town.example";
  const auto unknown = Authenticated::unknown;
  const std::vector<std::pair<const char*, Answer>> rows = {
      {"another person", {line, "eve@evil.example", unknown, false, list, {}, ""}},
      {"another person, proven", {line, "eve@evil.example", Authenticated::pass, true, list, {}, ""}},
      {"the clerk's name, refuted", {line, clerk, Authenticated::fail, true, list, {}, ""}},
      {"the clerk's name, judged and not proven", {line, clerk, unknown, true, list, {}, ""}},
      {"no list of ours", {line, clerk, Authenticated::pass, true, "<m@example.org>", {}, ""}},
      {"a token that was changed", {line, clerk, unknown, false, altered, {}, ""}},
      {"a list that was never sent",
       {line, clerk, unknown, false, list.substr(0, list.find(".o-")) + ".o-x@town.example>", {}, ""}},
      {"a machine of the clerk's", {line, clerk, unknown, false, list, Withheld::automatic, ""}},
      {"the acknowledgement of a case",
       {line, clerk, unknown, false, town.desk.message_id(number, "acknowledgement"), {}, ""}},
  };
  for (const auto& [name, row] : rows) {
    CAPTURE(name);
    CHECK(answer(town, row).reason != "clerk");
    CHECK(town.row(number).status == "review");
    CHECK(town.letters().empty());
  }
  CHECK(answer(town, {line, clerk, Authenticated::pass, true, list, {}, ""}).reason == "clerk");
  CHECK(town.row(number).status == "closed");
}

TEST_CASE("the same answer through two mailboxes is carried out once, and words alone are answered with help") {
  Measured town;
  const std::string number = in_review(town);
  list_at(town, "2026-11-26 08:00");
  const std::string list = town.newest_message_id();
  (void)town.letters();
  Answer again{number + " #note once\n", "clerk@town.example", Authenticated::unknown, false, list, {}, "samekey"};
  CHECK(answer(town, again).outcome == "ignored");
  CHECK(answer(town, again).outcome == "duplicate");
  CHECK(town.desk.sql_text("SELECT count(*) FROM events WHERE what = 'note'") == "1");
  (void)town.letters();
  CHECK(answer(town, {"Thanks!", "clerk@town.example", Authenticated::unknown, false, list, {}, ""}).reason == "clerk");
  CHECK(town.letters() == "clerk@town.example: docket: not done");
  CHECK(town.text().find("EX-2026-000123-8 #assign roads") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
