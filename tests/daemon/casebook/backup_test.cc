// A backup of the book and its keys, and the book that is made of it again.
#include "daemon/casebook/backup.h"

#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include "fixture.h"

namespace docket::casebook_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;

TEST_SUITE_BEGIN("backup");

const CopyProgress kSilent = [](std::size_t, std::size_t) {};

std::string octets_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A desk with some letters, a place for backups, and folders to restore into.
struct World {
  Desk desk;
  Folder safe;
  fs::path file = safe.path() / "docket.backup";
  fs::path folder = safe.path() / "again";

  tl::expected<Backup, Refusal> back_up() { return make_backup(desk.options.data, file, desk.clock, kSilent); }
  tl::expected<Restored, Refusal> restore() { return restore_backup(file, folder, "admin", desk.clock.now(), kSilent); }
  /// The first desk is lost; its clock, town and helpers go on with the restored book.
  Restored move_into_restored() {
    desk.crash();
    auto restored = restore();
    REQUIRE_MESSAGE(restored.has_value(), (restored ? "" : restored.error().text));
    desk.options.data = folder;
    desk.open();
    return *restored;
  }
};

std::string text_of(const fs::path& file, const std::string& query) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  std::string text;
  const auto keep = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) += values[0] == nullptr ? "" : values[0];
    return 0;
  };
  CHECK(sqlite3_exec(db, query.c_str(), keep, &text, nullptr) == SQLITE_OK);
  sqlite3_close(db);
  return text;
}

TEST_CASE("a backup is one file for its owner alone, which any SQLite can check, with the keys in it") {
  World world;
  for (int i = 0; i < 20; ++i) world.desk.take(Sketch{});
  const auto made = world.back_up();
  REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().text));
  CHECK(made->letters == 20);
  CHECK(made->size == fs::file_size(world.file));
  CHECK(made->head == world.desk.reader().audit_head()["head"]);
  CHECK((fs::status(world.file).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(text_of(world.file, "PRAGMA integrity_check") == "ok");
  CHECK(text_of(world.file, "PRAGMA journal_mode") == "delete");
  CHECK(text_of(world.file, "SELECT count(*) FROM cases") == "20");
  CHECK(text_of(world.file, "SELECT value FROM docket_backup WHERE name = 'keys'") ==
        octets_of(world.desk.options.data / "keys"));
  CHECK(std::distance(fs::directory_iterator(world.safe.path()), {}) == 1);
}

TEST_CASE("letters that come while it is copied are in the next one") {
  World world;
  for (int i = 0; i < 200; ++i) world.desk.take(Sketch{});
  int steps = 0;
  const auto made = make_backup(world.desk.options.data, world.file, world.desk.clock, [&](std::size_t, std::size_t) {
    ++steps;
    world.desk.take(Sketch{});
  });
  REQUIRE(made.has_value());
  CHECK(made->letters == 200);
  CHECK(text_of(world.file, "SELECT count(*) FROM inbounds") == "200");
  CHECK(text_of(world.file, "PRAGMA integrity_check") == "ok");
  REQUIRE(world.back_up().has_value());
  CHECK(text_of(world.file, "SELECT count(*) FROM inbounds") == std::to_string(200 + steps));
}

TEST_CASE("it is made without a daemon too, also after a crash") {
  World world;
  world.desk.take(Sketch{});
  world.desk.crash();
  REQUIRE(world.back_up().has_value());
  CHECK(text_of(world.file, "SELECT count(*) FROM cases") == "1");
  world.desk.open();
  world.desk.close();
  CHECK(world.back_up().has_value());
}

TEST_CASE("only an older backup of this book is replaced, and nothing in the data folder") {
  World world;
  world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  const std::string first = octets_of(world.file);
  world.desk.take(Sketch{});
  CHECK(world.back_up().has_value());
  CHECK(octets_of(world.file) != first);
  SUBCASE("a foreign file") {
    std::ofstream(world.file, std::ios::trunc) << "the mayor's speech";
    const auto refused = world.back_up();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().exit_code == 2);
    CHECK(octets_of(world.file) == "the mayor's speech");
  }
  SUBCASE("the book itself, by another name") {
    fs::remove(world.file);
    fs::create_hard_link(world.desk.options.data / "docket.db", world.file);
    CHECK(world.back_up().error().text.find("no backup of docket") != std::string::npos);
  }
  SUBCASE("inside the data folder") {
    for (const char* name : {"docket.db", "backup", "keys"}) {
      world.file = world.desk.options.data / name;
      CHECK(world.back_up().error().exit_code == 2);
    }
  }
  SUBCASE("a backup that holds what this book does not") {
    const fs::path kept = world.safe.path() / "kept";
    fs::copy(world.file, kept);
    fs::remove(world.file);
    REQUIRE(world.back_up().has_value());
    world.move_into_restored();
    world.desk.take(Sketch{});
    CHECK(world.back_up().has_value());  // all that stood there stands in the restored book
    World other;
    other.desk.take(Sketch{});
    other.file = world.file;
    CHECK(other.back_up().error().text.find("another book") != std::string::npos);
  }
  SUBCASE("a folder that is not there") {
    world.file = world.safe.path() / "nowhere" / "file";
    CHECK(world.back_up().error().exit_code == 2);
  }
}

