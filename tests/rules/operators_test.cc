// Every operator on every kind of field: what matches, what does not, and what was seen.
#include <doctest/doctest.h>

#include <set>

#include "rules/compiled.h"
#include "world.h"

namespace docket {
namespace {

struct Row {
  const char* when;
  const char* letter;
  const char* seen;  ///< nullptr: no match
};

constexpr const char* kNo = nullptr;

/// Runs the rows; each builds a set of one rule, and its only condition says what it saw.
void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.when);
    CAPTURE(row.letter);
    const auto set = testing::rules(std::string("rules: [{rule: R, when: {") + row.when +
                                    "}, then: {label: x}, justification: x, until: 2027-01-01}]");
    const auto letter = testing::sketch(row.letter);
    const auto decision = route(letter, {*set, testing::town(), testing::calendar()}, Tracing::all);
    REQUIRE(decision.trace.size() == 1);
    REQUIRE(decision.trace[0].conditions.size() == 1);
    const auto& condition = decision.trace[0].conditions[0];
    CAPTURE(condition.seen);
    CHECK(condition.matched == (row.seen != kNo));
    CHECK(decision.trace[0].matched == condition.matched);
    if (row.seen != kNo) CHECK(condition.seen == std::string(row.seen));
  }
}

TEST_CASE("text operators ignore case, accents, quotes, dashes and Unicode form") {
  check({
      {"subject: {is: école fermée}", "{subject: ECOLE FERMEE}", "ECOLE FERMEE"},
      {"subject: {is: école fermée}", "{subject: \"  École   fermée \"}", "École fermée"},
      {"subject: {is: école}", "{subject: école fermée}", kNo},
      {"subject: {is: \"Straße\"}", "{subject: STRASSE}", "STRASSE"},
      {"subject: {is: [a, b]}", "{subject: B}", "B"},
      {"subject: {contains: \"l'eau\"}", "{subject: De L’EAU partout}", "L’EAU"},
      {"subject: {contains: \"l’eau\"}", "{subject: de l'eau partout}", "l'eau"},
      {"subject: {contains: nid-de-poule}", "{subject: \"Nid\\u2011de\\u2011poule\"}", "Nid\u2011de\u2011poule"},
      {"subject: {contains: nid–de–poule}", "{subject: nid-de-poule}", "nid-de-poule"},
      {"subject: {contains: coeur}", "{subject: Sacré-Cœur}", "Cœur"},
      {"subject: {contains: cœur}", "{subject: COEUR}", "COEUR"},
      {"subject: {contains: été}", "{subject: \"e\\u0301te\\u0301\"}", "été"},
      {"subject: {contains: ete}", "{subject: Été}", "Été"},
      {"subject: {contains: a b}", "{subject: \"a\\u00a0 b\"}", "a b"},
      {"subject: {contains: trottoir}", "{subject: \"trot\\u00adtoir\"}", "trot\u00ADtoir"},
      {"subject: {contains: fichier}", "{subject: ﬁchier}", "ﬁchier"},
      {"subject: {contains: ward2}", "{subject: ＷＡＲＤ２}", "ＷＡＲＤ２"},
      {"subject: {contains: '\"ici\"'}", "{subject: «ici» et là}", "«ici»"},
      {"subject: {contains: side}", "{subject: sidewalk}", "side"},
      {"subject: {contains: side}", "{subject: sid}", kNo},
      {"subject: {contains: side}", "{text: side}", kNo},
      {"subject: {starts: re}", "{subject: Réponse}", "Ré"},
      {"subject: {starts: ponse}", "{subject: Réponse}", kNo},
      {"subject: {starts: \"[Council]\"}", "{subject: \"  [COUNCIL] Agenda\"}", "[COUNCIL]"},
      {"subject: {ends: fermée}", "{subject: \"Rue FERMÉE \"}", "FERMÉE"},
      {"subject: {ends: rue}", "{subject: rue fermée}", kNo},
      {"subject: {ends: a long value indeed}", "{subject: short}", kNo},
  });
}

