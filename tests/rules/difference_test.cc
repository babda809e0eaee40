// What a change of rules means for a letter's writer and its offices.
#include <doctest/doctest.h>

#include "rules/difference.h"

namespace docket {
namespace {

Decision to_roads() {
  Decision decision;
  decision.assign = "roads";
  decision.decided_by = "Roads";
  decision.addressed = {"ward-2"};
  decision.copies = {{"ward-2", "", {}, "ward2@town.example"}};
  return decision;
}

TEST_CASE("every aspect that someone notices is a difference of its own, and the rule's name is none") {
  const auto before = to_roads();
  auto renamed = before;
  renamed.decided_by = "Streets";
  renamed.matched = {"Streets"};
  CHECK(differences(before, renamed).empty());
  const auto only = [&](auto change, const char* aspect) {
    auto after = before;
    change(after);
    CHECK_MESSAGE(differences(before, after) == std::vector<std::string>{aspect}, aspect);
  };
  only([](Decision& d) { d.assign = "parks"; }, "assign");
  only([](Decision& d) { d.copies.clear(); }, "copies");
  only([](Decision& d) { d.labels = {"x"}; }, "labels");
  only([](Decision& d) { d.priority = Priority::urgent; }, "priority");
  only([](Decision& d) { d.review = "look"; }, "review");
  only([](Decision& d) { d.restricted = true; }, "restrict");
  only([](Decision& d) { d.notices = {"danger"}; }, "notices");
  only([](Decision& d) { d.because.by_language["en"] = "it rains"; }, "because");
  only([](Decision& d) { d.withheld = Withheld::rule; }, "withheld");
  only([](Decision& d) { d.template_name = "other"; }, "template");
  only([](Decision& d) { d.answer = "hours"; }, "answer");
  only([](Decision& d) { d.standard = Standard{Span{2, Span::Unit::days}, {}}; }, "standard");
  only([](Decision& d) { d.alert = {"mayor"}; }, "alert");
  only([](Decision& d) { d.quote = false; }, "quote");
  only([](Decision& d) { d.channel = "phone"; }, "channel");
}

TEST_CASE("an office written to is lost when it neither has the letter nor a copy") {
  const auto before = to_roads();
  auto after = before;
  CHECK_FALSE(loses_addressed_office(before, after));
  after.copies.clear();
  CHECK(loses_addressed_office(before, after));
  after.assign = "ward-2";
  CHECK_FALSE(loses_addressed_office(before, after));
  after.outcome = Decision::Outcome::ignored;
  CHECK(newly_ignored(before, after));
  CHECK_FALSE(newly_ignored(after, after));
  CHECK(destination(after) == "ignored");
  CHECK(destination(Decision{}) == "review");
}

}  // namespace
}  // namespace docket
