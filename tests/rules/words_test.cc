// Rules as sentences: every row of the condition table, what is kept from whom, the sample town's rules.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "config/load.h"
#include "rules/compiled.h"
#include "rules/words/condition.h"
#include "tests/source_dir.h"
#include "world.h"

namespace docket {
namespace {

std::shared_ptr<const RuleSet> set_of(const std::string& rule) {
  return testing::rules(
      "lists: {road words: [pothole*, trottoir*], ad hosts: [\"@ads.example\", \"@more.example\"]}\nrules:\n  - {rule: "
      "A, " +
      rule + "}\n");
}

/// A value that the row takes, as a clerk would write it.
std::string value_of(const Row& row) {
  for (const char* value : {"\"@own.example\"", "pothole", "x@own.example", "true", "hours", "10 MiB", "3", "email",
                            "de", "pass", "+1 613", "+1 613 555 0142", "\"45.42, -75.69, 1.5 km\""}) {
    Value parsed;
    std::string text = value;
    text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
    const bool address_end = row.op == Operator::ends && row.takes == Takes::address;
    if (address_end != (text.front() == '@')) continue;
    if (!row.parse(text, false, parsed)) return value;
  }
  return "";
}

/// "attachment: {name: {contains: pothole}}" of a row of the condition table.
std::string condition_of(const Row& row) {
  const auto& field = *row.field;
  const std::string label = *field.label != '\0' ? std::string(field.label) + ": X-Label, " : "";
  const std::string inner = "{" + label + row.op_name + ": " + value_of(row) + "}";
  const std::string part = *field.part != '\0' ? "{" + std::string(field.part) + ": " + inner + "}" : inner;
  return "{" + std::string(field.name) + ": " + part + "}";
}

void check_sentence(const std::string& text) {
  CAPTURE(text);
  REQUIRE(text.size() > 20);
  CHECK(text.back() == '.');
  CHECK((text.front() >= 'A' && text.front() <= 'Z'));
  for (const char* wrong : {"  ", "{", "}", " .", " ,", "()", "\"\"", "«  »", ", .", "null"}) {
    CHECK(text.find(wrong) == std::string::npos);
  }
}

/// Whether the sentence names what the rule compares with; of a rule on one person it must not.
bool names_value(const Row& row, const std::string& text) {
  if (text.find("[not shown]") != std::string::npos || text.find("[non montré]") != std::string::npos) return true;
  switch (row.takes) {
    case Takes::text:
      return text.find("pothole") != std::string::npos;
    case Takes::address:
      return text.find("own.example") != std::string::npos;
    case Takes::size:
      return text.find("10 Mi") != std::string::npos;
    case Takes::phone:
      return text.find("+1 613") != std::string::npos;
    case Takes::circle:
      return text.find("5 km") != std::string::npos;
    case Takes::count:
      return text.find(" 3 ") != std::string::npos;
    default:
      return true;
  }
}

TEST_CASE("every row of the condition table can be said in both languages, also where it does not hold") {
  std::map<std::string, std::string> said;  // sentence → condition
  for (const auto& row : condition_table()) {
    const auto condition = condition_of(row);
    CAPTURE(condition);
    for (const std::string& when : {condition, "{any: [{none: [" + condition + "]}]}", "{none: [" + condition + "]}",
                                    "{any: [" + condition + ", {subject: {word: other}}]}"}) {
      const auto set = set_of("when: " + when + ", then: {assign: roads}, justification: x, until: 2027-01-31");
      for (const char* language : {"en", "fr"}) {
        const auto text = set->words(language, Audience::clerk).at(0).words;
        check_sentence(text);
        CHECK_MESSAGE(names_value(row, text), text);
        const auto [other, fresh] = said.emplace(text, when);
        CHECK_MESSAGE(fresh, "the same is said of " << other->second);
      }
    }
  }
}

TEST_CASE("the acknowledge rules: the first that fits is taken, so the others see what it left") {
  const auto set = testing::rules(R"(
acknowledge:
  - {rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}
  - {rule: roads, when: {text: {word: road}}, then: {template: acknowledgement-roads}}
  - {rule: usual, when: always, then: {template: acknowledgement}}
)");
  const auto en = set->words("en", Audience::clerk);
  CHECK(en[0].words == "Letters received outside office hours are answered with \"acknowledgement-closed\".");
  CHECK(en[1].words == "Other letters that mention \"road\" are answered with \"acknowledgement-roads\".");
  CHECK(en[2].words == "All other letters are answered with \"acknowledgement\".");
  const auto fr = set->words("fr", Audience::everyone);
  CHECK(fr[1].words == "Les autres lettres qui mentionnent « road » reçoivent la réponse « acknowledgement-roads ».");
  const auto alone = testing::rules("acknowledge: [{rule: usual, when: always, then: {template: acknowledgement}}]\n");
  CHECK(alone->words("en", Audience::clerk)[0].words == "Every letter is answered with \"acknowledgement\".");
}

TEST_CASE("a rule that is not public: outside it tells what it does, not its words") {
  const auto set = set_of(
      "public: false, when: {text: {word: secret}, none: [{language: en}]}, then: {copy: parks, review: threats}, "
      "because: it threatens");
  CHECK(set->words("en", Audience::clerk)[0].words ==
        "A clerk decides where to send letters that mention \"secret\", unless the letter is written in English; the "
        "reason given is \"threats\"; Parks gets a copy; the public reads what this rule does, not how it recognises "
        "letters.");
  CHECK(set->words("en", Audience::everyone)[0].words ==
        "A clerk decides where to send certain letters; Parks gets a copy; how they are recognised is not published.");
  CHECK(
      set->words("fr", Audience::everyone)[0].words ==
      "Le greffe décide où envoyer certaines lettres ; le service des parcs en reçoit une copie ; les critères ne sont "
      "pas publiés.");
}

TEST_CASE("a rule on one person names nobody, and outside not even itself") {
  const auto set = testing::rules(R"(
lists: {ana: [ana@own.example]}
rules:
  - rule: Ana
    when: {any: [{from: {is: {list: ana}}}, {sender_name: {is: Ana Example}}], text: {word: secret}}
    then: {assign: mayor}
    justification: she asked for it
    until: 2027-01-31
)");
  for (const auto audience : {Audience::clerk, Audience::everyone}) {
    for (const char* language : {"en", "fr"}) {
      const auto words = set->words(language, audience).at(0);
      for (const char* kept : {"own.example", "Example", "secret", "ana", "asked"}) {
        CHECK_MESSAGE(words.words.find(kept) == std::string::npos, words.words);
      }
      CHECK(words.rule == (audience == Audience::clerk ? "Ana" : ""));
    }
  }
  CHECK(set->words("en", Audience::clerk)[0].words ==
        "The Mayor's office takes letters that mention [not shown], and where either the sender is [not shown] or the "
        "sender's name is [not shown]; this holds until 2027-01-31; the rule names one person, who is not shown here.");
  CHECK(set->words("en", Audience::everyone)[0].words ==
        "One rule names one person; it decides which office takes the letters; this holds until 2027-01-31.");
  CHECK(set->words("fr", Audience::everyone)[0].words ==
        "Une règle vise une personne ; elle désigne le bureau qui prend en charge les lettres ; cela vaut jusqu'au "
        "2027-01-31.");
}

TEST_CASE("free reasons of a review or of what is ignored are the clerk's, not everyone's") {
  const auto set = set_of("when: {header: {name: List-Id, exists: true}}, then: {ignore: nonsense}");
  CHECK(set->words("en", Audience::clerk)[0].words ==
        "Letters that have the header \"List-Id\" are kept without a case (nonsense).");
  CHECK(set->words("en", Audience::everyone)[0].words ==
        "Letters that have the header \"List-Id\" are kept without a case.");
}

TEST_CASE("the words of one rule by its name") {
  const auto set = set_of("when: always, then: {assign: parks}");
  const auto words = set->words_of("A", "fr", Audience::everyone);
  REQUIRE(words);
  CHECK(words->words == "Le service des parcs prend en charge toutes les lettres.");
  CHECK(words->rule == "A");
  CHECK(words->kind == "decides");
  CHECK_FALSE(set->words_of("B", "fr", Audience::everyone));
}

TEST_CASE("one condition in plain words, with the value that matched") {
  const auto set = set_of(
      "when: {text: {word: [pothole*, trou]}, attachment: {exists: false}, none: [{spam: true}]}, then: {assign: "
      "roads}");
  std::vector<const Condition*> conditions;
  each_condition(set->compiled().rules.at(0).when,
                 [&](const Condition& condition, bool) { conditions.push_back(&condition); });
  REQUIRE(conditions.size() == 3);
  const auto& values = *conditions[0]->groups.at(0).values;
  CHECK(plain_words(*conditions[0], &values.at(1), false, "en") == "the letter mentions \"trou\"");
  CHECK(plain_words(*conditions[0], nullptr, false, "fr") ==
        "la lettre mentionne « pothole* » ou « trou » (* : toute terminaison)");
  CHECK(plain_words(*conditions[0], nullptr, true, "fr") ==
        "la lettre ne mentionne pas « pothole* » ni « trou » (* : toute terminaison)");
  CHECK(plain_words(*conditions[1], nullptr, false, "en") == "the letter has no attached file");
  CHECK(plain_words(*conditions[1], nullptr, true, "en") == "the letter has an attached file");
  CHECK(plain_words(*conditions[2], nullptr, true, "de") == "the letter is not marked as spam");
}

/// The sample town's rules, one "name: sentence" a line.
std::string sample_words(const std::string& language) {
  Problems problems;
  const auto files = read_town_files(std::filesystem::path(docket::source_dir()) / "config/sample", problems);
  REQUIRE(files.has_value());
  const auto town = load_town(files->town, Time{}, problems);
  REQUIRE(town.has_value());
  const auto set = load_rules(files->rules, *town, {}, testing::now(), problems);
  REQUIRE(set != nullptr);
  std::string text;
  for (const auto& rule : set->words(language, Audience::clerk)) text += rule.rule + ": " + rule.words + "\n";
  return text;
}

TEST_CASE("the sample town's rules read as they did") {
  for (const std::string language : {"en", "fr"}) {
    std::ifstream file(std::filesystem::path(docket::source_dir()) / "tests/rules/words" /
                       ("sample." + language + ".txt"));
    std::stringstream expected;
    expected << file.rdbuf();
    CHECK(sample_words(language) == expected.str());
  }
}

}  // namespace
}  // namespace docket
