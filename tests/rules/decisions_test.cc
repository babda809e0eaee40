// What whole rule sets decide about whole letters.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "rules/decision_json.h"
#include "world.h"

namespace docket {
namespace {

using testing::describe;
using testing::sketch;

struct Row {
  const char* name;
  const char* letter;
  const char* decided;
};

void check(const char* yaml, const std::vector<Row>& rows) {
  const auto set = testing::rules(yaml);
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(describe(route(sketch(row.letter), {*set, testing::town(), testing::calendar()})) ==
          std::string(row.decided));
  }
}

TEST_CASE("without rules: the address, several addresses, the fallback") {
  check(
      "",
      {
          {"one", "{to: ward2@town.example}", "ward-2 (address)"},
          {"case and name", "{to: 'Ward <WARD2@Town.Example>'}", "ward-2 (address)"},
          {"several: the first is assigned", "{to: [roads@town.example, ward2@town.example], cc: mayor@town.example}",
           "roads (address) copies mayor,ward-2"},
          {"twice the same office", "{to: [ward2@town.example, quartier2@ville-exemplé.example]}", "ward-2 (address)"},
          {"IDN in punycode", "{to: quartier2@xn--ville-exempl-meb.example}", "ward-2 (address)"},
          {"order of recipients, not of names", "{recipient: [ward2@town.example, mayor@town.example]}",
           "ward-2 (address) copies mayor"},
          {"not ours", "{to: other@else.example}", "front-desk (fallback)"},
          {"none at all", "{subject: x}", "front-desk (fallback)"},
          {"a tag is no part of the address", "{recipient: ward2+x7k2@town.example}", "ward-2 (address)"},
      });
}

TEST_CASE("adding and deciding rules") {
  check(R"(
rules:
  - {rule: first, when: {subject: {word: one}}, then: {assign: roads, label: first, priority: high}}
  - {rule: second, when: {subject: {word: two}}, then: {assign: parks, label: second, copy: mayor, priority: urgent}}
  - {rule: strong, precedence: 5, when: {subject: {word: strong}}, then: {assign: bylaw, label: strong}}
  - {rule: weak, precedence: -5, when: {subject: {contains: o}}, then: {assign: ward-1, label: weak}}
  - {rule: early, when: {body: {word: add}}, then: {label: [z, a], copy: [ward-1, parks], priority: low}}
  - {rule: late, when: {body: {word: add}}, then: {label: [a, m], copy: [ward-1, mayor], priority: high}}
  - {rule: unsure, when: {subject: {word: unsure}}, then: {review: needs a person, copy: parks, label: r}}
)",
        {
            {"first in the file", "{subject: one two}", "roads (first) labels first priority high"},
            {"precedence before order", "{subject: one two strong}", "bylaw (strong) labels strong"},
            {"lower precedence after order", "{subject: two}",
             "parks (second) copies mayor labels second priority urgent"},
            {"the weakest when alone", "{subject: foo}", "ward-1 (weak) labels weak"},
            {"adding rules unite", "{text: add}",
             "front-desk (fallback) copies mayor,parks,ward-1 labels a,m,z priority high"},
            {"adding and deciding", "{subject: two, text: add}",
             "parks (second) copies mayor,ward-1 labels a,m,second,z priority urgent"},
            {"the assigned office is no copy", "{subject: foo, text: add}",
             "ward-1 (weak) copies mayor,parks labels a,m,weak,z "
             "priority high"},
            {"what losers would add does not count", "{subject: two strong}", "bylaw (strong) labels strong"},
            {"review", "{subject: unsure}", "review needs a person (unsure) copies parks labels r"},
            {"an addressed office is copied when another is assigned", "{subject: one, to: ward2@town.example}",
             "roads (first) copies ward-2 labels first priority high"},
            {"several addressed offices", "{subject: one, to: [ward2@town.example, mayor@town.example]}",
             "roads (first) copies mayor,ward-2 labels first priority high"},
            {"assigned and addressed", "{subject: one, to: roads@town.example}",
             "roads (first) labels first priority high"},
            {"addressed in review", "{subject: unsure, to: ward2@town.example}",
             "review needs a person (unsure) copies parks,ward-2 labels r"},
        });
}

