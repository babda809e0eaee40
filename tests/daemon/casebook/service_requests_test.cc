// What the book keeps of an Open311 request, and where.
#include <nlohmann/json.hpp>

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook");

Recording request(Desk& desk, const std::string& service = "pothole", const std::string& office = "roads") {
  Sketch sketch;
  sketch.to = "info@town.example";
  sketch.office = office;
  auto made = desk.recording(sketch);
  made.inbound.channel = made.letter.channel = "open311";
  made.letter.service = service;
  made.letter.location.address = "5 Birch Lane";
  made.letter.location.latitude = 45.4215;
  made.letter.location.longitude = -75.6972;
  made.letter.media = {"https://pictures.example/birch.jpg"};
  return made;
}

ServiceRequestFilter all_of(const Desk& desk, const std::vector<std::string>& services = {"pothole"}) {
  ServiceRequestFilter filter;
  filter.services = services;
  filter.until = desk.clock.now();
  return filter;
}

TEST_CASE("a service request is kept with its case, and its place in no table but the personal ones") {
  Desk desk;
  const auto number = desk.take(request(desk)).number;
  const auto found = desk.reader().service_requests(all_of(desk), *desk.town);
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == number);
  CHECK(found[0].status == "new");
  CHECK(found[0].office == "roads");
  CHECK(found[0].location.address == "5 Birch Lane");
  CHECK(found[0].location.latitude == 45.4215);
  CHECK(found[0].media_url == "https://pictures.example/birch.jpg");
  CHECK(found[0].requested == desk.clock.now());
  for (const char* table : {"cases", "case_copies", "case_labels", "participants", "thread_ids", "inbounds", "events",
                            "outbox", "acknowledgement_counts", "seen", "attempts", "meta", "accepted", "sources"}) {
    CAPTURE(table);
    CHECK(desk.dump(table).find("irch") == std::string::npos);
  }
  desk.sql("DELETE FROM service_requests");
  CHECK(desk.reader().service_requests(all_of(desk), *desk.town).empty());
}

TEST_CASE("a letter of another channel is no service request") {
  Desk desk;
  const auto number = desk.take(Sketch{}).number;
  CHECK(desk.reader().service_requests(all_of(desk), *desk.town).empty());
  CHECK_FALSE(desk.reader().service_request(number, *desk.town).has_value());
}

TEST_CASE("a request that was set aside is one when a person lets it in") {
  Desk desk;
  auto aside = request(desk);
  aside.quarantine = "too large";
  const auto inbound = desk.take(aside).inbound;
  CHECK(desk.reader().service_token(inbound) == "");
  CHECK(desk.reader().service_requests(all_of(desk), *desk.town).empty());
  const auto kept = desk.book->quarantine_retry(inbound, "clerk");
  REQUIRE(kept);
  auto again = request(desk);
  again.inbound.delivery_key = kept->inbound.delivery_key;
  const auto number = desk.take(again).number;
  CHECK(desk.reader().service_token(inbound) == number);
  CHECK(desk.reader().service_requests(all_of(desk), *desk.town).size() == 1);
}

TEST_CASE("a request in nobody's hands is shown, one in a member's is not, whoever had it before") {
  Desk desk;
  const auto waiting = desk.take(request(desk, "pothole", "")).number;
  const auto of_the_mayor = desk.take(request(desk, "pothole", "mayor")).number;
  const auto found = desk.reader().service_requests(all_of(desk), *desk.town);
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == waiting);
  CHECK(found[0].status == "review");
  CHECK(desk.reader().service_request(of_the_mayor, *desk.town)->office == "mayor");
  REQUIRE(desk.book->assign(waiting, "mayor", "hers", "clerk", desk.now()));
  CHECK(desk.reader().service_requests(all_of(desk), *desk.town).empty());
}

TEST_CASE("when a delivery came is known by its key") {
  Desk desk;
  auto made = request(desk);
  made.inbound.delivery_key = "hash@29";
  desk.take(made);
  CHECK(desk.reader().delivered("council", "hash@29") == desk.clock.now());
  CHECK_FALSE(desk.reader().delivered("council", "hash@30").has_value());
  CHECK_FALSE(desk.reader().delivered("apps", "hash@29").has_value());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
