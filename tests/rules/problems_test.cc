// Rule files with mistakes: where the mistake stands and what is said of it.
#include <doctest/doctest.h>

#include "config/text.h"
#include "world.h"

namespace docket {
namespace {

struct Row {
  const char* yaml;      ///< below "version: 1"; the first line here is line 2
  const char* problems;  ///< without "a.yaml:" at the start
};

std::string said_of(const std::string& yaml, bool hints = false) {
  auto lines = testing::problems_of_files({"version: 1\n" + yaml}, hints);
  for (auto at = lines.find("a.yaml:"); at != std::string::npos; at = lines.find("a.yaml:", at)) lines.erase(at, 7);
  return lines;
}

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.yaml);
    CHECK(said_of(row.yaml) == std::string(row.problems));
  }
}

/// A rule R with this `when`; it begins in line 2, column 28.
std::string when(const std::string& yaml) { return "rules: [{rule: R, when: " + yaml + ", then: {label: x}}]"; }

void check_when(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.yaml);
    CHECK(said_of(when(row.yaml)) == std::string(row.problems));
  }
}

TEST_CASE("mistakes in conditions") {
  check_when({
      {"{subjct: {is: x}}", "2:26: error: unknown field 'subjct'"},
      {"sometimes", "2:25: error: 'sometimes' is no condition"},
      {"{subject: pothole}", "2:35: error: 'subject' needs an operator and a value"},
      {"{subject: {}}", "2:35: error: 'subject' needs an operator and a value"},
      {"{subject: {word: a, contains: b}}", "2:45: error: 'subject' has two operators, 'word' and 'contains'"},
      {"{subject: {exact: true}}", "2:35: error: 'subject' has no operator"},
      {"{subject: {contain: x}}", "2:36: error: 'contain' is no operator of 'subject'"},
      {"{subject: {over: 3}}", "2:36: error: 'over' is no operator of 'subject'"},
      {"{subject: {contains: x, quoted: true}}", "2:49: error: 'quoted' does not go with 'subject'"},
      {"{subject: {contains: x, exact: maybe}}", "2:56: error: expected true or false, found 'maybe'"},
      {"{subject: {exists: true, exact: true}}", "2:57: error: 'exact' does not go with 'exists'"},
      {"{subject: {exists: true, exact: false}}", "2:57: error: 'exact' does not go with 'exists'"},
      {"{channel: {is: form, exact: false}}", "2:53: error: 'exact' does not go with 'is'"},
      {"{size: {over: 1 MiB, exact: false}}", "2:46: error: 'exact' does not go with 'size'"},
      {"{spam: {is: true, exact: true}}", "2:43: error: 'exact' does not go with 'spam'"},
      {"{attachment: {name: {ends: .pdf}, exact: true}}", "2:59: error: 'exact' does not go with 'attachment'"},
      {"{attachment: {name: {ends: .pdf, exact: true}}}", ""},
      {"{subject: {exists: yes}}", "2:44: error: 'yes' is neither true nor false"},
      {"{subject: {contains: []}}", "2:46: error: expected a list, found an empty one"},
      {"{subject: {contains: [a, [b]]}}", "2:50: error: one value belongs here"},
      {"{subject: {contains: '  '}}", "2:46: error: there is nothing to compare in '  '"},
      {"{subject: {word: '...'}}", "2:42: error: '...': there is no word in this value"},
      {"{subject: {word: [pothole*, no*]}}", "2:53: error: 'no*': too few letters before the *"},
      {"{subject: {word: '*hole'}}", "2:42: error: '*hole': a * may only end a word"},
      {"{subject: {word: pot*hole}}", "2:42: error: 'pot*hole': a * may only end a word"},
      {"{subject: {word: {list: nothing}}}", "2:49: error: there is no list 'nothing'"},
      {"{subject: {word: {lists: [a, b]}}}", "2:50: error: there is no list 'a'\n2:50: error: there is no list 'b'"},
      {"{subject: {word: {lst: a}}}", "2:43: error: unknown key 'lst'"},
      {"{header: {name: \"List-Id:\", exists: true}}", "2:41: error: 'List-Id:' is the name of no header"},
      {"{line: {label: \"Topic:\", is: x}}", "2:40: error: 'Topic:' is the label of no line"},
      {"{from: {is: ana}}", "2:37: error: 'ana' is not a mail address"},
      {"{from: {is: \"@x.example\"}}", "2:37: error: '@x.example' is not a mail address"},
      {"{from: {ends: x.example}}", "2:39: warning: other domains may end with 'x.example' too"},
      {"{text: {regex: '\\d{3'}}", "2:40: warning: a '{' in this pattern begins no count and stands for itself"},
      {"{text: {regex: 'pothole'}}", "2:40: warning: this pattern is plain text"},
      {"{text: {regex: '.*pot\\b'}}", "2:40: warning: a '.*' at an end of this pattern does nothing"},
      {"{text: {regex: 'pot.*'}}", "2:40: warning: a '.*' at an end of this pattern does nothing"},
      {"{text: {regex: 'pot\\.*'}}", ""},
      {"{text: {regex: 'gas.*leak'}}",
       "2:40: warning: '.*' in this pattern reaches over the rest of the letter, however long"},
      {"{text: {regex: 'gas.{0,40}leak'}}", ""},
      {"{text: {regex: 'gas\\.*leak'}}", ""},
      {"{text: {word: 道路}}",
       "2:39: warning: '道路' is looked for as a whole word, and this script has no spaces between words"},
      {"{text: {word: école}}", ""},
      {"{text: {regex: '[aé]cole'}}", "2:40: warning: an accent inside [] is found in no letter"},
      {"{text: {regex: '[aé]cole', exact: true}}", ""},
      {"{text: {regex: 'é[a-z]'}}", ""},
      {"{text: {regex: '\\d{3}'}}", ""},
      {"{header: {exists: true}}", "2:34: error: 'header' needs 'name'"},
      {"{line: {is: Noise}}", "2:32: error: 'line' needs 'label'"},
      {"{subject: {name: x, is: y}}", "2:36: error: 'name' does not go with 'subject'"},
      {"{attachment: {size: {over: 1}}}", "2:39: error: 'size' is no operator of 'attachment'"},
      {"{attachment: {name: .pdf}}", "2:45: error: 'name' needs an operator and a value"},
      {"{attachment: {count: {over: many}}}", "2:53: error: 'many' is no number of attachments"},
      {"{attachment: {exists: true, name: {is: x}}}",
       "2:53: error: 'attachment' has two operators, 'exists' and 'name'"},
      {"{size: {over: big}}", "2:39: error: 'big' is no size"},
      {"{time: {inside: night}}", "2:41: error: 'night' is no time"},
      {"{language: french}", "2:36: error: 'french' is no language"},
      {"{authenticated: passed}", "2:41: error: 'passed' is no result of authentication"},
      {"{spam: maybe}", "2:32: error: 'maybe' is neither true nor false"},
      {"{channel: fax}", "2:35: error: 'fax' is no channel"},
      {"{any: {subject: {is: x}}}", "2:31: error: 'any' needs a list of conditions"},
      {"{none: []}", "2:32: error: 'none' needs a list of conditions"},
      {"{all: [x]}", "2:32: error: expected a mapping (key: value), found a text"},
      {"{any: [{any: [{any: [{any: [{any: [{any: [{any: [{any: [{spam: true}]}]}]}]}]}]}]}]}",
       "2:81: error: conditions are nested too deeply"},
  });
}

