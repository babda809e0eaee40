// What an acknowledgement says, and must not say, in each situation a letter can be in.
#include <doctest/doctest.h>

#include <functional>

#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

struct Situation {
  std::string name;
  std::function<void(Letter&, Decision&, Town&)> change;
  std::vector<std::string> says;
  std::vector<std::string> never;
};

void to_review(Letter& /*letter*/, Decision& decision, Town& /*town*/) {
  decision.assign.reset();
  decision.review = "two offices could answer";
  decision.decided_by = "Unclear";
}

void by_fallback(Letter& letter, Decision& decision, Town& /*town*/) {
  letter.recipients = {"town@elsewhere.example"};
  decision.assign = "front-desk";
  decision.copies.clear();
  decision.addressed.clear();
  decision.decided_by = "fallback";
  decision.because = {};
}

void by_address(Letter& /*letter*/, Decision& decision, Town& /*town*/) {
  decision.assign = "ward-2";
  decision.copies.clear();
  decision.decided_by = "address";
  decision.written_to = "ward2@town.example";
  decision.because = {};
}

void restricted(Letter& /*letter*/, Decision& decision, Town& /*town*/) {
  decision.copies.clear();
  decision.restricted = true;
}

const std::vector<Situation>& english() {
  static const std::vector<Situation> kAll = {
      {"a person has to choose the office",
       to_review,
       {"WHO WILL ANSWER\nA person in the Town Clerk's office reads your letter and chooses the office",
        "- A person chooses the office. We cannot promise you a day yet.",
        "To ask about your letter, call the Town Clerk"},
       {"Why ", "responsible", "WHO ELSE", "If you hear nothing", "wrong office", "two offices could answer"}},
      {"no rule and no address fits",
       by_fallback,
       {"The Front desk. The Town Clerk is responsible.", "Why the Front desk: none of our rules fits your letter."},
       {"A rule set by", "Why the Front desk: ."}},
      {"the address alone decides",
       by_address,
       {"The Ward 2 Councillor's office. The Ward 2 Councillor is responsible.",
        "Why the Ward 2 Councillor's office: you wrote to ward2@town.example.",
        "Is this the wrong office? Reply and tell us. A person will read your reply."},
       {"A rule set by", "WHO ELSE", "- By "}},
      {"the office belongs to a member",
       by_address,
       {"We use your letter to answer it. This office's letters belong to the councillor, not to the Town. To see it"},
       {"We keep it for"}},
      {"a copy goes where a rule says",
       [](Letter&, Decision& decision, Town&) {
         decision.copies = {{"front-desk", "Street named", sample::both("it names a street.", ""), ""}};
       },
       {"The Front desk, because your letter names a street.\n", "A rule set by the Town Clerk chose these offices."},
       {}},
      {"a copy without words for why",
       [](Letter&, Decision& decision, Town&) {
         decision.copies = {{"front-desk", "Street named", {}, ""}};
       },
       {"GETS A COPY\nThe Front desk.\nA rule set"},
       {"because ."}},
      {"no copy",
       [](Letter&, Decision& decision, Town&) { decision.copies.clear(); },
       {"sidewalk.\nA rule set by the Town Clerk chose this office. Is this the wrong office?\x20"},
       {"WHO ELSE", "these offices", "Ward 2"}},
      {"several offices were written to",
       [](Letter& letter, Decision& decision, Town&) {
         letter.recipients = {"ward2@town.example", "roads@town.example"};
         decision.addressed = {"ward-2", "roads"};
       },
       {"You wrote to more than one of our offices. We treat your letter as one case."},
       {}},
      {"restricted",
       restricted,
       {"Only this office gets your letter. You also wrote to the Ward 2 Councillor's office. One of our rules keeps"},
       {"It begins", "pothole in front", "WHO ELSE", "Ward 2 Councillor's office: the councillor"}},
      {"restricted to the very office written to",
       [](Letter& letter, Decision& decision, Town& town) {
         restricted(letter, decision, town);
         decision.addressed = {"roads"};
       },
       {"Only this office gets your letter.\n"},
       {"You also wrote to", "It begins"}},
      {"the office written to is away",
       [](Letter&, Decision& decision, Town&) {
         decision.stands_in = {{"ward-2", "roads", StandsIn::deputy, std::chrono::year(2026) / 11 / 27}};
       },
       {"The Ward 2 Councillor's office is away until November 27. Roads acts for it.\n"},
       {"vacant", "closed for good"}},
      {"away into the next year",
       [](Letter&, Decision& decision, Town&) {
         decision.stands_in = {{"ward-2", "roads", StandsIn::deputy, std::chrono::year(2027) / 1 / 4}};
       },
       {"is away until January 4, 2027. Roads acts"},
       {}},
      {"one is vacant and one no more",
       [](Letter&, Decision& decision, Town&) {
         decision.stands_in = {{"front-desk", "roads", StandsIn::acting, {}},
                               {"ward-2", "roads", StandsIn::successor, {}}};
       },
       {"The Front desk is vacant. Roads acts for it.\n"
        "The Ward 2 Councillor's office has closed for good. Roads does its work now.\n"},
       {"away until"}},
      {"everybody is there", [](Letter&, Decision&, Town&) {}, {"Roads."}, {"acts for it", "away", "vacant"}},
      {"the office promises nothing",
       [](Letter&, Decision&, Town& town) { town.offices["roads"].standard = {}; },
       {"- A person from Roads reads your letter. We cannot promise you a day.", "To ask about your letter, call"},
       {"- By ", "If you hear nothing"}},
      {"past the calendar's end",
       [](Letter& letter, Decision&, Town&) { letter.received = sample::at("2028-01-10T15:00:00Z"); },
       {"We got it on Monday, January 10, 2028, at 10:00 a.m.\n", "We cannot promise you a day."},
       {"- By ", "If you hear nothing"}},
      {"only a resolution is promised",
       [](Letter&, Decision&, Town& town) { town.offices["roads"].standard.first_response.reset(); },
       {"NEXT\n- By Monday, December 7: Roads plans", "If you hear nothing by December 7, call"},
       {"answers you."}},
      {"a rule's own standard is quicker than the office's",
       [](Letter&, Decision& decision, Town&) {
         decision.standard = Standard{Span{4, Span::Unit::hours}, std::nullopt};
       },
       {"- By Monday, November 23, at 2:02 p.m.: a person from Roads answers you.", "nothing by November 23, call"},
       {"December 7"}},
      {"due in the next year",
       [](Letter& letter, Decision&, Town&) { letter.received = sample::at("2026-12-31T15:00:00Z"); },
       {"- By Monday, January 4, 2027: a person", "If you hear nothing by January 4, 2027, call"},
       {}},
      {"not proven to come from its sender",
       [](Letter& letter, Decision&, Town&) {
         letter.authenticated = Authenticated::unknown;
         letter.authentication_configured = false;
       },
       {"YOUR LETTER\nIt came with 1 file (a photo)."},
       {"It begins", "pothole in front"}},
      {"quote: never",
       [](Letter&, Decision& decision, Town&) { decision.quote = false; },
       {"YOUR LETTER\nIt came with 1 file"},
       {"It begins", "pothole in front"}},
      {"no gist and no file",
       [](Letter& letter, Decision&, Town&) {
         letter.gist.clear();
         letter.attachments.clear();
       },
       {"EX-2026-000123-8\n\nWHO WILL ANSWER"},
       {"\nYOUR LETTER\n", "It came with"}},
      {"files of several kinds",
       [](Letter& letter, Decision&, Town&) {
         letter.attachments.push_back(letter.attachments.front());
         letter.attachments.back().type = "application/pdf";
       },
       {"It came with 2 files.\n"},
       {"photo"}},
      {"part could not be read",
       [](Letter& letter, Decision&, Town&) { letter.defects = {"unknown charset x-foo in part 2"}; },
       {"Our system could not read part of your letter. We keep all of it"},
       {"x-foo"}},
      {"from a staff address",
       [](Letter& letter, Decision&, Town&) { letter.resident = "bob@Town.Example"; },
       {"You wrote from an address of the Town."},
       {}},
      {"no time of receipt is known",
       [](Letter& letter, Decision&, Town&) { letter.received.reset(); },
       {"No one has read your letter yet.\n\nYOUR CASE"},
       {"We got it", "- By ", "offices are closed"}},
      {"someone is alerted",
       [](Letter&, Decision& decision, Town&) { decision.alert = {"on-call"}; },
       {"The Manager of Roads is responsible. We are also alerting the on-call supervisor.",
        "- On-call: the supervisor on duty\n"},
       {}},
      {"an office that gets it twice is named once",
       [](Letter&, Decision& decision, Town&) {
         decision.alert = {"roads", "ward-2"};
       },
       {"- Roads: four staff who handle road reports\n- Ward 2 Councillor's office: the councillor and one assistant\n"
        "- The Town"},
       {}},
      {"a restricted letter alerts nobody",
       [](Letter& letter, Decision& decision, Town& town) {
         restricted(letter, decision, town);
         decision.alert = {"on-call"};
       },
       {},
       {"alerting", "On-call"}},
      {"an address of ours is not in the recipients",
       [](Letter& letter, Decision&, Town&) { letter.recipients.clear(); },
       {"WHO WILL ANSWER\nRoads."},
       {}},
      {"help has no telephone of its own",
       [](Letter&, Decision&, Town& town) { town.help_phone.clear(); },
       {"language? Call 613-555-0100 (TTY 711)."},
       {}},
      {"no telephone anywhere",
       [](Letter&, Decision&, Town& town) {
         town.help_phone.clear();
         town.clerk_phone.clear();
         town.offices["roads"].contact.phone.clear();
       },
       {"Reply to this message. You can also write to 1 Main Street", "by November 25, write to clerk@town.example."},
       {"call", "TTY", "Français"}},
      {"the town names its law",
       [](Letter&, Decision&, Town& town) { town.privacy_authority = sample::both("Municipal Act", ""); },
       {"write to privacy@town.example.\nThe law that lets us do this: Municipal Act.\n"},
       {}},
      {"the offices close for lunch",
       [](Letter&, Decision&, Town& town) {
         for (auto& [day, spans] : town.calendar.hours) spans = {{510, 720}, {780, 990}};
       },
       {"Monday to Friday, 8:30 a.m. to noon and 1:00 p.m. to 4:30 p.m., or write to"},
       {}},
      {"an office's own address is never printed",
       [](Letter&, Decision&, Town&) {},
       {"We keep it for two years"},
       {"belong to the councillor", "ward-2-office@", "roads-office@"}},
  };
  return kAll;
}

}  // namespace

