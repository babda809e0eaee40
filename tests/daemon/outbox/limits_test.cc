#include <doctest/doctest.h>

#include "daemon/outbox/allowance.h"
#include "daemon/outbox/pause.h"

using namespace docket;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
const Pause::Moment kStart{hours(100)};
}

TEST_SUITE("outbox limits") {
  TEST_CASE("never more than the limit within any stretch of the span") {
    Allowance allowance(25, minutes(1));
    CHECK(allowance.take(10, kStart) == 10);
    CHECK(allowance.take(20, kStart + seconds(30)) == 15);
    CHECK(allowance.take(1, kStart + seconds(59)) == 0);
    CHECK(allowance.next(kStart + seconds(59)) == kStart + seconds(61));
    CHECK(allowance.take(20, kStart + seconds(61)) == 10);
    CHECK(allowance.take(20, kStart + seconds(62)) == 0);
    CHECK(allowance.take(20, kStart + seconds(91)) == 15);
  }

  TEST_CASE("a day's limit comes back bit by bit") {
    Allowance allowance(100, hours(24));
    for (int hour = 0; hour < 10; ++hour) CHECK(allowance.take(10, kStart + hours(hour)) == 10);
    CHECK(allowance.take(10, kStart + hours(20)) == 0);
    CHECK(allowance.take(50, kStart + hours(25)) == 10);
    CHECK(allowance.take(50, kStart + hours(26)) == 10);
  }

  TEST_CASE("what was not used is not counted") {
    Allowance allowance(10, minutes(1));
    CHECK(allowance.take(10, kStart) == 10);
    allowance.put_back(7);
    CHECK(allowance.next(kStart) == kStart);
    CHECK(allowance.take(10, kStart) == 7);
    allowance.put_back(10);
    allowance.put_back(10);
    CHECK(allowance.take(20, kStart) == 10);
  }

  TEST_CASE("a refused account pauses for one minute, doubling to thirty, until a letter goes through") {
    Pause pause;
    auto now = kStart;
    for (const int minutes_off : {1, 2, 4, 8, 16, 30, 30}) {
      pause.account_refused("550 5.7.60 no", now);
      CHECK(pause.until() - now == minutes(minutes_off));
      pause.account_refused("550 5.7.60 no", now + seconds(1));
      CHECK(pause.until() - now == minutes(minutes_off));
      now = pause.until();
    }
    CHECK(pause.on());
    CHECK(pause.account());
    pause.over();
    CHECK_FALSE(pause.on());
    pause.account_refused("550 5.7.60 no", now);
    CHECK(pause.until() - now == minutes(1));
  }

  TEST_CASE("one greylisted domain pauses for moments, and longer only while others are refused too") {
    Pause pause;
    auto now = kStart;
    const auto refuse = [&](const std::string& domain) {
      pause.recipient_refused(domain, "450 4.7.1 greylisted", now);
      CHECK(pause.account());
      const auto length = pause.until() - now;
      now = pause.until();
      return length;
    };
    for (int i = 0; i < 5; ++i) CHECK(refuse("a.example") == seconds(5));
    CHECK(refuse("b.example") == seconds(10));
    CHECK(refuse("a.example") == seconds(20));
    CHECK(refuse("a.example") == seconds(20));
    for (int i = 0; i < 10; ++i) refuse(std::to_string(i) + ".example");
    CHECK(refuse("c.example") == minutes(30));
    pause.over();
    CHECK(refuse("a.example") == seconds(5));
    pause.account_refused("535 no", now);
    CHECK(pause.until() - now == minutes(1));
    now = pause.until();
    CHECK(refuse("a.example") == minutes(2));  // it is us for certain until a letter goes through
  }

  TEST_CASE("a server that is away is asked again after five seconds, at the latest after five minutes") {
    Pause pause;
    auto now = kStart;
    for (const int seconds_off : {5, 10, 20, 40, 80, 160, 300, 300}) {
      pause.unreachable("refused", now);
      CHECK(pause.until() - now == seconds(seconds_off));
      CHECK_FALSE(pause.account());
      now = pause.until();
    }
  }

  TEST_CASE("an account refused by a server that comes and goes stays refused") {
    Pause pause;
    pause.unreachable("refused", kStart);
    pause.account_refused("535 no", kStart + seconds(5));
    CHECK(pause.until() == kStart + seconds(65));
    pause.unreachable("refused", pause.until());
    CHECK(pause.account());
    CHECK(pause.until() == kStart + seconds(65) + minutes(2));
  }
}
