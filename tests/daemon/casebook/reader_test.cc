// What clerks and scripts see: lists, search, members' cases, octets, quarantine.
#include <random>

#include "config/digest.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

using nlohmann::json;

TEST_SUITE_BEGIN("casebook reading");

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

TEST_CASE("the JSON has exactly the fields of the contract") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch quarantined;
  quarantined.quarantine = "too large";
  desk.take(quarantined);
  using Keys = std::vector<std::string>;
  const auto list = desk.reader().case_list({}, *desk.town, false);
  CHECK(keys_of(list[0]) == Keys{"channel", "copies", "due", "from", "labels", "letters", "number", "office", "opened",
                                 "priority", "status", "subject", "undelivered", "updated"});
  CHECK(list[0]["opened"] == "2026-11-25T15:00:00Z");
  CHECK(list[0]["from"] == "ana@example.org");
  const auto shown = desk.show(number);
  CHECK(keys_of(shown["timeline"][0]) == Keys{"at", "detail", "hash", "what", "who"});
  CHECK(keys_of(shown["outbox"][0]) == Keys{"attempts", "id", "kind", "last_reply", "state", "to"});
  CHECK(keys_of(desk.reader().outbox_list(std::nullopt, *desk.town)[0]) ==
        Keys{"attempts", "case", "id", "kind", "last_reply", "state", "to"});
  CHECK(keys_of(desk.reader().quarantine_list()[0]) ==
        Keys{"at", "attempts", "id", "reason", "sha256", "size", "source"});
  CHECK(keys_of(desk.reader().ledger(std::nullopt, std::nullopt, desk.calendar)[0]) ==
        Keys{"additions", "before_start", "cases", "difference", "duplicates", "ignored", "quarantined", "seen",
             "source", "vanished", "waiting"});
}

TEST_CASE("lists are newest first and narrowed by status, office and limit") {
  Desk desk;
  Sketch review;
  review.office = "";
  desk.take(Sketch{});
  desk.take(review);
  desk.take(Sketch{});
  const auto count = [&](const CaseFilter& filter) {
    return desk.reader().case_list(filter, *desk.town, false).size();
  };
  CHECK(desk.reader().case_list({}, *desk.town, false)[0]["number"] == "EX-2026-000003-1");
  CHECK(count({std::nullopt, "review", std::nullopt}) == 1);
  CHECK(count({std::nullopt, std::nullopt, "roads"}) == 2);
  CHECK(count({1, std::nullopt, "roads"}) == 1);
  CHECK(count({std::nullopt, "closed", "roads"}) == 0);
}

TEST_CASE("a case is found by its number however it is written") {
  Desk desk;
  desk.take(Sketch{});
  for (const char* number : {"EX-2026-000001-5", "ex 2026 000001 5", "20260000015", "[EX-2026-000001-5]"}) {
    CAPTURE(number);
    CHECK(desk.reader().case_show(number, *desk.town, false).has_value());
    CHECK(desk.reader().case_explain(number, *desk.town, false).has_value());
  }
  for (const char* number : {"EX-2026-000002-8", "ZZ-2026-000001-5", "nonsense", ""}) {
    CAPTURE(number);
    CHECK_FALSE(desk.reader().case_show(number, *desk.town, false).has_value());
  }
}

