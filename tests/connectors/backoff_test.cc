#include "connectors/backoff.h"

#include <doctest/doctest.h>

using namespace docket;
using namespace std::chrono_literals;

TEST_CASE("a server that is away for a day is asked often at first, then every few minutes, never in step") {
  Backoff one(1s, 5min);
  Backoff other(1s, 5min);
  int tries = 0;
  int same = 0;
  Backoff::Duration away{0};
  while (away < 24h) {
    const auto pause = one.next();
    CHECK(pause <= 5min);
    CHECK(pause >= (tries < 9 ? 500ms : 150s));
    same += pause == other.next() ? 1 : 0;
    away += pause;
    ++tries;
  }
  CHECK(tries > 290);
  CHECK(tries < 600);
  CHECK(same < 10);
  one.reset();
  CHECK(one.next() <= 1s);
  CHECK(one.next(60s) >= 30s);  // a refused password is not tried in a hurry
}
