// What a town calls its offices, as the subject or object of an English or French sentence.
#include "config/office_words.h"

#include <doctest/doctest.h>

#include <vector>

namespace docket {
namespace {

TEST_CASE("offices in a sentence") {
  struct Row {
    const char* language;
    const char* name;
    const char* start;
    const char* of;
    const char* pointed;
  };
  for (const auto& row : std::vector<Row>{
           {"en", "Roads", "Roads", "Roads", "Roads"},
           {"en", "Ward 2 Councillor's office", "The Ward 2 Councillor's office", "the Ward 2 Councillor's office",
            "the Ward 2 Councillor's office"},
           {"en", "The Mayor's Office", "The Mayor's Office", "the Mayor's Office", "the Mayor's Office"},
           {"fr", "Service des routes", "Le service des routes", "du service des routes", "ce service"},
           {"fr", "Bureau de la mairesse", "Le bureau de la mairesse", "du bureau de la mairesse", "ce bureau"},
           {"fr", "le service des routes", "Le service des routes", "du service des routes", "ce service"},
           {"fr", "Les parcs", "Les parcs", "des parcs", "ce bureau"},
           {"fr", "Équipe des parcs", "L'équipe des parcs", "de l'équipe des parcs", "cette équipe"},
           {"fr", "Application des règlements", "L'application des règlements", "de l'application des règlements",
            "ce bureau"},
           {"fr", "311 Exemple", "311 Exemple", "de 311 Exemple", "ce bureau"},
           {"de", "Bauamt", "Bauamt", "Bauamt", "Bauamt"},
           {"en", "", "", "", ""},
           {"fr", "", "", "de ", "ce bureau"}}) {
    CAPTURE(std::string(row.name));
    const auto words = office_words(row.language, row.name);
    CHECK_EQ(words.start, row.start);
    CHECK_EQ(words.of, row.of);
    CHECK_EQ(words.this_office, row.pointed);
  }
}

TEST_CASE("a sentence begins with a capital, also one of two octets") {
  CHECK_EQ(at_start("élan"), "Élan");
  CHECK_EQ(at_start(""), "");
}

}  // namespace
}  // namespace docket
