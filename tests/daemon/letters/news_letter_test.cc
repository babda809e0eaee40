// The letters that tell news: what each kind says, and in towns whose templates are older than it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "daemon/letters/news.h"
#include "daemon/outbox/links.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

constexpr const char* kNumber = "EX-2026-000123-8";

/// Wednesday, November 25, 2026, 10:00 in the town; Roads has the case.
NewsFacts facts(std::set<News> what) {
  NewsFacts made;
  made.what = std::move(what);
  made.languages = {"en"};
  made.from = "ward2@town.example";
  made.to = "ana@example.org";
  made.office = "roads";
  made.now = sample::at("2026-11-25T15:00:00Z");
  made.closed = made.now;
  made.first_response = sample::at("2026-11-30T21:30:00Z");
  made.resolve = sample::at("2027-01-08T21:30:00Z");
  return made;
}

std::shared_ptr<const Templates> templates_of(const std::vector<TextFile>& files) {
  Problems problems;
  auto loaded = Templates::load(files, sample::town(), problems);
  REQUIRE_MESSAGE(loaded != nullptr, (problems.empty() ? "" : to_string(problems.front())));
  return loaded;
}

std::string text(const NewsFacts& of, const Templates& templates, const Settings& settings = sample::settings(),
                 const Keys& keys = Keys::make()) {
  const Town town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  auto plan = plan_news(of, town, calendar);
  plan.facts = with_links(plan.facts, "2026-000123-8", keys, settings);
  const auto letter = render_acknowledgement(plan, kNumber, templates);
  return letter.subject + "\n" + letter.text;
}

void check_says(const std::string& text, const std::vector<std::string>& says, const std::vector<std::string>& never) {
  CAPTURE(text);
  for (const auto& words : says) CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  for (const auto& words : never) CHECK_MESSAGE(text.find(words) == std::string::npos, words);
}

Settings with_site() {
  Settings settings = sample::settings();
  settings.desk_public = Listen{};
  settings.desk_public_url = "https://letters.town.example/";
  return settings;
}

TEST_CASE("news: each kind says what happened, who has the letter and until when") {
  const auto all = sample::templates();
  check_says(text(facts({News::assigned}), *all),
             {"[EX-2026-000123-8] News about your letter", "Roads has your letter now.",
              "By Monday, November 30:", "By Friday, January 8, 2027:", "If you hear nothing by November 30,"},
             {"another office", "We need more time", "closed", "roads-office@"});
  check_says(text(facts({News::rerouted}), *all),
             {"We sent your letter to another office. The office that had it told us that this is not its work."},
             {"has your letter now"});
  check_says(text(facts({News::extended, News::assigned}), *all),
             {"has your letter now.\nWe need more time. The new day is below."}, {});
  check_says(text(facts({News::acting}), *all), {"Nobody holds the office that had your letter just now. Roads acts"},
             {"May they have your case"});
  NewsFacts review = facts({News::rerouted});
  review.office.clear();
  review.first_response.reset();
  review.resolve.reset();
  check_says(text(review, *all), {"A person in the Town Clerk's office chooses the office that will answer you."},
             {"By ", "responsible"});
}

TEST_CASE("news: the same in French, and in both where the letter's language is not known") {
  const auto all = sample::templates();
  NewsFacts french = facts({News::rerouted, News::extended});
  french.languages = {"fr"};
  check_says(text(french, *all),
             {"Nous avons envoyé votre lettre à un autre bureau.", "Il nous faut plus de temps.",
              "D'ici le lundi 30 novembre"},
             {"We "});
  NewsFacts both = facts({News::closed});
  both.languages.clear();
  check_says(text(both, *all),
             {"We closed your case on Wednesday, November 25.",
              "Nous avons fermé votre dossier le mercredi 25 novembre.", "Le français suit."},
             {});
}

TEST_CASE("news: a day that is over is not promised again") {
  NewsFacts late = facts({News::assigned});
  late.first_response = sample::at("2026-11-24T21:30:00Z");
  check_says(text(late, *sample::templates()), {"By Friday, January 8, 2027:"}, {"November 24"});
}

