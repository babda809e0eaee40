// What lies in the configuration folder: what is another content, which files changed, and whose they are.
#include "daemon/serve/on_disk.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "connectors/http/peer.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket {
namespace {

TEST_SUITE_BEGIN("saved files");

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

TEST_CASE("the content is another one when a file is, has another name, or cannot be read; a temporary file is none") {
  const casebook_test::Folder folder;
  write(folder.path() / "docket.yaml", "version: 1\n");
  write(folder.path() / "town.yaml", "town\n");
  write(folder.path() / "rules/10.yaml", "rules\n");
  const auto content = [&] { return content_of(read_disk(folder.path(), "version: 1\n")); };
  auto last = content();
  CHECK(content() == last);
  write(folder.path() / "rules/.10.yaml.swp", "x");
  write(folder.path() / "rules/10.yaml~", "x");
  write(folder.path() / "rules/4913", "x");
  CHECK(content() == last);
  const auto is_another = [&](const char* what) {
    CAPTURE(what);
    const auto now = content();
    CHECK(now != last);
    last = now;
  };
  write(folder.path() / "rules/10.yaml", "rules!\n");
  is_another("text");
  std::filesystem::rename(folder.path() / "rules/10.yaml", folder.path() / "rules/11.yaml");
  is_another("name");
  write(folder.path() / "docket.yaml", "version: 2\n");
  is_another("docket.yaml");
  std::filesystem::remove(folder.path() / "town.yaml");
  is_another("missing");
}

TEST_CASE("files that changed, by name, and by whose login name") {
  const TownFiles before{
      {"town.yaml", "a"}, {{"rules/1.yaml", "x"}, {"rules/2.yaml", "x"}}, {{"letters/a.en.txt", "x"}}};
  const TownFiles after{
      {"town.yaml", "b"}, {{"rules/2.yaml", "x"}, {"rules/3.yaml", "x"}}, {{"letters/a.en.txt", "x"}}};
  const auto changes = changes_between(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].name == "rules/1.yaml");
  CHECK(changes[0].kind == FileChange::Kind::removed);
  CHECK(changes[1].name == "rules/3.yaml");
  CHECK(changes[1].kind == FileChange::Kind::added);
  CHECK(changes[2].name == "town.yaml");
  CHECK(changes[2].kind == FileChange::Kind::changed);
  OnDisk disk;
  CHECK(saved_by(disk, changes) == "saved");
  disk.owners = {{"rules/2.yaml", 0}, {"rules/3.yaml", getuid()}, {"town.yaml", getuid()}};
  CHECK(saved_by(disk, changes) == "saved (" + http::login_of(getuid()) + ")");
}

TEST_CASE("another docket.yaml is warned of") {
  const casebook_test::Folder folder;
  write(folder.path() / "docket.yaml", "version: 1\n");
  Problems problems;
  warn_of_settings(read_disk(folder.path(), "version: 1\n"), problems);
  CHECK(problems.empty());
  warn_of_settings(read_disk(folder.path(), "version: 0\n"), problems);
  REQUIRE(problems.size() == 1);
  CHECK(to_string(problems[0]) == "docket.yaml:1:1: warning: docket.yaml changed: taken at the next start");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
