#include "tests/daemon/casebook/measured.h"

#include "config/quantity.h"

namespace docket::casebook_test {

Standard answered_in(int business_days) { return {Span{business_days, Span::Unit::business_days}, {}, false}; }

Measured::Measured() : town(std::make_shared<Town>(*small_town())) {
  town->clerk_address = "clerk@town.example";
  for (const char* id : {"roads", "parks"}) town->offices[id].replies = Replies::through;
  town->offices["roads"].name.by_language = {{"en", "Roads"}, {"fr", "Routes"}};
  town->offices["roads"].escalate = {{Span{1, Span::Unit::business_days}, "clerk"},
                                     {Span{3, Span::Unit::business_days}, "parks"}};
  town->calendar.holidays = {std::chrono::year(2026) / 11 / 27};
  calendar = std::make_unique<Calendar>(town->calendar, town->time_zone);
  desk.town = town;
}

Recorded Measured::take(const Sketch& sketch, const Standard& standard) {
  auto recording = desk.recording(sketch);
  recording.promise = promise_of(standard, desk.clock.now(), *calendar);
  return desk.take(recording);
}

void Measured::set(const std::string& local) {
  const auto day = parse_date(local.substr(0, 10));
  const auto minute = parse_clock_time(local.substr(11));
  REQUIRE(day);
  REQUIRE(minute);
  desk.clock.set(calendar->at(*day, *minute));
}

void Measured::in_book(const std::function<void(const Writing& writing)>& work) {
  sqlite::Connection db(desk.options.data / "docket.db", sqlite::Access::write, std::chrono::seconds{5});
  sqlite::Transaction transaction(db);
  work(Writing{db, desk.book->keys(), desk.options, calendar.get(), desk.clock.now()});
  transaction.commit();
}

CaseRow Measured::row(const std::string& number) {
  CaseRow found;
  in_book([&](const Writing& writing) {
    found = load_case(writing.db, number.substr(town->case_prefix.size() + 1)).value();
  });
  return found;
}

std::string Measured::letters() {
  const std::string text = desk.sql_text(
      "SELECT coalesce(group_concat(t.recipient || ': ' || json_extract(t.facts, '$.subject'), char(10)), '') FROM "
      "outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice' AND o.case_id IS NULL AND o.id > " +
      seen_);
  seen_ = desk.sql_text("SELECT coalesce(max(id), 0) FROM outbox");
  return text;
}

std::string Measured::text() const {
  return desk.sql_text(
      "SELECT json_extract(t.facts, '$.text') FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = "
      "'notice' ORDER BY o.id DESC LIMIT 1");
}

std::string Measured::newest_message_id() const {
  return desk.sql_text("SELECT message_id FROM outbox WHERE kind = 'notice' ORDER BY id DESC LIMIT 1");
}

}  // namespace docket::casebook_test
