// A full house closes who has waited longest without having asked anything, and never who is being served.
#include "connectors/http/connections.h"

#include <doctest/doctest.h>

#include <vector>

namespace docket::http {
namespace {

using namespace std::chrono_literals;

using Phase = Connections::Phase;

struct House {
  Connections connections;
  Connections::Clock::time_point now{};
  std::vector<std::string> closed{};
  bool close_one() { return connections.close_one(now); }
  Connections::Id enter(const std::string& peer, const std::string& name) {
    return connections.enter(peer, now, [this, name] { closed.push_back(name); });
  }
  using Names = std::vector<std::string>;
};

}  // namespace

TEST_CASE("connections: the one that has waited longest gives way") {
  House house{{2, 0, 100ms}};
  const auto first = house.enter("a", "first");
  (void)house.enter("b", "second");
  CHECK_FALSE(house.connections.has_room(house.now));  // in a rush everyone has the time to ask
  CHECK(house.enter("c", "too early") == 0);
  house.now += 100ms;
  CHECK(house.connections.has_room(house.now));
  CHECK(house.enter("c", "third") != 0);
  CHECK(house.closed == House::Names{"first"});
  house.connections.leave(first);  // it hears of its end later
  CHECK(house.connections.size() == 2);
}

TEST_CASE("connections: who has its answer goes first, who is served never") {
  House house{{3, 0, 100ms}};
  const auto served = house.enter("a", "served");
  const auto slow_reader = house.enter("b", "slow reader");
  (void)house.enter("c", "asking");
  house.connections.set_phase(served, Phase::handling);
  house.connections.set_phase(slow_reader, Phase::answering);
  house.now += 100ms;
  const auto done = house.enter("d", "done");  // in place of "asking"
  house.connections.set_phase(done, Phase::leaving);
  house.now += 100ms;
  (void)house.enter("e", "asking too");
  CHECK(house.closed == House::Names{"asking", "done"});
  house.now += 100ms;
  CHECK(house.close_one());
  CHECK(house.close_one());
  CHECK(house.closed == House::Names{"asking", "done", "asking too", "slow reader"});
  CHECK_FALSE(house.close_one());
  CHECK(house.connections.size() == 1);
}

TEST_CASE("connections: for the memory of one more answer the slowest reader gives way, and nobody else") {
  House house{{10, 0, 100ms}};
  (void)house.enter("a", "asking");
  const auto slow = house.enter("b", "slow reader");
  const auto reader = house.enter("c", "reader");
  house.connections.set_phase(slow, Phase::answering);
  house.connections.set_phase(reader, Phase::answering);
  house.connections.close_reader_but(reader);
  house.connections.close_reader_but(reader);
  CHECK(house.closed == House::Names{"slow reader"});
}

TEST_CASE("connections: with everyone served a new one is turned away") {
  House house{{1, 0, 100ms}};
  house.connections.set_phase(house.enter("a", "served"), Phase::handling);
  house.now += 1h;
  CHECK_FALSE(house.connections.has_room(house.now));
  CHECK(house.enter("b", "new") == 0);
  CHECK(house.closed.empty());
}

TEST_CASE("connections: one peer has its part, and only its own give way for it") {
  House house{{10, 2, 100ms}};
  (void)house.enter("other", "other");
  (void)house.enter("a", "first");
  const auto second = house.enter("a", "second");
  (void)house.enter("a", "third");
  CHECK(house.closed == House::Names{"first"});
  house.connections.set_phase(second, Phase::handling);
  for (int i = 0; i < 5; ++i) (void)house.enter("", "uncounted");
  CHECK(house.closed.size() == 1);
}

TEST_CASE("connections: behind a proxy a connection is counted when its head has come") {
  House house{{10, 1, 100ms}};
  const auto first = house.enter("", "first");
  const auto second = house.enter("", "second");
  CHECK(house.connections.count_as(first, "a"));
  CHECK(house.connections.count_as(second, "a"));
  CHECK(house.closed == House::Names{"first"});
  house.connections.set_phase(second, Phase::handling);
  const auto third = house.enter("", "third");
  CHECK_FALSE(house.connections.count_as(third, "a"));
  CHECK(house.connections.count_as(third, "b"));
}

TEST_CASE("connections: at the end only who is served or answered stays") {
  House house{{10, 0, 100ms}};
  (void)house.enter("a", "asking");
  house.connections.set_phase(house.enter("a", "served"), Phase::handling);
  house.connections.set_phase(house.enter("a", "answered"), Phase::answering);
  house.connections.set_phase(house.enter("a", "leaving"), Phase::leaving);
  house.connections.close_idle();
  CHECK(house.closed == House::Names{"asking", "leaving"});
}

}  // namespace docket::http