TEST_CASE("mistakes in patterns, said in words") {
  check_when({
      {"{subject: {regex: '(a'}}", "2:43: error: in this pattern a '(' has no ')': '(a'"},
      {"{subject: {regex: 'a)'}}", "2:43: error: in this pattern a ')' has no '(': 'a)'"},
      {"{subject: {regex: '[a'}}", "2:43: error: in this pattern a '[' has no ']': '[a'"},
      {"{subject: {regex: '*a'}}",
       "2:43: error: in this pattern a '*', '+', '?' or '{' has nothing before it to "
       "repeat: '*'"},
      {"{subject: {regex: '(a)\\1'}}", "2:43: error: in this pattern an escape that is not known here: '\\1'"},
      {"{subject: {regex: 'a\\Z'}}", "2:43: error: in this pattern an escape that is not known here: '\\Z'"},
      {"{subject: {regex: '(?=a)'}}",
       "2:43: error: in this pattern look-ahead and look-behind are not known here: '(?='"},
      {"{subject: {regex: '[z-a]'}}", "2:43: error: in this pattern a range in [] runs backwards: 'z-a'"},
      {"{subject: {regex: '.*'}}", "2:43: error: this pattern matches even where there is nothing"},
      {"{subject: {regex: 'a?'}}", "2:43: error: this pattern matches even where there is nothing"},
      {"{subject: {regex: '\\b'}}", "2:43: error: this pattern matches even where there is nothing"},
      {"{subject: {regex: 'a{101}'}}", "2:43: error: counted repeats go too far"},
      {"{subject: {regex: '((a{10}){10}){10}'}}", "2:43: error: counted repeats go too far"},
      {"{subject: {regex: '\\pL{1,100}x'}}", "2:43: error: the pattern is too large"},
  });
}

