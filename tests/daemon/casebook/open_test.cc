// First start, second daemon, crashes, full disks: what the book does when the world is not as it should be.
#include <fstream>

#include <sqlite3.h>

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;

TEST_SUITE_BEGIN("casebook opening");

/// The error of opening, which must fail.
std::string refusal(const BookOptions& options, const Clock& clock) {
  auto opened = CaseBook::open(options, clock);
  REQUIRE_FALSE(opened.has_value());
  return opened.error();
}

TEST_CASE("a first start makes the book, then the keys, for their owner alone") {
  const Desk desk;
  for (const char* name : {"docket.db", "keys", "lock"}) {
    CAPTURE(name);
    CHECK((fs::status(desk.options.data / name).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
  }
  CHECK_FALSE(desk.book->was_unclean());
  CHECK(desk.sql_text("PRAGMA auto_vacuum") == "2");
  CHECK(desk.sql_text("PRAGMA journal_mode") == "wal");
}

TEST_CASE("a second daemon on the same data refuses and names the first") {
  const Desk desk;
  const std::string error = refusal(desk.options, desk.clock);
  CHECK(error.find("another docket daemon (process " + std::to_string(::getpid()) + ")") != std::string::npos);
}

TEST_CASE("keys without a book are refused with the way out, and nothing is made") {
  Desk desk;
  desk.close();
  fs::remove(desk.options.data / "docket.db");
  const std::string error = refusal(desk.options, desk.clock);
  CHECK(error.find("docket restore") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.options.data / "docket.db"));
}

TEST_CASE("a book with letters whose keys are gone is refused; an untouched one is finished") {
  Desk desk;
  desk.take(Sketch{});
  desk.close();
  fs::remove(desk.options.data / "keys");
  CHECK(refusal(desk.options, desk.clock).find("keys") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.options.data / "keys"));
  Desk fresh;
  fresh.close();
  fs::remove(fresh.options.data / "keys");
  fresh.open();
  CHECK(fs::exists(fresh.options.data / "keys"));
}

TEST_CASE("an empty or foreign file is not taken for a book") {
  Desk desk;
  desk.close();
  std::ofstream(desk.options.data / "docket.db", std::ios::trunc).close();
  CHECK(refusal(desk.options, desk.clock).find("not a case book") != std::string::npos);
  std::ofstream(desk.options.data / "docket.db") << std::string(5000, 'x');
  CHECK_FALSE(refusal(desk.options, desk.clock).empty());
}

TEST_CASE("a book of a newer docket is refused") {
  Desk desk;
  desk.close();
  desk.sql("PRAGMA user_version = 99");
  CHECK(refusal(desk.options, desk.clock).find("newer docket") != std::string::npos);
}

TEST_CASE("a damaged page is found after an unclean stop") {
  Desk desk;
  for (int i = 0; i < 50; ++i) desk.take(Sketch{});
  desk.close();
  desk.sql("UPDATE meta SET value = '0' WHERE name = 'clean'; PRAGMA wal_checkpoint(TRUNCATE)");
  {
    std::fstream file(desk.options.data / "docket.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(20 * 4096);
    file << std::string(4096, '\xFF');
  }
  std::ofstream(desk.options.data / "docket.db-wal").close();  // sql() was the last to close the book
  CHECK(refusal(desk.options, desk.clock).find("damaged") != std::string::npos);
}

TEST_CASE("a clean stop is clean; any other is told, and everything committed is there") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  desk.close();
  desk.open();
  CHECK_FALSE(desk.book->was_unclean());
  desk.crash();
  desk.open();
  CHECK(desk.book->was_unclean());
  CHECK(desk.show(number)["number"] == number);
  CHECK(desk.reader().audit_verify()["ok"] == true);
}

TEST_CASE("attempts are counted over crashes and forgotten with the outcome") {
  Desk desk;
  for (int before = 0; before < 3; ++before) {
    CHECK(desk.book->begin_attempt("council", "INBOX/1/7").value() == before);
    desk.crash();
    desk.open();
  }
  Sketch sketch;
  sketch.key = "INBOX/1/7";
  sketch.quarantine = "reading it ended the daemon three times";
  desk.take(sketch);
  CHECK(desk.reader().quarantine_list()[0]["attempts"] == 3);
  CHECK(desk.book->begin_attempt("council", "INBOX/1/7").value() == 0);
}

TEST_CASE("a clean stop clears every letter of suspicion") {
  Desk desk;
  REQUIRE(desk.book->begin_attempt("council", "INBOX/1/7"));
  REQUIRE(desk.book->begin_attempt("council", "INBOX/1/7"));
  desk.close();
  desk.open();
  CHECK(desk.book->begin_attempt("council", "INBOX/1/7").value() == 0);
}