TEST_CASE("what an earlier backup that was cut off left behind is in nobody's way; another's is") {
  World world;
  world.desk.take(Sketch{});
  const fs::path part = world.file.string() + ".part";
  std::ofstream(part) << std::string(100000, 'x');
  CHECK(world.back_up().has_value());
  CHECK_FALSE(fs::exists(part));
  fs::create_symlink(world.desk.options.data / "keys", part);
  CHECK(world.back_up().error().exit_code == 2);
}

TEST_CASE("the daemon notes a backup of its own book only") {
  World world;
  world.desk.take(Sketch{});
  const auto made = world.back_up();
  REQUIRE(made.has_value());
  CHECK_FALSE(world.desk.reader().figures(world.desk.clock.now()).backed_up.has_value());
  Backup foreign = *made;
  foreign.head[0] = foreign.head[0] == '0' ? '1' : '0';
  CHECK_FALSE(world.desk.book->backed_up(foreign, "/safe/backup", "root").has_value());
  REQUIRE(world.desk.book->backed_up(*made, "/safe/backup", "root").has_value());
  CHECK(world.desk.reader().figures(world.desk.clock.now()).backed_up == made->at);
  CHECK(world.desk.sql_text("SELECT who FROM events WHERE what = 'backed_up'") == "root");
}

TEST_CASE("a restored book is whole, starts cleanly and knows its own letters") {
  World world;
  const std::string number = world.desk.take(Sketch{}).number;
  const std::string ours = world.desk.message_id(number, "acknowledgement");
  world.desk.send_all();
  REQUIRE(world.back_up().has_value());
  const auto restored = world.move_into_restored();
  CHECK(restored.waiting == 0);
  CHECK_FALSE(world.desk.book->was_unclean());
  CHECK(world.desk.reader().audit_verify()["ok"] == true);
  CHECK(world.desk.show(number)["number"] == number);
  CHECK(world.desk.book->keys().verify_in(ours).has_value());
  CHECK(world.desk.sql_text("SELECT who FROM events WHERE what = 'restored'") == "admin");
  CHECK(world.desk.sql_text("SELECT count(*) FROM sqlite_master WHERE name = 'docket_backup'") == "0");
  for (const char* name : {"docket.db", "keys"}) {
    CHECK((fs::status(world.folder / name).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
  }
}

TEST_CASE("nothing of the keys stays in a restored book") {
  World world;
  world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  const std::string keys = octets_of(world.desk.options.data / "keys");
  const std::string secret = keys.substr(keys.rfind(' ') + 1, 64);
  CHECK(octets_of(world.file).find(secret) != std::string::npos);
  world.move_into_restored();
  CHECK(world.desk.file_text().find(secret) == std::string::npos);
}

TEST_CASE("no number comes again: they go on behind a gap that says itself in the audit log") {
  World world;
  for (int i = 0; i < 7; ++i) world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  for (int i = 0; i < 50; ++i) world.desk.take(Sketch{});
  const auto restored = world.move_into_restored();
  CHECK(restored.numbers.at(2026) == 20001);
  CHECK(world.desk.take(Sketch{}).number.substr(0, 14) == "EX-2026-020001");
  CHECK(world.desk.sql_text("SELECT detail FROM events WHERE what = 'restored'").find("2026-020001") !=
        std::string::npos);
}

TEST_CASE("the gap grows with the busiest day and the days that are lost, and covers a new year") {
  World world;
  for (int i = 0; i < 300; ++i) world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  world.desk.clock.advance(hours{24} * 40);  // 4 January 2027
  const auto restored = world.move_into_restored();
  CHECK(restored.numbers.at(2026) == 30001);  // 300 + 2 * 300 * 41, the next round number
  CHECK(restored.numbers.at(2027) == 30001);
  CHECK(world.desk.take(Sketch{}).number.substr(0, 14) == "EX-2027-030001");
}

TEST_CASE("what may have been sent waits for a person, in one command") {
  World world;
  const std::string number = world.desk.take(Sketch{}).number;
  SUBCASE("queued") {}
  SUBCASE("being sent") { (void)world.desk.claim(); }
  SUBCASE("deferred") { world.desk.settle(world.desk.claim(), SendResult::Kind::deferred, "450 later"); }
  SUBCASE("uncertain") { world.desk.settle(world.desk.claim(), SendResult::Kind::uncertain, ""); }
  REQUIRE(world.back_up().has_value());
  const auto restored = world.move_into_restored();
  CHECK(restored.waiting == 3);
  world.desk.clock.advance(hours{24} * 6);
  CHECK(world.desk.claim().empty());
  CHECK(world.desk.sql_text("SELECT group_concat(DISTINCT state) FROM outbox") == "uncertain");
  CHECK(world.desk.words(number).find("uncertain") != std::string::npos);
  SUBCASE("it did not arrive") {
    CHECK(world.desk.book->outbox_resolve_restored(false, "clerk").value() == 3);
    const auto rows = world.desk.claim();
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[0].repeat);
  }
  SUBCASE("it did") {
    CHECK(world.desk.book->outbox_resolve_restored(true, "clerk").value() == 3);
    CHECK(world.desk.claim().empty());
    CHECK(world.desk.sql_text("SELECT group_concat(DISTINCT state) FROM outbox") == "sent");
  }
  SUBCASE("one of them by hand, which may be a repeat") {
    const std::string id = world.desk.sql_text("SELECT public FROM outbox ORDER BY id LIMIT 1");
    REQUIRE(world.desk.book->outbox_retry(id, "clerk").has_value());
    const auto rows = world.desk.claim();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].repeat);
    CHECK(world.desk.book->outbox_resolve_restored(true, "clerk").value() == 2);
  }
  CHECK(world.desk.reader().audit_verify()["ok"] == true);
}

