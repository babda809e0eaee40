// Books as each schema wrote them (books/) under today's docket: nothing in them is lost, and there is a way back.
#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include "config/version.h"
#include "daemon/casebook/backup.h"
#include "fixture.h"
#include "tests/source_dir.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;

TEST_SUITE_BEGIN("upgrade");

const CopyProgress kSilent = [](std::size_t, std::size_t) {};

fs::path books() { return fs::path(source_dir()) / "tests/daemon/casebook/books"; }

std::string octets_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const fs::path& file, const std::string& statements) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  char* why = nullptr;
  const int code = sqlite3_exec(db, statements.c_str(), nullptr, nullptr, &why);
  CHECK_MESSAGE(code == SQLITE_OK, std::string(why == nullptr ? "" : why));
  sqlite3_free(why);
  sqlite3_close(db);
}

/// One column of all rows, a space between them.
std::string look(const fs::path& file, const std::string& query) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  std::string text;
  const auto keep = [](void* into, int, char** values, char**) {
    auto& all = *static_cast<std::string*>(into);
    all += (all.empty() ? "" : " ") + std::string(values[0] == nullptr ? "" : values[0]);
    return 0;
  };
  CHECK(sqlite3_exec(db, query.c_str(), keep, &text, nullptr) == SQLITE_OK);
  sqlite3_close(db);
  return text;
}

int today() {
  const Desk fresh;
  return std::stoi(fresh.sql_text("PRAGMA user_version"));
}

std::string copy_name(int schema) { return "before-schema-" + std::to_string(schema) + ".backup"; }

/// A data folder that a docket of that schema left when it was killed.
struct Kept {
  explicit Kept(int schema) {
    options.data = folder.path() / "data";
    options.domain = "town.example";
    options.upgrading = [this](const std::string& line) { lines.push_back(line); };
    fs::create_directory(options.data);
    fs::copy(books() / ("schema-" + std::to_string(schema) + ".keys"), options.data / "keys");
    fs::permissions(options.data / "keys", fs::perms::owner_read | fs::perms::owner_write);
    lay(schema);
    clock.set("2030-01-01T00:00:00Z");  // after everything in them
  }
  void lay(int schema) const {
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(book().string() + end);
    const auto sql = octets_of(books() / ("schema-" + std::to_string(schema) + ".sql"));
    REQUIRE_FALSE(sql.empty());
    run(book(), "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;" + sql);
    std::ofstream(book().string() + "-wal", std::ios::app).flush();
  }
  [[nodiscard]] fs::path book() const { return options.data / "docket.db"; }
  [[nodiscard]] tl::expected<std::unique_ptr<CaseBook>, std::string> open() const {
    return CaseBook::open(options, clock);
  }
  void open_well() const {
    const auto opened = open();
    REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error()));
    (*opened)->close_cleanly();
  }

  Folder folder;
  FakeClock clock;
  BookOptions options;
  std::vector<std::string> lines;
};

/// Chain, sums and search of a book that no daemon holds.
void check_whole(const fs::path& data, const std::string& word) {
  const auto town = small_town();
  auto reader = BookReader::open(data);
  REQUIRE_MESSAGE(reader.has_value(), (reader ? "" : reader.error()));
  CHECK((*reader)->audit_verify()["ok"] == true);
  for (const auto& row : (*reader)->ledger({}, {}, Calendar(town->calendar, "America/Toronto"))) {
    CHECK_MESSAGE(row["difference"] == 0, row.dump());
  }
  CHECK((*reader)->case_search(word, *town, true).size() == 1);
  CHECK(look(data / "docket.db", "PRAGMA integrity_check") == "ok");
  CHECK(look(data / "docket.db", "PRAGMA foreign_key_check") == "");
}

TEST_CASE("every schema that was ever released has a kept book: run tests/daemon/casebook/books/make_book.py") {
  for (int schema = 1; schema <= today(); ++schema) {
    for (const char* end : {".sql", ".keys"}) {
      CHECK_MESSAGE(fs::exists(books() / ("schema-" + std::to_string(schema) + end)), schema);
    }
  }
}

TEST_CASE("a book of any earlier docket becomes today's, with all that is in it") {
  const Desk fresh;
  const std::string shape = "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY type, name";
  for (int schema = 1; schema <= today(); ++schema) {
    CAPTURE(schema);
    const Kept kept(schema);
    const std::string counts =
        "SELECT (SELECT count(*) FROM cases) || '/' || (SELECT count(*) FROM inbounds) || '/' || (SELECT count(*) FROM "
        "octets) || '/' || (SELECT count(*) FROM outbox_texts) || '/' || (SELECT count(*) FROM event_parts)";
    const std::string before = look(kept.book(), counts);
    const std::string states = "SELECT DISTINCT state FROM outbox ORDER BY state";
    CHECK(look(kept.book(), states) == "deferred failed queued sending sent uncertain withheld");
    const int events = std::stoi(look(kept.book(), "SELECT count(*) FROM events"));
    kept.open_well();
    CHECK(look(kept.book(), "PRAGMA user_version") == std::to_string(today()));
    CHECK(look(kept.book(), shape) == look(fresh.options.data / "docket.db", shape));
    CHECK(look(kept.book(), counts) == before);
    CHECK(look(kept.book(), states) == "deferred failed queued sent uncertain withheld");
    CHECK(std::stoi(look(kept.book(), "SELECT count(*) FROM events")) > events);
    check_whole(kept.options.data, "pothole");
    const bool migrated = schema < today();
    CHECK(look(kept.book(), "SELECT detail FROM events WHERE what = 'migrated'") ==
          (migrated ? "schema " + std::to_string(schema) + " to " + std::to_string(today()) + " by docket " +
                          version() + "; as it was: " + copy_name(today())
                    : ""));
    CHECK(look(kept.book(), "SELECT count(*) FROM meta WHERE name = 'migrated_from'") == "0");
    CHECK(kept.lines.size() == (migrated ? 2 : 0));
  }
}

