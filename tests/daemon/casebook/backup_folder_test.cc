// docket backup --into DIR: one file a day, so many kept, and nothing of anybody else's removed.
#include <algorithm>
#include <fstream>

#include "daemon/casebook/backup.h"
#include "fixture.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

TEST_SUITE_BEGIN("backup into a folder");

const CopyProgress kSilent = [](std::size_t, std::size_t) {};

struct World {
  Desk desk;
  Folder safe;
  fs::path folder = safe.path() / "backups";

  World() {
    desk.clock.set("2026-11-25T23:30:00Z");
    desk.take(Sketch{});
  }
  tl::expected<DatedBackup, Refusal> back_up(std::size_t keep = 3) {
    return make_dated_backup(desk.options.data, folder, keep, desk.clock, kSilent);
  }
  DatedBackup made(std::size_t keep = 3) {
    auto backup = back_up(keep);
    REQUIRE_MESSAGE(backup.has_value(), (backup ? "" : backup.error().text));
    CHECK(backup->trouble == "");
    return *backup;
  }
  /// The names in the folder, in order.
  [[nodiscard]] std::string names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    std::string text;
    for (const auto& name : all) text += (text.empty() ? "" : " ") + name;
    return text;
  }
};

TEST_CASE("the folder is made for its owner alone; the day is UTC's, and one of the same day is replaced") {
  World world;
  CHECK(world.made().file.filename() == "docket-2026-11-25.backup");
  CHECK((fs::status(world.folder).permissions() & fs::perms::all) == fs::perms::owner_all);
  world.desk.take(Sketch{});
  const DatedBackup again = world.made();
  CHECK(again.backup.letters == 2);
  CHECK(again.removed.empty());
  world.desk.clock.set("2026-11-26T00:10:00Z");
  world.made();
  CHECK(world.names() == "docket-2026-11-25.backup docket-2026-11-26.backup");
}

TEST_CASE("the oldest beyond so many go, once the new one is there") {
  World world;
  for (int day = 0; day < 5; ++day) {
    world.made();
    world.desk.clock.advance(days(1));
  }
  CHECK(world.names() == "docket-2026-11-27.backup docket-2026-11-28.backup docket-2026-11-29.backup");
  const DatedBackup last = world.made(1);
  CHECK(world.names() == "docket-2026-11-30.backup");
  CHECK(last.removed.size() == 3);
  CHECK(world.made(0).removed.empty());  // the one just made stays in any case
  CHECK(world.names() == "docket-2026-11-30.backup");
}

TEST_CASE("a clock that is far behind does not make the new one the oldest") {
  World world;
  for (int day = 0; day < 3; ++day) {
    world.made();
    world.desk.clock.advance(days(1));
  }
  world.desk.clock.set("2020-01-01T00:00:00Z");
  world.made();
  CHECK(world.names() == "docket-2020-01-01.backup docket-2026-11-26.backup docket-2026-11-27.backup");
}

TEST_CASE("another book's backups, other files and names like these are neither counted nor removed") {
  World world;
  World other;
  other.folder = world.folder;
  other.desk.clock.set("2026-11-01T00:00:00Z");
  other.made();
  for (const char* name : {"docket-2026-11-02.backup", "docket-yesterday.backup", "docket-2026-11-03.backup.old",
                           "docket-2026-99-99.backup"}) {
    std::ofstream(world.folder / name) << "the mayor's";
  }
  for (int day = 0; day < 3; ++day) {
    world.made(1);
    world.desk.clock.advance(days(1));
  }
  CHECK(world.names() ==
        "docket-2026-11-01.backup docket-2026-11-02.backup docket-2026-11-03.backup.old docket-2026-11-27.backup "
        "docket-2026-99-99.backup docket-yesterday.backup");
}

TEST_CASE("where no new one can be made the old ones stay") {
  World world;
  world.made();
  world.desk.clock.advance(days(1));
  std::ofstream(world.folder / "docket-2026-11-26.backup") << "the mayor's";
  const auto refused = world.back_up(1);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().exit_code == 2);
  CHECK(world.names() == "docket-2026-11-25.backup docket-2026-11-26.backup");
}

TEST_CASE("never in the data folder, nor in one that is to be made there") {
  World world;
  for (const fs::path& inside :
       {world.desk.options.data, world.desk.options.data / "backups", world.desk.options.data / "a/../backups"}) {
    world.folder = inside;
    CHECK(world.back_up().error().exit_code == 2);
  }
  CHECK_FALSE(fs::exists(world.desk.options.data / "backups"));
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
