#include "daemon/serve/rounds_thread.h"

#include <utility>

#include "config/heartbeat.h"

namespace docket {
namespace {

/// A reload builds and compares a large set in seconds; what waits for the disk is not in it.
constexpr std::chrono::minutes kLongestTurn{2};

}  // namespace

RoundsThread::RoundsThread(Work work, std::chrono::milliseconds pace) : work_(std::move(work)), pace_(pace) {
  thread_ = std::thread([this] { run(); });
}

RoundsThread::~RoundsThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

void RoundsThread::reload_soon() {
  const std::lock_guard lock(mutex_);
  reload_ = true;
  changed_.notify_all();
}

void RoundsThread::run() {
  Heartbeat beat("rounds", kLongestTurn);
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const bool reload = std::exchange(reload_, false);
    lock.unlock();
    beat.turn();
    if (reload) work_.reload();
    work_.round();
    lock.lock();
    const Heartbeat::Waiting waiting("time", pace_);
    changed_.wait_for(lock, pace_, [this] { return stopping_ || reload_; });
  }
}

}  // namespace docket
