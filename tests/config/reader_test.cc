// The typed access layer: what fits is taken, what does not is said once, with its place and a hint.
#include "config/yaml/reader.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "tests/config/problems.h"

namespace docket::yaml {
namespace {

/// What `read` makes of the mapping `text`, in problems and hints.
std::string problems_of(const std::string& text, const std::function<void(Map&)>& read) {
  Problems problems;
  const auto root = parse("f", text, problems);
  REQUIRE(root);
  Reader reader("f", problems);
  Map map(reader, *root);
  read(map);
  map.finish();
  std::string result = describe(problems);
  for (const auto& problem : problems) result += problem.hint.empty() ? "" : " (" + problem.hint + ")";
  return result;
}

TEST_CASE("unknown keys are named, the nearest known one proposed") {
  const auto read = [](Map& map) {
    std::string text;
    map.text("assign", text);
    map.text("copy", text);
  };
  CHECK(problems_of("asign: roads\n", read) == "1:1: unknown key 'asign' (did you mean assign?)");
  CHECK(problems_of("destination: roads\n", read) == "1:1: unknown key 'destination' (known here: assign, copy)");
  CHECK(problems_of("assign: roads\n", read) == "");
}

TEST_CASE("a value of the wrong kind leaves the default") {
  std::string text = "default";
  int number = 7;
  bool flag = true;
  std::vector<std::string> words{"default"};
  const auto read = [&](Map& map) {
    map.text("text", text);
    map.integer("number", number, -5, 10);
    map.boolean("flag", flag);
    map.texts("words", words);
  };
  CHECK(problems_of("text: [a]\nnumber: 1.5\nflag: \"true\"\nwords: {a: b}\n", read) ==
        "1:7: expected a text, found a list\n2:9: expected a whole number from -5 to 10, found '1.5'\n"
        "3:7: expected true or false, found the text \"true\"\n4:8: expected a text or a list of texts, found a mapping"
        " (write one, without '- ' and []) (write digits alone, without point, comma or sign; - stands before a number "
        "below 0) (write true or false, without quotes) (write one text, or [a, b])");
  CHECK(text == "default");
  CHECK(number == 7);
  CHECK(flag);
  CHECK(words.at(0) == "default");
  CHECK(problems_of("text: \"\"\nwords: []\n", read)
            .starts_with("1:7: expected a text, found an empty text\n2:8: expected a list, found an empty one"));
  CHECK(problems_of("number: -5\nflag: false\ntext: null text\nwords: one\n", read) == "");
  CHECK(number == -5);
  CHECK_FALSE(flag);
  CHECK(text == "null text");
  CHECK(words.at(0) == "one");
}

TEST_CASE("nothing where a value belongs is said at its key") {
  std::string text;
  const auto read = [&](Map& map) { map.text("text", text); };
  CHECK(problems_of("text:\n", read) == "1:1: expected a text, found nothing (give a value, or take the line out)");
  CHECK(problems_of("text: null\n", read) ==
        "1:7: expected a text, found nothing (give a value; for the word itself write \"null\")");
  CHECK(problems_of("text: \"null\"\n", read) == "");
  CHECK(text == "null");
}

TEST_CASE("words that other programs take for true or false are warned of, unless quoted") {
  std::vector<std::string> words;
  const auto read = [&](Map& map) { map.texts("words", words); };
  CHECK(problems_of("words: [snow, \"no\", Off]\n", read) ==
        "1:21: warning: 'Off' without quotes means true or false to other programs (write \"Off\")");
  CHECK(words == std::vector<std::string>{"snow", "no", "Off"});
}

TEST_CASE("one word of several") {
  std::optional<std::size_t> index;
  const auto read = [&](Map& map) { index = map.word("mode", {"live", "shadow"}); };
  CHECK(problems_of("mode: shadow\n", read) == "");
  CHECK(index == 1U);
  CHECK(problems_of("mode: shado\n", read) == "1:7: 'shado' is not known here (did you mean shadow?)");
  CHECK(problems_of("mode: dry-run\n", read) == "1:7: 'dry-run' is not known here (one of: live, shadow)");
}

TEST_CASE("a node that is no mapping is one problem, not one for each missing key") {
  Problems problems;
  const auto root = parse("f", "office: roads\n", problems);
  REQUIRE(root);
  Reader reader("f", problems);
  Map map(reader, *root->find("office"));
  std::string text;
  map.text("name", text, Need::required);
  map.text("address", text, Need::required);
  map.finish();
  CHECK(describe(problems) == "1:9: expected a mapping (key: value), found a text");
}

TEST_CASE("the nodes of a list of texts are handed over for problems of the caller") {
  Problems problems;
  const auto root = parse("f", "words:\n  - one\n  - {a: b}\n  - three\n", problems);
  REQUIRE(root);
  Reader reader("f", problems);
  std::vector<const Node*> nodes;
  CHECK(reader.texts(*root->find("words"), &nodes) == std::vector<std::string>{"one", "three"});
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[1]->line == 4);
  CHECK(describe(problems) == "3:5: expected a text, found a mapping");
}

}  // namespace
}  // namespace docket::yaml
