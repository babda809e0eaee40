// What the log says once and counts from then on.
#include "daemon/serve/repeats.h"

#include <doctest/doctest.h>

#include "config/log_fields.h"
#include "daemon/serve/log.h"

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr int kInformation = 6;
const Repeats::TimePoint kBegin{std::chrono::hours(1)};

int said(Repeats& repeats, int priority, int times, Repeats::TimePoint now = kBegin) {
  int count = 0;
  for (int i = 0; i < times; ++i) {
    const auto line = "letter o-" + std::to_string(i) + " forward EX-2026-00" + std::to_string(i) + "-1: deferred" +
                      log_field("reply", "450 number " + std::to_string(i));
    count += repeats.may_say(priority, line, now) ? 1 : 0;
  }
  return count;
}

TEST_CASE("the same trouble of a thousand letters is said twenty times a minute, then counted") {
  Repeats repeats;
  CHECK(said(repeats, kWarning, 1000) == Repeats::kMostAMinute);
  CHECK(repeats.over(kBegin + std::chrono::seconds(59)).empty());
  const auto kept = repeats.over(kBegin + std::chrono::seconds(60));
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].count == 1000 - Repeats::kMostAMinute);
  CHECK(kept[0].first.starts_with("letter o-20 "));
  CHECK(repeats.over(kBegin + std::chrono::seconds(61)).empty());
  CHECK(said(repeats, kWarning, 5, kBegin + std::chrono::seconds(61)) == 5);
}

TEST_CASE("what is said of each letter that went well is never left out") {
  Repeats repeats;
  CHECK(said(repeats, kInformation, 1000) == 1000);
}

TEST_CASE("another trouble is said however often the first came") {
  Repeats repeats;
  (void)said(repeats, kWarning, 1000);
  CHECK(repeats.may_say(kWarning, "source council: trouble", kBegin));
}

TEST_CASE("memory for shapes is bounded, and what has no room is said") {
  Repeats repeats;
  int count = 0;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (int i = 0; i < 30; ++i) count += repeats.may_say(kWarning, std::string{a, b}, kBegin) ? 1 : 0;
    }
  }
  CHECK(count >= 26 * 26 * Repeats::kMostAMinute);
}

TEST_CASE("levels by name, and ids that stay what they are") {
  CHECK(log_level("warning") == 4);
  CHECK(log_level("info") == 6);
  CHECK_FALSE(log_level("loud").has_value());
  CHECK(message_id_of("alarm").size() == 32);
  CHECK(message_id_of("alarm") != message_id_of("alarm-over"));
  CHECK(message_id_of("weather").empty());
}

}  // namespace
}  // namespace docket
