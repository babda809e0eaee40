#include "daemon/matters/matters.h"

#include <doctest/doctest.h>

#include "daemon/matters/places.h"
#include "rules/fold.h"

namespace docket::matters_test {
namespace {

TEST_SUITE_BEGIN("matters");

constexpr const char* kText =
    "Please do not close the library on Queen Street. Our children read there every day after school, and the old "
    "people of the neighbourhood meet there.";

Configuration running() {
  auto town = std::make_shared<Town>();
  town->staff_domains = {"staff.town.example"};
  town->offices["roads"].senders = {"foreman@contractor.example", "@roads.example"};
  town->places = {{"Queen Street", {}}, {"Oak Avenue", {}}, {"Mill Lane", {}}};
  Configuration made;
  made.places = std::make_shared<const Places>(town->places);
  made.town = town;
  return made;
}

struct Case {
  const char* what;
  void (*change)(Letter& letter, Decision& decision);
};

MatterSigns signs_of(const Letter& letter, const Decision& decision) {
  return matter_signs(letter, decision, running(), word_form(letter.text), word_form(letter.subject));
}

Letter residents_letter() {
  Letter letter;
  letter.resident = "ana@people.example";
  letter.subject = "The library";
  letter.text = letter.new_text = kText;
  return letter;
}

TEST_CASE("a resident's letter has a sketch of what is new in it, and the places that it names anywhere") {
  Letter letter = residents_letter();
  const auto alone = signs_of(letter, {});
  CHECK(alone.sketch == sketch_of(word_form(kText)));
  CHECK(alone.places == std::vector<std::string>{"Queen Street"});

  letter.text = std::string(kText) + "\n> An earlier letter about Mill Lane and what was said there.";
  letter.subject = "Oak";
  letter.location.address = "12 Oak Avenue";
  const auto answer = signs_of(letter, {});
  CHECK(answer.sketch == alone.sketch);
  CHECK(answer.places == std::vector<std::string>{"Queen Street", "Oak Avenue"});
}

TEST_CASE("letters of machines, lists and staff, and spam, are compared with none") {
  for (const auto& [what, change] :
       {Case{"bounce", [](Letter&letter, Decision&) { letter.bounce = Bounce{}; }},
        Case{"null sender", [](Letter&letter, Decision&) { letter.null_sender = true; }},
        Case{"our own", [](Letter&letter, Decision&) { letter.own = true; }},
        Case{"spam", [](Letter&letter, Decision&) { letter.spam = true; }},
        Case{"automatic", [](Letter&, Decision&decision) { decision.withheld = Withheld::automatic; }},
        Case{"list", [](Letter&, Decision&decision) { decision.withheld = Withheld::list; }},
        Case{"staff", [](Letter&letter, Decision&) { letter.resident = "Bo@Staff.town.example"; }},
        Case{"office", [](Letter&letter, Decision&) { letter.resident = "someone@roads.example"; }},
        Case{"office's own", [](Letter&letter, Decision&) { letter.resident = "foreman@contractor.example"; }}}) {
    CAPTURE(what);
    Letter letter = residents_letter();
    Decision decision;
    change(letter, decision);
    const auto signs = signs_of(letter, decision);
    CHECK(signs.sketch.empty());
    CHECK(signs.places.empty());
  }
  Letter letter = residents_letter();
  letter.resident = "else@contractor.example";
  CHECK_FALSE(signs_of(letter, {}).sketch.empty());
  letter.resident.reset();
  Decision unanswered;
  unanswered.withheld = Withheld::no_address;
  CHECK_FALSE(signs_of(letter, unanswered).sketch.empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::matters_test