TEST_CASE("exact looks at case, accents and quotes, but not at Unicode form") {
  check({
      {"subject: {contains: Été, exact: true}", "{subject: Été}", "Été"},
      {"subject: {contains: Été, exact: true}", "{subject: \"E\\u0301te\\u0301\"}", "Été"},
      {"subject: {contains: Été, exact: true}", "{subject: été}", kNo},
      {"subject: {contains: Été, exact: true}", "{subject: Ete}", kNo},
      {"subject: {contains: \"l'eau\", exact: true}", "{subject: l’eau}", kNo},
      {"subject: {is: PIN, exact: true}", "{subject: pin}", kNo},
      {"subject: {is: PIN, exact: true}", "{subject: PIN}", "PIN"},
      {"subject: {word: PIN, exact: true}", "{subject: \"My PIN, please\"}", "PIN"},
      {"subject: {word: PIN, exact: true}", "{subject: a pin}", kNo},
      {"subject: {word: RUE*, exact: true}", "{subject: RUELLE}", "RUELLE"},
      {"subject: {word: RUE*, exact: true}", "{subject: Ruelle}", kNo},
      {"subject: {starts: Re, exact: true}", "{subject: Re}", "Re"},
      {"subject: {ends: Re, exact: true}", "{subject: re}", kNo},
      {"subject: {like: BL-##, exact: true}", "{subject: bl-12}", kNo},
      {"subject: {regex: 'BL-\\d+', exact: true}", "{subject: bl-12}", kNo},
      {"subject: {regex: 'BL-\\d+', exact: true}", "{subject: BL-12}", "BL-12"},
      {"subject: {contains: a b, exact: false}", "{subject: A B}", "A B"},
  });
}

TEST_CASE("word: whole words in sequence, * for any ending") {
  check({
      {"text: {word: pothole}", "{subject: A Pothole!}", "Pothole"},
      {"text: {word: pothole}", "{subject: potholes}", kNo},
      {"text: {word: pothole*}", "{subject: Potholes}", "Potholes"},
      {"text: {word: pothole*}", "{subject: pothole}", "pothole"},
      {"text: {word: hole}", "{subject: pothole}", kNo},
      {"text: {word: nid de poule}", "{text: un Nid‑de‑Poule ici}", "Nid‑de‑Poule"},
      {"text: {word: nid-de-poule}", "{text: un nid de poule}", "nid de poule"},
      {"text: {word: nid* de poule*}", "{text: des NIDS DE POULES}", "NIDS DE POULES"},
      {"text: {word: nid* de poule*}", "{text: nids de la poule}", kNo},
      {"text: {word: nid de poule}", "{text: \"nid\\nde poule\"}", "nid de poule"},
      {"text: {word: ecole}", "{text: «L’École»}", "École"},
      {"text: {word: ecole}", "{text: une “école”…}", "école"},
      {"text: {word: école}", "{text: l'ecole}", "ecole"},
      {"text: {word: ferm}", "{text: fermé}", kNo},
      {"text: {word: fermé}", "{text: est fermé ici}", "fermé"},
      {"text: {word: \"rue de l'Église\"}", "{text: sur RUE DE L’EGLISE}", "RUE DE L’EGLISE"},
      {"text: {word: \"rue de l'Église\"}", "{text: rue de l'Égliseau}", kNo},
      {"text: {word: road}", "{text: road_7}", kNo},
      {"text: {word: road}", "{text: road7}", kNo},
      {"text: {word: road}", "{text: road-7}", "road"},
      {"text: {word: a a b}", "{text: a a a b}", "a a b"},
      {"text: {word: oeuvre}", "{text: l’Œuvre}", "Œuvre"},
      {"text: {word: дом}", "{text: \"Дом, улица\"}", "Дом"},
      {"text: {word: дом}", "{text: домик}", kNo},
      {"text: {word: हिन्दी}", "{text: यह हिन्दी है}", "हिन्दी"},
      {"text: {word: \"311\"}", "{text: call 311 now}", "311"},
      {"text: {word: \"311\"}", "{text: call 3110}", kNo},
      {"text: {word: [x, gas leak]}", "{text: Gas   leak}", "Gas leak"},
      {"text: {word: last}", "{text: at last}", "last"},
      {"text: {word: maple street}", "{text: maple}", kNo},
      {"text: {word: \"downed wire*\"}", "{subject: downed, text: wire}", kNo},
  });
}

