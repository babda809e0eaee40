// The configuration folder as text: which files are read, in which order, and the version of the set.
#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>

#include "config/load.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("docket-files-" + std::to_string(getpid()));
  Folder() {
    fs::create_directories(path / "rules");
    fs::create_directories(path / "letters");
    write("town.yaml", "version: 1\n");
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string problems() const {
    Problems problems;
    (void)read_town_files(path, problems);
    std::string text;
    for (const auto& problem : problems) text += to_string(problem) + "\n";
    return text;
  }
};

TEST_CASE("rules and letters come in byte order, hidden and other files left out") {
  const Folder folder;
  for (const std::string name : {"rules/20.yaml", "rules/10.yaml", "rules/Z.yaml", "rules/.hidden.yaml",
                                 "rules/note.txt", "rules/10.yaml~", "letters/a.en.txt", "letters/a.en.txt.bak"}) {
    folder.write(name, name);
  }
  Problems problems;
  const auto files = read_town_files(folder.path, problems);
  REQUIRE(files);
  CHECK(problems.empty());
  REQUIRE(files->rules.size() == 3);
  CHECK(files->rules[0].name == "rules/10.yaml");
  CHECK(files->rules[1].name == "rules/20.yaml");
  CHECK(files->rules[2].name == "rules/Z.yaml");
  REQUIRE(files->letters.size() == 1);
  CHECK(files->letters[0].text == "letters/a.en.txt");
}

TEST_CASE("the version changes with every name and text, and with nothing else") {
  const TownFiles files{{"town.yaml", "a"}, {{"rules/1.yaml", "b"}}, {{"letters/x.en.txt", "c"}}};
  const auto version = files.version();
  CHECK(version.starts_with("sha256:"));
  CHECK(version.size() == 71);
  CHECK(TownFiles(files).version() == version);
  auto other = files;
  other.rules[0].text = "bc";
  other.letters[0].text = "";
  CHECK(other.version() != version);
  other = files;
  other.rules[0].name = "rules/1.yamlb";
  other.rules[0].text = "";
  CHECK(other.version() != version);
  other = files;
  std::swap(other.rules, other.letters);
  CHECK(other.version() != version);
}

TEST_CASE("what cannot be read is said") {
  const Folder folder;
  CHECK(folder.problems() == "");
  folder.write("rules/10.yml", "x");
  CHECK(folder.problems() == "rules/10.yml:1:1: warning: the file is not read\n  hint: its name must end in .yaml\n");
  fs::remove(folder.path / "rules/10.yml");
  fs::create_directory(folder.path / "rules/dir.yaml");
  CHECK(folder.problems() == "rules/dir.yaml:1:1: error: is not a regular file\n");
  fs::remove(folder.path / "rules/dir.yaml");
  REQUIRE(mkfifo((folder.path / "rules/pipe.yaml").c_str(), 0600) == 0);
  CHECK(folder.problems() == "rules/pipe.yaml:1:1: error: is not a regular file\n");
  fs::remove(folder.path / "rules/pipe.yaml");
  folder.write("rules/\xE9t\xE9.yaml", "x");
  CHECK(folder.problems() ==
        "rules/\xEF\xBF\xBDt\xEF\xBF\xBD.yaml:1:1: error: the file's name is not UTF-8\n  hint: rename it\n");
  fs::remove_all(folder.path / "rules");
  fs::remove_all(folder.path / "letters");
  CHECK(folder.problems() == "");
  fs::remove(folder.path / "town.yaml");
  CHECK(folder.problems() == "town.yaml:1:1: error: the file is missing\n  hint: docket init writes a sample\n");
  Problems problems;
  CHECK_FALSE(read_settings_file(folder.path, problems));
  CHECK(to_string(problems.at(0)).starts_with("docket.yaml:1:1: error: the file is missing"));
}

}  // namespace
}  // namespace docket
