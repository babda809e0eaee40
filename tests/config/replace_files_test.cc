// Going back to an earlier set on disk: what was there is kept, and comes back when it must.
#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "config/replace_files.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("docket-replace-" + std::to_string(getpid()));
  Folder() {
    fs::create_directories(path / "rules");
    fs::create_directories(path / "letters");
    std::ofstream(path / "town.yaml") << "old town";
    std::ofstream(path / "docket.yaml") << "settings";
    std::ofstream(path / "rules/10.yaml") << "old rule";
    std::ofstream(path / "rules/note.txt") << "a note";
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ifstream in(path / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

const TownFiles kOther{{"town.yaml", "new town"}, {{"rules/20.yaml", "new rule"}}, {{"letters/a.en.txt", "letter"}}};

TEST_CASE("the folder holds the set and nothing else of the old one, which is kept beside it") {
  const Folder folder;
  const auto replaced = replace_town_files(folder.path, kOther, Time{});
  REQUIRE(replaced);
  CHECK(folder.text("town.yaml") == "new town");
  CHECK(folder.text("rules/20.yaml") == "new rule");
  CHECK(folder.text("letters/a.en.txt") == "letter");
  CHECK_FALSE(fs::exists(folder.path / "rules/10.yaml"));
  CHECK(folder.text("docket.yaml") == "settings");
  CHECK(fs::exists(*replaced / "rules/note.txt"));
  REQUIRE(put_back_town_files(folder.path, *replaced));
  CHECK(folder.text("rules/10.yaml") == "old rule");
  CHECK_FALSE(fs::exists(folder.path / "rules/20.yaml"));
  CHECK_FALSE(fs::exists(*replaced));
}

TEST_CASE("a name that leads out of the folder is refused, and nothing has changed") {
  const Folder folder;
  for (const std::string name : {"../out.yaml", "/tmp/out.yaml", "rules/../../out.yaml"}) {
    auto other = kOther;
    other.rules.front().name = name;
    CHECK_FALSE(replace_town_files(folder.path, other, Time{}));
    CHECK(folder.text("rules/10.yaml") == "old rule");
    CHECK(folder.text("town.yaml") == "old town");
  }
}

}  // namespace
}  // namespace docket
