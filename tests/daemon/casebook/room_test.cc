// Letters stop before SQLite finds no room, sending later, and both go on by themselves.
#include "daemon/casebook/room.h"

#include <sys/stat.h>

#include <fstream>

#include "fixture.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

TEST_SUITE_BEGIN("room");

constexpr std::uintmax_t kMiB = std::uintmax_t{1} << 20U;
constexpr std::uintmax_t kLetter = 50 * kMiB;

void no_log(int /*priority*/, const std::string& /*line*/) {}

/// A disk of 20 GiB that a test fills.
struct World {
  Folder folder;
  FakeClock clock;
  DiskSpace disk{.free = 10'000 * kMiB, .total = 20'480 * kMiB};
  int looks = 0;
  Room room{folder.path(), kLetter, clock, &no_log, [this] {
              ++looks;
              return std::optional(disk);
            }};

  [[nodiscard]] fs::path ballast() const { return folder.path() / "ballast"; }
  void leave(std::uintmax_t mebibytes) {
    disk.free = mebibytes * kMiB;
    clock.advance(seconds(2));
  }
};

TEST_CASE(
    "the marks: the queue's octets or two of the largest letter and the log, and never more than a part of a disk") {
  const DiskSpace large{.free = 0, .total = 20'480 * kMiB};
  CHECK(marks_for(large, kMiB).letters == 64 * kMiB);
  CHECK(marks_for(large, kLetter).letters == 100 * kMiB);
  CHECK(marks_for(large, kLetter).again == 125 * kMiB);
  CHECK(marks_for(large, kLetter).sending == 25 * kMiB);
  CHECK(marks_for(large, kLetter).ballast == 16 * kMiB);
  const DiskSpace pinned{.free = 0, .total = 20'480 * kMiB, .log = 300 * kMiB};
  CHECK(marks_for(pinned, kLetter).letters == 400 * kMiB);
  const DiskSpace small{.free = 0, .total = 20 * kMiB};
  CHECK(marks_for(small, kLetter).letters == 2 * kMiB);
  CHECK(marks_for(small, kLetter).ballast == kMiB);
}

TEST_CASE("letters stop below the mark and go on above a higher one; sending goes on until much less is left") {
  World world;
  world.room.look();
  CHECK(world.room.has_for_letters());
  CHECK(world.room.trouble() == "");
  world.leave(99);
  CHECK_FALSE(world.room.has_for_letters());
  CHECK(world.room.has_for_sending());
  CHECK(world.room.trouble() == "the disk of " + world.folder.path().string() +
                                    " is nearly full: 99 MiB are left; no letter is taken until 142 MiB are free "
                                    "(sources keep them)");
  world.leave(24);
  CHECK_FALSE(world.room.has_for_sending());
  CHECK(world.room.trouble().find("no letter is taken and none sent") != std::string::npos);
  world.leave(101);  // between the marks nothing goes to and fro
  CHECK_FALSE(world.room.has_for_letters());
  CHECK(world.room.has_for_sending());
  world.leave(125);
  CHECK(world.room.has_for_letters());
  CHECK(world.room.trouble() == "");
}

TEST_CASE("asking costs nothing: the disk is looked at once a second") {
  World world;
  for (int i = 0; i < 1000; ++i) CHECK(world.room.has_for_letters());
  CHECK(world.looks == 1);
  world.clock.advance(seconds(1));
  CHECK(world.room.has_for_sending());
  CHECK(world.looks == 2);
}

TEST_CASE("too few files stop letters too; a disk that counts none, or cannot be asked, stops nothing") {
  World world;
  world.disk.files = 49;
  CHECK_FALSE(world.room.has_for_letters());
  CHECK(world.room.trouble().find("room for 49 files is left") != std::string::npos);
  world.disk.files = 50;
  world.clock.advance(seconds(2));
  world.room.look();
  CHECK(world.room.has_for_letters());
  Room blind(world.folder.path(), kLetter, world.clock, &no_log, [] { return std::optional<DiskSpace>(); });
  blind.look();
  CHECK(blind.has_for_letters());
  CHECK(blind.has_for_sending());
}

TEST_CASE("the ballast has blocks of its own; it is given up once, and laid again when there is room for both") {
  World world;
  world.room.look();
  struct stat laid {};
  REQUIRE(::stat(world.ballast().c_str(), &laid) == 0);
  CHECK(static_cast<std::uintmax_t>(laid.st_size) == 16 * kMiB);
  CHECK(static_cast<std::uintmax_t>(laid.st_blocks) * 512 >= 16 * kMiB);
  CHECK((laid.st_mode & 0777U) == 0600);

  CHECK(world.room.make());
  CHECK_FALSE(fs::exists(world.ballast()));
  CHECK_FALSE(world.room.has_for_letters());  // whatever was seen before
  CHECK_FALSE(world.room.make());
  world.leave(130);  // enough for letters, not for the ballast beside them
  world.room.look();
  CHECK_FALSE(world.room.has_for_letters());
  CHECK_FALSE(fs::exists(world.ballast()));
  world.leave(141);
  world.room.look();
  CHECK(world.room.has_for_letters());
  CHECK(fs::file_size(world.ballast()) == 16 * kMiB);
}

TEST_CASE("a ballast that is short, sparse or a link is laid anew; nothing else is written through it") {
  World world;
  SUBCASE("short") { std::ofstream(world.ballast()) << "x"; }
  SUBCASE("sparse") {
    std::ofstream(world.ballast()).flush();
    fs::resize_file(world.ballast(), 16 * kMiB);
  }
  SUBCASE("a link") {
    std::ofstream(world.folder.path() / "other") << "the mayor's";
    fs::create_symlink(world.folder.path() / "other", world.ballast());
    world.room.look();
    CHECK(fs::file_size(world.folder.path() / "other") == 11);
    return;
  }
  world.room.look();
  struct stat laid {};
  REQUIRE(::stat(world.ballast().c_str(), &laid) == 0);
  CHECK(static_cast<std::uintmax_t>(laid.st_blocks) * 512 >= 16 * kMiB);
}

TEST_CASE("a start on a full disk gives the ballast up, so that the book can be opened") {
  World world;
  world.room.look();
  world.leave(100);
  world.room.prepare_to_open();
  CHECK(fs::exists(world.ballast()));
  world.leave(3);
  world.room.prepare_to_open();
  CHECK_FALSE(fs::exists(world.ballast()));
}

TEST_CASE("the disk itself is asked where no test says otherwise") {
  const Folder folder;
  const FakeClock clock;
  Room room(folder.path(), 0, clock, &no_log);
  room.look();
  const auto disk = room.disk();
  REQUIRE(disk.has_value());
  CHECK(disk->total > 0);
  CHECK(disk->free <= disk->total);
  CHECK(disk->free <= fs::space(folder.path()).available + 64 * kMiB);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
