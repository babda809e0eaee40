// The book's file looked over: whole and in every way broken that an admin may meet.
#include "daemon/casebook/inspect.h"

#include <fstream>

#include "daemon/casebook/schema.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::milliseconds kLong{10'000};

TEST_SUITE_BEGIN("casebook inspect");

TEST_CASE("a book that is well, while it is open and after it was closed") {
  Desk desk;
  desk.take(Sketch{});
  for (const bool running : {true, false}) {
    CAPTURE(running);
    const auto found = inspect_book(desk.options.data, running, kLong);
    CHECK(found.trouble == "");
    CHECK(found.damage == "");
    CHECK(found.chain == "");
    CHECK((found.there && found.keys && found.checked_whole && !found.log_missing));
    CHECK(found.schema == schema_version());
    CHECK(found.events > 0);
    CHECK(found.events_checked == found.events);
    CHECK(found.last_event == desk.clock.now());
    if (running) desk.close();
  }
}

TEST_CASE("a log that is gone after an unclean stop is told, and none is begun in its place") {
  Desk desk;
  desk.take(Sketch{});
  const auto copy = desk.options.data / "copy";
  fs::create_directory(copy);
  fs::copy_file(desk.options.data / "docket.db", copy / "docket.db");
  const auto found = inspect_book(copy, false, kLong);
  CHECK(found.log_missing);
  CHECK(found.trouble == "");
  CHECK(found.checked_whole);
  CHECK_FALSE(fs::exists(copy / "docket.db-wal"));
  CHECK_FALSE(fs::exists(copy / "docket.db-shm"));
}

TEST_CASE("a damaged page, a newer schema, a changed event, no book at all") {
  Desk desk;
  for (int i = 0; i < 20; ++i) desk.take(Sketch{});
  desk.sql("UPDATE events SET who = 'mallory' WHERE seq = 3");
  CHECK(inspect_book(desk.options.data, true, kLong).chain.find("event 3") == 0);
  desk.sql("PRAGMA user_version = 99");
  CHECK(inspect_book(desk.options.data, true, kLong).schema == 99);
  desk.sql("PRAGMA user_version = " + std::to_string(schema_version()));
  desk.close();
  {
    std::fstream file(desk.options.data / "docket.db", std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<std::streamoff>(fs::file_size(desk.options.data / "docket.db"));
    for (std::streamoff at = 40 * 4096; at < size; at += 8192) file.seekp(at).write(std::string(64, '\xAB').data(), 64);
  }
  CHECK(inspect_book(desk.options.data, false, kLong).damage != "");
  CHECK_FALSE(inspect_book(desk.options.data / "nowhere", false, kLong).there);
}

TEST_CASE("a check that takes too long is left, and says so") {
  Desk desk;
  desk.take(Sketch{});
  const auto found = inspect_book(desk.options.data, true, std::chrono::milliseconds{0});
  CHECK_FALSE(found.checked_whole);
  CHECK((found.damage.empty() && found.trouble.empty()));
}

TEST_CASE("the versions of SQLite whose log can be reset by two writers") {
  for (const auto& [version, known] : std::vector<std::pair<int, bool>>{{3040001, true},
                                                                        {3046001, true},
                                                                        {3051002, true},
                                                                        {3051003, false},
                                                                        {3050007, false},
                                                                        {3044006, false},
                                                                        {3006023, false},
                                                                        {3050006, true}}) {
    CAPTURE(version);
    CHECK(known_trouble_of_sqlite(version).empty() != known);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
