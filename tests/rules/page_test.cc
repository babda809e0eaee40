// The page that explains the rule language: it names what the condition table holds, and its rules load and pass.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "rules/condition.h"
#include "rules/examples.h"
#include "tests/rules/world.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

/// The part of the page about rule files.
std::string page() {
  const std::ifstream file(docket::source_dir() + "/config/schema/configuration.md");
  std::ostringstream text;
  text << file.rdbuf();
  const auto all = text.str();
  const auto begin = all.find("\n## rules/*.yaml");
  REQUIRE(begin != std::string::npos);
  return all.substr(begin);
}

TEST_CASE("the page names every field and operator") {
  const auto text = page();
  for (const auto& row : condition_table()) {
    for (const std::string name : {row.field->name, row.field->part, row.op_name}) {
      const auto quoted = "`" + name + "`";
      if (!name.empty()) CHECK_MESSAGE(text.find(quoted) != std::string::npos, quoted);
    }
  }
}

TEST_CASE("the rules on the page load without a warning, and their examples hold") {
  const auto text = page();
  const std::string open = "```yaml\n";
  const auto begin = text.find(open);
  REQUIRE(begin != std::string::npos);
  const auto yaml = text.substr(begin + open.size(), text.find("\n```", begin) + 1 - begin - open.size());
  CHECK(testing::problems_of_files({yaml}) == "");
  const auto set = testing::rules(yaml.substr(yaml.find('\n') + 1));  // its version line is put there again
  const auto results = run_examples({*set, testing::town(), testing::calendar()});
  CHECK(results.size() == 3);
  for (const auto& result : results) CHECK_MESSAGE(result.passed, result.name << ": " << result.actual);
}

}  // namespace
}  // namespace docket
