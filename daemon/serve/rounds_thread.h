// The rounds on a thread of their own: they write to the book, and a disk that is slow must not keep the main thread
// from telling the service manager that docket lives.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace docket {

class RoundsThread {
 public:
  /// `round` every `pace`, `reload` when asked; both on the thread, one at a time. They throw nothing that matters: it
  /// is logged by whoever gives them.
  struct Work {
    std::function<void()> round;
    std::function<void()> reload;
  };
  RoundsThread(Work work, std::chrono::milliseconds pace);
  ~RoundsThread();
  RoundsThread(const RoundsThread&) = delete;
  RoundsThread& operator=(const RoundsThread&) = delete;

  /// Several asked for before the first is begun are one. From any thread.
  void reload_soon();

 private:
  void run();

  const Work work_;
  const std::chrono::milliseconds pace_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool reload_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace docket
