// town.yaml: offices, addresses and calendar; references, warnings, and what crosses it with docket.yaml.
#include "config/town.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/load.h"
#include "config/text.h"
#include "tests/config/problems.h"

namespace docket {
namespace {

const Time kNow = *parse_rfc3339("2026-11-25T12:00:00Z");

/// A good file of one line a section; `section` is taken out and `text` put at the end: in line 8, or in line 9 when
/// the good file does not have the section.
std::string file_with(const std::string& section, const std::string& text) {
  static const std::vector<std::string> kGood{
      "version: 1\n",
      "town: {name: {en: Town, fr: Ville}, time_zone: America/Toronto, languages: [en, fr]}\n",
      "case_number: {prefix: TN}\n",
      "clerk: {address: clerk@town.test}\n",
      "calendar: {until: 2027-12-31, hours: {mon-fri: \"08:30-16:30\"}}\n",
      "offices: {desk: {name: Desk, accountable: Clerk, address: desk-office@town.test, readers: staff}}\n",
      "addresses: {info@town.test: desk}\n",
      "fallback: desk\n"};
  std::string file;
  for (const auto& line : kGood) {
    if (!line.starts_with(section + ":")) file += line;
  }
  return file + text;
}

struct Case {
  std::string name;
  std::string section;
  std::string text;
  std::string expected;
};

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Problems problems;
    const auto town = load_town({"town.yaml", file_with(c.section, c.text)}, kNow, problems);
    CHECK(describe(problems) == c.expected);
    CHECK(town.has_value() == !has_errors(problems));
  }
}

std::string office(const std::string& more) {
  return "offices:\n  desk:\n    name: Desk\n    accountable: Clerk\n    address: desk-office@town.test\n    readers: "
         "staff\n    " +
         more + "\n";
}

TEST_CASE("the town itself") {
  check({
      {"good", "none", "", ""},
      {"no town", "town", "", "1:1: 'town' is missing here"},
      {"no clerk", "clerk", "", "1:1: 'clerk' is missing here"},
      {"no calendar", "calendar", "", "1:1: 'calendar' is missing here"},
      {"no addresses", "addresses", "", "1:1: 'addresses' is missing here"},
      {"no fallback", "fallback", "", "1:1: 'fallback' is missing here"},
      {"unknown key", "none", "fallbak: desk\n", "9:1: unknown key 'fallbak'"},
      {"zone", "town", "town: {name: Town, time_zone: America/Torronto}\n",
       "8:31: there is no time zone 'America/Torronto'"},
      {"language", "town", "town: {name: Town, time_zone: America/Toronto, languages: [English]}\n",
       "8:60: 'English' is not a language code"},
      {"default language", "town",
       "town: {name: Town, time_zone: America/Toronto, languages: [en], default_language: fr}\n",
       "8:83: 'fr' is not known here"},
      {"a name in one language", "town", "town: {name: {en: Town}, time_zone: America/Toronto, languages: [en, fr]}\n",
       "8:14: warning: no text for the language 'fr'"},
      {"a name in another language", "town",
       "town: {name: {en: Town, de: Stadt}, time_zone: America/Toronto, languages: [en]}\n",
       "8:25: 'de' is not one of the town's languages"},
      {"prefix", "case_number", "case_number: {prefix: tn}\n", "8:23: 'tn' cannot begin a case number"},
      {"help, privacy, emergency", "none",
       "help: {phone: 613-555-0100, relay: \"711\", post: 1 Main Street}\n"
       "privacy: {authority: Act, contact: privacy@town.test, kept: {en: two years, fr: deux ans}}\n"
       "emergency: {danger: \"911\", crisis: \"988\", roads_24h: 613-555-0199}\nalways_readers: staff\n",
       ""},
      {"a post address of one language", "none", "help: {post: {en: 1 Main Street}}\n", ""},
      {"a post address in parts", "none", "help: {post: {street: 1 Main Street, city: Town}}\n",
       "9:15: 'street' is not one of the town's languages\n9:38: 'city' is not one of the town's languages"},
      {"no text where one belongs", "none", "always_readers: {en: no, fr: non}\n",
       "9:22: warning: 'no' without quotes means true or false to other programs"},
      {"forms", "none",
       "forms: [{from: noreply@town.test}, {from: \"@Letters.test\", label: campaign}]\nstaff_domains: [town.test]\n",
       ""},
      {"form without a sender", "none", "forms: [{label: x}]\n", "9:9: 'from' is missing here"},
      {"reopen", "none", "reopen: a month\n", "9:9: 'a month' is not a length of time"},
  });
}