TEST_CASE("restrict, quote, acknowledge, resident, channel, answers, standards, alerts") {
  check(R"(
rules:
  - {rule: harassment, when: {subject: {word: harassment}}, then: {assign: bylaw, restrict: true, copy: mayor}}
  - {rule: restrict only, when: {subject: {word: secret}}, then: {restrict: true}}
  - {rule: quiet, when: {subject: {word: quiet}}, then: {acknowledge: never}}
  - {rule: private, when: {subject: {word: private}}, then: {quote: never}}
  - {rule: nobody, when: {subject: {word: nobody}}, then: {resident: none}}
  - {rule: counter, when: {subject: {word: counter}}, then: {channel: counter}}
  - {rule: tax, when: {subject: {word: tax}}, then: {answer: tax, template: acknowledgement-roads}}
  - {rule: dump, when: {subject: {word: dump}}, then: {answer: dump, alert: [roads, parks]}}
  - {rule: alarm, when: {subject: {word: alarm}}, then: {alert: roads, urgent_notice: danger}}
  - {rule: water, when: {subject: {word: water}}, then: {urgent_notice: water}}
  - {rule: water again, when: {subject: {word: water}}, then: {urgent_notice: water}}
acknowledge:
  - {rule: counter visits, when: {channel: counter}, then: {acknowledge: never}}
  - {rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}
  - {rule: dump hours, when: {subject: {word: dumpster}}, then: {answer: dump}}
)",
        {
            {"restricted: only the assigned office", "{subject: harassment, to: [ward2@town.example]}",
             "bylaw (harassment) restricted"},
            {"an adding rule restricts", "{subject: secret, to: [ward2@town.example, mayor@town.example]}",
             "ward-2 (address) restricted"},
            {"restrict and review of nobody", "{subject: secret harassment}", "bylaw (harassment) restricted"},
            {"no acknowledgement", "{subject: quiet}", "front-desk (fallback) withheld rule"},
            {"no quote", "{subject: private}", "front-desk (fallback) unquoted"},
            {"no resident", "{subject: nobody}", "front-desk (fallback) withheld rule"},
            {"the acknowledge section sees the channel that a rule set", "{subject: counter}",
             "front-desk (fallback) channel counter withheld rule"},
            {"the first answer wins", "{subject: tax dump}",
             "front-desk (fallback) alert roads,parks answer tax template acknowledgement-roads"},
            {"a rule's template before the acknowledge section's", "{subject: tax, at: \"2026-11-22 10:00\"}",
             "front-desk (fallback) answer tax template acknowledgement-roads"},
            {"the acknowledge section's template", "{at: \"2026-11-22 10:00\"}",
             "front-desk (fallback) template acknowledgement-closed"},
            {"only the first of the acknowledge section", "{subject: dumpster, at: \"2026-11-22 10:00\"}",
             "front-desk (fallback) template acknowledgement-closed"},
            {"its answer", "{subject: dumpster}", "front-desk (fallback) answer dump"},
            {"alerts and notices unite", "{subject: alarm dump water}",
             "front-desk (fallback) notices danger,water alert roads,parks answer dump"},
        });
}