TEST_CASE("letters: every situation is told in plain words") {
  for (const auto& situation : english()) {
    auto letter = sample::letter();
    auto decision = sample::decision();
    auto town = sample::town();
    situation.change(letter, decision, town);
    const auto text = sample::acknowledge(letter, decision, town).text;
    CAPTURE(situation.name);
    CAPTURE(text);
    for (const auto& says : situation.says) CHECK_MESSAGE(text.find(says) != std::string::npos, "says: ", says);
    for (const auto& never : situation.never) CHECK_MESSAGE(text.find(never) == std::string::npos, "never: ", never);
  }
}

TEST_CASE("letters: French has the articles right") {
  auto town = sample::town();
  const auto text_for = [&](const char* office) {
    auto decision = sample::decision();
    decision.assign = office;
    return sample::acknowledge(sample::letter("fr"), decision, town).text;
  };
  town.offices["front-desk"].standard = town.offices["roads"].standard;
  const auto desk = text_for("front-desk");
  CAPTURE(desk);
  CHECK(desk.find("La réception. Le responsable est la greffière.\nPourquoi cette réception :") != std::string::npos);
  CHECK(desk.find("une personne de la réception vous répond") != std::string::npos);
  CHECK(desk.find("la réception compte régler") != std::string::npos);
  CHECK(desk.find("- Réception : trois employés") != std::string::npos);
  town.offices["front-desk"].name = sample::both("Front desk", "Accueil");
  const auto welcome = text_for("front-desk");
  CAPTURE(welcome);
  CHECK(welcome.find("L'accueil. Le responsable est la greffière.\nPourquoi ce bureau :") != std::string::npos);
  CHECK(welcome.find("une personne de l'accueil vous répond") != std::string::npos);
}