TEST_CASE("offices and the addresses that stand for them") {
  check({
      {"whole office", "offices",
       office("contact: {phone: 613-555-0142, email: info@town.test}\n    standard: {first_response: 2 business days, "
              "resolve: 10 business days}\n    record_owner: member\n    replies: direct\n    original: attached\n  "
              "  max_size: 5 "
              "MiB\n    plain_headers: true"),
       ""},
      {"no readers", "offices", "offices: {desk: {name: a, accountable: b, address: c@town.test}}\n",
       "8:17: 'readers' is missing here"},
      {"id", "offices",
       "offices:\n  desk: {name: a, accountable: b, address: c@town.test, readers: d}\n"
       "  Desk: {name: a, accountable: b, address: e@town.test, readers: d}\n",
       "10:3: 'Desk' cannot be an office's id"},
      {"id of the clerk", "offices",
       "offices:\n  desk: {name: a, accountable: b, address: c@town.test, readers: d}\n"
       "  clerk: {name: a, accountable: b, address: e@town.test, readers: d}\n",
       "10:3: the id 'clerk' is taken: it means the clerk of this file"},
      {"mistyped office", "addresses", "addresses:\n  info@town.test: desck\n", "9:19: there is no office 'desck'"},
      {"mistyped fallback", "fallback", "fallback: dsk\n", "8:11: there is no office 'dsk'"},
      {"one address in two spellings", "addresses", "addresses:\n  info@town.test: desk\n  Info@Town.test: desk\n",
       "10:3: 'Info@Town.test' is here a second time, spelled otherwise"},
      {"no address", "addresses", "addresses: {info: desk}\n", "8:13: 'info' is not a mail address"},
      {"record owner", "offices", office("record_owner: members"), "14:19: 'members' is not known here"},
      {"standard in weeks", "offices", office("standard: {first_response: 2 weeks}"),
       "14:32: '2 weeks' is not a length of time"},
      {"a forward of nothing", "offices", office("max_size: 10 KiB"), "14:15: a forward needs at least 64 KiB"},
      {"ladder and news", "offices",
       office("escalate: [{after: 1 business day, to: clerk}]\n    senders: [\"@town.test\"]\n    replies: through\n   "
              " updates: false"),
       ""},
      {"a ladder out of order", "offices",
       office("escalate: [{after: 2 business days, to: clerk}, {after: 1 business day, to: desk}]"),
       "14:61: 1 business day does not come after the step before it, 2 business days"},
      {"a step twice", "offices",
       office("escalate: [{after: 1 business day, to: clerk}, {after: 1 business day, to: desk}]"),
       "14:60: 1 business day does not come after the step before it, 1 business day"},
      {"a ladder of several units", "offices",
       office("escalate: [{after: same day, to: clerk}, {after: 3 hours, to: clerk}, {after: 4 business hours, to: "
              "clerk}, {after: 1 business day, to: desk}, {after: 1 day, to: clerk}]"),
       ""},
      {"hours after days", "offices",
       office("escalate: [{after: 1 business day, to: clerk}, {after: 3 business hours, to: desk}]"),
       "14:60: 3 business hours does not come after the step before it, 1 business day"},
      {"news by kind", "offices", office("updates: {assigned: false, closed: true}"), ""},
      {"news of an unknown kind", "offices", office("updates: {merged: false}"), "14:15: unknown key 'merged'"},
      {"news in a word", "offices", office("updates: {closed: never}"), "14:23: expected true or false, found 'never'"},
      {"news as a list", "offices", office("updates: [closed]"), "14:14: expected true or false, found a list"},
      {"the law's own period", "offices", office("standard: {resolve: 30 days, statutory: true}"), ""},
      {"statutory, and no period", "offices", office("standard: {statutory: true}"),
       "14:27: warning: statutory, and nothing is promised"},
      {"resolve as it was called", "offices", office("standard: {resolution: 30 days}"),
       "14:16: unknown key 'resolution'"},
      {"escalation to nobody", "offices", office("escalate: [{after: 1 day, to: bos}]"),
       "14:35: there is no office 'bos'"},
  });
}