TEST_CASE("ignore and urgency") {
  check(
      R"(
rules:
  - {rule: gas, when: {text: {word: gas}}, then: {urgent_notice: danger}}
  - {rule: flood, when: {text: {word: flood}}, then: {assign: roads, urgent_notice: water}}
  - {rule: ads, precedence: 9, when: {from: {ends: "@ads.example"}}, then: {ignore: advertisement, label: ads}}
)",
      {
          {"ignored", "{from: x@ads.example, to: ward2@town.example}",
           "ignored advertisement (ads) labels ads withheld "
           "ignored"},
          {"not ignored", "{from: x@else.example}", "front-desk (fallback)"},
          {"an urgent letter is never ignored", "{from: x@ads.example, text: gas, to: ward2@town.example}",
           "review urgent, though 'ads' would ignore it (advertisement) (ads) copies ward-2 labels ads notices danger"},
          {"nor one whose urgent rule lost", "{from: x@ads.example, text: flood}",
           "review urgent, though 'ads' would ignore it (advertisement) (ads) labels ads notices water"},
      });
}

TEST_CASE("spam") {
  const char* const kAssign = "rules: [{rule: roads, when: {subject: {word: road}}, then: {assign: roads, label: x}}]";
  check(kAssign, {
                     {"no rule speaks of spam", "{spam: true, subject: road, to: ward2@town.example}",
                      "review spam (spam) copies ward-2 withheld spam"},
                     {"what the rule would add that did not decide", "{spam: true, subject: road}",
                      "review spam (spam) withheld spam"},
                     {"not spam", "{spam: false, subject: road}", "roads (roads) labels x"},
                     {"spam signs do not hide that it is automatic",
                      "{spam: true, header: {Auto-Submitted: auto-replied}}", "review spam (spam) withheld automatic"},
                 });
  check("rules: [{rule: drop, when: {spam: true}, then: {ignore: spam}}]",
        {{"ignored by rule", "{spam: true}", "ignored spam (drop) withheld ignored"}});
  check("rules: [{rule: take, when: {spam: true, subject: {word: road}}, then: {assign: roads}}]",
        {{"a rule that takes some spam", "{spam: true, subject: road}", "roads (take)"},
         {"and leaves the other", "{spam: true, subject: x}", "review spam (spam) withheld spam"}});
  check("rules: [{rule: mark, when: {spam: true}, then: {label: junk}}]",
        {{"a label is no answer to spam", "{spam: true}", "review spam (spam) labels junk withheld spam"}});
  check("rules: [{rule: not spam, when: {none: [{spam: true}]}, then: {assign: roads}}]",
        {{"a rule that excludes spam", "{spam: true}", "review spam (spam) withheld spam"},
         {"a rule for the rest", "{spam: false}", "roads (not spam)"}});
}

TEST_CASE("withheld, from the letter alone") {
  check("",
        {
            {"automatic", "{header: {Auto-Submitted: auto-replied}}", "front-desk (fallback) withheld automatic"},
            {"Auto-Submitted: no", "{header: {Auto-Submitted: no}}", "front-desk (fallback)"},
            {"list", "{header: {List-Id: <a.b>}}", "front-desk (fallback) withheld list"},
            {"automatic before list", "{header: {List-Id: <a.b>, Auto-Submitted: auto-generated}}",
             "front-desk (fallback) withheld automatic"},
            {"null sender", "{header: {Return-Path: <>}}", "front-desk (fallback) withheld null-sender"},
            {"nobody to answer", "{from: none}", "front-desk (fallback) withheld no-address"},
            {"Return-Path is From", "{from: Ana@X.example, header: {Return-Path: <ana@x.example>}}",
             "front-desk (fallback)"},
            {"Return-Path is another", "{header: {Return-Path: <else@x.example>}}",
             "front-desk (fallback) withheld unproven"},
            {"other channels prove themselves", "{channel: form, header: {Return-Path: <else@x.example>}}",
             "front-desk (fallback) channel form"},
            {"from ourselves", "{from: ward2@town.example}", "front-desk (fallback) withheld own"},
            {"a form without Reply-To", "{from: noreply@town.example}", "front-desk (fallback) withheld no-address"},
            {"a form is a machine, its resident is not",
             "{from: noreply@town.example, header: {Reply-To: ana@x.example, Auto-Submitted: auto-generated}}",
             "front-desk (fallback)"},
            {"a form that answers automatically",
             "{from: noreply@town.example, header: {Reply-To: ana@x.example, Auto-Submitted: auto-replied}}",
             "front-desk (fallback) withheld automatic"},
        });
}

