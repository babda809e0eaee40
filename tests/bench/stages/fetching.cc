// A mailbox through docket's IMAP source, into an intake that keeps nothing.
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "connectors/source.h"
#include "daemon/intake/readers.h"
#include "tests/bench/figures.h"
#include "tests/bench/stages/stages.h"

namespace bench {
namespace {

using namespace docket;  // NOLINT: a program of few files

void say(int priority, const std::string& line) {
  if (priority < 5) std::fprintf(stderr, "%s\n", line.c_str());
}

/// What every letter is answered; what becomes of its octets is the heirs' business.
class Door : public Intake {
 public:
  tl::expected<std::vector<std::string>, Trouble> list(const std::string& /*source*/,
                                                       std::span<const std::string> keys) override {
    return std::vector<std::string>(keys.begin(), keys.end());
  }
  tl::expected<void, Trouble> pass_over(const std::string& /*source*/, std::span<const std::string> /*keys*/) override {
    return {};
  }
  tl::expected<void, Trouble> vanished(const std::string& /*source*/, std::span<const std::string> /*keys*/) override {
    return {};
  }
  tl::expected<Time, Trouble> first_start(const std::string& /*source*/) override { return Time{}; }
  std::future<tl::expected<Taken, Trouble>> take(Inbound inbound) override {
    octets_ += inbound.octets.size();
    ++letters_;
    return pass_on(std::move(inbound));
  }
  void caught_up(const std::string& /*source*/) override {
    const std::lock_guard lock(mutex_);
    caught_up_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, std::chrono::minutes(10), [this] { return caught_up_; })) {
      throw std::runtime_error("the mailbox was not emptied in ten minutes");
    }
  }
  [[nodiscard]] std::size_t letters() const { return letters_; }
  [[nodiscard]] std::size_t octets() const { return octets_; }

 protected:
  static void answer(std::promise<tl::expected<Taken, Trouble>>& promise) {
    promise.set_value(Taken{"i-bench", "case", "TB-2026-000001-5"});
  }
  virtual std::future<tl::expected<Taken, Trouble>> pass_on(Inbound /*inbound*/) {
    std::promise<tl::expected<Taken, Trouble>> promise;
    answer(promise);
    return promise.get_future();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool caught_up_ = false;
  std::size_t letters_ = 0;
  std::size_t octets_ = 0;
};

/// Letters are read as the daemon reads them, on every core, and then forgotten.
class ReadingDoor final : public Door {
 public:
  explicit ReadingDoor(const Desk& desk)
      : configuration_(desk.configuration),
        readers_(
            [context = desk.context()](Inbound inbound, const Configuration&) {
              Recording recording;
              recording.letter = docket::read(inbound, context);
              return recording;
            },
            std::chrono::minutes(1), &say),
        answering_([this] {
          for (auto group = readers_.next_group(); !group.empty(); group = readers_.next_group()) {
            for (const auto& job : group) answer(job->answer);
            readers_.done(group);
          }
        }) {}
  ~ReadingDoor() override {
    readers_.stop();
    answering_.join();
  }

 private:
  std::future<tl::expected<Taken, Trouble>> pass_on(Inbound inbound) override {
    const auto job = std::make_shared<ReadingJob>();
    job->inbound = std::move(inbound);
    job->configuration = configuration_;
    auto future = job->answer.get_future();
    if (!readers_.add(job)) throw std::runtime_error("the readers stopped");
    return future;
  }

  std::shared_ptr<const Configuration> configuration_;
  Readers readers_;
  std::thread answering_;
};

void fetch_into(Door& door, const Desk& desk) {
  oauth2::Tokens tokens{{}, {}, desk.clock, &say};
  const auto& settings = desk.configuration->settings->sources.front();
  const Stopwatch watch;
  const auto source = make_source(settings, Mode::live, door, desk.clock, &say, tokens);
  std::jthread running([&source](const std::stop_token& stop) { source->run(stop); });
  door.wait();
  watch.print(door.letters(), door.octets());
}

}  // namespace

void imap(const Desk& desk) {
  Door door;
  fetch_into(door, desk);
}

void imap_read(const Desk& desk) {
  ReadingDoor door(desk);
  fetch_into(door, desk);
}

}  // namespace bench