TEST_CASE("what was uncertain before, discarded or failed stays as it was") {
  World world;
  world.desk.take(Sketch{});
  const auto rows = world.desk.claim();
  REQUIRE(rows.size() == 3);
  world.desk.settle({rows[2]}, SendResult::Kind::sent);
  world.desk.settle({rows[0]}, SendResult::Kind::failed, "550 no such mailbox");
  REQUIRE(world.desk.book->outbox_discard(rows[1].id, "", "clerk").error().exit_code == 75);
  world.desk.settle({rows[1]}, SendResult::Kind::deferred, "450 later");
  REQUIRE(world.desk.book->outbox_discard(rows[1].id, "wrong office", "clerk").has_value());
  REQUIRE(world.back_up().has_value());
  CHECK(world.move_into_restored().waiting == 0);
  CHECK(world.desk.sql_text("SELECT group_concat(state) FROM outbox") == "failed,withheld,sent");
  CHECK(world.desk.book->tell_undelivered(*world.desk.town).value() == 0);  // somebody may know already
}

TEST_CASE("a letter that came before the restore gets its case, and what it causes waits; later ones are as ever") {
  World world;
  world.desk.take(Sketch{});
  world.desk.send_all();
  REQUIRE(world.back_up().has_value());
  world.desk.clock.advance(hours{5});
  auto lost = world.desk.recording(Sketch{});
  world.desk.take(lost);
  world.desk.send_all();
  world.desk.clock.advance(minutes{30});
  world.move_into_restored();
  world.desk.clock.advance(minutes{1});
  const auto again = world.desk.take(lost);
  CHECK(again.outcome == "case");
  CHECK(world.desk.claim().empty());
  CHECK(world.desk.words(again.number).find("uncertain") != std::string::npos);
  CHECK(world.desk.book->outbox_resolve_restored(true, "clerk").value() == 3);
  world.desk.take(Sketch{});
  CHECK(world.desk.claim().size() == 3);
}