TEST_CASE("withheld: bounces, our own letters, trusted authentication") {
  const auto set = testing::rules("");
  const auto decided = [&](const Letter& letter) {
    return describe(route(letter, {*set, testing::town(), testing::calendar()}));
  };
  auto bounce = sketch("{subject: x}");
  bounce.bounce = Bounce{};
  CHECK(decided(bounce) == "front-desk (fallback) withheld bounce");
  auto own = sketch("{subject: x}");
  own.own = true;
  own.bounce = Bounce{};
  CHECK(decided(own) == "front-desk (fallback) withheld own");
  auto trusted = sketch("{subject: x, authenticated: pass, header: {Return-Path: <else@x.example>}}");
  trusted.authentication_configured = true;
  CHECK(decided(trusted) == "front-desk (fallback)");
  trusted.authenticated = Authenticated::fail;
  CHECK(decided(trusted) == "front-desk (fallback) withheld unproven");
  trusted.authenticated = Authenticated::unknown;
  trusted.return_path = trusted.from.front().address;
  CHECK(decided(trusted) == "front-desk (fallback) withheld unproven");
  // Of two authors the one who would be answered must be the sender.
  auto two = sketch("{subject: x}");
  two.from.push_back({.name = "", .address = "second@x.example"});
  two.return_path = "second@x.example";
  CHECK(decided(two) == "front-desk (fallback) withheld unproven");
  two.return_path = two.from.front().address;
  CHECK(decided(two) == "front-desk (fallback)");
}

TEST_CASE("valid: both days, by the town's own date of receipt") {
  check(R"(
rules:
  - {rule: winter, valid: {from: 2026-12-01, to: 2026-12-31}, when: always, then: {assign: roads}}
  - {rule: until, valid: {to: 2026-06-30}, when: always, then: {label: old}}
)",
        {
            {"before", "{at: \"2026-11-30 23:59\"}", "front-desk (fallback)"},
            {"first minute", "{at: \"2026-12-01 00:00\"}", "roads (winter)"},
            {"the day before in Toronto, the day itself in London", "{at: \"2026-12-01T04:59:00Z\"}",
             "front-desk (fallback)"},
            {"last minute", "{at: \"2026-12-31 23:59\"}", "roads (winter)"},
            {"after", "{at: \"2027-01-01 00:00\"}", "front-desk (fallback)"},
            {"open at the start", "{at: \"2026-06-30 12:00\"}", "front-desk (fallback) labels old"},
        });
}

TEST_CASE("forms: the resident is the one Reply-To") {
  check("rules: [{rule: R, when: {from: {ends: \"@home.example\"}}, then: {label: home}}]",
        {
            {"through a form", "{from: noreply@town.example, header: {Reply-To: Ana <ana@home.example>}}",
             "front-desk (fallback) labels home"},
            {"a whole domain of forms", "{from: x@letters.campaign.example, header: {Reply-To: ana@home.example}}",
             "front-desk (fallback) labels campaign,home"},
            {"two Reply-To", "{from: noreply@town.example, header: {Reply-To: [ana@home.example, b@home.example]}}",
             "front-desk (fallback) withheld no-address"},
            {"a Reply-To outside forms is nobody", "{from: x@else.example, header: {Reply-To: ana@home.example}}",
             "front-desk (fallback)"},
        });
}

