// Counting what there is: right, and without looking at every row of a book of a million.
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

Time midnight(const Desk& desk) { return std::chrono::floor<std::chrono::days>(desk.clock.now()); }

BookCounts counts(Desk& desk) { return desk.reader().counts(desk.clock.now(), midnight(desk), *desk.town); }

TEST_CASE("counts of an empty book") {
  Desk desk;
  const auto found = counts(desk);
  CHECK(found.cases == 0);
  CHECK(found.open.empty());
  CHECK_FALSE(found.oldest_waiting.has_value());
}

TEST_CASE("what was recorded since midnight, what is open, what waits to go out") {
  Desk desk;
  for (int i = 0; i < 7; ++i) desk.take(Sketch{});
  desk.clock.advance(std::chrono::hours(24));
  const auto began = desk.clock.now();
  desk.take(Sketch{});
  Sketch in_review;
  in_review.office = "";
  desk.take(in_review);
  Sketch ignored;
  ignored.ignored = "newsletter";
  desk.take(ignored);
  auto found = counts(desk);
  CHECK(found.cases == 9);
  CHECK(found.letters == 10);
  CHECK(found.today == std::map<std::string, std::int64_t>{{"case", 2}, {"ignored", 1}});
  REQUIRE(found.open.size() == 2);
  CHECK(found.open[0].office.empty());
  CHECK(found.open[0].cases == 1);
  CHECK(found.open[1].office == "roads");
  CHECK(found.open[1].cases == 8);
  CHECK(found.outbox.at("queued") > 0);
  CHECK(*found.oldest_waiting < began);
  desk.send_all();
  found = counts(desk);
  CHECK_FALSE(found.oldest_waiting.has_value());
  CHECK(found.outbox.count("sent") == 0);
}

TEST_CASE("failed and uncertain letters out are counted, though no next time is set") {
  Desk desk;
  desk.take(Sketch{});
  const auto rows = desk.claim();
  REQUIRE(rows.size() > 2);
  CHECK(counts(desk).outbox.at("sending") == static_cast<std::int64_t>(rows.size()));
  desk.settle({rows[0]}, SendResult::Kind::failed, "550 no");
  desk.settle({rows[1]}, SendResult::Kind::uncertain);
  desk.settle({rows.begin() + 2, rows.end()}, SendResult::Kind::sent);
  const auto found = counts(desk);
  CHECK(found.outbox.at("failed") == 1);
  CHECK(found.outbox.at("uncertain") == 1);
}

TEST_CASE("a large book is checked for damage while it runs, and until it was found whole at every start") {
  Desk desk;
  desk.take(Sketch{});
  desk.options.checked_at_once = 0;
  desk.crash();
  desk.open();
  CHECK(desk.book->is_unchecked());
  desk.close();  // cleanly, before the check was done
  desk.open();
  CHECK(desk.book->is_unchecked());
  REQUIRE(desk.book->checked().has_value());
  desk.close();
  desk.open();
  CHECK_FALSE(desk.book->is_unchecked());
}

}  // namespace
}  // namespace docket::casebook_test
