// The sample town's acknowledgements are the model letters, to the word (models/ has them whole).
#include <doctest/doctest.h>

#include "tests/daemon/letters/sample.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

std::string model(const std::string& name) {
  return sample::slurp(docket::source_dir() + "/tests/daemon/letters/models/" + name + ".txt");
}

std::string whole(const RenderedLetter& letter) { return "Subject: " + letter.subject + "\n\n" + letter.text; }

/// Received on Friday evening: the days count from Monday morning, so the due dates are those of the models.
Letter evening_letter(const std::string& language) {
  auto letter = sample::letter(language);
  letter.received = sample::at("2026-11-21T00:40:00Z");
  return letter;
}

Decision urgent_decision() {
  auto decision = sample::decision();
  decision.copies.clear();
  decision.notices = {"danger"};
  decision.alert = {"on-call"};
  decision.quote = false;
  return decision;
}

Decision closed_decision() {
  auto decision = sample::decision();
  decision.template_name = "acknowledgement-closed";
  return decision;
}

}  // namespace

TEST_CASE("letters: the acknowledgement is the model letter") {
  for (const std::string language : {"en", "fr"}) {
    CAPTURE(language);
    CHECK_EQ(whole(sample::acknowledge(sample::letter(language), sample::decision())), model("ack." + language));
  }
}

TEST_CASE("letters: a letter that came in the evening is told when the offices open") {
  for (const std::string language : {"en", "fr"}) {
    CAPTURE(language);
    CHECK_EQ(whole(sample::acknowledge(evening_letter(language), closed_decision())), model("closed." + language));
  }
}

TEST_CASE("letters: a notice of danger stands on top and begins the subject") {
  for (const std::string language : {"en", "fr"}) {
    CAPTURE(language);
    CHECK_EQ(whole(sample::acknowledge(sample::letter(language), urgent_decision())), model("urgent." + language));
  }
}

TEST_CASE("letters: the language is the letter's when sure, else both, the town's own first") {
  auto letter = sample::letter();
  CHECK_EQ(sample::acknowledge(letter, sample::decision()).language, "en");
  letter.language.reset();
  const auto unsure = sample::acknowledge(letter, sample::decision());
  CHECK_EQ(unsure.language, "en, fr");
  CHECK_EQ(unsure.subject, "[EX-2026-000123-8] We have your letter / Nous avons reçu votre lettre");
  CHECK(unsure.text.starts_with("Le français suit.\n\nHello,"));
  CHECK(unsure.text.find("Town of Example\n\n* * *\n\nBonjour,") != std::string::npos);
  CHECK_MESSAGE(unsure.text.find("Français : composez") == std::string::npos, "both languages are there already");
  letter.language = "de";
  CHECK_EQ(sample::acknowledge(letter, sample::decision()).language, "en, fr");
  auto town = sample::town();
  town.default_language = "fr";
  CHECK_EQ(sample::acknowledge(letter, sample::decision(), town).language, "fr, en");
}

TEST_CASE("letters: an urgent letter in no sure language begins with both notices") {
  auto letter = sample::letter();
  letter.language.reset();
  CHECK_EQ(sample::acknowledge(letter, urgent_decision()).subject,
           "DANGER? CALL 911 NOW [EX-2026-000123-8] / DANGER? COMPOSEZ LE 911");
}

}  // namespace docket