TEST_CASE("like: literal text with # for a digit") {
  check({
      {"text: {like: BL-####}", "{text: see bl-2024 please}", "bl-2024"},
      {"text: {like: BL-####}", "{text: BL-202}", kNo},
      {"text: {like: BL-####}", "{text: BL-20245}", kNo},
      {"text: {like: \"###-####\"}", "{text: 613-555-0100}", "555-0100"},
      {"text: {like: \"#\"}", "{text: 12}", kNo},
      {"text: {like: \"(20##)\"}", "{text: été (2024)}", "(2024)"},
      {"text: {like: a.c}", "{text: abc}", kNo},
      {"text: {like: BL–##}", "{text: BL-12}", "BL-12"},
      {"text: {like: \"N° ##\"}", "{text: ＢＬ n°　１２}", "n° １２"},
  });
}

TEST_CASE("regex: RE2 over folded text") {
  check({
      {"text: {regex: 'BL-20\\d\\d-\\d{3,5}\\b'}", "{text: our bl-2024-123.}", "bl-2024-123"},
      {"text: {regex: '\\bécole\\b'}", "{text: une ÉCOLE fermée}", "ÉCOLE"},
      {"text: {regex: 'cœur'}", "{text: COEUR}", "COEUR"},
      {"text: {regex: 'œ+x'}", "{text: oeoex}", "oeoex"},
      {"text: {regex: '\\D{3}x'}", "{text: abcx}", "abcx"},
      {"text: {regex: '\\D{3}x'}", "{text: 123x}", kNo},
      {"text: {regex: '\\S x'}", "{text: a x}", "a x"},
      {"text: {regex: '^Trou'}", "{subject: trou ici}", "trou"},
      {"subject: {regex: 'trou$'}", "{subject: \" Un TROU \"}", "TROU"},
      {"text: {regex: 'l’eau…'}", "{text: l'eau...}", "l'eau..."},
      {"text: {regex: 'l’eau…'}", "{text: l'eauxyz}", kNo},
      {"text: {regex: '[A-F]{2}-1'}", "{text: ab-1}", "ab-1"},
      {"text: {regex: '\\Qa.b\\E'}", "{text: axb}", kNo},
      {"text: {regex: '(?:noise|bruit)s?'}", "{text: des Bruits}", "Bruits"},
      {"text: {regex: [zzz, 'tr.u']}", "{text: trou}", "trou"},
  });
}

