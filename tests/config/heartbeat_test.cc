// Which threads the watchdog takes for stuck, and which only wait.
#include "config/heartbeat.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace docket {
namespace {

using std::chrono::milliseconds;

/// A thread that stands where it is told to until the test is over.
class Standing {
 public:
  template <typename Stand>
  Standing(const char* name, milliseconds bound, Stand&& stand)
      : name_(name), thread_([this, bound, stand = std::forward<Stand>(stand)] {
          Heartbeat beat(name_, bound);
          beat.turn();
          stand([this] { wait(); });
        }) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return there_; });
  }
  ~Standing() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Standing(const Standing&) = delete;
  Standing& operator=(const Standing&) = delete;

  [[nodiscard]] std::optional<ThreadSign> sign() const {
    const auto all = look_at_threads();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ThreadSign& one) { return one.name == name_; });
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  /// Looks until it is so, at most a while.
  [[nodiscard]] bool becomes_overdue() const {
    const auto limit = Heartbeat::Clock::now() + std::chrono::seconds(20);
    while (!sign()->overdue && Heartbeat::Clock::now() < limit) std::this_thread::yield();
    return sign()->overdue;
  }

 private:
  void wait() {
    std::unique_lock lock(mutex_);
    there_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return over_; });
  }

  std::string name_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool there_ = false;
  bool over_ = false;
  std::thread thread_;
};

/// What has a bound of no time at all is overdue at once, unless it waits.
constexpr milliseconds kAtOnce{0};

TEST_CASE("a thread that does not turn within its bound is overdue, and says its name and its turns") {
  const Standing one("test stuck", kAtOnce, [](auto stand) { stand(); });
  CHECK(one.becomes_overdue());
  CHECK(one.sign()->turns == 1);
  CHECK(one.sign()->waits_for.empty());
}

TEST_CASE("one that has time left is not") {
  const Standing one("test in time", std::chrono::hours(1), [](auto stand) { stand(); });
  CHECK_FALSE(one.sign()->overdue);
}

TEST_CASE("one that waits for the disk is not overdue, however long it takes") {
  const Standing other("test measure", kAtOnce, [](auto stand) { stand(); });
  const Standing one("test disk", kAtOnce, [](auto stand) {
    const Heartbeat::Waiting waiting("disk");
    stand();
  });
  CHECK(other.becomes_overdue());  // as much time has passed
  CHECK_FALSE(one.sign()->overdue);
  CHECK(one.sign()->waits_for == "disk");
}

TEST_CASE("one that waits longer than a server may take is overdue") {
  const Standing one("test server", kAtOnce, [](auto stand) {
    const Heartbeat::Waiting waiting("server", milliseconds(1));
    stand();
  });
  CHECK(one.becomes_overdue());
  const Standing patient("test patient", kAtOnce, [](auto stand) {
    const Heartbeat::Waiting waiting("server", std::chrono::hours(1));
    stand();
  });
  CHECK_FALSE(patient.sign()->overdue);
}

TEST_CASE("what it waits for inside another wait does not end the outer one") {
  const Standing one("test nested", kAtOnce, [](auto stand) {
    const Heartbeat::Waiting outer("the book");
    { const Heartbeat::Waiting inner("disk"); }
    stand();
  });
  CHECK(one.sign()->waits_for == "the book");
  CHECK_FALSE(one.sign()->overdue);
}

TEST_CASE("a wait that is over is followed by work, which has its bound again") {
  const Standing one("test works again", kAtOnce, [](auto stand) {
    { const Heartbeat::Waiting waiting("disk"); }
    stand();
  });
  CHECK(one.becomes_overdue());
}

TEST_CASE("a thread whose time another one limits is shown and never overdue; one that ended is not shown") {
  {
    const Standing other("test measure", kAtOnce, [](auto stand) { stand(); });
    const Standing one("test limited", Heartbeat::kLimitedElsewhere, [](auto stand) { stand(); });
    CHECK(other.becomes_overdue());
    CHECK_FALSE(one.sign()->overdue);
  }
  for (const auto& thread : look_at_threads()) CHECK_FALSE(thread.name.starts_with("test "));
}

TEST_CASE("waiting on a thread without a heartbeat does nothing") {
  const auto before = look_at_threads().size();
  const Heartbeat::Waiting waiting("disk");
  CHECK(look_at_threads().size() == before);
}

}  // namespace
}  // namespace docket
