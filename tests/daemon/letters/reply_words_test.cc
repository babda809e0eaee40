// What a text message is answered: short enough, honest, and nothing where nobody is to be answered.
#include "daemon/letters/reply_words.h"

#include <doctest/doctest.h>

#include "tests/daemon/letters/sample.h"

namespace docket::letters {
namespace {

Town town_of(const std::string& name = "Town of Example") {
  Town town;
  town.name = {{{"en", name}, {"fr", "Ville d'Exemple"}}};
  town.languages = {"en", "fr"};
  town.default_language = "en";
  Office roads;
  roads.id = "roads";
  roads.name = {{{"en", "Roads"}, {"fr", "Voirie"}}};
  town.offices["roads"] = roads;
  return town;
}

Taken taken(const std::string& acknowledgement, const std::string& outcome = "case") {
  return {"i-1", outcome, "EX-2026-000123-8", {"roads"}, acknowledgement, false};
}

}  // namespace

TEST_CASE("a text message is answered with the number, the office and that nobody has read it") {
  struct Case {
    const char* name;
    Taken taken;
    const char* words;
  };
  const Case cases[] = {
      {"English", taken("ack en in reply"),
       "Town of Example: your case is EX-2026-000123-8. It goes to Roads. Automatic: nobody has read it yet."},
      {"French", taken("ack fr in reply"),
       "Ville d'Exemple : votre dossier est EX-2026-000123-8. Bureau : Voirie. Réponse automatique, personne ne l'a "
       "encore lu."},
      {"both", taken("ack en, fr in reply"),
       "Town of Example: your case is EX-2026-000123-8. It goes to Roads. Automatic: nobody has read it yet.\n"
       "Ville d'Exemple : votre dossier est EX-2026-000123-8. Bureau : Voirie. Réponse automatique, personne ne l'a "
       "encore lu."},
      {"an addition", taken("ack en in reply", "addition"),
       "Town of Example: added to case EX-2026-000123-8. It goes to Roads. Automatic: nobody has read it yet."},
      {"withheld", taken("ack withheld: cap"), ""},
      {"answered by e-mail", taken("ack en"), ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(reply_words(one.taken, town_of()) == one.words);
    CHECK(fits_text_message(reply_words(one.taken, town_of()), 2));
  }
}

TEST_CASE("what does not fit is left out from the end; the number stays") {
  const auto words = reply_words(taken("ack en, fr in reply"), town_of("Town of " + std::string(60, 'x') + "ê"));
  CHECK(words.find("EX-2026-000123-8") != std::string::npos);
  CHECK(words.find("Roads") == std::string::npos);
  CHECK(fits_text_message(words, 2));
}

TEST_CASE("segments count as 3GPP TS 23.038 says") {
  struct Case {
    const char* name;
    std::string text;
    int segments;
    bool fits;
  };
  const Case cases[] = {
      {"basic alphabet", std::string(153, 'a'), 1, true},
      {"one more", std::string(154, 'a'), 1, false},
      {"its accents are basic", "é" + std::string(152, 'a'), 1, true},
      {"extension counts twice", "€" + std::string(151, 'a'), 1, true},
      {"extension counts twice, one more", "€" + std::string(152, 'a'), 1, false},
      {"any other makes it wide", "ê" + std::string(66, 'a'), 1, true},
      {"any other makes it wide, one more", "ê" + std::string(67, 'a'), 1, false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(fits_text_message(one.text, one.segments) == one.fits);
  }
}

}  // namespace docket::letters