TEST_CASE("mistakes in actions") {
  check({
      {"rules: [{rule: R, when: always, then: {}}]",
       "2:39: error: expected a mapping (key: value), found an empty one"},
      {"rules: [{rule: R, when: always, then: {asign: roads}}]", "2:40: error: unknown key 'asign'"},
      {"rules: [{rule: R, when: always, then: {assign: raods}}]",
       "2:48: error: there is no office 'raods' in town.yaml"},
      {"rules: [{rule: R, when: always, then: {copy: [roads, nowhere]}}]",
       "2:54: error: there is no office 'nowhere' in town.yaml"},
      {"rules: [{rule: R, when: always, then: {assign: roads, review: x}}]",
       "2:55: error: 'assign' and 'review' both decide"},
      {"rules: [{rule: R, when: always, then: {priority: top}}]", "2:50: error: 'top' is not known here"},
      {"rules: [{rule: R, when: always, then: {urgent_notice: fire}}]",
       "2:55: error: there is no template letters/notice-fire"},
      {"rules: [{rule: R, when: always, then: {answer: x}}]", "2:48: error: there is no template letters/answer-x"},
      {"rules: [{rule: R, when: always, then: {template: aknowledgement}}]",
       "2:50: error: there is no template letters/aknowledgement"},
      {"rules: [{rule: R, when: always, then: {restrict: false}}]", "2:50: error: only 'true' can stand here"},
      {"rules: [{rule: R, when: always, then: {quote: once}}]", "2:47: error: only 'never' can stand here"},
      {"rules: [{rule: R, when: always, then: {acknowledge: always}}]", "2:53: error: only 'never' can stand here"},
      {"rules: [{rule: R, when: always, then: {standard: {first_response: soon}}}]",
       "2:67: error: 'soon' is not a length of time"},
      {"rules: [{rule: R, when: always, then: {standard: {first: 2 days}}}]", "2:51: error: unknown key 'first'"},
      {"rules: [{rule: R, when: always, then: {ignore: x}}]", "2:39: error: 'ignore' needs a condition that must hold"},
      {"rules: [{rule: R, when: {subject: {is: x}}, then: {ignore: x}}]",
       "2:51: error: 'ignore' cannot depend on 'subject'"},
      {"rules: [{rule: R, when: {spam: true, none: [{text: {word: x}}]}, then: {ignore: x}}]",
       "2:72: error: 'ignore' cannot depend on 'text'"},
      {"rules: [{rule: R, when: {none: [{spam: true}]}, then: {ignore: x}}]",
       "2:55: error: 'ignore' needs a condition that must hold"},
      {"rules: [{rule: R, when: {header: {name: X, exists: false}}, then: {ignore: x}}]",
       "2:67: error: 'ignore' needs a condition that must hold"},
      {"rules: [{rule: R, when: {spam: false}, then: {ignore: x}}]",
       "2:46: error: 'ignore' needs a condition that must hold"},
      {"rules: [{rule: R, when: {from: {exists: true}}, then: {ignore: x}}]",
       "2:55: error: 'ignore' needs a condition that must hold"},
      {"rules: [{rule: R, when: {none: [{spam: false}]}, then: {ignore: x}}]", ""},
      {"rules: [{rule: R, when: {none: [{header: {name: X, exists: false}}]}, then: {ignore: x}}]", ""},
      {"acknowledge: [{rule: R, when: always, then: {assign: roads}}]",
       "2:46: error: 'assign' cannot stand below 'acknowledge:'"},
  });
}