TEST_CASE("news: closing asks one question, by links where there is a page, else by a reply") {
  const auto all = sample::templates();
  NewsFacts closed = facts({News::closed});
  closed.closing = "s-abc";
  const std::string reply = "Not settled? Reply to this message and your case opens again.";
  check_says(text(closed, *all), {"[EX-2026-000123-8] We closed your case", "IS IT SETTLED?", reply}, {"http", "By "});
  const Keys keys = Keys::make();
  const std::string link =
      "https://letters.town.example/settled?key=" + keys.token("2026-000123-8", Purpose::settled, "s-abc");
  check_says(
      text(closed, *all, with_site(), keys),
      {"Yes, it is settled: " + link + "&answer=yes&lang=en\n", "Not yet: " + link + "&answer=not-yet&lang=en\n"},
      {reply});
}

TEST_CASE("news: a member's resident is asked whether the next one may have the case") {
  NewsFacts acting = facts({News::acting});
  acting.consent = "ward-2";
  const Keys keys = Keys::make();
  check_says(text(acting, *sample::templates(), with_site(), keys),
             {"May they have your case?", "Yes: https://letters.town.example/settled?key=" +
                                              keys.token("2026-000123-8", Purpose::settled, "consent:ward-2")},
             {});
  // Where nobody acts for it meanwhile, the letter asks and promises nothing.
  acting.office.clear();
  acting.first_response.reset();
  acting.resolve.reset();
  check_says(text(acting, *sample::templates(), with_site(), keys), {"Nobody holds", "May they have your case?"},
             {"acts for it", "WHO WILL ANSWER", "By ", "chooses the office"});
}

TEST_CASE("news: towns whose letters are older than them still tell it") {
  std::vector<TextFile> old = sample::template_files();
  std::erase_if(old, [](const TextFile& file) { return file.name.find("closed.") == 8; });
  check_says(text(facts({News::closed}), *templates_of(old)),
             {"News about your letter", "We closed your case on Wednesday, November 25. Not settled? Reply"},
             {"WHO WILL ANSWER", "By "});
  std::erase_if(old, [](const TextFile& file) { return file.name.find("update.") == 8; });
  check_says(text(facts({News::rerouted}), *templates_of(old)), {"We sent your letter to another office."},
             {"No one has read your letter"});
  for (const auto* language : {"en", "fr"}) {
    old.push_back(
        {std::string("letters/update.") + language + ".txt",
         "Subject: [{{number}}] News\n\nThere is news about your letter.\n\nWHO WILL ANSWER\n"
         "{{#office}}{{office_start}}.{{/office}}\n\n{{#first_response}}By {{first_response}}.{{/first_response}}\n"});
  }
  check_says(text(facts({News::closed}), *templates_of(old)), {"There is news about your letter.", "Roads."}, {"By "});
}

TEST_CASE("news: nothing is planned where nothing is news or nobody is there to hear it") {
  const Town town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  CHECK(plan_news(facts({}), town, calendar).template_name.empty());
  NewsFacts nobody = facts({News::closed});
  nobody.to.clear();
  CHECK(plan_news(nobody, town, calendar).template_name.empty());
}

TEST_CASE("a ready answer asks whether it was enough, once there is a page for it") {
  const Town town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  Decision decision = sample::decision();
  decision.answer = "garbage";
  auto plan = plan_acknowledgement(sample::letter(), decision, town, calendar, sample::settings(), false);
  const Keys keys = Keys::make();
  const auto rendered = [&](const Settings& settings) {
    auto linked = plan;
    linked.facts = with_links(plan.facts, "2026-000123-8", keys, settings);
    return render_acknowledgement(linked, kNumber, *sample::templates()).text;
  };
  const std::string key = keys.token("2026-000123-8", Purpose::settled, "answer");
  check_says(rendered(with_site()),
             {"We collect garbage", "This answered me, close my case: https://letters.town.example/settled?key=" + key,
              "I still need a person: ", "If you click nothing, a person answers you."},
             {});
  check_says(rendered(sample::settings()), {"We collect garbage"}, {"This answered me", "http"});
  Settings no_page = with_site();
  no_page.desk_public.reset();
  check_says(rendered(no_page), {}, {"http"});
}

}  // namespace
}  // namespace docket