TEST_CASE("letters: French tells who acts for whom, whatever the gender of offices") {
  auto decision = sample::decision();
  decision.stands_in = {{"front-desk", "roads", StandsIn::acting, {}},
                        {"on-call", "roads", StandsIn::successor, {}},
                        {"ward-2", "roads", StandsIn::deputy, std::chrono::year(2026) / 12 / 1}};
  const auto text = sample::acknowledge(sample::letter("fr"), decision, sample::town()).text;
  CAPTURE(text);
  CHECK(text.find("Le service des routes répond à la place de la réception, où le poste est vacant.\n"
                  "Le service des routes répond à la place de Garde, qui n'existe plus.\n"
                  "Une absence finit le 1er décembre. D'ici là, le service des routes répond à la place du bureau du "
                  "conseiller du quartier 2.\n") != std::string::npos);
}

TEST_CASE("letters: a letter that joins a case gets a short answer under the same number") {
  auto joined = sample::decision();
  joined.assign.reset();
  joined.copies.clear();
  const auto text = sample::acknowledge(sample::letter(), joined, sample::town(), true);
  CHECK_EQ(text.subject, "[EX-2026-000123-8] We added your letter to your case");
  CHECK(text.text.find("The people who have your case get this letter too.\nIs your letter about") !=
        std::string::npos);
  CHECK(text.text.find("It came with 1 file (a photo).") != std::string::npos);
  CHECK_MESSAGE(text.text.find("WHO CAN READ") == std::string::npos, "short");
  joined.notices = {"danger"};
  CHECK(sample::acknowledge(sample::letter(), joined, sample::town(), true).subject.starts_with("DANGER?"));
}

