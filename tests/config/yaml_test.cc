// What the YAML reader refuses, where and in which words; and that it leaves good files alone.
#include "config/yaml/node.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/config/problems.h"

namespace docket::yaml {
namespace {

std::string problems_of(std::string_view text) {
  Problems problems;
  (void)parse("f", text, problems);
  return describe(problems);
}

struct Case {
  std::string name;
  std::string text;
  std::string expected;
};

TEST_CASE("what YAML would read otherwise than written is refused with its place") {
  const std::vector<Case> cases{
      {"duplicate key", "a: 1\nb: 2\na: 3\n", "3:1: 'a' is here a second time; the first is in line 1"},
      {"duplicate key in a flow mapping", "x: {é: 1, é: 2}\n",
       "1:11: 'é' is here a second time; the first is in line 1"},
      {"anchor", "a: &x 1\n", "1:4: a value cannot begin with '&'"},
      {"alias", "a: *x\n", "1:4: a value cannot begin with '*'"},
      {"file name pattern", "a:\n  - *.pdf\n", "2:5: a value cannot begin with '*'"},
      {"tag", "a: !!str 1\n", "1:4: a value cannot begin with '!'"},
      {"merge key", "<<: {a: 1}\n", "1:1: '<<' is not used here"},
      {"at sign", "été: @ward2\n", "1:6: a value cannot begin with '@'"},
      {"percent sign", "a: %x\n", "1:4: a value cannot begin with '%'"},
      {"double quote left open", "a: \"one\nb: two\n", "1:4: the quote \" is not closed on its line"},
      {"single quote left open", "a: 'l'eau\nb: 'x'\n", "1:7: text after the end of a value"},
      {"single quote left open at the end", "a: 'one\n", "1:4: the quote ' is not closed on its line"},
      {"quote over two lines", "a: \"one\n  two\"\n", "1:4: the quote \" is not closed on its line"},
      {"no space after a colon", "a: {b:[c]}\nd: 1\n", "1:7: text after the end of a value"},
      {"text behind a quote", "a: \"one\" two\n", "1:10: text after the end of a value"},
      {"dash without a space", "a:\n  -x\n  -y\n", "2:3: a space belongs after '-'"},
      {"colon without a space", "a:\n  b:1\n  c:2\n", "2:3: this value goes on over several lines: \"b:1 c:2\""},
      {"plain value over two lines", "a: one\n  two\n", "1:4: this value goes on over several lines: \"one two\""},
      {"curly quotes", "a: “one”\nb: l’eau «x»\n", "1:4: warning: a curly quote is part of the text here"},
      {"number sign cuts a value", "a: lot #5\n", "1:8: the value ends before ' #': it reads \"lot\""},
      {"number sign cuts an item", "a: [lot #5]\n", "1:9: the value ends before ' #': it reads \"lot\""},
      {"number sign begins a value", "a: #5\n", "1:4: what begins with '#' is a comment, and no value"},
      {"number sign begins a value in brackets", "a: {b: #5}\nc: 1\n",
       "1:8: what begins with '#' is a comment, and no value"},
      {"colon forgotten", "a: 1\nb 2\nc: 3\n", "2:1: there is no ': ' in this line"},
      {"colon without a space among keys", "a: 1\nb:2\nc: 3\n", "2:1: there is no ': ' in this line"},
      {"colon without a space in the first line", "a:1\nb: 2\n", "1:1: there is no ': ' in this line"},
      {"colon without a space behind a dash", "a:\n  - b:1\n    c: 2\n", "2:5: there is no ': ' in this line"},
      {"value at the column of its key", "a:\n\"b\"\nc: 1\n", "2:1: a value stands at the column of its key"},
      {"brackets at the column of their key", "x:\n  a:\n  {b: 1}\n  c: 1\n",
       "3:3: a value stands at the column of its key"},
      {"dash forgotten", "a:\n  - b\n  c\n", "3:3: there is no '- ' before this entry"},
      {"another sign for a comment", "a: 1\n// b\nc: 3\n", "2:1: there is no ': ' in this line"},
      {"wide colon", "a: 1\nb： 2\nc: 3\n", "2:1: the wide '：' in this line is not the ':' behind a key"},
      {"entry further right than the one above", "a: 1\n  b: 2\n",
       "2:3: this line begins further right than the entry above it, which has its value already"},
      {"long dash", "a:\n  – x\n  – y\n", "2:3: '–' is not the '-' that begins an entry of a list"},
      {"left by a joining program", "a: 1\n<<<<<<< HEAD\nb: 2\n",
       "2:1: this line was left where two versions of the file were joined"},
      {"truth word as a key that town.yaml has", "on: 1\n", ""},
      {"that key in capitals", "On: 1\n", "1:1: warning: 'On' without quotes means true or false to other programs"},
      {"truth word as a key", "no: 1\n", "1:1: warning: 'no' without quotes means true or false to other programs"},
      {"comma in a flow value", "a: {s: Re, hello}\n", "1:12: 'hello' has no value"},
      {"bracket left open", "a: [what\nb: 1\n", "1:4: '[' is not closed before line 2"},
      {"brace left open at the end", "a: {b: 1\n", "1:4: '{' is not closed before the end of the file"},
      {"brace too many", "a: {b: 1}}\n", "1:10: '}' closes nothing"},
      {"regex in a flow mapping", "a: {regex: \\d{3}}\n", "1:14: text after the end of a value"},
      {"question mark in brackets", "a: [what?]\n", "1:9: '?' inside brackets needs quotes"},
      {"second document", "a: 1\n---\nb: 2\n", "2:1: text after the end of the document"},
      {"text after a flow root", "{a: 1}\nb: 2\n", "2:1: text after the end of the document"},
      {"colon in plain text", "subject: Re: hello\n", "1:12: ': ' where no key can stand"},
      {"backslash in double quotes", "a: \"\\d{3}\"\n", "1:7: a backslash in double quotes has a meaning of its own"},
      {"silent backspace", "a: \"\\bword\"\n", "1:4: a backslash in double quotes made a control character of this"},
      {"wrong indentation", "a:\n  b: 1\n c: 2\n", "3:2: this line does not fit the lines above it"},
      {"list entry where none can stand", "a: - b\n", "1:4: '- ' where no list can stand"},
      {"folded text with a head that is none", "a: >5 things\n", "1:4: a value cannot begin with '>'"},
      {"scalar document", "a:b\n", "1:1: the file must be lines of 'key: value'"},
      {"list document", "- a\n", "1:1: the file must be lines of 'key: value'"},
      {"empty file", "# nothing\n", "1:1: the file is empty"},
      {"key that is a list", "? [a]\n: b\n", "1:1: a value cannot begin with '?'"},
      {"list as key in brackets", "{[a]: b}\n", "1:2: a list or mapping cannot be a key"},
      {"missing key", "{: b}\n", "1:2: a key is missing before ':'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(c.text) == c.expected);
  }
}

TEST_CASE("characters that cannot be seen, and encodings") {
  const std::vector<Case> cases{
      {"tab in the indentation", "a:\n\tb: 1\n", "2:1: a tab in the indentation"},
      {"tab behind spaces", "a:\n  \tb: 1\n", "2:3: a tab in the indentation"},
      {"tab before a comment behind a value", "a: 1\t# note\n", ""},
      {"control character", "a: \x04x\n", "1:4: the character U+0004 cannot be seen and is not allowed here"},
      {"NUL", std::string("a: \"x\0y\"\n", 9), "1:6: the character U+0000 cannot be seen and is not allowed here"},
      {"bidi override", "é: \xE2\x80\xAEx\n", "1:4: the character U+202E cannot be seen and is not allowed here"},
      {"latin-1", "a: ok\nb: \xE9t\xE9\n", "2:4: this is not UTF-8 text"},
      {"no-break space as indentation", "a:\n\xC2\xA0 b: 1\n", "2:1: a no-break space where a plain space belongs"},
      {"no-break space behind a colon", "a:\xC2\xA0x\n", "1:3: a no-break space where a plain space belongs"},
      {"no-break space behind a dash", "a:\n  -\xC2\xA0x\n", "2:4: a no-break space where a plain space belongs"},
      {"zero-width space", "a: \xE2\x80\x8Bx\n", "1:4: the character U+200B cannot be seen and is not allowed here"},
      {"tab behind a colon", "a:\tx\n", "1:3: a tab where a space belongs"},
      {"tab behind a dash", "a:\n  -\tx\n", "2:4: a tab where a space belongs"},
      {"UTF-16 without a mark", std::string("a\0:\0 \0b\0", 8), "1:1: this is not UTF-8 text"},
      {"a word processor's file", "PK\x03\x04\x14",
       "1:1: this is a word processor's or a compressed file, not plain text"},
      {"no-break space inside a text", "a: 10\xC2\xA0h\n", ""},
      {"CRLF", "a: 1\r\nb: 2\r\na: 3\r\n", "3:1: 'a' is here a second time; the first is in line 1"},
      {"CR only", "a: 1\rb: 2\ra: 3\r", "3:1: 'a' is here a second time; the first is in line 1"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a: 1\n",
       ""},
      {"UTF-16, little end first",
       std::string("\xFF\xFE"
                   "a\0:\0 \0\xE9\0\n\0",
                   12),
       ""},
      {"UTF-16, big end first", std::string("\xFE\xFF\0a\0:\0 \0\xE9\0\n", 12), ""},
      {"too large", std::string((16U << 20U) + 1, '#'), "0:0: the file is larger than 16 MB"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(c.text) == c.expected);
  }
}

TEST_CASE("good files pass without a word") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"apostrophes in plain text", "a: rue de l'Église\nb: [l'eau, d'un \"coup\"]\n"},
      {"comments", "# top\na: 1   # why\nb: # section\n  - c # item\n"},
      {"comments of other shapes", "#top\na: 1 ## why\nb: #----\n  #c\n  - c #\nd: [x,\n  #y\n  z]\n"},
      {"comments between lines, indented anyhow", "a:\n      # deep\n  b: 1\n# left\n  c: 2\n"},
      {"a value on the line below its key", "a:\n  one two\nb:\n  - c:\n      three\n    d: 4\n"},
      {"a value on the line below its dash", "a:\n  -\n    b\n  - c\n"},
      {"a dash in a text", "a: -5\nb: x - y\nc: – x\n"},
      {"a list at the column of its key", "a:\n- b\n- c: 1\n  d: 2\ne: 3\n"},
      {"quotes with escapes", "a: \"say \\\"hi\\\"\"\nb: 'it''s'\nc: '#5'\nd: \"x # y\"\n"},
      {"literal block with signs", "a: |\n  \"open\n  *star\n\n  [x\nb: >-\n  one\n  two\nc: 1\n"},
      {"literal block in a list", "a:\n  - text: |\n      'x\n    other: 1\n"},
      {"flow over lines", "a: [one,\n    two]\nb: {c: 1,\n    d: [2]}\n"},
      {"flow in flow, not indented", "a: [\n{b: 1},\n[c]\n]\n"},
      {"flow closed on its own line", "a: [\n  one,\n]\nb: {\n  c: 1\n}\n"},
      {"URLs and times", "a: imaps://mail.town.example\nb: 127.0.0.1:8311\nc: {d: 12:30, e: a@b.example}\n"},
      {"document start", "---\na: 1\n"},
      {"document end", "a: 1\n...\n"},
      {"quoted keys", "\"01-01\": x\n'b c': [1]\n"},
  };
  for (const auto& [name, text] : cases) {
    CAPTURE(name);
    CHECK(problems_of(text) == "");
  }
}