TEST_CASE("mistakes around rules") {
  check({
      {"rules: [{when: always, then: {label: x}}]", "2:9: error: 'rule' is missing here"},
      {"rules: [{rule: R, then: {label: x}}]", "2:9: error: 'when' is missing here"},
      {"rules: [{rule: R, when: always}]", "2:9: error: 'then' is missing here"},
      {"rules: {rule: R}", "2:8: error: expected a list, found a mapping"},
      {"rulez: []", "2:1: error: unknown key 'rulez'"},
      {"rules: [{rule: R, when: always, then: {label: x}, priority: 3}]",
       "2:51: error: 'priority' belongs below 'then:'"},
      {"rules: [{rule: R, when: always, then: {label: x}, precedence: high}]",
       "2:63: error: expected a whole number from -1000 to 1000, found 'high'"},
      {"rules:\n  - {rule: Roads, when: always, then: {label: x}}\n  - {rule: ROADS, when: always, then: {label: x}}",
       "4:12: error: the rule 'ROADS' is here a second time; the first is 3"},
      {"rules: [{rule: address, when: always, then: {label: x}}]", "2:16: error: a rule cannot be called 'address'"},
      {"lists: {a: [x], A: [z]}", "2:17: error: the list 'A' is here a second time; the first is 2"},
      {"lists: {a: []}", "2:12: error: expected a list, found an empty one"},
      {"lists: {w: [no*]}\nrules: [{rule: R, when: {subject: {word: {list: w}}}, then: {label: x}}]",
       "2:13: error: 'no*': too few letters before the * (list 'w' is used with 'subject word')"},
      {"rules: [{rule: R, when: always, then: {label: x}, because: {de: x}}]",
       "2:61: error: 'de' is not one of the town's languages"},
      {"rules: [{rule: R, when: always, then: {label: x}, because: {en: x}}]",
       "2:60: warning: no text for the language 'fr'"},
      {"rules: [{rule: R, when: always, then: {label: x}, valid: {from: 2027-02-30}}]",
       "2:65: error: '2027-02-30' is not a day"},
      {"rules: [{rule: R, when: always, then: {label: x}, valid: {from: 2027-02-02, to: 2027-02-01}}]",
       "2:58: error: 'to' is before 'from'"},
      {"rules: [{rule: R, when: always, then: {label: x}, public: no}]",
       "2:59: error: expected true or false, found 'no'"},
      {"rules: [{rule: R, when: always, then: {label: x}, examples: [{subject: x}]}]",
       "2:62: error: 'expect' is missing here"},
      {"rules: [{rule: R, when: always, then: {label: x}, examples: [{expect: maybe}]}]",
       "2:71: error: 'maybe' is not known here"},
      {"rules: [{rule: R, when: always, then: {label: x}, examples: [{expect: match, sbject: x}]}]",
       "2:78: error: unknown key 'sbject'"},
      {"tests: [{letter: {text: x, body: x}, expect: {assign: roads}}]",
       "2:34: error: 'text' and 'body' are both what the person wrote"},
      {"tests: [{letter: {subject: x}}]", "2:9: error: 'expect' is missing here"},
      {"tests: [{letter: {at: tomorrow}, expect: {assign: roads}}]", "2:23: error: 'tomorrow' is no moment"},
      {"tests: [{letter: {subject: x}, expect: {asign: roads}}]", "2:41: error: unknown key 'asign'"},
      {"tests: [{letter: {subject: x}, expect: {labels: [roads, [a]]}}]", "2:57: error: one value belongs here"},
      {"tests: [{letter: {subject: x}, expect: {labels: {a: b}}}]",
       "2:49: error: expected a value or a list of values, found a mapping"},
      {"rules:\n  - rule: \"R\n    when: always", "3:11: error: the quote \" is not closed on its line"},
      {"rules: [{rule: R, when: always, when: always, then: {label: x}}]",
       "2:33: error: 'when' is here a second time; the first is in line 2"},
  });
}