/// Offices a, b, c and desk, with more of the first three.
std::string life(const std::string& a, const std::string& b = "", const std::string& c = "") {
  const auto one = [](const std::string& id, const std::string& more) {
    return "  " + id + ": {name: X, accountable: A, address: " + id + "-office@town.test, readers: R" +
           (more.empty() ? "" : ", " + more) + "}\n";
  };
  return "offices:\n" + one("a", a) + one("b", b) + one("c", c) + one("desk", "");
}

TEST_CASE("the life of offices") {
  check({
      {"everything", "offices",
       life("vacant: {from: 2026-10-01, acting: b}", "away: [{from: 2026-07-01, to: 2026-07-01, deputy: a}]",
            "retired: {on: 2027-01-01, to: b}"),
       ""},
      {"a mistyped stand-in", "offices", life("vacant: {from: 2026-10-01, acting: dsk}"),
       "9:108: there is no office 'dsk'"},
      {"the clerk is no office", "offices", life("retired: {on: 2026-10-01, to: clerk}"),
       "9:103: there is no office 'clerk'"},
      {"no deputy", "offices", life("away: [{from: 2026-10-01, to: 2026-10-02}]"), "9:80: 'deputy' is missing here"},
      {"no day", "offices", life("vacant: {acting: b}"), "9:81: 'from' is missing here"},
      {"no day at all", "offices", life("retired: {on: soon, to: b}"), "9:87: 'soon' is not a day"},
      {"back before gone", "offices", life("away: [{from: 2026-10-02, to: 2026-10-01, deputy: b}]"),
       "9:103: 'to' is before 'from'"},
      {"for itself", "offices", life("retired: {on: 2026-10-01, to: a}"), "9:103: 'a' cannot stand in for itself"},
      {"away, for itself", "offices", life("away: [{from: 2026-10-01, to: 2026-10-01, deputy: a}]"),
       "9:123: 'a' cannot stand in for itself"},
      {"two for each other", "offices",
       life("vacant: {from: 2026-10-01, acting: b}", "retired: {on: 2027-01-01, to: a}"),
       "9:108: warning: 'b' is itself retired from 2027-01-01 on: then 'a' acts\n"
       "10:103: from 2027-01-01 nobody acts: these offices stand in for each other in a circle (b → a → b)"},
      {"three in a circle", "offices",
       life("vacant: {from: 2026-10-01, acting: b}", "vacant: {from: 2026-11-01, acting: c}",
            "vacant: {from: 2026-09-01, acting: a}"),
       "10:108: from 2026-11-01 nobody acts: these offices stand in for each other in a circle (b → c → a → "
       "b)"},
      {"a circle behind another office", "offices",
       life("vacant: {from: 2026-10-01, acting: b}", "vacant: {from: 2026-10-01, acting: c}",
            "vacant: {from: 2026-10-01, acting: b}"),
       "9:108: from 2026-10-01 nobody acts: these offices stand in for each other in a circle (b → c → b)"},
      {"no circle: the one is away only before the other is vacant", "offices",
       life("vacant: {from: 2026-10-01, acting: b}", "away: [{from: 2026-09-01, to: 2026-09-30, deputy: a}]"), ""},
      {"away on the same days", "offices",
       life("away: [{from: 2026-07-01, to: 2026-07-10, deputy: b}]",
            "away: [{from: 2026-07-10, to: 2026-07-20, deputy: a}]"),
       "10:123: warning: on 2026-07-10 nobody acts: these offices stand in for each other in a circle (b → a → b)"},
      {"a stand-in that goes while it stands in", "offices",
       life("away: [{from: 2026-07-01, to: 2026-07-10, deputy: b}]", "retired: {on: 2026-07-10, to: c}"),
       "9:123: warning: 'b' is itself retired from 2026-07-10 on: then 'c' acts"},
      {"a stand-in that goes afterwards", "offices",
       life("away: [{from: 2026-07-01, to: 2026-07-10, deputy: b}]", "retired: {on: 2026-07-11, to: c}"), ""},
  });
}

