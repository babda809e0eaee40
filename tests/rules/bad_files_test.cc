// A folder of rule files with one mistake each, as clerks make them or as someone hostile would: NAME.yaml beside
// NAME.expect, which is what `docket check` prints of it, word for word: place, what is wrong, and what to do.
//
// Every error must be listed there and no other may be said; of warnings only those that are listed are compared, so
// that a new lint does not touch every file. DOCKET_RENEW=1 writes the .expect files anew: read the difference.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "config/text.h"
#include "rules/examples.h"
#include "tests/source_dir.h"
#include "world.h"

namespace docket {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(docket::source_dir()) / "tests/rules/bad";

std::string octets_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// What `docket check` would find in this one file: reading it, and its examples and tests.
Problems problems_of_file(const std::filesystem::path& path) {
  Problems problems;
  const auto set = load_rules({{path.filename().string(), octets_of(path)}}, testing::town(), testing::templates(),
                              testing::now(), problems);
  CHECK((set == nullptr) == has_errors(problems));
  if (set == nullptr) return problems;
  const auto failing = problems_of(run_examples({*set, testing::town(), testing::calendar()}));
  problems.insert(problems.end(), failing.begin(), failing.end());
  return problems;
}

std::string said_of(const Problems& problems, const std::string& expected, bool all) {
  std::string said;
  for (const auto& problem : problems) {
    const auto text = to_string(problem) + "\n";
    if (all || problem.severity == Severity::error || expected.find(text) != std::string::npos) said += text;
  }
  return said;
}

TEST_CASE("each bad file is refused where its mistake stands, in words a clerk can use") {
  const auto paths = files();
  CHECK(paths.size() >= 120);
  const bool renew = std::getenv("DOCKET_RENEW") != nullptr;
  for (const auto& path : paths) {
    CAPTURE(path.filename().string());
    const auto problems = problems_of_file(path);
    auto expect_path = path;
    expect_path.replace_extension(".expect");
    if (renew) std::ofstream(expect_path, std::ios::binary) << said_of(problems, "", true);
    const auto expected = octets_of(expect_path);
    CHECK_FALSE(expected.empty());
    CHECK(said_of(problems, expected, false) == expected);
  }
}

TEST_CASE("every problem of a bad file has a line and a column, and errors say what to do") {
  for (const auto& path : files()) {
    CAPTURE(path.filename().string());
    for (const auto& problem : problems_of_file(path)) {
      CAPTURE(to_string(problem));
      CHECK(problem.place.line > 0);
      CHECK(problem.place.column > 0);
      if (problem.severity == Severity::error) CHECK_FALSE(problem.hint.empty());
      // Both are printed on one line each, also where they repeat what stands in the file.
      CHECK(problem.text.find('\n') == std::string::npos);
      CHECK(problem.hint.find('\n') == std::string::npos);
      CHECK(is_utf8(problem.text));
    }
  }
}

}  // namespace
}  // namespace docket