TEST_CASE("letters: a letter that waited for our system is told both times, and no day that is over is promised") {
  const auto town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  const auto told = [&](const std::string& language, const char* recorded) {
    const auto plan = plan_acknowledgement(sample::letter(language), sample::decision(), town, calendar,
                                           sample::settings(), false, sample::at(recorded));
    return render_acknowledgement(plan, "EX-1", *sample::templates()).text;
  };
  const std::string waited = told("en", "2026-11-24T14:05:00Z");
  CHECK(waited.find("We got it on Monday, November 23, 2026, at 10:02 a.m.\nOur mail system did not work for a while. "
                    "Your letter waited, and we could read it only on Tuesday, November 24, at 9:05 a.m.") !=
        std::string::npos);
  CHECK(waited.find("- By Wednesday, November 25: a person") != std::string::npos);
  CHECK(told("fr", "2026-11-24T14:05:00Z").find("nous avons pu la lire seulement le mardi 24 novembre à 9 h 05") !=
        std::string::npos);
  CHECK(told("en", "2026-11-23T15:17:00Z").find("did not work") == std::string::npos);
  const std::string over = told("en", "2026-11-27T15:00:00Z");
  CHECK(over.find("a person from Roads answers you") == std::string::npos);
  CHECK(over.find("If you hear nothing by December 7, ") != std::string::npos);
}

TEST_CASE("letters: too large a letter is told so, with the limit and without a number") {
  const auto town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  auto plan = plan_acknowledgement(sample::letter(), sample::decision(), town, calendar, sample::settings(), false);
  plan.template_name = "too-large";
  const auto letter = render_acknowledgement(plan, "", *sample::templates());
  CHECK_EQ(letter.subject, "Your letter is too large for our mail system");
  CHECK(letter.text.find("It is larger than 50 MB.") != std::string::npos);
  CHECK(letter.text.find("EX-") == std::string::npos);
}

TEST_CASE("letters: a plan names who writes to whom, and holds no more than the letter shows") {
  const auto town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  auto letter = sample::letter();
  letter.text = "There is a deep pothole. My health card is ABC.";
  letter.recipients = {"someone@elsewhere.example", "ward2@town.example", "roads@town.example"};
  auto decision = sample::decision();
  const auto plan_now = [&] {
    return plan_acknowledgement(letter, decision, town, calendar, sample::settings(), false);
  };
  CHECK_EQ(plan_now().from, "ward2@town.example");
  CHECK_EQ(plan_now().to, "ana@example.org");
  CHECK(plan_now().facts.find("ABC") == std::string::npos);
  CHECK(plan_now().facts.find("Pothole") == std::string::npos);
  CHECK(plan_now().facts.find("\"gist\"") != std::string::npos);
  decision.restricted = true;
  CHECK(plan_now().facts.find("deep pothole") == std::string::npos);
  letter.recipients.clear();
  CHECK_EQ(plan_now().from, "roads@town.example");
  decision.assign.reset();
  CHECK_EQ(plan_now().from, "info@town.example");
}

TEST_CASE("letters: a row outlives the template and the language it was recorded with") {
  const auto town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  auto plan = plan_acknowledgement(sample::letter(), sample::decision(), town, calendar, sample::settings(), false);
  plan.template_name = "campaign";
  CHECK_EQ(render_acknowledgement(plan, "EX-1", *sample::templates()).subject, "[EX-1] We have your letter");
  plan.languages = {"de"};
  CHECK_EQ(render_acknowledgement(plan, "EX-1", *sample::templates()).language, "en");
  plan.facts = "not JSON";
  CHECK_EQ(render_acknowledgement(plan, "EX-1", *sample::templates()).language, "en");
}

TEST_CASE("letters: the first due date is the answer's, a rule's standard wins, none in review") {
  const auto town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  auto letter = sample::letter();
  auto decision = sample::decision();
  const auto due = [&] { return promise_of(letter, decision, town, calendar).first(); };
  CHECK_EQ(due(), sample::at("2026-11-25T21:30:00Z"));
  decision.standard = Standard{std::nullopt, Span{1, Span::Unit::hours}};
  CHECK_EQ(due(), sample::at("2026-11-23T16:02:00Z"));
  decision.review = "unclear";
  CHECK_FALSE(due());
  decision = sample::decision();
  decision.assign = "ward-2";
  CHECK_FALSE(due());
  letter.received.reset();
  CHECK_FALSE(due());
}

}  // namespace docket
