// An intake in memory for tests of sources: commits on a thread of its own, in its own time, and can be told to fail.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "connectors/intake.h"
#include "connectors/source.h"

class FakeIntake final : public docket::Intake {
 public:
  FakeIntake();
  ~FakeIntake() override;
  FakeIntake(const FakeIntake&) = delete;
  FakeIntake& operator=(const FakeIntake&) = delete;

  tl::expected<std::vector<std::string>, docket::Trouble> list(const std::string& source,
                                                               std::span<const std::string> keys) override;
  tl::expected<void, docket::Trouble> pass_over(const std::string& source, std::span<const std::string> keys) override;
  tl::expected<void, docket::Trouble> vanished(const std::string& source, std::span<const std::string> keys) override;
  std::future<tl::expected<docket::Taken, docket::Trouble>> take(docket::Inbound inbound) override;
  tl::expected<docket::Time, docket::Trouble> first_start(const std::string& source) override;
  void caught_up(const std::string& source) override;

  // What a test arranges.
  docket::Time start{};
  void fail_takes(const std::string& key, int times);  ///< these commits fail, then they work
  void fail_everything(bool fail);                     ///< the book is down
  void fail_lists(int times);                          ///< the next calls of list() fail
  void hold(bool hold);                                ///< nothing is committed meanwhile

  // What a test asks.
  [[nodiscard]] std::map<std::string, docket::Inbound> committed() const;
  [[nodiscard]] bool is_committed(const std::string& key) const;
  [[nodiscard]] int offers(const std::string& key) const;
  [[nodiscard]] std::set<std::string> seen() const;
  [[nodiscard]] std::set<std::string> passed() const;
  [[nodiscard]] std::set<std::string> gone() const;
  [[nodiscard]] int caught_up_calls() const;
  /// "committed / passed / vanished / waiting": every key seen is in exactly one of them.
  [[nodiscard]] std::string ledger() const;

 private:
  struct Waiting {
    docket::Inbound inbound;
    std::promise<tl::expected<docket::Taken, docket::Trouble>> promise;
  };
  void commit_all();
  [[nodiscard]] bool has_outcome(const std::string& key) const;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;
  std::map<std::string, docket::Inbound> committed_;
  std::map<std::string, int> offers_;
  std::map<std::string, int> failures_;
  std::set<std::string> seen_, passed_, gone_;
  int caught_up_ = 0;
  int failing_lists_ = 0;
  bool down_ = false;
  bool held_ = false;
  bool ending_ = false;
  std::thread writer_;
};

/// Runs a source on a thread until the end of the scope.
class Running {
 public:
  explicit Running(docket::Source& source);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  void stop();

 private:
  std::jthread thread_;
};

/// True as soon as `condition` holds; false after a minute.
[[nodiscard]] bool eventually(const std::function<bool()>& condition);
/// For LogLine; the lines of the current test.
void keep_log_line(int priority, const std::string& line);
[[nodiscard]] std::string log_lines();
void forget_log_lines();