TEST_CASE("addresses compare whole, case-blind, IDN in either form") {
  check({
      {"from: {is: ana@example.org}", "{from: Ana <ANA@Example.ORG>}", "ANA@example.org"},
      {"from: {is: ana@example.org}", "{from: joana@example.org}", kNo},
      {"from: {is: ana@example.org}", "{from: ana@example.org.evil.example}", kNo},
      {"from: {is: ana@bücher.example}", "{from: ana@xn--bcher-kva.example}", "ana@bücher.example"},
      {"from: {is: ana@xn--bcher-kva.example}", "{from: ana@BÜCHER.example}", "ana@bücher.example"},
      {"from: {is: ana@bucher.example}", "{from: ana@bücher.example}", kNo},
      {"from: {ends: \"@paving.example\"}", "{from: x@Paving.example}", "x@paving.example"},
      {"from: {ends: \"@paving.example\"}", "{from: x@notpaving.example}", kNo},
      {"from: {ends: \"@paving.example\"}", "{from: x@sub.paving.example}", kNo},
      {"from: {ends: .paving.example}", "{from: x@sub.paving.example}", "x@sub.paving.example"},
      {"from: {ends: \"@xn--bcher-kva.example\"}", "{from: x@bücher.example}", "x@bücher.example"},
      {"from: {ends: \"@bücher.example\"}", "{from: x@XN--BCHER-KVA.example}", "x@bücher.example"},
      {"from: {ends: .example}", "{from: x@a.example}", "x@a.example"},
      {"from: {starts: no}", "{from: Noreply@a.example}", "Noreply@a.example"},
      {"from: {contains: reply}", "{from: Noreply@a.example}", "Noreply@a.example"},
      {"from: {word: reply}", "{from: no-reply@a.example}", "no-reply@a.example"},
      {"from: {like: \"user###@\"}", "{from: user123@a.example}", "user123@a.example"},
      {"from: {regex: '\\d{4}@'}", "{from: user1234@a.example}", "user1234@a.example"},
      {"from: {exists: true}", "{from: a@a.example}", "a@a.example"},
      {"from: {exists: true}", "{from: none}", kNo},
      {"from: {exists: false}", "{from: none}", "nothing"},
      {"to: {is: ward2@town.example}", "{to: [x@y.example, Ward2@town.example]}", "Ward2@town.example"},
      {"to: {is: ward2@town.example}", "{cc: ward2@town.example}", kNo},
      {"cc: {is: ward2@town.example}", "{cc: ward2@town.example}", "ward2@town.example"},
      {"recipient: {is: ward2@town.example}", "{cc: ward2@town.example}", "ward2@town.example"},
      {"recipient: {is: ward2@town.example}", "{recipient: ward2@town.example}", "ward2@town.example"},
      {"recipient: {is: ward2@town.example}", "{to: ward1@town.example}", kNo},
      {"from: {is: Ana@example.org, exact: true}", "{from: ana@example.org}", kNo},
      {"from: {is: Ana@example.org, exact: true}", "{from: Ana@example.org}", "Ana@example.org"},
  });
}

TEST_CASE("the other fields") {
  check({
      {"sender_name: {word: dubé}", "{from: Ana DUBE <a@b.example>}", "DUBE"},
      {"sender_name: {exists: true}", "{from: a@b.example}", kNo},
      {"body: {contains: now}", "{text: now, quoted: then}", "now"},
      {"body: {contains: then}", "{text: now, quoted: then}", kNo},
      {"body: {contains: then, quoted: true}", "{text: now, quoted: then}", "then"},
      {"text: {contains: then, quoted: true}", "{text: now, quoted: then}", "then"},
      {"text: {contains: hi, quoted: true}", "{subject: hi, quoted: then}", "hi"},
      {"body: {contains: hi}", "{subject: hi}", kNo},
      {"text: {contains: hi}", "{subject: hi}", "hi"},
      {"header: {name: X-Priority, is: \"1\"}", "{header: {x-priority: \"1\"}}", "1"},
      {"header: {name: X-Priority, is: \"1\"}", "{header: {X-Prio: \"1\"}}", kNo},
      {"header: {name: List-Id, exists: true}", "{header: {list-id: <a.b>}}", "<a.b>"},
      {"header: {name: List-Id, exists: false}", "{subject: x}", "nothing"},
      {"header: {name: List-Id, contains: council}", "{header: {List-Id: [x, Council]}}", "Council"},
      {"attachment: {exists: true}", "{attachment: plan.pdf}", "application/octet-stream"},
      {"attachment: {exists: true}", "{subject: x}", kNo},
      {"attachment: {exists: false}", "{subject: x}", "nothing"},
      {"attachment: {name: {ends: .pdf}}", "{attachment: [a.doc, Plan.PDF]}", ".PDF"},
      {"attachment: {name: {contains: été}}", "{attachment: photo-ETE.jpg}", "ETE"},
      {"attachment: {type: {starts: image/}}", "{attachment: {name: a, type: Image/JPEG}}", "image/"},
      {"attachment: {type: {is: image/png}}", "{attachment: {name: a, type: image/jpeg}}", kNo},
      {"attachment: {count: {over: 1}}", "{attachment: [a, b]}", "2"},
      {"attachment: {count: {over: 2}}", "{attachment: [a, b]}", kNo},
      {"attachment: {count: {under: 1}}", "{subject: x}", "0"},
      {"size: {over: 1 KiB}", "{size: 1025 B}", "1025 octets"},
      {"size: {over: 1 KiB}", "{size: 1 KiB}", kNo},
      {"size: {under: 1 KiB}", "{size: 1023 B}", "1023 octets"},
      {"size: {under: 1 KiB}", "{size: 1 KiB}", kNo},
      {"channel: sms", "{channel: sms}", "sms"},
      {"channel: [sms, phone]", "{channel: email}", kNo},
      {"channel: {is: phone}", "{channel: phone}", "phone"},
      {"source: council", "{source: Council}", "Council"},
      {"source: {is: drop}", "{source: council}", kNo},
      {"language: fr", "{language: fr}", "fr"},
      {"language: fr", "{language: en}", kNo},
      {"language: [fr, other]", "{language: de}", "de"},
      {"language: other", "{language: fr}", kNo},
      {"language: other", "{subject: Pothole}", kNo},
      {"authenticated: pass", "{authenticated: pass}", "pass"},
      {"authenticated: [fail, unknown]", "{authenticated: pass}", kNo},
      {"authenticated: unknown", "{subject: x}", "unknown"},
      {"spam: true", "{spam: true}", "true"},
      {"spam: true", "{spam: false}", kNo},
      {"spam: false", "{subject: x}", "false"},
      {"time: {inside: hours}", "{at: \"2026-11-23 08:30\"}", "2026-11-23 08:30"},
      {"time: {inside: hours}", "{at: \"2026-11-23 16:30\"}", kNo},
      {"time: {outside: hours}", "{at: \"2026-11-22 10:00\"}", "2026-11-22 10:00"},
      {"time: {outside: hours}", "{at: \"2026-11-23T15:00:00Z\"}", kNo},
  });
}

