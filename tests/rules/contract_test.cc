// The rule file of the contract, and what it decides.
#include <doctest/doctest.h>

#include "rules/examples.h"
#include "world.h"

namespace docket {
namespace {

using testing::describe;
using testing::sketch;

const char* const kContract = R"(
lists:
  road words: [pothole*, nid* de poule*, sidewalk, sidewalks, trottoir*]
  ward 2 streets: [Maple Street, "rue de l'Église"]
rules:
  - rule: Gas leaks and wires
    when: {text: {word: [gas leak, "downed wire*", "fuite de gaz"]}}
    then: {urgent_notice: danger, priority: urgent, quote: never}
    because: {en: it uses words we treat as urgent, fr: elle contient des mots que nous traitons comme urgents}
  - rule: Ward 2 street named
    when: {text: {word: {list: ward 2 streets}}}      # text = subject or body
    then: {copy: ward-2, label: ward-2}
    because: {en: it names a street of Ward 2, fr: elle nomme une rue du quartier 2}
  - rule: Roads
    precedence: 10                         # among deciding rules: higher first, then file order; default 0
    when:
      text: {word: {list: road words}}
      none: [{from: {ends: "@paving-ads.example"}}]
    then: {assign: roads, label: [roads]}
    because: {en: it mentions the state of a road or sidewalk, fr: elle parle de l'état d'une rue ou d'un trottoir}
    examples:                              # this rule's conditions alone; must hold, or the set is refused
      - {expect: match, to: info@town.example, subject: "Trou sur RUE DE L’EGLISE, nids-de-poule"}
      - {expect: no match, subject: "Sidewalking"}
  - rule: Newsletters
    when: {header: {name: List-Unsubscribe, exists: true}, none: [{header: {name: List-Id, contains: town.example}}]}
    then: {ignore: newsletter}
acknowledge:                               # which template; first match wins
  - {rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}
  - {rule: usual, when: always, then: {template: acknowledgement}}
tests:                                     # whole letters through the whole set
  - letter: {to: ward2@town.example, subject: "Nid-de-poule sur Maple Street", at: "2026-11-23 10:00"}
    expect: {assign: roads, copies: [ward-2], labels: [roads, ward-2], template: acknowledgement}
)";

TEST_CASE("the contract's rule file holds its examples and tests") {
  const auto set = testing::rules(kContract);
  const Judging judging{*set, testing::town(), testing::calendar()};
  const auto results = run_examples(judging);
  REQUIRE(results.size() == 3);
  for (const auto& result : results) CHECK_MESSAGE(result.passed, result.name << " " << result.actual);
  CHECK(results[0].name == "20-test.yaml:23 example 1 of Roads");
}

TEST_CASE("the contract's rule file decides") {
  const auto set = testing::rules(kContract);
  const Judging judging{*set, testing::town(), testing::calendar()};
  const auto decided = [&](const char* yaml) { return describe(route(sketch(yaml), judging)); };
  CHECK(decided("{to: ward1@town.example, subject: Hello}") == "ward-1 (address)");
  CHECK(decided("{to: nobody@town.example, subject: Hello}") == "front-desk (fallback)");
  CHECK(decided("{to: ward1@town.example, subject: Potholes}") == "roads (Roads) copies ward-1 labels roads");
  CHECK(decided("{to: ward1@town.example, subject: Potholes, from: x@paving-ads.example}") == "ward-1 (address)");
  CHECK(decided("{to: ward2@town.example, text: une fuite de gaz}") ==
        "ward-2 (address) notices danger priority urgent unquoted");
  CHECK(decided("{to: ward2@town.example, header: {List-Unsubscribe: <x>}}") ==
        "ignored newsletter (Newsletters) withheld ignored");
  CHECK(decided("{to: ward2@town.example, header: {List-Unsubscribe: <x>}, text: gas leak}") ==
        "review urgent, though 'Newsletters' would ignore it (newsletter) (Newsletters) copies ward-2 notices danger "
        "priority urgent unquoted withheld list");
  CHECK(decided("{to: ward2@town.example, at: \"2026-11-22 10:00\"}") ==
        "ward-2 (address) template acknowledgement-closed");
}

}  // namespace
}  // namespace docket
