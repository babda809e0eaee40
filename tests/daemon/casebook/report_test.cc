// Figures of cases against what was promised: a book made by hand with figures computed by hand.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook");

/// Offices open 08:30 to 16:30 on weekdays. Roads and ward-2 answer through the case; parks and the mayor themselves.
class Town5 {
 public:
  Town5() {
    auto town = std::make_shared<Town>(*desk.town);
    town->offices["roads"].replies = Replies::through;
    town->offices["ward-2"].replies = Replies::through;
    town->offices["ward-2"].standard.first_response = Span{2, Span::Unit::business_days};
    town->staff_domains = {"staff.example"};
    desk.town = town;
  }

  /// Local winter time.
  void at(const std::string& moment) { desk.clock.set(moment + ":00-05:00"); }

  std::string opens(const std::string& moment, const Sketch& sketch, const std::string& due = "",
                    const std::string& resolve = "") {
    at(moment);
    auto made = desk.recording(sketch);
    made.promise = {};
    made.promise.from = desk.clock.now();
    if (!due.empty()) made.promise.first_response = parse_rfc3339(due + ":00-05:00");
    if (!resolve.empty()) made.promise.resolve = parse_rfc3339(resolve + ":00-05:00");
    return desk.take(made).number;
  }

  void sends(const std::string& moment) {
    at(moment);
    desk.send_all();
  }

  /// To the case and to the resident, as an office does that answers by itself and lets the case know.
  void replies(const std::string& moment, const std::string& number, const std::string& office) {
    at(moment);
    Sketch reply;
    reply.from = "someone@" + office + ".offices.example";
    reply.in_reply_to = {desk.forward_id(number, office)};
    auto recording = desk.recording(reply);
    recording.letter.cc = {{"", desk.show(number)["from"].get<std::string>()}};  // the case saw whom it went to
    REQUIRE(desk.take(recording).outcome == "addition");
  }

  /// What only other parts of the book write.
  void set(const std::string& number, const std::string& values) const {
    desk.sql(fmt::format("UPDATE cases SET {} WHERE number = '{}'", values, number));
  }

  nlohmann::json report(const std::string& from, const std::string& to) {
    return desk.reader().report(parse_rfc3339(from + "T00:00:00-05:00").value(),
                                parse_rfc3339(to + "T00:00:00-05:00").value(), desk.clock.now(), *desk.town,
                                desk.calendar);
  }

  Desk desk;
};

Sketch to_office(const std::string& office, const std::string& from = "ana@example.org") {
  Sketch sketch;
  sketch.office = office;
  sketch.to = "info@town.example";
  sketch.from = from;
  return sketch;
}

nlohmann::json row_of(const nlohmann::json& report, const nlohmann::json& office) {
  for (const auto& row : report["offices"]) {
    if (row["office"] == office) return row;
  }
  FAIL("no row");
  return {};
}

/// Fifteen cases: twelve in the time, of which four are in no figure; all computed by hand in the test below.
nlohmann::json by_hand(Town5& town) {
  Desk& desk = town.desk;
  town.opens("2026-11-24T10:00", to_office("roads"), "2026-11-26T10:00");  // before the time: only open now
  town.sends("2026-11-24T10:01");

  auto first = to_office("roads");
  first.letter_key = "the same";
  const auto answered = town.opens("2026-11-25T10:00", first, "2026-11-27T10:00", "2026-12-02T10:00");
  town.sends("2026-11-25T10:02");
  auto again = first;
  again.source = "mayor";
  CHECK(desk.take(again).outcome == "duplicate");

  town.at("2026-11-25T17:00");
  auto form = desk.recording(to_office("roads"));
  form.letter.channel = "form";
  form.promise.standard.statutory = true;
  form.promise.resolve = parse_rfc3339("2026-12-02T17:00:00-05:00");
  const auto statutory = desk.take(form).number;
  town.sends("2026-11-26T09:00");

  auto listed = to_office("roads");
  listed.withheld = Withheld::list;
  const auto misrouted = town.opens("2026-11-26T10:00", listed, "2026-11-28T10:00");
  const auto direct = town.opens("2026-11-26T10:30", to_office("parks"), "2026-11-28T10:30", "2026-12-10T10:30");
  town.replies("2026-11-26T11:30", answered, "roads");
  town.sends("2026-11-27T09:00");

  const auto mayor = town.opens("2026-11-27T09:00", to_office("mayor"), "2026-11-29T09:00");
  town.sends("2026-11-27T09:01");
  town.replies("2026-11-27T10:00", mayor, "mayor");
  town.at("2026-11-27T12:30");
  REQUIRE(desk.book->close(answered, "", "clerk", desk.now()));
  desk.sql("UPDATE closings SET answer = 'yes'");

  town.at("2026-11-30T09:00");
  REQUIRE(desk.book->assign(misrouted, "ward-2", "", "office:roads", desk.now()));
  desk.sql(
      fmt::format("INSERT INTO misroutes (case_id, at, office, gone_to, decided_by) SELECT id, 0, 'roads', "
                  "'ward-2', 'Roads' FROM cases WHERE number = '{}'",
                  misrouted));
  town.replies("2026-11-30T09:30", statutory, "roads");
  town.at("2026-12-01T10:00");
  REQUIRE(desk.book->close(direct, "", "clerk", desk.now()));
  REQUIRE(desk.book->reopen(direct, "", "clerk", desk.now()));

  town.opens("2026-12-02T09:00", to_office(""));
  town.sends("2026-12-02T09:05");
  auto spam = desk.recording(to_office(""));
  spam.decision.decided_by = "spam";
  desk.take(spam);
  desk.take(to_office("roads", "joe@staff.example"));
  auto old = desk.recording(to_office("roads"));
  old.import_closed = true;
  desk.take(old);
  const auto merged = desk.take(to_office("roads")).number;
  town.set(merged, "merged_into = 1, status = 'closed'");

  const auto waited = town.opens("2026-12-02T11:00", to_office("roads"), "2026-12-04T11:00");
  town.sends("2026-12-02T11:10");
  town.at("2026-12-02T15:30");
  REQUIRE(desk.book->pause(waited, std::chrono::year{2026} / 12 / 20, "a photo", "clerk", desk.now()));
  const auto ready = town.opens("2026-12-03T09:00", to_office("roads"), "2026-12-05T09:00");
  town.sends("2026-12-03T09:01");
  town.set(ready,
           "status = 'closed', answered = 1, closed = " + std::to_string(desk.clock.now().time_since_epoch().count()));
  town.at("2026-12-03T09:30");
  REQUIRE(desk.book->resume(waited, "", "clerk", desk.now()));
  town.replies("2026-12-03T10:30", waited, "roads");
  for (const auto& number : {answered, statutory}) town.set(number, "campaign = 7");
  town.at("2026-12-03T12:00");
  return town.report("2026-11-25", "2026-12-04");
}

