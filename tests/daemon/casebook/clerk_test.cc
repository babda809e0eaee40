// What clerks do to cases.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook clerks");

TEST_CASE("assigning moves a case, forwards every letter to the new office, and says who did it") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  Sketch reply;
  reply.in_reply_to = {desk.message_id(number, "acknowledgement")};
  desk.take(reply);
  const auto before = desk.show(number)["outbox"].size();
  REQUIRE(desk.book->assign(number, "parks", "it is a tree", "clerk", desk.now()));
  const auto shown = desk.show(number);
  CHECK(shown["office"] == "parks");
  CHECK(shown["status"] == "open");
  CHECK(shown["outbox"].size() == before + 3);  // and the resident hears of it
  CHECK(desk.outgoing(number).find("forward parks answers, forward parks addition") != std::string::npos);
  CHECK(desk.words(number).find("assigned forwarded forwarded") != std::string::npos);
  CHECK(desk.book->assign(number, "parks", "", "clerk", desk.now()).error().exit_code == 1);
  CHECK(desk.book->assign(number, "nobody", "", "clerk", desk.now()).error().exit_code == 2);
  CHECK(desk.book->assign("EX-2026-000099-1", "parks", "", "clerk", desk.now()).error().exit_code == 1);
}

TEST_CASE("assigning out of review also informs the offices that were to get copies") {
  Desk desk;
  Sketch review;
  review.office = "";
  const std::string number = desk.take(review).number;
  CHECK(desk.outgoing(number) == "acknowledgement ana@example.org");
  REQUIRE(desk.book->assign(number, "roads", "", "clerk", desk.now()));
  CHECK(desk.outgoing(number) ==
        "acknowledgement ana@example.org, forward roads answers, forward ward-2 copy, "
        "update ana@example.org");
}

TEST_CASE("what came while a case was in review reaches each office once when it is assigned") {
  Desk desk;
  Sketch review;
  review.office = "";
  const std::string number = desk.take(review).number;
  Sketch more;
  more.in_reply_to = {desk.message_id(number, "acknowledgement")};
  more.to = "ward3@town.example";
  desk.take(more);
  REQUIRE(desk.book->assign(number, "roads", "", "clerk", desk.now()));
  const auto forwards = [&](const std::string& office) {
    return desk.sql_text(
        "SELECT count(*) || '/' || count(DISTINCT inbound_id) FROM outbox WHERE kind = 'forward' "
        "AND office = '" +
        office + "'");
  };
  for (const auto* office : {"roads", "ward-2", "ward-3"}) CHECK(forwards(office) == "2/2");
  REQUIRE(desk.book->assign(number, "parks", "", "clerk", desk.now()));
  CHECK(forwards("ward-2") == "2/2");
}

TEST_CASE("an office that had a copy and is assigned is no copy any more") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  REQUIRE(desk.book->assign(number, "ward-2", "", "clerk", desk.now()));
  CHECK(desk.show(number)["copies"].empty());
}

TEST_CASE("notes, closing and reopening are in the timeline with their words") {
  Desk desk;
  const std::string number = desk.take(Sketch{}).number;
  CHECK(desk.book->note(number, "  ", "clerk").error().exit_code == 2);
  REQUIRE(desk.book->note(number, "called back", "clerk"));
  REQUIRE(desk.book->close(number, "repaired", "clerk", desk.now()));
  CHECK(desk.show(number)["status"] == "closed");
  CHECK(desk.book->close(number, "again", "clerk", desk.now()).error().exit_code == 1);
  REQUIRE(desk.book->reopen(number, "not repaired", "root", desk.now()));
  CHECK(desk.book->reopen(number, "", "root", desk.now()).error().exit_code == 1);
  const auto timeline = desk.show(number)["timeline"];
  CHECK(timeline[5]["detail"] == "called back");
  CHECK(timeline[6]["detail"] == "repaired");
  CHECK(timeline[7]["what"] == "acknowledged");  // the resident is asked
  CHECK(timeline[8]["who"] == "root");
  CHECK(desk.book->note("EX-2026-000099-1", "x", "clerk").error().exit_code == 1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