TEST_CASE("location: its address as any text, its coordinates by their distance") {
  const std::string here = "{latitude: 45.4215, longitude: -75.6972, within: ";
  const auto near = [&](const char* within) { return "location: {near: " + here + within + "}}"; };
  const auto m500 = near("500 m");
  const auto m490 = near("490 m");
  const auto km1 = near("1.25 km");
  const char* const north = "{location: {latitude: 45.4259, longitude: -75.6972}}";  // 489.26 m
  check({
      {"location: {is: 12 main street}", "{location: 12 Main Street}", "12 Main Street"},
      {"location: {contains: main}", "{location: {address: 12 Main Street}}", "Main"},
      {"location: {word: \"rue de l'Église\"}", "{location: \"12, RUE DE L’EGLISE\"}", "RUE DE L’EGLISE"},
      {"location: {ends: avenue}", "{location: 12 Main Street}", kNo},
      {"location: {like: \"## main\"}", "{location: 12 Main Street}", "12 Main"},
      {"location: {regex: '^\\d+ main'}", "{location: 12 Main Street}", "12 Main"},
      {"location: {contains: Main, exact: true}", "{location: 12 MAIN Street}", kNo},
      {"location: {contains: main}", "{text: 12 Main Street}", kNo},
      {"location: {exists: true}", "{location: 12 Main Street}", "12 Main Street"},
      {"location: {exists: true}", north, ""},
      {"location: {exists: true}", "{subject: x}", kNo},
      {"location: {exists: false}", "{subject: x}", "nothing"},
      {m500.c_str(), "{location: {latitude: 45.4215, longitude: -75.6972}}", "0 m away"},
      {m500.c_str(), north, "490 m away"},
      {m490.c_str(), north, "490 m away"},
      {m500.c_str(), "{location: {latitude: 45.4215, longitude: -75.7036}}", "500 m away"},
      {m500.c_str(), "{location: {latitude: 45.4215, longitude: -75.7037}}", kNo},
      {km1.c_str(), "{location: {latitude: 45.4215, longitude: -75.7037}}", "508 m away"},
      {m500.c_str(), "{location: 12 Main Street}", kNo},
      {m500.c_str(), "{subject: x}", kNo},
      {"location: {near: [\"0, 0, 1 m\", \"45.4215, -75.6972, 1 km\"]}", north, "490 m away"},
      {"location: {near: \"45, 180, 20 km\"}", "{location: {latitude: 45, longitude: -179.8}}", "15.8 km away"},
  });
}