TEST_CASE("report: an office's figures are those computed by hand") {
  Town5 town;
  const auto report = by_hand(town);
  const auto roads = row_of(report, "roads");
  CHECK(roads["opened"] == 4);  // answered, statutory, waited, ready
  CHECK(roads["channels"]["form"] == 1);
  CHECK(roads["channels"]["email"] == 3);
  CHECK(roads["duplicates"] == 1);
  // 2 minutes; 16 hours; 10 minutes; 1 minute
  CHECK(roads["acknowledged"]["within_5_minutes"] == 2);
  CHECK(roads["acknowledged"]["later"] == 2);
  CHECK(roads["acknowledged"]["within_5_minutes_percent"] == 50.0);
  // The letter of the evening counts on Thursday, and went out on Thursday morning.
  CHECK(roads["forwarded"]["same_day"] == 4);
  CHECK(roads["forwarded"]["same_day_percent"] == 100.0);
  const auto& first = roads["first_response"];
  CHECK(first["promised"] == 4);
  CHECK(first["in_time"] == 2);
  CHECK(first["late"] == 1);
  CHECK(first["answered_at_once"] == 1);
  CHECK(first["in_time_percent"] == 66.7);
  CHECK(first["statutory"]["promised"] == 1);
  CHECK(first["statutory"]["late"] == 1);
  CHECK(first["statutory"]["in_time_percent"] == 0.0);
  // 9.5 h (Wed 6.5, Thu 3); 17 h (Thu 8, Fri 8, Mon 1); 5.5 h (Wed 5.5, Thu 2, of which 2 waited)
  CHECK(first["measured"] == 3);
  CHECK(first["median_open_hours"] == 9.5);
  CHECK(first["p90_open_hours"] == 17.0);
  const auto& resolution = roads["resolution"];
  CHECK(resolution["promised"] == 2);
  CHECK(resolution["in_time"] == 1);
  CHECK(resolution["overdue"] == 1);
  CHECK(resolution["no_promise"] == 2);
  CHECK(resolution["statutory"]["overdue"] == 1);
  // 18.5 h (Wed 6.5, Thu 8, Fri 4) and 1 minute's half hour: 09:00 to 09:01
  CHECK(resolution["measured"] == 2);
  CHECK(resolution["median_open_hours"] == 9.26);
  CHECK(roads["answered_at_once"] == 1);
  CHECK(roads["paused"]["cases"] == 1);
  CHECK(roads["paused"]["open_hours"] == 2.0);
  CHECK(roads["campaigns"]["campaigns"] == 1);
  CHECK(roads["campaigns"]["letters"] == 2);
  CHECK(roads["settled"]["yes"] == 1);
  CHECK(roads["backlog"]["open"] == 3);  // before, statutory, waited
  CHECK(roads["backlog"]["to_7_days"] == 1);
  CHECK(roads["backlog"]["to_30_days"] == 2);
}

