// The line of letters on their way in: its order, its bounds, and that nobody in it waits for nothing.
#include "daemon/intake/readers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <semaphore>
#include <thread>

namespace docket {
namespace {

void say_nothing(int /*priority*/, const std::string& /*line*/) {}

Readers::Job job_of(const std::string& key, std::size_t octets = 10) {
  auto job = std::make_shared<ReadingJob>();
  job->inbound.delivery_key = key;
  job->inbound.octets.assign(octets, 'x');
  job->configuration = std::make_shared<Configuration>();
  return job;
}

/// Readers that tell when they begin a letter, ended in the right order.
struct Line {
  std::counting_semaphore<> begun{0};
  std::counting_semaphore<> may_end{0};
  std::atomic<bool> held = false;
  Readers readers{[this](Inbound inbound, const Configuration&) {
                    begun.release();
                    if (held && inbound.delivery_key == "0") may_end.acquire();
                    Recording recording;
                    recording.inbound = std::move(inbound);
                    return recording;
                  },
                  std::chrono::minutes(10), say_nothing};
  ~Line() {
    readers.stop();
    while (!readers.next_group().empty()) continue;
  }

  void add(int letters, std::size_t octets = 10) {
    for (int i = 0; i < letters; ++i) REQUIRE(readers.add(job_of(std::to_string(next_++), octets)));
  }
  /// The keys of the next so many letters, and how large the largest group was.
  std::pair<std::vector<std::string>, std::size_t> next(std::size_t letters) {
    std::vector<std::string> keys;
    std::size_t largest = 0;
    while (keys.size() < letters) {
      const auto group = readers.next_group();
      largest = std::max(largest, group.size());
      for (const auto& job : group) keys.push_back(job->recording.inbound.delivery_key);
      readers.done(group);
    }
    return {keys, largest};
  }

 private:
  int next_ = 0;
};

}  // namespace

TEST_CASE("readers: letters come out in the order in which they went in, in groups of fifty at most") {
  Line line;
  line.add(250);
  const auto [keys, largest] = line.next(250);
  REQUIRE(keys.size() == 250);
  for (std::size_t i = 0; i < keys.size(); ++i) CHECK(keys[i] == std::to_string(i));
  CHECK(largest <= 50);
}

TEST_CASE("readers: a single letter goes through without others to come") {
  Line line;
  line.add(1);
  CHECK(line.next(1).first == std::vector<std::string>{"0"});
  line.add(1);
  CHECK(line.next(1).first == std::vector<std::string>{"1"});
}

TEST_CASE("readers: the others are read while the first takes its time") {
  Line line;
  line.held = true;
  line.add(20);
  const bool alone = std::thread::hardware_concurrency() < 2;
  for (int i = 0; i < (alone ? 1 : 20); ++i) line.begun.acquire();
  line.may_end.release();
  CHECK(line.next(20).first.front() == "0");
}

TEST_CASE("readers: no more than two groups are read ahead of their commit") {
  Line line;
  line.add(300);
  for (int i = 0; i < 100; ++i) line.begun.acquire();
  CHECK_FALSE(line.begun.try_acquire());
  const auto group = line.readers.next_group();
  for (std::size_t i = 0; i < group.size(); ++i) line.begun.acquire();
  CHECK_FALSE(line.begun.try_acquire());
  line.readers.done(group);
}

TEST_CASE("readers: large letters make small groups, and few are read ahead; one beyond every bound goes alone") {
  constexpr std::size_t kLarge = std::size_t{3} << 20U;
  Line line;
  line.add(9, kLarge);
  for (int i = 0; i < 6; ++i) line.begun.acquire();
  CHECK_FALSE(line.begun.try_acquire());
  CHECK(line.next(9).second <= 3);
  line.add(1, std::size_t{70} << 20U);
  CHECK(line.next(1).second == 1);
}

}  // namespace docket
