// The admin is told once a kind and hour, and once when it is over.
#include "fixture.h"

namespace docket::casebook_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Alarm = CaseBook::Alarm;
using Kind = CaseBook::AlarmNews::Kind;

TEST_SUITE_BEGIN("alarms");

const Alarm kSilent{"source", "a source is silent", "source council: no success for 20 minutes", true};
const Alarm kFailed{"undelivered", "letters could not be delivered", "1 could not be delivered", false};

/// "begins source, over disk": what is news after `span` with all these standing.
std::string news(Desk& desk, minutes span, const std::vector<Alarm>& standing) {
  desk.clock.advance(span);
  const std::vector<std::string> to{"it@town.example"};
  std::string text;
  const auto told = desk.book->sound_alarms(standing, to).value();
  for (const auto& one : told) {
    const char* word = one.kind == Kind::begins ? "begins " : one.kind == Kind::lasts ? "lasts " : "over ";
    text += (text.empty() ? "" : ", ") + std::string(word) + one.alarm.kind;
  }
  return text;
}

std::string letters(Desk& desk) { return desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'"); }

TEST_CASE("at once, every hour while it lasts, once when it is over") {
  Desk desk;
  CHECK(news(desk, minutes{0}, {kSilent}) == "begins source");
  CHECK(news(desk, minutes{59}, {kSilent}) == "");
  CHECK(news(desk, minutes{1}, {kSilent}) == "lasts source");
  CHECK(news(desk, minutes{5}, {}) == "over source");
  CHECK(news(desk, minutes{5}, {}) == "");
  CHECK(letters(desk) == "3");
  CHECK(desk.sql_text("SELECT group_concat(what || ' ' || detail) FROM events WHERE what LIKE 'alarm%'") ==
        "alarm a source is silent,alarm a source is silent,alarm_over a source is silent");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox_texts WHERE recipient = 'it@town.example' AND facts LIKE "
                      "'%docket: over: a source is silent%'") == "1");
}

TEST_CASE("what comes and goes within the hour is told once, and not when it was never told") {
  Desk desk;
  CHECK(news(desk, minutes{0}, {kSilent}) == "begins source");
  CHECK(news(desk, minutes{10}, {}) == "over source");
  CHECK(news(desk, minutes{10}, {kSilent}) == "");
  CHECK(news(desk, minutes{10}, {}) == "");
  CHECK(news(desk, minutes{10}, {kSilent}) == "");
  CHECK(news(desk, minutes{20}, {kSilent}) == "begins source");
}

TEST_CASE("what nobody must run for is told again when it changes, and once a day") {
  Desk desk;
  Alarm more = kFailed;
  more.text = "2 could not be delivered";
  CHECK(news(desk, minutes{0}, {kFailed}) == "begins undelivered");
  CHECK(news(desk, minutes{30}, {more}) == "");
  CHECK(news(desk, minutes{30}, {more}) == "lasts undelivered");
  CHECK(news(desk, hours{23}, {more}) == "");
  CHECK(news(desk, hours{1}, {more}) == "lasts undelivered");
}

TEST_CASE("kinds do not wait for each other, a new start forgets nothing, a clock set back is no silence") {
  Desk desk;
  CHECK(news(desk, minutes{0}, {kSilent}) == "begins source");
  CHECK(news(desk, minutes{1}, {kSilent, kFailed}) == "begins undelivered");
  desk.crash();
  desk.open();
  CHECK(news(desk, minutes{1}, {kSilent, kFailed}) == "");
  CHECK(news(desk, minutes{1}, {kSilent}) == "over undelivered");
  CHECK(news(desk, -hours{48}, {kSilent}) == "");
  CHECK(news(desk, hours{1}, {kSilent}) == "lasts source");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
