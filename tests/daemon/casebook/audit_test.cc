// The hash chain: its vectors, what it notices, what may be erased under it.
#include "config/digest.h"
#include "daemon/casebook/chain.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook audit");

TEST_CASE("the chain's octets stay what SCHEMA.md says") {
  const std::string mac = private_mac("0123456789abcdef", "Été, trottoir");
  CHECK(hex(mac) == "32fd9b7f80275ddc7a421326839b05a2278a5bfa4db69b28e42aad52f2bf34a1");
  const std::string first = chain_hash(chain_start(), {1, 1795618800000000, "daemon", "started", "", "0.1.0", ""});
  CHECK(hex(first) == "eae03a705f1ee89301b4c831ae24d0f8766e35fad7b04be7e5462e63234e87ca");
  const std::string second = chain_hash(first, {2, 1795618800000001, "clerk", "note", "EX-2026-000001-5", "", mac});
  CHECK(hex(second) == "b86ff6c8ee83c9981601049bafbbb71b543433b024f7c1d7f93f57c0f8407bac");
}

TEST_CASE("any change of a past event is found, and where") {
  struct Harm {
    const char* sql;
    int at;
  };
  for (const Harm& harm :
       {Harm{"UPDATE events SET who = 'mallory' WHERE seq = 2", 2},
        Harm{"UPDATE events SET detail = 'parks (Parks)' WHERE seq = 2", 2},
        Harm{"UPDATE events SET at = at + 1 WHERE seq = 3", 3},
        Harm{"UPDATE events SET case_id = NULL WHERE seq = 1", 1},
        Harm{"UPDATE event_parts SET part = 'other words'", 6}, Harm{"DELETE FROM events WHERE seq = 4", 4},
        Harm{"UPDATE cases SET number = 'EX-2026-000009-1'", 1}}) {
    CAPTURE(harm.sql);
    Desk desk;
    const std::string number = desk.take(Sketch{}).number;
    REQUIRE(desk.book->note(number, "the resident telephoned", "clerk"));
    CHECK(desk.reader().audit_verify()["ok"] == true);
    CHECK(desk.reader().audit_verify()["head"] == desk.reader().audit_head()["head"]);
    desk.sql(harm.sql);
    const auto verdict = desk.reader().audit_verify();
    CHECK(verdict["ok"] == false);
    CHECK(verdict["broken_at"] == harm.at);
  }
}

TEST_CASE("words put beside an event that had none are found, inside a case and outside") {
  for (const int at : {1, 6}) {
    CAPTURE(at);
    Desk desk;
    desk.take(Sketch{});
    REQUIRE(desk.book->event("daemon", "started", "", ""));
    desk.sql("INSERT INTO event_parts (seq, part) VALUES (" + std::to_string(at) + ", 'forged')");
    CHECK(desk.reader().audit_verify()["broken_at"] == at);
  }
}

TEST_CASE("erasing a case's content and salt leaves the chain valid and the words gone from the file") {
  Desk desk;
  Sketch secret;
  secret.text = "My neighbour xylophonist plays at night.";
  const std::string number = desk.take(secret).number;
  REQUIRE(desk.book->note(number, "called the xylophonist", "clerk"));
  desk.send_all();
  const auto head = desk.reader().audit_head()["head"];
  CHECK(desk.reader().case_search("xylophonist", *desk.town, false).size() == 1);
  desk.close();
  desk.sql(
      "PRAGMA secure_delete = ON; DELETE FROM octets; DELETE FROM letters; DELETE FROM attachments; DELETE FROM traces;"
      "DELETE FROM search_text; DELETE FROM outbox_texts; DELETE FROM event_parts; DELETE FROM parties; UPDATE cases "
      "SET salt = NULL;"
      "INSERT INTO search (search) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)");
  desk.open();
  const auto verdict = desk.reader().audit_verify();
  CHECK(verdict["ok"] == true);
  CHECK(verdict["head"] == head);
  CHECK(desk.reader().case_search("xylophonist", *desk.town, false).empty());
  CHECK(desk.reader().case_list({}, *desk.town, false)[0]["from"].is_null());
  desk.close();
  CHECK(desk.file_text().find("xylophonist") == std::string::npos);
  CHECK(desk.file_text().find("ana@example.org") == std::string::npos);
}

TEST_CASE("every personal word stands in the closed list of columns and nowhere else") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->close(number, "ana@example.org telephoned", "clerk", desk.now()));
  desk.settle(desk.claim(), SendResult::Kind::failed, "550 <ana@example.org> unknown");
  for (const char* table : {"cases", "case_copies", "case_labels", "participants", "thread_ids", "inbounds", "events",
                            "outbox", "acknowledgement_counts", "seen", "attempts", "meta", "accepted", "sources"}) {
    CAPTURE(table);
    CHECK(desk.dump(table).find("ana@") == std::string::npos);
    CHECK(desk.dump(table).find("Maple") == std::string::npos);
    CHECK(desk.dump(table).find("Pothole") == std::string::npos);
  }
}

TEST_CASE("rules that were refused are an event once, their words erasable") {
  Desk desk;
  REQUIRE(desk.book->refused("10-rules.yaml:3:1: error: 'from is ana@example.org'"));
  REQUIRE(desk.book->refused("10-rules.yaml:3:1: error: 'from is ana@example.org'"));
  CHECK(desk.reader().audit_verify()["events"] == 1);
  CHECK(desk.dump("events").find("ana@") == std::string::npos);
  REQUIRE(desk.book->refused(""));
  CHECK(desk.reader().audit_verify()["events"] == 1);
}

TEST_CASE("events outside a case are in the same chain") {
  Desk desk;
  REQUIRE(desk.book->event("daemon", "started", "", ""));
  desk.take(Sketch{});
  REQUIRE(desk.book->event("clerk", "member_records_read", "", "/search ana martin: a complaint"));
  CHECK(desk.dump("events").find("martin") == std::string::npos);
  CHECK(desk.dump("event_parts").find("martin") != std::string::npos);
  CHECK(desk.reader().audit_verify()["events"] == 7);
  CHECK(desk.reader().audit_verify()["ok"] == true);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