TEST_CASE("search finds words whatever their accents and case, and takes no syntax from people") {
  Desk desk;
  Sketch french;
  french.subject = "Nid-de-poule";
  french.text = "Rue de l’École, près du n° 5 — s'il vous plaît.";
  const std::string number = desk.take(french).number;
  desk.take(Sketch{});
  const auto found = [&](const std::string& words) {
    return desk.reader().case_search(words, *desk.town, false).size();
  };
  for (const char* words : {"ecole", "ÉCOLE", "École rue", "nid-de-poule", "ecol*", "plait", "ana@example.org ecole",
                            "\"ecole\"", "NEAR(ecole)", "(ecole"}) {
    CAPTURE(words);
    CHECK(found(words) == (std::string(words) == "NEAR(ecole)" ? 0 : 1));
  }
  CHECK(found("ecole maple") == 0);
  CHECK(found("") == 0);
  CHECK(found("\" OR 1=1 --") == 0);
  CHECK(found("subject : x AND * ^ -") == 0);
  CHECK(found(number) == 1);
  CHECK(found(std::string(100'000, 'a')) == 0);
}

TEST_CASE("a member's case is listed without what the resident wrote, and not found by it") {
  Desk desk;
  Sketch letter;
  letter.office = "mayor";
  letter.to = "mayor@town.example";
  const std::string number = desk.take(letter).number;
  auto rows = desk.claim();
  REQUIRE(rows[0].kind == "acknowledgement");
  rows.resize(1);
  desk.settle(rows, SendResult::Kind::failed, "550 <ana@example.org> unknown");
  const auto text = [&](bool member_records) {
    return desk.reader().case_list({}, *desk.town, member_records).dump() +
           desk.reader().case_show(number, *desk.town, member_records)->dump() +
           desk.reader().case_explain(number, *desk.town, member_records)->dump() +
           desk.reader().outbox_show(desk.show(number)["outbox"][0]["id"], *desk.town, member_records)->dump() +
           desk.reader().case_search("maple", *desk.town, member_records).dump();
  };
  CHECK(text(true).find("ana@example.org") != std::string::npos);
  CHECK(text(true).find("Pothole") != std::string::npos);
  for (const char* hidden : {"ana@example.org", "Pothole", "\"seen\":\"hole\""}) {
    CAPTURE(hidden);
    CHECK(text(false).find(hidden) == std::string::npos);
  }
  CHECK(desk.reader().outbox_list(std::nullopt, *desk.town).dump().find("ana@example.org") == std::string::npos);
  CHECK(desk.reader().case_search("maple", *desk.town, false).empty());
  CHECK(desk.reader().case_search("maple", *desk.town, true).size() == 1);
  CHECK(text(false).find("mayor@offices.example") != std::string::npos);
}

TEST_CASE("a copy to a member's office hides nothing") {
  Desk desk;
  Sketch letter;
  letter.copies = {"mayor"};
  desk.take(letter);
  CHECK(desk.reader().case_list({}, *desk.town, false)[0]["from"] == "ana@example.org");
}

TEST_CASE("explain gives the stored trace with the rule set's version") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  const auto explained = *desk.reader().case_explain(number, *desk.town, false);
  CHECK(explained["number"] == number);
  CHECK(explained["letters"][0]["rule_set"] == "sha256:test");
  CHECK(explained["letters"][0]["configuration"] == "sha256:town");
  CHECK(explained["letters"][0]["decision"]["trace"][0]["conditions"][0]["seen"] == "hole");
}

TEST_CASE("octets come back byte for byte, whatever they are") {
  Desk desk;
  std::string every;
  for (int i = 0; i < 256; ++i) every += static_cast<char>(i);
  std::mt19937 random(7);
  std::string noise;
  for (int i = 0; i < 300'000; ++i) noise += static_cast<char>(random() & 0xFFU);
  for (const std::string& octets : {std::string(), std::string(1, '\0'), every, noise, std::string(2'000'000, 'a'),
                                    std::string("a\nb\r\n\0c", 7)}) {
    Sketch sketch;
    sketch.octets = octets;
    auto recording = desk.recording(sketch);
    recording.inbound.envelope = {"bounce@example.org", {"ward2@town.example"}};
    const auto kept = desk.reader().inbound(desk.take(recording).inbound);
    REQUIRE(kept);
    CHECK(kept->inbound.octets == octets);
    CHECK(kept->sha256 == sha256_hex(octets));
    CHECK(kept->inbound.envelope.from == "bounce@example.org");
    CHECK(kept->inbound.received == desk.clock.now());
  }
  CHECK_FALSE(desk.reader().inbound("i-none").has_value());
}

TEST_CASE("octets that no longer match their hash are not handed out") {
  Desk desk;
  const std::string id = desk.take(Sketch{}).inbound;
  desk.sql("UPDATE octets SET frame = (SELECT frame FROM octets) || x'00'");
  CHECK_FALSE(desk.reader().inbound(id).has_value());
}

TEST_CASE("a quarantined letter is shown safely, retried under its old id, or discarded with a reason") {
  Desk desk;
  Sketch sketch;
  sketch.quarantine = "over 30 Received lines";
  sketch.octets = "Subject: \x1B[2Jhello\x01\r\nFrom: \xFFx\r\n\r\nbody";
  const std::string id = desk.take(sketch).inbound;
  const auto shown = *desk.reader().quarantine_show(id);
  CHECK(shown["header"].get<std::string>() == "Subject: [2Jhello\nFrom: \uFFFDx");
  auto kept = desk.book->quarantine_retry(id, "clerk");
  REQUIRE(kept);
  CHECK(kept->inbound.octets == *sketch.octets);
  CHECK(desk.reader().quarantine_list().empty());
  CHECK(desk.reader().ledger(std::nullopt, std::nullopt, desk.calendar)[0]["waiting"] == 1);
  sketch.quarantine = std::nullopt;
  sketch.key = kept->inbound.delivery_key;
  const Recorded again = desk.take(sketch);
  CHECK(again.outcome == "case");
  CHECK(again.inbound == id);
  CHECK(desk.reader().ledger(std::nullopt, std::nullopt, desk.calendar)[0]["difference"] == 0);
  Sketch other;
  other.quarantine = "too large";
  const std::string second = desk.take(other).inbound;
  CHECK(desk.book->quarantine_discard(second, " ", "clerk").error().exit_code == 2);
  REQUIRE(desk.book->quarantine_discard(second, "an advertisement", "clerk"));
  CHECK(desk.reader().quarantine_list().empty());
  CHECK(desk.book->quarantine_retry(second, "clerk").error().exit_code == 1);
  CHECK(desk.sql_text("SELECT part FROM event_parts ORDER BY seq DESC LIMIT 1") == "an advertisement");
}

TEST_CASE("a retry that a crash cut off is back in quarantine") {
  Desk desk;
  Sketch sketch;
  sketch.quarantine = "unreadable";
  const std::string id = desk.take(sketch).inbound;
  REQUIRE(desk.book->quarantine_retry(id, "clerk"));
  desk.crash();
  desk.open();
  CHECK(desk.reader().quarantine_list()[0]["id"] == id);
  CHECK(desk.reader().ledger(std::nullopt, std::nullopt, desk.calendar)[0]["difference"] == 0);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
