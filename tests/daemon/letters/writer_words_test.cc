// What people of the town's offices are told when their letter did not go to the resident.
#include "daemon/letters/writer_words.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

constexpr int kReasons = static_cast<int>(NotSent::too_many) + 1;

NotSent reason(int number) { return static_cast<NotSent>(number); }

}  // namespace

TEST_SUITE("writer words") {
  TEST_CASE("every reason is told first, in both languages, each in its own words") {
    std::set<std::string> texts;
    for (int i = 0; i < kReasons; ++i) {
      const auto letter = not_sent_letter({reason(i), "EX-2026-000123-8", "roads", "plan.exe"}, sample::town());
      CAPTURE(letter.text);
      CHECK(letter.text.starts_with("Your answer has NOT been sent to the resident, because "));
      CHECK(letter.text.find("Votre réponse n'a PAS été envoyée à la personne, parce que ") != std::string::npos);
      CHECK(letter.subject == "Your answer has NOT been sent / Votre réponse n'a PAS été envoyée [EX-2026-000123-8]");
      CHECK(*to_string(reason(i)) != '\0');
      texts.insert(letter.text);
    }
    CHECK(texts.size() == kReasons);
  }

  TEST_CASE("who is not proven learns nothing of the case but its number") {
    for (const NotSent why : {NotSent::unproven, NotSent::stranger}) {
      const auto letter = not_sent_letter({why, "EX-2026-000123-8", "roads", "ana@example.org"}, sample::town());
      for (const char* word : {"Roads", "roads", "ana@", "Service des routes"}) {
        CAPTURE(word);
        CHECK(letter.text.find(word) == std::string::npos);
      }
    }
  }

  TEST_CASE("a town of one language writes in it, its own first") {
    auto town = sample::town();
    town.languages = {"fr"};
    town.default_language = "fr";
    CHECK(not_sent_letter({}, town).text.starts_with("Votre réponse"));
    CHECK(not_sent_letter({}, town).text.find("Your answer") == std::string::npos);
    town.languages = {"de"};
    town.default_language = "de";
    CHECK(not_sent_letter({}, town).text.starts_with("Your answer"));
  }

  TEST_CASE("the help lists each command once and shows the line that was not understood, shortened") {
    const auto letter = commands_letter("EX-2026-000123-8", "#clsoe " + std::string(500, 'x'), sample::town());
    for (const char* command : {"#close:", "#note:", "#private:", "#not-ours:", "#assign roads:", "#due 2026-12-24:"}) {
      CAPTURE(command);
      const auto at = letter.text.find(command);
      CHECK(at != std::string::npos);
      CHECK(letter.text.find(command, at + 1) == std::string::npos);
    }
    CHECK(letter.text.find("\n#clsoe xxx") != std::string::npos);
    CHECK(letter.text.find(std::string(101, 'x')) == std::string::npos);
  }
}

}  // namespace docket