TEST_CASE("what a row may say is checked as before, without a table of the words for every row") {
  const Kept kept(8);
  kept.open_well();
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(kept.book().c_str(), &db) == SQLITE_OK);
  for (const char* statement :
       {"UPDATE outbox SET state = 'lost'", "UPDATE outbox SET kind = 'lost'", "UPDATE inbounds SET outcome = 'lost'",
        "UPDATE cases SET status = 'lost'", "UPDATE seen SET state = 'lost'"}) {
    CAPTURE(statement);
    CHECK(sqlite3_exec(db, statement, nullptr, nullptr, nullptr) == SQLITE_CONSTRAINT);
    const std::string explained = std::string("EXPLAIN ") + statement + " WHERE rowid = 1";
    bool table = false;
    const auto look_for_table = [](void* found, int, char** values, char**) {
      if (std::string_view(values[1]) == "OpenEphemeral") *static_cast<bool*>(found) = true;
      return 0;
    };
    if (std::string_view(statement).find("seen") != std::string_view::npos) continue;  // without rowid
    CHECK(sqlite3_exec(db, explained.c_str(), look_for_table, &table, nullptr) == SQLITE_OK);
    CHECK_FALSE(table);
  }
  sqlite3_close(db);
}

TEST_CASE("before it there is a copy that docket restore takes, and a start that changes nothing makes none") {
  const Kept kept(2);
  kept.open_well();
  const fs::path copy = kept.options.data / copy_name(today());
  CHECK(look(copy, "PRAGMA user_version") == "2");
  CHECK((fs::status(copy).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  const auto restored = restore_backup(copy, kept.folder.path() / "again", "admin", kept.clock.now(), kSilent);
  REQUIRE_MESSAGE(restored.has_value(), (restored ? "" : restored.error().text));
  check_whole(kept.folder.path() / "again", "pothole");
  fs::remove(copy);
  kept.open_well();
  CHECK_FALSE(fs::exists(copy));
}

TEST_CASE("cut off between two migrations, the copy is still the book from before") {
  const Kept kept(3);
  kept.open_well();
  const fs::path copy = kept.options.data / copy_name(today());
  const std::string before = octets_of(copy);
  kept.lay(5);  // the same events under a later schema: where a kill would have left it
  run(kept.book(), "INSERT INTO meta (name, value) VALUES ('migrated_from', '3')");
  std::ofstream(kept.book().string() + "-wal", std::ios::app).flush();
  kept.open_well();
  CHECK(octets_of(copy) == before);
  CHECK(look(kept.book(), "SELECT detail FROM events WHERE what = 'migrated'").starts_with("schema 3 to "));
}

TEST_CASE("a copy of that name that is another book's is not written over") {
  const Kept kept(4);
  const fs::path copy = kept.options.data / copy_name(today());
  Desk other;
  other.take(Sketch{});
  REQUIRE(make_backup(other.options.data, kept.folder.path() / "other", other.clock, kSilent).has_value());
  fs::copy(kept.folder.path() / "other", copy);
  const auto refused = kept.open();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().find("move it out of the data folder") != std::string::npos);
  CHECK(look(kept.book(), "PRAGMA user_version") == "4");
  fs::remove(copy);
  kept.open_well();
}

TEST_CASE("the newest two copies stay") {
  const Kept kept(5);
  for (const char* name : {"before-schema-2.backup", "before-schema-3.backup", "before-schema-x.backup"}) {
    std::ofstream(kept.options.data / name) << "older";
  }
  kept.open_well();
  CHECK_FALSE(fs::exists(kept.options.data / "before-schema-2.backup"));
  CHECK(fs::exists(kept.options.data / "before-schema-3.backup"));
  CHECK(fs::exists(kept.options.data / "before-schema-x.backup"));
  CHECK(fs::exists(kept.options.data / copy_name(today())));
}

TEST_CASE("a book of a newer docket is left alone; who wrote it is named, and the copy to go back to") {
  const Kept kept(5);
  kept.open_well();
  CHECK(look(kept.book(), "SELECT value FROM meta WHERE name = 'schema_by'") == version());
  run(kept.book(), "PRAGMA user_version = 99; UPDATE meta SET value = '9.8.7' WHERE name = 'schema_by'");
  const auto refused = kept.open();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().find("written by a newer docket (9.8.7, schema 99;") != std::string::npos);
  CHECK(refused.error().find("install 9.8.7 again") != std::string::npos);
  CHECK(refused.error().find("docket restore AWAY/" + copy_name(today())) != std::string::npos);
  fs::remove(kept.options.data / copy_name(today()));
  CHECK(kept.open().error().find("docket restore") == std::string::npos);
  CHECK(look(kept.book(), "PRAGMA user_version") == "99");
}

TEST_CASE("a book that is made is no upgrade") {
  const Desk desk;
  CHECK(desk.sql_text("SELECT count(*) FROM events WHERE what = 'migrated'") == "0");
  CHECK(desk.sql_text("SELECT value FROM meta WHERE name = 'schema_by'") == version());
  CHECK_FALSE(fs::exists(desk.options.data / copy_name(today())));
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