TEST_CASE("nodes know their kind, style, text and place in characters") {
  Problems problems;
  const auto root = parse("f", "é: {ü: 'x', y: \"z\"}\nlist:\n  - plain\n  - |\n    one\n    two\n", problems);
  REQUIRE(root);
  const Node* map = root->find("é");
  REQUIRE(map != nullptr);
  CHECK(map->column == 4);
  CHECK(map->keys[0].column == 5);
  CHECK(map->items[0].style == Node::Style::single_quoted);
  CHECK(map->items[0].column == 8);
  CHECK(map->items[1].style == Node::Style::double_quoted);
  const Node* list = root->find("list");
  REQUIRE(list != nullptr);
  CHECK(list->items[0].style == Node::Style::plain);
  CHECK(list->items[0].line == 3);
  CHECK(list->items[1].style == Node::Style::block);
  CHECK(list->items[1].text == "one\ntwo\n");
  CHECK(root->find("none") == nullptr);
}

TEST_CASE("depth and number of values are bounded") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(problems_of(deep + std::string(100, ' ') + "b\n") == "25:25: nested too deeply");
  CHECK(problems_of("a: " + std::string(100'000, '[')) == "1:28: nested too deeply");
  std::string wide = "a: [";
  for (int i = 0; i < 1'000'001; ++i) wide += "1,";
  CHECK(problems_of(wide + "1]\n").ends_with("the file holds too many values"));
}

}  // namespace
}  // namespace docket::yaml
