#include "daemon/intake/readers.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "config/heartbeat.h"

namespace docket {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kMostOctetsWaiting = std::size_t{64} << 20U;
constexpr std::size_t kMostPerGroup = 50;
constexpr std::size_t kMostOctetsPerGroup = std::size_t{8} << 20U;
/// A letter that is read takes several times the room of its octets.
constexpr std::size_t kMostAhead = 2 * kMostPerGroup;
constexpr std::size_t kMostOctetsAhead = 2 * kMostOctetsPerGroup;
constexpr int kMostGivenUp = 8;
constexpr int kCritical = 2;
constexpr int kWarning = 4;

/// What is further on its way goes first: of a flood some are answered early, instead of all being read before the
/// first is. On Linux a thread has a nice value of its own (setpriority(2)).
void stand_back() {
  constexpr int kNice = 5;
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNice);
}

}  // namespace

struct Readers::State : std::enable_shared_from_this<State> {
  /// A job in the line.
  struct Turn {
    Job job;
    bool out = false;  ///< it may be handed on: read, or given up
  };
  /// One that is being read.
  struct Reading {
    Steady::time_point began;
    std::size_t reader = 0;
  };

  Prepare prepare;
  std::chrono::milliseconds longest;
  LogLine log;
  std::mutex mutex;
  std::condition_variable room;              ///< for add()
  std::condition_variable work;              ///< for the readers
  std::condition_variable first_is_out;      ///< for next_group()
  std::deque<Turn> line;                     ///< from out_turn to next_turn
  std::map<std::uint64_t, Reading> reading;  ///< by turn
  std::uint64_t next_turn = 0;               ///< of the next letter added
  std::uint64_t read_turn = 0;               ///< of the next letter to be read
  std::uint64_t out_turn = 0;                ///< of the next letter handed on
  std::size_t octets = 0;                    ///< of all that is not done
  std::size_t octets_ahead = 0;              ///< of those that are read or being read and not handed on
  int given_up = 0;
  bool stopping = false;
  std::vector<std::thread> threads;

  State(Prepare prepare_, std::chrono::milliseconds longest_, LogLine log_)
      : prepare(std::move(prepare_)), longest(longest_), log(log_) {}

  void start_reader(std::size_t index) {
    std::thread thread([self = shared_from_this(), index] { self->run(index); });
    if (index == threads.size()) {
      threads.push_back(std::move(thread));
    } else {
      threads[index] = std::move(thread);
    }
  }

  void run(std::size_t index) {
    Heartbeat beat(fmt::format("reader {}", index), Heartbeat::kLimitedElsewhere);  // by next_group()
    stand_back();
    std::unique_lock lock(mutex);
    while (true) {
      beat.turn();
      {
        const Heartbeat::Waiting for_work("work");
        work.wait(lock, [&] { return may_read() || (stopping && read_turn == next_turn); });
      }
      if (read_turn == next_turn) return;
      const std::uint64_t turn = read_turn++;
      const Job job = of(turn).job;
      octets_ahead += job->size;
      reading[turn] = {Steady::now(), index};
      Inbound inbound = std::move(job->inbound);
      lock.unlock();
      auto recording = prepared(std::move(inbound), *job->configuration);
      lock.lock();
      if (reading.erase(turn) == 0) return;  // given up: another thread has this one's place
      if (recording) {
        job->recording = std::move(*recording);
      } else {
        job->unread = recording.error();
      }
      is_out(turn);
    }
  }

  [[nodiscard]] bool may_read() const {
    if (read_turn == next_turn) return false;
    return read_turn == out_turn || (read_turn - out_turn < kMostAhead && octets_ahead < kMostOctetsAhead);
  }

  [[nodiscard]] Turn& of(std::uint64_t turn) { return line[static_cast<std::size_t>(turn - out_turn)]; }

  void is_out(std::uint64_t turn) {
    of(turn).out = true;
    if (turn == out_turn) first_is_out.notify_one();
  }