/// Another process that holds the file's write lock until it goes out of scope.
class Intruder {
 public:
  explicit Intruder(const fs::path& file) {
    REQUIRE(sqlite3_open(file.c_str(), &db_) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  ~Intruder() { sqlite3_close(db_); }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;

 private:
  sqlite3* db_ = nullptr;
};

TEST_CASE("while another process holds the file nothing is acknowledged, and afterwards all goes on unaided") {
  Desk desk;
  Sketch sketch;
  sketch.key = "INBOX/1/7";
  (void)desk.reader();  // as in the daemon: whoever closes the book last takes its log away
  {
    const Intruder intruder(desk.options.data / "docket.db");
    const auto results = desk.take_all({desk.recording(sketch), desk.recording(Sketch{})});
    REQUIRE(results.size() == 2);
    CHECK_FALSE(results[0].has_value());
    CHECK_FALSE(results[1].has_value());
    CHECK_FALSE(desk.book->claim(1).has_value());
    CHECK_FALSE(desk.book->list("council", std::vector<std::string>{"INBOX/1/7"}).has_value());
    CHECK(desk.book->note("EX-2026-000001-5", "text", "clerk").error().exit_code == 75);
  }
  const Recorded recorded = desk.take(sketch);
  CHECK(recorded.number == "EX-2026-000001-5");
  CHECK_FALSE(recorded.repeat);
}

TEST_CASE("what was committed before trouble is answered by its key, not lost and not doubled") {
  Desk desk;
  Sketch known;
  known.key = "INBOX/1/7";
  const Recorded first = desk.take(known);
  const Intruder intruder(desk.options.data / "docket.db");
  const auto results = desk.take_all({desk.recording(known), desk.recording(Sketch{})});
  REQUIRE(results[0].has_value());
  CHECK(results[0]->inbound == first.inbound);
  CHECK(results[0]->repeat);
  CHECK_FALSE(results[1].has_value());
}

TEST_CASE("a reader says what is wrong when there is no book, or a newer one") {
  const Folder folder;
  CHECK(BookReader::open(folder.path()).error().find("no case book") != std::string::npos);
  Desk desk;
  desk.close();
  desk.sql("PRAGMA user_version = 99");
  CHECK(BookReader::open(desk.options.data).error().find("schema 99") != std::string::npos);
}

TEST_CASE("a reader works beside the daemon and without one, and never touches the log") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  CHECK(desk.reader().case_list({}, *desk.town, false).size() == 1);
  desk.take(Sketch{});
  CHECK(desk.reader().case_list({}, *desk.town, false).size() == 2);
  desk.crash();
  const auto size = fs::file_size(desk.options.data / "docket.db-wal");
  CHECK(size > 0);
  {
    auto reader = BookReader::open(desk.options.data);
    REQUIRE(reader);
    CHECK((*reader)->case_show(number, *desk.town, false).has_value());
  }
  CHECK(fs::file_size(desk.options.data / "docket.db-wal") == size);
}

TEST_CASE("numbers count by the town's year, not by UTC's, and start again with it") {
  Desk desk;
  desk.clock.set("2027-01-01T04:59:59Z");
  CHECK(desk.take(Sketch{}).number.substr(0, 14) == "EX-2026-000001");
  desk.clock.set("2027-01-01T05:00:00Z");
  CHECK(desk.take(Sketch{}).number.substr(0, 14) == "EX-2027-000001");
  desk.clock.set("2026-12-31T12:00:00Z");
  CHECK(desk.take(Sketch{}).number.substr(0, 14) == "EX-2026-000002");
}

TEST_CASE("the last accepted town files come back word for word, and refused ones are kept until cleared") {
  Desk desk;
  TownFiles files;
  files.town = {"town.yaml", "version: 1\nname: Été\n"};
  files.rules = {{"rules/10.yaml", "a"}, {"rules/20.yaml", "b"}};
  files.letters = {{"letters/acknowledgement.en.txt", "Subject: x\n\ny"}};
  CHECK_FALSE(desk.book->last_accepted().has_value());
  REQUIRE(desk.book->accept(files, {}, "clerk"));
  REQUIRE(desk.book->accept(files, {}, "clerk"));
  REQUIRE(desk.book->refused("20.yaml:1:1: error"));
  desk.crash();
  desk.open();
  const auto kept = desk.book->last_accepted();
  REQUIRE(kept);
  CHECK(kept->version() == files.version());
  CHECK(kept->rules[1].text == "b");
  CHECK(desk.reader().last_accepted()->version() == files.version());
  CHECK(desk.reader().refused_rules() == "20.yaml:1:1: error");
  REQUIRE(desk.book->refused(""));
  CHECK_FALSE(desk.reader().refused_rules().has_value());
  CHECK(desk.sql_text("SELECT count(*) FROM events WHERE what = 'rules_accepted'") == "1");
}

TEST_CASE("a rule on one person is an event when its set is accepted; whom it names stays in the private part") {
  Desk desk;
  TownFiles files;
  files.town = {"town.yaml", "version: 1\n"};
  const PersonalRule rule{"Letters of Ana", "20-x.yaml", 3, std::chrono::year(2027) / 1 / 31, "as agreed"};
  REQUIRE(desk.book->accept(files, {rule}, "clerk"));
  CHECK(desk.sql_text("SELECT who || ' ' || detail FROM events WHERE what = 'personal_rule'") ==
        "clerk 20-x.yaml:3 until 2027-01-31");
  CHECK(desk.sql_text("SELECT part FROM event_parts JOIN events USING (seq) WHERE what = 'personal_rule'") ==
        "Letters of Ana: as agreed");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
