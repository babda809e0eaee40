// The letters about saved files, word for word as the clerk reads them.
#include "daemon/serve/saved_letters.h"

#include <doctest/doctest.h>

namespace docket {
namespace {

TEST_SUITE_BEGIN("saved files");

Town town_of_two() {
  Town town;
  town.default_language = "en";
  town.offices["roads"].name.by_language = {{"en", "Roads"}, {"fr", "Routes"}};
  town.offices["waste"].name.by_language = {{"en", "Waste"}};
  return town;
}

Decision to_office(const std::string& office, const std::vector<std::string>& copies = {}) {
  Decision decision;
  decision.assign = office;
  for (const auto& copy : copies) decision.copies.push_back({copy, "", {}, ""});
  return decision;
}

Comparison compared(std::size_t letters, std::vector<ComparedLetter> differing) {
  Comparison comparison;
  comparison.letters = letters;
  comparison.differing = std::move(differing);
  return comparison;
}

ComparedLetter moved(const std::string& number, const std::string& from, const std::string& to) {
  return {{"i-1", number, "case"}, to_office(from), to_office(to), {"assign"}};
}

std::string subject_of(const std::string& number) { return number == "EX-1" ? "Pothole" : ""; }

SavedNews news(const Comparison& comparison) {
  auto made = news_of(comparison, town_of_two(), subject_of);
  made.time = "16:29";
  made.changes = {{FileChange::Kind::changed, "rules/10-topics.yaml"}, {FileChange::Kind::added, "rules/20-new.yaml"}};
  made.previous = "sha256:0123456789abcdef0123456789abcdef";
  return made;
}

TEST_CASE("live: since when, what would go elsewhere, and how to go back") {
  auto told = news(compared(200, {moved("EX-1", "roads", "waste"), moved("EX-2", "roads", "gone")}));
  told.problems = {{Severity::warning, {"docket.yaml", 0, 0}, "docket.yaml changed: taken at the next start", ""}};
  const auto letter = live_letter(told, "clerk@town.example");
  CHECK(letter.to == "clerk@town.example");
  CHECK(letter.subject == "docket: live since 16:29, 2 of 200 letters would go elsewhere");
  CHECK(letter.text ==
        "Live since 16:29. Of the last 200 letters these 2 would go elsewhere.\n"
        "Cases that are there already stay where they are; what comes from now on goes by the new rules.\n"
        "\n"
        "En vigueur depuis 16 h 29. Des 200 dernières lettres, ces 2 iraient ailleurs.\n"
        "Les dossiers déjà ouverts restent où ils sont; ce qui arrive désormais suit les nouvelles règles.\n"
        "\n"
        "Changed / Modifié :\n"
        "\n"
        "  rules/10-topics.yaml\n"
        "  rules/20-new.yaml (new / nouveau)\n"
        "\n"
        "From → to / De → à :\n"
        "\n"
        "  Roads → Waste: 1\n"
        "  Roads → gone: 1\n"
        "\n"
        "Would go elsewhere / Iraient ailleurs :\n"
        "\n"
        "  EX-1 \"Pothole\": Roads → Waste\n"
        "  EX-2: Roads → gone\n"
        "\n"
        "Warnings / Avertissements :\n"
        "\n"
        "docket.yaml:1:1: warning: docket.yaml changed: taken at the next start\n"
        "\n"
        "To go back, save the files as they were, or ask an operator for: docket rules restore sha256:0123456789ab\n"
        "Pour revenir en arrière, enregistrez les fichiers tels qu'ils étaient, ou demandez : docket rules restore "
        "sha256:0123456789ab\n");
}

TEST_CASE("live: nothing goes elsewhere, nothing to compare with, one letter") {
  const auto begins = [](const SavedNews& told, const char* english, const char* subject) {
    const auto letter = live_letter(told, "clerk@town.example");
    CHECK(letter.text.starts_with(std::string("Live since 16:29. ") + english + "\n"));
    CHECK(letter.subject == std::string("docket: live since 16:29, ") + subject);
  };
  begins(news(compared(200, {})), "Of the last 200 letters nothing would go elsewhere.", "nothing would go elsewhere");
  begins(news(compared(0, {})), "There is no letter yet to compare it with.", "nothing would go elsewhere");
  begins(news(compared(30, {moved("EX-1", "roads", "waste")})), "Of the last 30 letters this one would go elsewhere.",
         "1 of 30 letters would go elsewhere");
  SavedNews unknown;
  unknown.time = "16:29";
  begins(unknown, "What it changes is not known: the letters in the book could not be read.", "not compared");
}

TEST_CASE("copies gained and lost are counted, and what stays where it is but is handled otherwise") {
  ComparedLetter gains{{"i-1", "EX-1", "case"}, to_office("roads"), to_office("roads", {"waste"}), {"copies"}};
  ComparedLetter loses{{"i-2", "EX-2", "case"}, to_office("roads", {"waste"}), to_office("roads"), {"copies"}};
  // The office that had a copy has the letter itself now: it has lost nothing.
  ComparedLetter changes{
      {"i-3", "EX-3", "case"}, to_office("roads", {"waste"}), to_office("waste", {"roads"}), {"assign"}};
  ComparedLetter labels{{"i-4", "EX-4", "case"}, to_office("roads"), to_office("roads"), {"labels"}};
  ComparedLetter joins{{"i-5", "EX-5", "addition"}, Decision{}, to_office("roads"), {"assign"}};
  const auto told = news(compared(50, {gains, loses, changes, labels, joins}));
  CHECK(told.gain_copies == 1);
  CHECK(told.lose_copies == 1);
  CHECK(told.otherwise == 2);
  REQUIRE(told.moved.size() == 1);
  CHECK(told.moved[0].name == "EX-3");
  const auto text = live_letter(told, "").text;
  CHECK(text.find("  1 would also go to another office as a copy / iraient") != std::string::npos);
  CHECK(text.find("  1 would lose a copy to an office / ") != std::string::npos);
  CHECK(text.find("  2 would stay where they are and be handled otherwise / ") != std::string::npos);
}

TEST_CASE("at most twenty lines of a kind, the rest is counted, and only their subjects are read") {
  std::vector<ComparedLetter> many;
  for (int i = 0; i < 35; ++i) many.push_back(moved("EX-1" + std::to_string(i), "roads", "waste"));
  int read = 0;
  auto told = news_of(compared(200, many), town_of_two(), [&](const std::string&) {
    ++read;
    return std::string();
  });
  CHECK(read == 20);
  told.time = "09:05";
  CHECK(live_letter(told, "").text.find("  Roads → Waste: 35\n") != std::string::npos);
  CHECK(live_letter(told, "").text.find("  and 15 more / et 15 de plus\n") != std::string::npos);
  CHECK(held_letter(told, "").text.find("  and 15 more / et 15 de plus: docket rules compare\n") != std::string::npos);
  for (int i = 0; i < 30; ++i) told.problems.push_back({Severity::error, {"rules/1.yaml", i + 1, 1}, "no", ""});
  CHECK(refused_letter(told, "").text.find(
            "rules/1.yaml:20:1: error: no\n  and 10 more / et 10 de plus: docket check\n") != std::string::npos);
}

TEST_CASE("refused: each place, what is wrong, what to do; and that nothing has changed") {
  SavedNews told;
  told.problems = {
      {Severity::error, {"rules/10-topics.yaml", 11, 12}, "there is no office 'raods'", "did you mean 'roads'?"}};
  told.changes = {{FileChange::Kind::changed, "rules/10-topics.yaml"}};
  const auto letter = refused_letter(told, "clerk@town.example");
  CHECK(letter.subject == "docket: REFUSED, what you saved is not used");
  CHECK(
      letter.text ==
      "REFUSED: what you saved cannot be used. Nothing has changed: what ran before runs on.\n"
      "Mend the places below and save again; each names the file, the line and the column.\n"
      "\n"
      "REFUSÉ : ce que vous avez enregistré ne peut pas servir. Rien n'a changé : ce qui était en vigueur le reste.\n"
      "Corrigez les endroits ci-dessous et enregistrez de nouveau; chacun indique le fichier, la ligne et la colonne.\n"
      "\n"
      "Errors / Erreurs :\n"
      "\n"
      "rules/10-topics.yaml:11:12: error: there is no office 'raods'\n"
      "  hint: did you mean 'roads'?\n"
      "\n"
      "Changed / Modifié :\n"
      "\n"
      "  rules/10-topics.yaml\n");
}

TEST_CASE("not live yet: why, what would change, and the word that takes it") {
  auto comparison = compared(5, {moved("EX-1", "roads", "waste")});
  comparison.losing_addressed = 1;
  comparison.newly_ignored = 1;
  const auto letter = held_letter(news(comparison), "clerk@town.example");
  CHECK(letter.subject == "docket: NOT LIVE YET, what you saved waits for your #take");
  CHECK(letter.text.starts_with(
      "NOT LIVE YET: what you saved waits for your word. What ran before runs on. Of the last 5 letters this one would "
      "go "
      "elsewhere.\n"
      "To take it as it is, answer this message; the first line of your answer is this word alone:\n"
      "\n"
      "#take\n"));
  const auto has = [&](const char* words) {
    CAPTURE(words);
    CHECK(letter.text.find(words) != std::string::npos);
  };
  has("Why you are asked first / Pourquoi on vous le demande d'abord :\n\n"
      "  1 would no longer reach an office whose address they were written to / ");
  has("  1 would be ignored and are a case now / ");
  has("  1 of 5 would be handled otherwise: more than a tenth / 1 sur 5 ");
  has("  EX-1 \"Pothole\": Roads → Waste\n");
  has("PAS ENCORE EN VIGUEUR : ");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