  /// Reading throws nothing but for memory.
  [[nodiscard]] tl::expected<Recording, std::string> prepared(Inbound inbound,
                                                              const Configuration& configuration) const {
    try {
      return prepare(std::move(inbound), configuration);
    } catch (const std::exception& error) {
      return tl::unexpected(std::string("the letter could not be prepared: ") + error.what());
    }
  }

  /// Nothing is over its time before; what begins to be read meanwhile has longer.
  [[nodiscard]] Steady::time_point next_limit() const {
    auto first = Steady::now() + longest;
    for (const auto& [turn, one] : reading) first = std::min(first, one.began + longest);
    return first;
  }

  void give_up_slow_ones() {
    const auto now = Steady::now();
    for (auto at = reading.begin(); at != reading.end();) {
      if (now - at->second.began < longest) {
        ++at;
        continue;
      }
      const auto [turn, slow] = *at;
      at = reading.erase(at);
      of(turn).job->unread = fmt::format("reading it took longer than {} s",
                                         std::chrono::duration_cast<std::chrono::seconds>(longest).count());
      is_out(turn);
      replace_reader(slow.reader);
    }
  }

  void replace_reader(std::size_t index) {
    threads[index].detach();
    // Threads that never end cost a core each; a new start frees them, and it will be careful.
    if (++given_up > kMostGivenUp) {
      log(kCritical, "too many letters could not be read in time: docket ends, to be started anew");
      std::abort();
    }
    log(kWarning, "a letter is given up that takes too long to be read");
    start_reader(index);
  }
};

Readers::Readers(Prepare prepare, std::chrono::milliseconds longest, LogLine log)
    : state_(std::make_shared<State>(std::move(prepare), longest, log)) {
  const std::lock_guard lock(state_->mutex);
  const auto count = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < count; ++i) state_->start_reader(i);
}

Readers::~Readers() {
  stop();
  for (auto& thread : state_->threads) thread.join();
}

bool Readers::add(const Job& job) {
  auto& s = *state_;
  job->source = job->inbound.source;
  job->key = job->inbound.delivery_key;
  job->size = job->inbound.octets.size() + sizeof(ReadingJob);
  const Heartbeat::Waiting waiting("the intake");
  std::unique_lock lock(s.mutex);
  // One that is larger than all may be goes alone.
  s.room.wait(lock, [&] { return s.stopping || s.octets == 0 || s.octets + job->size <= kMostOctetsWaiting; });
  if (s.stopping) return false;
  s.line.push_back({job});
  s.octets += job->size;
  ++s.next_turn;
  s.work.notify_one();
  return true;
}

std::vector<Readers::Job> Readers::next_group() {
  auto& s = *state_;
  std::vector<Job> group;
  std::unique_lock lock(s.mutex);
  while (s.line.empty() || !s.line.front().out) {
    if (s.stopping && s.line.empty()) return group;
    {
      const Heartbeat::Waiting waiting("work");
      s.first_is_out.wait_until(lock, s.next_limit());
    }
    s.give_up_slow_ones();
  }
  std::size_t octets = 0;
  while (!s.line.empty() && s.line.front().out && group.size() < kMostPerGroup && octets < kMostOctetsPerGroup) {
    octets += s.line.front().job->size;
    s.octets_ahead -= s.line.front().job->size;
    group.push_back(std::move(s.line.front().job));
    s.line.pop_front();
    ++s.out_turn;
  }
  if (s.stopping || s.read_turn != s.next_turn) s.work.notify_all();  // some may be read now
  return group;
}

void Readers::done(const std::vector<Job>& group) {
  const std::lock_guard lock(state_->mutex);
  for (const auto& job : group) state_->octets -= job->size;
  state_->room.notify_all();
}

std::size_t Readers::on_the_way() const {
  const std::lock_guard lock(state_->mutex);
  return state_->line.size();
}

void Readers::stop() {
  const std::lock_guard lock(state_->mutex);
  state_->stopping = true;
  state_->room.notify_all();
  state_->work.notify_all();
  state_->first_is_out.notify_all();
}

}  // namespace docket
