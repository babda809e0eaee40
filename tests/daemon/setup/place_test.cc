// A configuration is in its folder whole, or the folder is as it was.
#include "daemon/setup/place.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "config/secret.h"
#include "tests/daemon/setup/brant.h"

namespace docket::setup {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path;
  Folder() {
    std::string name = fs::temp_directory_path() / "docket-place-XXXXXX";
    path = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::set<std::string> names_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    names.insert(fs::relative(entry.path(), folder).string());
  }
  return names;
}

unsigned mode_of(const fs::path& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777U;
}

void put(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("guided: a new folder holds all files and nothing else; secrets are their owner's alone") {
  const Folder folder;
  const auto target = folder.path / "deep" / "brant";
  const auto files = draft_files(brant());
  REQUIRE_FALSE(place(target, files, {}));
  std::set<std::string> wanted{"letters", "rules", "secrets"};
  for (const auto& file : files) wanted.insert(file.name);
  CHECK(names_below(target) == wanted);
  CHECK(mode_of(target / "secrets") == 0700);
  CHECK(mode_of(target / "secrets/mailbox") == 0600);
  CHECK(read_secret({Secret::Kind::file, (target / "secrets/mailbox").string()}) == "opensesame");
}

TEST_CASE("guided: for the service its group reads all but secrets, and the clerks write what is theirs") {
  const Folder folder;
  Owners owners;
  owners.group = getegid();
  const auto target = folder.path / "brant";
  REQUIRE_FALSE(place(target, draft_files(brant()), owners));
  CHECK(mode_of(target) == 0750);
  CHECK(mode_of(target / "docket.yaml") == 0640);
  CHECK(mode_of(target / "town.yaml") == 0660);
  CHECK(mode_of(target / "rules") == 02770);
  CHECK(mode_of(target / "rules/10-newsletters.yaml") == 0660);
  CHECK(mode_of(target / "secrets") == 0700);
  CHECK(mode_of(target / "secrets/mailbox") == 0600);
}

TEST_CASE("guided: a file in the way leaves everything as it was") {
  const auto files = draft_files(brant());
  for (const std::string name : {"docket.yaml", "town.yaml", "secrets/mailbox", "letters/closed.en.txt"}) {
    CAPTURE(name);
    const Folder folder;
    put(folder.path / name, "mine");
    const auto before = names_below(folder.path);
    const auto error = place(folder.path, files, {});
    REQUIRE(error);
    CHECK(error->find(name) != std::string::npos);
    CHECK(names_below(folder.path) == before);
    std::string text;
    std::ifstream(folder.path / name) >> text;
    CHECK(text == "mine");
  }
}

TEST_CASE("guided: what the package has made already is used as it is") {
  const Folder folder;
  fs::create_directory(folder.path / "secrets");
  fs::permissions(folder.path / "secrets", fs::perms(0700));
  CHECK_FALSE(in_the_way(folder.path));
  CHECK_FALSE(place(folder.path, draft_files(brant()), {}));
  CHECK(in_the_way(folder.path) == folder.path / "docket.yaml");
}

TEST_CASE("guided: a town, rules or letters without a docket.yaml are in the way too") {
  for (const std::string name : {"docket.yaml", "town.yaml", "rules/mine.yaml", "letters/mine.en.txt"}) {
    const Folder folder;
    CHECK_FALSE(in_the_way(folder.path));
    put(folder.path / name, "mine");
    CHECK(in_the_way(folder.path) == folder.path / name);
  }
}

TEST_CASE("guided: a refresh token lies where the daemon looks for it, and one that is there stays") {
  const Folder folder;
  const auto file = folder.path / "data/tokens/info.refresh";
  CHECK_FALSE(store_refresh_token(file, "first", {}));
  CHECK(mode_of(folder.path / "data") == 0700);
  CHECK(mode_of(file) == 0600);
  CHECK(store_refresh_token(file, "second", {}));
  CHECK(read_secret({Secret::Kind::file, file.string()}) == "first");
}

}  // namespace docket::setup