TEST_CASE("the life of offices, their news and the town's places become values") {
  Problems problems;
  const auto town = load_town(
      {"town.yaml", file_with("offices", life("vacant: {from: 2026-10-01, acting: b}, updates: {rerouted: false}",
                                              "away: [{from: 2026-07-01, to: 2026-07-14, deputy: c}], updates: false",
                                              "retired: {on: 2027-01-01, to: desk}")) +
                        "places: [Maple Street, {name: \"rue de l'Église\", also: [Church Street, church st]}, {name: "
                        "Pier, also: Dock}]\n"},
      kNow, problems);
  CHECK(describe(problems) == "");
  REQUIRE(town);
  using namespace std::chrono_literals;
  CHECK(town->office("a")->vacant->from == 2026y / 10 / 1);
  CHECK(town->office("a")->vacant->acting == "b");
  CHECK(town->office("a")->updates == Updates{true, false, true, true});
  CHECK(town->office("b")->away.at(0).to == 2026y / 7 / 14);
  CHECK(town->office("b")->away.at(0).deputy == "c");
  CHECK(town->office("b")->updates == Updates{false, false, false, false});
  CHECK(town->office("c")->retired->on == 2027y / 1 / 1);
  CHECK(town->office("c")->retired->to == "desk");
  CHECK(town->office("c")->updates == Updates{});
  REQUIRE(town->places.size() == 3);
  CHECK(town->places[0].name == "Maple Street");
  CHECK(town->places[0].also.empty());
  CHECK(town->places[1].also == std::vector<std::string>{"Church Street", "church st"});
  CHECK(town->places[2].also == std::vector<std::string>{"Dock"});
}

TEST_CASE("what to do instead is said with the place") {
  struct Hint {
    std::string office;
    std::string said;
  };
  const std::vector<Hint> hints{
      {"standard: {resolution: 30 days}",
       "town.yaml:14:16: error: unknown key 'resolution'\n  hint: it is called resolve"},
      {"escalate: [{after: 2 days, to: clerk}, {after: 1 day, to: clerk}]",
       "town.yaml:14:52: error: 1 day does not come after the step before it, 2 days\n"
       "  hint: write the steps in the order in which they come"},
      {"vacant: {from: 2026-10-01, acting: dest}",
       "town.yaml:14:40: error: there is no office 'dest'\n  hint: did you mean desk?"},
      {"away: [{from: 2026-10-02, to: 2026-10-01, deputy: desk}]",
       "town.yaml:14:35: error: 'to' is before 'from'\n  hint: both days are inside"},
      {"retired: {on: 2026-10-01, to: desk}",
       "town.yaml:14:35: error: 'desk' cannot stand in for itself\n  hint: name another office"},
      {"updates: {close: false}", "town.yaml:14:15: error: unknown key 'close'\n  hint: did you mean closed?"},
  };
  for (const auto& hint : hints) {
    CAPTURE(hint.office);
    Problems problems;
    CHECK_FALSE(load_town({"town.yaml", file_with("offices", office(hint.office))}, kNow, problems));
    REQUIRE_FALSE(problems.empty());
    CHECK(to_string(problems.front()) == hint.said);
  }
}