TEST_CASE("an invitation and a colleague's letter have their own words, where the usual ones were chosen") {
  Problems problems;
  const auto words = [&](const std::vector<std::string>& templates, const std::string& from, const std::string& method,
                         const std::string& subject = "x") {
    const auto set = load_rules({{"rules/a.yaml", R"(version: 1
rules:
  - {rule: ours, when: {subject: {word: fair}}, then: {template: fair}}
  - {rule: gas, when: {subject: {word: gas}}, then: {urgent_notice: danger}}
acknowledge:
  - {rule: late, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}
)"}},
                                testing::town(), templates, testing::now(), problems);
    REQUIRE(set);
    auto letter = sketch("{from: " + from + ", to: ward2@town.example, subject: " + subject +
                         ", at: \"2026-11-22 10:00\"}");  // a Sunday
    letter.calendar_method = method;
    return route(letter, {*set, testing::town(), testing::calendar()}).template_name;
  };
  const std::vector<std::string> all{"acknowledgement", "acknowledgement-closed", "fair",
                                     "invitation",      "notice-danger",          "staff"};
  CHECK(words(all, "ana@example.org", "") == "acknowledgement-closed");
  CHECK(words(all, "ana@example.org", "REQUEST") == "invitation");
  CHECK(words(all, "ana@example.org", "PUBLISH") == "acknowledgement-closed");
  CHECK(words(all, "bo@Town.Example", "") == "staff");
  CHECK(words(all, "bo@town.example", "REQUEST") == "invitation");
  CHECK(words(all, "bo@other.town.example", "") == "acknowledgement-closed");
  CHECK(words(all, "bo@town.example", "", "fair") == "fair");
  CHECK(words(all, "bo@town.example", "", "gas") == "acknowledgement-closed");
  CHECK(words({"acknowledgement", "acknowledgement-closed", "fair", "notice-danger"}, "bo@town.example", "REQUEST") ==
        "acknowledgement-closed");
}

TEST_CASE("why: because, copies and the address written to") {
  const auto set = testing::rules(R"(
rules:
  - {rule: roads, when: {subject: {word: road}}, then: {assign: roads, standard: {first_response: 2 business days}},
     because: {en: it says road, fr: elle dit route}}
  - {rule: parks, when: {subject: {word: tree}}, then: {copy: [parks, ward-2]}, because: {en: it says tree, fr: arbre}}
)");
  const auto decision = route(sketch("{subject: road tree, to: [ward2@town.example, roads@town.example]}"),
                              {*set, testing::town(), testing::calendar()});
  CHECK(decision.because.in("fr", "en") == "elle dit route");
  CHECK(decision.written_to == "roads@town.example");
  CHECK(decision.addressed == std::vector<std::string>{"ward-2", "roads"});
  REQUIRE(decision.copies.size() == 2);
  CHECK(decision.copies[0].office == "parks");
  CHECK(decision.copies[0].rule == "parks");
  CHECK(decision.copies[0].because.in("en", "") == "it says tree");
  CHECK(decision.copies[0].address.empty());
  CHECK(decision.copies[1].office == "ward-2");
  CHECK(decision.copies[1].address == "ward2@town.example");
  CHECK(decision.copies[1].rule.empty());
  REQUIRE(decision.standard.has_value());
  CHECK(decision.standard->first_response->count == 2);
  CHECK(decision.matched == std::vector<std::string>{"roads", "parks"});
  CHECK(decision.rule_set.starts_with("sha256:"));
}

TEST_CASE("a letter that joins a case runs through the adding rules alone") {
  const auto set = testing::rules(R"(
rules:
  - {rule: roads, when: {subject: {word: road}}, then: {assign: roads, label: roads}}
  - {rule: drop, when: {from: {ends: "@ads.example"}}, then: {ignore: ads}}
  - {rule: gas, when: {text: {word: gas}}, then: {urgent_notice: danger, priority: urgent, quote: never}}
  - {rule: copy, when: {text: {word: tree}}, then: {copy: parks, label: trees}}
  - {rule: secret, when: {text: {word: secret}}, then: {restrict: true}}
acknowledge: [{rule: closed, when: always, then: {template: acknowledgement-closed}}]
)");
  const Judging judging{*set, testing::town(), testing::calendar()};
  const auto decided = [&](const char* yaml) { return describe(route_addition(sketch(yaml), judging)); };
  CHECK(decided("{subject: road}") == "nobody ()");
  CHECK(decided("{subject: road, text: gas tree}") ==
        "nobody () copies parks labels trees notices danger priority urgent unquoted");
  CHECK(decided("{from: x@ads.example}") == "nobody ()");
  CHECK(decided("{to: ward2@town.example, text: tree}") == "nobody () copies parks,ward-2 labels trees");
  CHECK(decided("{to: ward2@town.example, text: tree secret}") == "nobody () labels trees restricted");
  CHECK(decided("{header: {Auto-Submitted: auto-replied}}") == "nobody () withheld automatic");
  const auto traced = route_addition(sketch("{subject: road}"), judging, Tracing::all);
  CHECK(traced.trace.size() == 3);
}

TEST_CASE("both decisions together are the two of their own, traces too") {
  const auto set = testing::rules(R"(
rules:
  - {rule: roads, when: {subject: {word: road}}, then: {assign: roads, label: roads}}
  - {rule: gas, when: {text: {word: gas}}, then: {urgent_notice: danger, priority: urgent, quote: never}}
  - {rule: counter, when: {text: {word: visit}}, then: {channel: counter}}
acknowledge: [{rule: closed, when: {channel: {is: counter}}, then: {template: acknowledgement-closed}}]
)");
  const Judging judging{*set, testing::town(), testing::calendar()};
  for (const char* yaml : {"{subject: road}", "{subject: road, text: gas and a visit}", "{text: nothing}"}) {
    CAPTURE(yaml);
    const auto letter = sketch(yaml);
    const auto both = route_both(letter, judging);
    CHECK(to_json(both.new_case) == to_json(route(letter, judging)));
    CHECK(to_json(both.addition) == to_json(route_addition(letter, judging)));
  }
}

TEST_CASE("the JSON of the contract") {
  const auto set = testing::rules(R"(
rules:
  - {rule: Street, when: {text: {word: maple street}}, then: {copy: ward-2, label: ward-2}}
  - {rule: Roads, when: {text: {word: nid* de poule*}}, then: {assign: roads, label: roads}}
acknowledge: [{rule: usual, when: always, then: {template: acknowledgement}}]
)");
  const auto value = to_json(route(sketch("{to: ward2@town.example, subject: Nids-de-poule, text: Maple Street, "
                                          "language: fr}"),
                                   {*set, testing::town(), testing::calendar()}, Tracing::all));
  auto expected = nlohmann::json::parse(R"({
 "outcome": "case", "assign": "roads", "copies": ["ward-2"], "stands_in": [], "labels": ["roads", "ward-2"], "priority": "normal",
 "review": null, "ignored": null, "restrict": false, "notices": [], "decided_by": "Roads",
 "matched": ["Street", "Roads"], "acknowledge": true, "withheld": null, "template": "acknowledgement",
 "language": "fr",
 "trace": [{"rule": "Street", "file": "20-test.yaml", "line": 4, "matched": true, "kind": "adds",
            "conditions": [{"condition": "text word 'maple street'", "matched": true, "seen": "Maple Street"}]},
           {"rule": "Roads", "file": "20-test.yaml", "line": 5, "matched": true, "kind": "decides",
            "conditions": [{"condition": "text word 'nid* de poule*'", "matched": true, "seen": "Nids-de-poule"}]},
           {"rule": "usual", "file": "20-test.yaml", "line": 6, "matched": true, "kind": "acknowledges",
            "section": "acknowledge", "conditions": [{"condition": "always", "matched": true, "seen": ""}]}]})");
  expected["rule_set"] = set->version();
  CHECK(value == expected);
}

}  // namespace
}  // namespace docket