TEST_CASE("rules on one person need a reason and an end") {
  const auto person = [](const std::string& condition, const std::string& more = "") {
    return said_of("rules: [{rule: R, when: " + condition + ", then: {assign: roads}" + more + "}]");
  };
  const std::string both = "2:9: error: the rule 'R' is on one person and needs 'justification:' and 'until:'";
  CHECK(person("{from: {is: ana@x.example}}") == both);
  CHECK(person("{from: {contains: ana@x.example}}") == both);
  CHECK(person("{from: {is: [a@x.example, b@x.example]}}") == both);
  CHECK(person("{sender_name: {is: Ana}}") == both);
  CHECK(person("{sender_name: {contains: Ana Roy}}") == both);
  CHECK(person("{none: [{from: {is: ana@x.example}}]}") == both);
  CHECK(person("{header: {name: reply-to, contains: ana@x.example}}") == both);
  CHECK(person("{from: {is: ana@x.example}}", ", justification: harassment") ==
        "2:9: error: the rule 'R' is on one person and needs 'until:'");
  CHECK(person("{from: {is: ana@x.example}}", ", until: 2027-01-01") ==
        "2:9: error: the rule 'R' is on one person and needs 'justification:'");
  CHECK(person("{from: {is: ana@x.example}}", ", justification: harassment, until: 2027-13-01") ==
        "2:111: error: '2027-13-01' is not a day");
  CHECK(person("{from: {is: ana@x.example}}", ", justification: harassment, until: 2027-01-01").empty());
  CHECK(person("{from: {like: ana@x.example}}") == both);
  CHECK(person("{from: {regex: '^ana@x\\.example$'}}") == both);
  CHECK(person("{sender_name: {regex: '\\bana roy\\b'}}") == both);
  CHECK(person("{from: {like: \"ward#@x.example\"}}").empty());
  CHECK(person("{from: {regex: '@x\\.example$'}}").empty());
  CHECK(person("{from: {regex: '^sales.*@x\\.example$'}}").empty());
  CHECK(person("{from: {regex: '^\\d+@x\\.example$'}}").empty());
  CHECK(person("{from: {ends: \"@x.example\"}}").empty());
  CHECK(person("{from: {is: noreply@town.example}}").empty());
  CHECK(person("{from: {is: someone@town.example}}").empty());
  CHECK(person("{from: {is: x@letters.campaign.example}}").empty());
  CHECK(person("{sender_name: {contains: Hydro}}").empty());
  CHECK(person("{text: {contains: ana@x.example}}").empty());
  CHECK(person("{phone: {is: \"+1 613 555 0142\"}}") == both);
  CHECK(person("{phone: {starts: \"+1 613 555 0142\"}}") == both);
  CHECK(person("{phone: {starts: \"+1 613 555 014\"}}") == both);
  CHECK(person("{phone: {starts: \"+1 613 555 01\"}}").empty());
  CHECK(person("{phone: {exists: false}}").empty());
}

TEST_CASE("a rule on one person lasts at most 12 months, and a rule that has ended is told") {
  // The tests' today is November 25, 2026, in the town's zone.
  const auto person = [](const std::string& until) {
    return said_of("rules: [{rule: R, when: {from: {is: ana@x.example}}, then: {assign: roads}, justification: x" +
                   until + "}]");
  };
  CHECK(person(", until: 2027-11-25").empty());
  CHECK(person(", until: 2026-12-26").empty());
  CHECK(person(", until: 2026-12-25") == "2:102: warning: the rule 'R' ends on 2026-12-25");  // told 30 days before
  CHECK(person(", until: 2026-11-25") == "2:102: warning: the rule 'R' ends on 2026-11-25");
  CHECK(person(", until: 2027-11-26") == "2:102: error: 'until' of a rule on one person is more than 12 months ahead");
  CHECK(person(", until: 2999-01-01") == "2:102: error: 'until' of a rule on one person is more than 12 months ahead");
  CHECK(person(", until: 2026-11-24") == "2:102: warning: the rule 'R' has ended on 2026-11-24: it is not in force");
  const auto other = [](const std::string& more) {
    return said_of("rules: [{rule: R, when: always, then: {label: x}, " + more + "}]");
  };
  CHECK(other("until: 2999-01-01").empty());
  CHECK(other("until: 2026-11-24") == "2:58: warning: the rule 'R' has ended on 2026-11-24: it is not in force");
  CHECK(other("valid: {to: 2026-11-24}") == "2:58: warning: the rule 'R' has ended on 2026-11-24: it is not in force");
  CHECK(other("valid: {to: 2026-11-25}").empty());
}

TEST_CASE("twelve months from the last of February end with a February") {
  const auto problems = [](const char* now, const std::string& until) {
    Problems found;
    (void)load_rules({{"a.yaml",
                       "version: 1\nrules: [{rule: R, when: {from: {is: ana@x.example}}, then: {assign: roads}, "
                       "justification: x, until: " +
                           until + "}]"}},
                     testing::town(), {}, *parse_rfc3339(now), found);
    return found.size();
  };
  CHECK(problems("2028-02-29T12:00:00Z", "2029-02-28") == 0);
  CHECK(problems("2028-02-29T12:00:00Z", "2029-03-01") == 1);
  // At two in the morning UTC it is still the day before in Toronto.
  CHECK(problems("2027-06-02T02:00:00Z", "2028-06-02") == 1);
  CHECK(problems("2027-06-02T02:00:00Z", "2028-06-01") == 0);
}