TEST_CASE("phone: by the digits with the country code") {
  check({
      {"phone: {is: \"+1 (613) 555-0142\"}", "{phone: \"+16135550142\"}", "+16135550142"},
      {"phone: {is: \"+16135550142\"}", "{phone: \"+1-613-555-0142\"}", "+16135550142"},
      {"phone: {is: \"＋１ 613 555‑0142\"}", "{phone: \"+1 613 555 0142\"}", "+16135550142"},
      {"phone: {is: [\"+33142685300\", \"+16135550142\"]}", "{phone: \"+16135550142\"}", "+16135550142"},
      {"phone: {is: \"+16135550142\"}", "{phone: \"+161355501423\"}", kNo},
      {"phone: {is: \"+16135550142\"}", "{subject: x}", kNo},
      {"phone: {starts: \"+1 613\"}", "{phone: \"+1 613 555 0142\"}", "+16135550142"},
      {"phone: {starts: \"+1 343\"}", "{phone: \"+1 613 555 0142\"}", kNo},
      {"phone: {starts: \"+6\"}", "{phone: \"+1 613 555 0142\"}", kNo},
      {"phone: {exists: true}", "{phone: \"+1 613 555 0142\"}", "+16135550142"},
      {"phone: {exists: true}", "{subject: x}", kNo},
      {"phone: {exists: false}", "{subject: x}", "nothing"},
  });
}

TEST_CASE("phone: what is no whole number begins with no country's code") {
  const auto set = testing::rules("rules: [{rule: R, when: {phone: {starts: \"+1\"}}, then: {label: x}}]");
  for (const char* number : {"12345", "anonymous", "+1 bogus", "+", ""}) {
    CAPTURE(number);
    Letter letter;
    letter.phone = number;
    CHECK(route(letter, {*set, testing::town(), testing::calendar()}).labels.empty());
  }
  Letter letter;
  letter.phone = "+16135550142";
  CHECK(route(letter, {*set, testing::town(), testing::calendar()}).labels.size() == 1);
}

TEST_CASE("line: a form's Label: value") {
  check({
      {"line: {label: Topic, is: Noise}", "{text: \"Name: Ana\\nTopic: NOISE\\nStreet: Maple\"}", "NOISE"},
      {"line: {label: Topic, is: Noise}", "{text: \"topic : Noise\"}", "Noise"},
      {"line: {label: Sujet, is: Été}", "{text: \"SUJET： ete\"}", "ete"},
      {"line: {label: Topic, is: Noise}", "{text: \"My topic: Noise\"}", kNo},
      {"line: {label: Topic, is: Noise}", "{text: \"> Topic: Noise\"}", kNo},
      {"line: {label: Topic, is: Noise}", "{text: \"Topic: Noise and more\"}", kNo},
      {"line: {label: Topic, contains: noise}", "{text: \"Topic: Noise and more\"}", "Noise"},
      {"line: {label: Topic, exists: true}", "{text: \"Topic:\"}", kNo},
      {"line: {label: Link, ends: \"/a\"}", "{text: \"Link: http://x.example/a\"}", "/a"},
  });
}

TEST_CASE("the table: each row once, with an operator for every field") {
  std::set<std::pair<Field, std::string>> seen;
  for (const auto& row : condition_table()) {
    CHECK_MESSAGE(seen.emplace(row.field->field, row.op_name).second, row.field->name << " " << row.op_name);
    CHECK(find_row(row.field->field, row.op_name) == &row);
  }
  for (const auto& field : condition_fields()) CHECK_MESSAGE(!operators_of(field.field).empty(), field.name);
  CHECK(condition_table().size() > 120);
  CHECK(find_row(Field::subject, "over") == nullptr);
}

}  // namespace
}  // namespace docket