TEST_CASE("report: an office that answers by itself is late in no figure, unless the case saw its answer") {
  Town5 town;
  const auto report = by_hand(town);
  const auto parks = row_of(report, "parks");
  CHECK(parks["first_response"]["not_measured"] == 1);
  CHECK(parks["first_response"]["overdue"] == 0);
  CHECK(parks["first_response"]["in_time_percent"].is_null());
  CHECK(parks["resolution"]["not_measured"] == 1);
  CHECK(parks["reopened"] == 1);
  CHECK(parks["settled"]["none"] == 1);
  const auto mayor = row_of(report, "mayor");
  CHECK(mayor["first_response"]["in_time"] == 1);
  CHECK(mayor["first_response"]["median_open_hours"] == 1.0);
}

TEST_CASE("report: a misroute counts against what decided, and for the office that has the case now") {
  Town5 town;
  const auto report = by_hand(town);
  const auto ward = row_of(report, "ward-2");
  CHECK(ward["opened"] == 1);
  CHECK(ward["rerouted"] == 1);
  CHECK(ward["not_ours"] == 1);
  CHECK(ward["acknowledged"]["withheld"] == 1);
  CHECK(ward["acknowledged"]["withheld_because"] == nlohmann::json{{"list", 1}});
  CHECK(ward["acknowledged"]["within_5_minutes_percent"].is_null());
  CHECK(ward["forwarded"]["later"] == 1);
  CHECK(ward["first_response"]["overdue"] == 1);
  CHECK(report["misroutes"] == nlohmann::json::parse(R"([{"rule":"Roads","decided":7,"not_ours":1}])"));
  const auto hits = town.desk.reader().rule_hits(std::nullopt);
  CHECK(hits.at("Roads").not_ours == 1);
  CHECK(town.desk.reader().rule_hits(town.desk.clock.now()).empty());
}

TEST_CASE(
    "report: the total is the sum of the offices and of what is in review; what is no case of theirs is told apart") {
  Town5 town;
  const auto report = by_hand(town);
  CHECK(row_of(report, nullptr)["opened"] == 1);
  CHECK(row_of(report, nullptr)["forwarded"]["later"] == 1);
  CHECK(report["not_counted"] == nlohmann::json::parse(R"({"merged":1,"imported":1,"spam":1,"staff":1})"));
  CHECK(report["total"]["opened"] == 8);
  for (const char* pointer : {"/opened", "/channels/email", "/acknowledged/within_5_minutes", "/acknowledged/withheld",
                              "/forwarded/same_day", "/first_response/promised", "/first_response/not_measured",
                              "/resolution/no_promise", "/backlog/open", "/settled/none", "/duplicates"}) {
    const nlohmann::json::json_pointer where{pointer};
    int sum = 0;
    for (const auto& row : report["offices"]) sum += row.at(where).get<int>();
    CHECK_MESSAGE(report["total"].at(where) == sum, pointer);
  }
  CHECK(report["total"]["first_response"]["measured"] == 4);
  CHECK(report["total"]["first_response"]["median_open_hours"] == 7.5);  // 1, 5.5, 9.5, 17
}

TEST_CASE("report: an answer that was late stays late when the case goes to another office or is opened again") {
  Town5 town;
  const auto moved = town.opens("2026-11-25T10:00", to_office("roads"), "2026-11-26T10:00");
  const auto again = town.opens("2026-11-25T10:00", to_office("roads"), "2026-11-26T10:00");
  town.sends("2026-11-25T10:01");
  for (const auto& number : {moved, again}) town.replies("2026-11-27T10:00", number, "roads");
  REQUIRE(town.desk.book->assign(moved, "ward-2", "", "clerk", town.desk.now()));
  REQUIRE(town.desk.book->close(again, "", "clerk", town.desk.now()));
  Sketch more;
  more.in_reply_to = {town.desk.message_id(again, "acknowledgement")};
  town.at("2026-11-27T11:00");
  town.desk.take(more);
  CHECK(town.desk.show(again)["status"] == "open");
  const auto total = town.report("2026-11-25", "2026-11-26")["total"]["first_response"];
  CHECK(total["late"] == 2);
  CHECK(total["in_time"] == 0);
}

TEST_CASE("report: only cases opened from the first moment until before the last are counted") {
  Town5 town;
  town.opens("2026-11-25T00:00", to_office("roads"));
  town.opens("2026-11-26T00:00", to_office("roads"));
  CHECK(town.report("2026-11-25", "2026-11-26")["total"]["opened"] == 1);
  CHECK(town.report("2026-11-26", "2026-11-27")["total"]["opened"] == 1);
  CHECK(town.report("2026-11-25", "2026-11-27")["total"]["opened"] == 2);
  CHECK(town.report("2026-11-27", "2026-11-28")["total"]["opened"] == 0);
}

TEST_CASE("report: more cases than one slice are each counted once, also those of one moment") {
  Town5 town;
  town.at("2026-11-25T10:00");
  for (int batch = 0; batch < 45; ++batch) {
    std::vector<Recording> recordings;
    for (int i = 0; i < 100; ++i) recordings.push_back(town.desk.recording(to_office("roads")));
    for (const auto& result : town.desk.take_all(recordings)) REQUIRE(result);
  }
  const auto report = town.report("2026-11-25", "2026-11-26");
  CHECK(report["total"]["opened"] == 4500);
  CHECK(report["total"]["backlog"]["open"] == 4500);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