TEST_CASE("names are unique over all files, and lists serve all files") {
  const std::string list = "version: 1\nlists: {Road words: [pothole*]}\n";
  const std::string rule =
      "version: 1\nrules:\n  - {rule: Roads, when: {text: {word: {list: road WORDS}}}, then: "
      "{assign: roads}}\n";
  CHECK(testing::problems_of_files({rule, list}).empty());
  CHECK(testing::problems_of_files({rule, list, rule}) ==
        "c.yaml:3:12: error: the rule 'Roads' is here a second time; the first is a.yaml:3");
  CHECK(testing::problems_of_files({list, list}) ==
        "b.yaml:2:9: error: the list 'Road words' is here a second time; the first is a.yaml:2");
  CHECK(testing::problems_of_files({"rules: []\n", "version: 2\n"}) ==
        "a.yaml:1:1: error: 'version' is missing here\na.yaml:1:8: error: expected a list, found an empty one\n"
        "b.yaml:1:10: error: expected 1, found '2'");
}

TEST_CASE("hints name the way out") {
  CHECK(said_of(when("{subjct: {is: x}}"), true) ==
        "2:26: error: unknown field 'subjct'\n  hint: did you mean 'subject'?");
  CHECK(said_of(when("{subject: {word: a, is: b}}"), true) ==
        "2:45: error: 'subject' has two operators, 'word' and 'is'\n"
        "  hint: one operator a field: put each in a mapping of its own below 'all:' or 'any:'");
  CHECK(said_of(when("{from: {is: \"@x.example\"}}"), true) ==
        "2:37: error: '@x.example' is not a mail address\n  hint: for a whole domain write {ends: \"@x.example\"}");
  CHECK(said_of("rules: [{rule: R, when: always, then: {assign: road}}]", true) ==
        "2:48: error: there is no office 'road' in town.yaml\n  hint: did you mean 'roads'?");
  CHECK(said_of(when("{subject: {contians: x}}"), true) ==
        "2:36: error: 'contians' is no operator of 'subject'\n  hint: did you mean 'contains'?");
  CHECK(said_of("rulesandmore: []", true) ==
        "2:1: error: unknown key 'rulesandmore'\n  hint: known here: version, lists, rules, acknowledge, tests");
  CHECK(said_of(when("{size: {greater: 1 MiB}}"), true) ==
        "2:33: error: 'greater' is no operator of 'size'\n  hint: one of: over, under");
  CHECK(said_of(when("{body: {holds_this: x}}"), true) ==
        "2:33: error: 'holds_this' is no operator of 'body'\n"
        "  hint: one of: is, contains, word, starts, like, regex, exists, ends, exact, quoted");
  CHECK(said_of(when("{line: {lable: Topic, is: x}}"), true) ==
        "2:33: error: 'lable' is no operator of 'line'\n  hint: did you mean 'label'?\n"
        "2:32: error: 'line' needs 'label'\n  hint: line: {label: …, contains: …}");
}

TEST_CASE("where there is no template of a kind, the hint says what it would be called") {
  Problems problems;
  (void)load_rules({{"a.yaml", "version: 1\nrules: [{rule: R, when: always, then: {answer: bins}}]\n"}},
                   testing::town(), {"acknowledgement"}, testing::now(), problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].text == "there is no template letters/answer-bins");
  CHECK(problems[0].hint == "it would be letters/answer-bins.LANG.txt");
}

TEST_CASE("the version of a set follows names and texts, and where one ends and the next begins") {
  const auto version = [](const std::vector<TextFile>& files) {
    Problems problems;
    const auto set = load_rules(files, testing::town(), {}, testing::now(), problems);
    REQUIRE(set != nullptr);
    return set->version();
  };
  const auto one = version({{"a.yaml", "version: 1\n"}});
  CHECK(one.size() == 7 + 64);
  CHECK(one == version({{"a.yaml", "version: 1\n"}}));
  CHECK(one != version({{"b.yaml", "version: 1\n"}}));
  CHECK(one != version({{"a.yaml", "version: 1\n\n"}}));
  // Where a name ends and its text begins counts, the order in which files are found does not.
  CHECK(version({{"a", "version: 1\n"}, {"b", "version: 1\n"}}) ==
        version({{"b", "version: 1\n"}, {"a", "version: 1\n"}}));
  CHECK(version({{"a", "#\nversion: 1\n"}}) != version({{"a#", "\nversion: 1\n"}}));
  CHECK(version({}) != one);
}

}  // namespace
}  // namespace docket