TEST_CASE("places that cannot be read") {
  check({
      {"one place", "none", "places: Maple Street\n", "9:9: expected a list, found a text"},
      {"no name", "none", "places: [{also: [Church Street]}]\n", "9:10: 'name' is missing here"},
      {"nothing", "none", "places: [\"\"]\n", "9:10: expected a text, found an empty text"},
      {"no other ways", "none", "places: [{name: Pier, also: []}]\n", "9:29: expected a list, found an empty one"},
      {"in a list of lists", "none", "places: [[Pier]]\n", "9:10: expected a text, found a list"},
  });
}

std::string service(const std::string& more) { return "services:\n  pothole:\n    name: Pothole\n    " + more + "\n"; }

std::string attribute(const std::string& text) { return service("attributes: [{" + text + "}]"); }

TEST_CASE("the services of Open311") {
  check({
      {"a name alone", "none", "services: {pothole: {name: Pothole}}\n", ""},
      {"everything", "none",
       service("description: a\n    group: b\n    keywords: [c, d]\n    address: Info@town.test\n    public: true\n    "
               "attributes: [{code: size, type: singlevaluelist, required: true, description: How large, values: {s: "
               "Small, l: Large}}, {code: depth, type: number, description: How many}]"),
       ""},
      {"no services at all", "none", "services: {}\n", "9:11: expected a mapping (key: value), found an empty one"},
      {"a list", "none", "services: [pothole]\n", "9:11: expected a mapping (key: value), found a list"},
      {"no name", "none", "services: {pothole: {public: true}}\n", "9:21: 'name' is missing here"},
      {"a code with a space", "none", "services: {\"pot hole\": {name: a}}\n",
       "9:12: 'pot hole' cannot be a service's code"},
      {"a code with a comma", "none", "services: {\"a,b\": {name: a}}\n", "9:12: 'a,b' cannot be a service's code"},
      {"a name in one language", "none", "services: {p: {name: {en: Hole}}}\n",
       "9:22: warning: no text for the language 'fr'"},
      {"an address of nobody", "none", service("address: roads@town.test"),
       "12:14: roads@town.test is none of the town's addresses"},
      {"no address", "none", service("address: info"), "12:14: 'info' is not a mail address"},
      {"public as a word", "none", service("public: yes"), "12:13: expected true or false, found 'yes'"},
      {"mistyped key", "none", service("attribute: []"), "12:5: unknown key 'attribute'"},
      {"no attributes", "none", service("attributes: []"), "12:17: expected a list, found an empty one"},
      {"an attribute without a question", "none", attribute("code: a, type: text"),
       "12:18: 'description' is missing here"},
      {"an attribute without a type", "none", attribute("code: a, description: b, values: {c: d}"),
       "12:18: 'type' is missing here"},
      {"a type of another standard", "none", attribute("code: a, type: date, description: b"),
       "12:34: 'date' is not known here"},
      {"a code with brackets", "none", attribute("code: \"a[]\", type: text, description: b"),
       "12:25: 'a[]' cannot be an attribute's code"},
      {"a list without values", "none", attribute("code: a, type: multivaluelist, description: b"),
       "12:18: 'values' is missing here"},
      {"values of a number", "none", attribute("code: a, type: number, description: b, values: {c: d}"),
       "12:58: 'values' belongs to singlevaluelist and multivaluelist"},
      {"a value's key", "none", attribute("code: a, type: singlevaluelist, description: b, values: {\"c d\": e}"),
       "12:76: 'c d' cannot be a value's key"},
      {"asked twice", "none",
       service("attributes: [{code: a, type: text, description: b}, {code: a, type: text, description: c}]"),
       "12:57: 'a' is asked twice"},
  });
}