TEST_CASE("an answer to a letter that the book has lost opens a case; to one it knows, it joins") {
  World world;
  const std::string known = world.desk.take(Sketch{}).number;
  REQUIRE(world.back_up().has_value());
  const std::string lost = world.desk.take(Sketch{}).number;
  Sketch answer;
  answer.in_reply_to = {world.desk.message_id(lost, "acknowledgement")};
  Sketch other;
  other.in_reply_to = {world.desk.message_id(known, "acknowledgement")};
  world.move_into_restored();
  world.desk.clock.advance(minutes{1});
  const auto opened = world.desk.take(answer);
  CHECK(opened.outcome == "case");
  CHECK(opened.number != lost);
  CHECK(world.desk.take(other).number == known);
}

TEST_CASE("what a source had listed and nobody has taken is not waited for, unless it is listed again") {
  World world;
  REQUIRE(world.desk.book->list("pipe", std::vector<std::string>{"a", "b"}));
  REQUIRE(world.back_up().has_value());
  world.move_into_restored();
  CHECK(world.desk.book->waiting().empty());
  CHECK(world.desk.book->list("pipe", std::vector<std::string>{"b"}).value() == std::vector<std::string>{"b"});
}

TEST_CASE("a book is never written over, and what was cut off begins anew") {
  World world;
  world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  SUBCASE("another book") {
    world.folder = world.desk.options.data;
    CHECK(world.restore().error().text.find("not empty") != std::string::npos);
  }
  SUBCASE("any file") {
    fs::create_directory(world.folder);
    std::ofstream(world.folder / "notes") << "x";
    CHECK(world.restore().error().exit_code == 2);
    CHECK(fs::exists(world.folder / "notes"));
  }
  SUBCASE("the same again") {
    REQUIRE(world.restore().has_value());
    CHECK(world.restore().error().text.find("not empty") != std::string::npos);
  }
  SUBCASE("cut off between book and keys") {
    REQUIRE(world.restore().has_value());
    fs::rename(world.folder / "keys", world.folder / "keys.restoring");
    BookOptions options = world.desk.options;
    options.data = world.folder;
    CHECK(CaseBook::open(options, world.desk.clock).error().find("restore") != std::string::npos);
    CHECK_FALSE(fs::exists(world.folder / "keys"));
    CHECK(world.restore().has_value());
    world.desk.crash();
    world.desk.options.data = world.folder;
    world.desk.open();
  }
  SUBCASE("cut off before the book") {
    fs::create_directory(world.folder);
    std::ofstream(world.folder / "keys.restoring") << "half";
    std::ofstream(world.folder / "docket.db.restoring") << "half";
    CHECK(world.restore().has_value());
    CHECK_FALSE(fs::exists(world.folder / "docket.db.restoring"));
  }
}

TEST_CASE("what is no backup, or a damaged one, leaves nothing behind") {
  World world;
  for (int i = 0; i < 100; ++i) world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  const auto size = fs::file_size(world.file);
  const auto meddle = [&](const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(world.file.c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
  };
  int code = 1;
  SUBCASE("the book itself") {
    world.file = world.desk.options.data / "docket.db";
    code = 2;
  }
  SUBCASE("nothing") {
    fs::remove(world.file);
    code = 2;
  }
  SUBCASE("another file") {
    std::ofstream(world.file, std::ios::trunc) << std::string(9000, 'x');
    code = 2;
  }
  SUBCASE("half of it") { fs::resize_file(world.file, size / 2 / 4096 * 4096); }
  SUBCASE("pages that were overwritten") {
    std::fstream file(world.file, std::ios::in | std::ios::out | std::ios::binary);
    for (int page = 30; page < 60; ++page) {
      file.seekp(page * 4096);
      file << std::string(512, '\xFF');
    }
  }
  SUBCASE("an event that was changed") { meddle("UPDATE events SET who = 'nobody' WHERE seq = 5"); }
  SUBCASE("events that were cut off") { meddle("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)"); }
  SUBCASE("keys that are no keys") { meddle("UPDATE docket_backup SET value = 'lost' WHERE name = 'keys'"); }
  SUBCASE("a newer docket's") {
    meddle("PRAGMA user_version = 99");
    code = 2;
  }
  const auto refused = world.restore();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().exit_code == code);
  CHECK_FALSE(fs::exists(world.folder));
}

TEST_CASE("no docket runs on a backup as if it were the book") {
  World world;
  world.desk.take(Sketch{});
  REQUIRE(world.back_up().has_value());
  world.desk.close();
  fs::copy_file(world.file, world.desk.options.data / "docket.db", fs::copy_options::overwrite_existing);
  CHECK(CaseBook::open(world.desk.options, world.desk.clock).error().find("docket restore") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