TEST_CASE("services become values, in the order of the file") {
  Problems problems;
  const auto town = load_town(
      {"town.yaml", file_with("none",
                              "services:\n"
                              "  zebra: {name: {en: Crossing, fr: Passage}, address: Info@town.test, public: true,\n"
                              "    attributes: [{code: w, type: multivaluelist, required: true, description: Where,\n"
                              "      values: {z: Last, a: First}}]}\n"
                              "  apple: {name: Tree, keywords: tree}\n")},
      kNow, problems);
  REQUIRE(town);
  CHECK(describe(problems) == "");
  REQUIRE(town->services.size() == 2);
  const auto& zebra = town->services.at(0);
  CHECK(zebra.code == "zebra");
  CHECK(zebra.name.in("fr", "en") == "Passage");
  CHECK(zebra.address == "info@town.test");
  CHECK(zebra.is_public);
  REQUIRE(zebra.attribute("w") != nullptr);
  CHECK(zebra.attribute("w")->required);
  CHECK(zebra.attribute("w")->type == ServiceAttribute::Type::multivaluelist);
  CHECK(zebra.attribute("w")->values.at(0).first == "z");
  CHECK(zebra.attribute("x") == nullptr);
  CHECK_FALSE(town->service("apple")->is_public);
  CHECK(town->service("apple")->keywords == std::vector<std::string>{"tree"});
  CHECK(town->service("Zebra") == nullptr);
}

TEST_CASE("the calendar section") {
  const auto calendar = [](const std::string& text) { return "calendar: {" + text + "}\n"; };
  const std::string week = "hours: {mon-fri: \"08:30-12:00, 13:00-16:30\"}";
  check({
      {"good", "calendar", calendar(week + ", holidays: [2026-12-25, \"01-01\"], special: {2026-12-29: closed}"), ""},
      {"no hours", "calendar", calendar("until: 2027-12-31"), "8:11: 'hours' is missing here"},
      {"days by their long names", "calendar", calendar("hours: {monday: \"08:30-12:00\"}"),
       "8:20: 'monday' names no days"},
      {"a day twice", "calendar", calendar("hours: {mon-fri: \"08:30-12:00\", wed: closed}"),
       "8:44: 'wed' has its hours already"},
      {"closing before opening", "calendar", calendar("hours: {mon: \"16:30-08:30\"}"),
       "8:25: '16:30-08:30' are no opening hours"},
      {"hours that overlap", "calendar", calendar("hours: {mon: \"08:30-12:00, 11:00-16:30\"}"),
       "8:25: '08:30-12:00, 11:00-16:30' are no opening hours"},
      {"hours without a zero", "calendar", calendar("hours: {mon: \"8:30-12:00\"}"),
       "8:25: '8:30-12:00' are no opening hours"},
      {"never open", "calendar", calendar("hours: {mon-sun: closed}"), "8:19: the offices are never open"},
      {"a holiday that is no day", "calendar", calendar(week + ", holidays: [2027-02-29]"),
       "8:69: '2027-02-29' is not a day"},
      {"a special day that is no day", "calendar", calendar(week + ", special: {25-12: closed}"),
       "8:68: '25-12' is not a day"},
      {"recess", "calendar",
       calendar(week + ", recess: [{from: 2026-07-20, to: 2026-07-31}, {from: 2026-12-24, to: 2026-12-24}]"), ""},
      {"a recess that ends before it begins", "calendar",
       calendar(week + ", recess: [{from: 2026-07-20, to: 2026-07-19}]"), "8:90: 'to' is before 'from'"},
      {"a recess without an end", "calendar", calendar(week + ", recess: [{from: 2026-07-20}]"),
       "8:67: 'to' is missing here"},
      {"a recess that is no list", "calendar", calendar(week + ", recess: {from: 2026-07-20, to: 2026-07-21}"),
       "8:66: expected a list, found a mapping"},
      {"a day of a recess that is no day", "calendar",
       calendar(week + ", recess: [{from: 2026-02-30, to: 2026-07-21}]"), "8:74: '2026-02-30' is not a day"},
      {"ends soon", "calendar", calendar(week + ", until: 2027-01-24"),
       "8:65: warning: the calendar ends in 60 days: past it no due dates are promised"},
      {"ends later", "calendar", calendar(week + ", until: 2027-01-25"), ""},
      {"has ended", "calendar", calendar(week + ", until: 2026-11-24"),
       "8:65: warning: the calendar has ended: no due dates are promised any more"},
  });
}

TEST_CASE("a town becomes values") {
  Problems problems;
  const auto town = load_town(
      {"town.yaml",
       file_with("calendar", "calendar: {hours: {sat-mon: \"09:00-12:00\"}, holidays: [\"12-25\", 2027-03-26]}\n") +
           "reopen: 30 days\nforms: [{from: \"@Letters.test\", label: campaign}]\n"},
      kNow, problems);
  REQUIRE(town);
  CHECK(describe(problems) == "");
  CHECK(town->languages == std::vector<std::string>{"en", "fr"});
  CHECK(town->default_language == "en");
  CHECK(town->name.in("fr", "en") == "Ville");
  CHECK(town->name.in("de", "en") == "Town");
  CHECK(town->offices.at("desk").name.in("fr", "en") == "Desk");
  CHECK(town->offices.at("desk").place.line == 5);
  CHECK(town->calendar.hours.size() == 3);
  CHECK(town->calendar.hours.at(0).at(0).from == 540);
  CHECK(town->calendar.yearly_holidays.size() == 1);
  CHECK(town->calendar.holidays.size() == 1);
  CHECK(town->reopen->count == 30);
  CHECK(town->forms.at(0).from == "@letters.test");
  CHECK(town->office("desk")->max_size == std::size_t{20} << 20U);
  CHECK(town->office("other") == nullptr);
}

std::string together(const std::string& sources, const std::string& section, const std::string& town_text) {
  Problems problems;
  const auto settings = load_settings(
      {"docket.yaml",
       "version: 1\ndata: d\ncontrol: c\nmail: {maildir: {path: out}, domain: town.test}\nsources:\n" + sources},
      "/srv", problems);
  const auto town = load_town({"town.yaml", file_with(section, town_text)}, kNow, problems);
  REQUIRE(settings);
  REQUIRE(town);
  problems.clear();
  check_together(*settings, *town, problems);
  return describe(problems);
}

TEST_CASE("letters that would go round in a circle") {
  const std::string pipe = "  - {name: p, pipe: {}}\n";
  const std::string imap =
      "  - {name: m, imap: {url: imaps://m.test, user: Desk-Office@town.test, password: {env: P}}}\n";
  CHECK(together(pipe, "none", "") == "");
  CHECK(together("  - {name: p, pipe: {}, address: info@town.test}\n", "none", "") == "");
  CHECK(together("  - {name: p, pipe: {}, address: Desk-Office@town.test}\n", "none", "") ==
        "6:11: office 'desk': its address desk-office@town.test is the address of source 'p'; forwards would come back "
        "for ever\n"
        "6:5: warning: source 'p': desk-office@town.test is not under 'addresses' in town.yaml");
  CHECK(together(imap, "none", "") ==
        "6:11: office 'desk': its address desk-office@town.test is the address of source 'm'; forwards would come back "
        "for ever");
  CHECK(together(pipe, "addresses", "addresses: {desk-office@TOWN.test: desk}\n") ==
        "6:11: office 'desk': its address desk-office@town.test is a generic address of the town; forwards would come "
        "back for ever");
  CHECK(together(pipe, "addresses", "addresses: {clerk@town.test: desk}\n") ==
        "0:0: warning: clerk.address is a generic address of the town; what docket tells the clerk would come back to "
        "docket");
}

}  // namespace
}  // namespace docket
