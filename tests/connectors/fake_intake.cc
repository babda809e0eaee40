#include "tests/connectors/fake_intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

using namespace docket;

FakeIntake::FakeIntake() : writer_([this] { commit_all(); }) {}

FakeIntake::~FakeIntake() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  writer_.join();
}

bool FakeIntake::has_outcome(const std::string& key) const {
  return committed_.contains(key) || passed_.contains(key) || gone_.contains(key);
}

tl::expected<std::vector<std::string>, Trouble> FakeIntake::list(const std::string&,
                                                                 std::span<const std::string> keys) {
  const std::lock_guard lock(mutex_);
  if (down_ || failing_lists_ > 0) {
    failing_lists_ = std::max(0, failing_lists_ - 1);
    return tl::unexpected(Trouble{Trouble::Kind::transient, "the book is down"});
  }
  std::vector<std::string> open;
  for (const std::string& key : keys) {
    seen_.insert(key);
    gone_.erase(key);
    if (!has_outcome(key)) open.push_back(key);
  }
  return open;
}

tl::expected<void, Trouble> FakeIntake::pass_over(const std::string&, std::span<const std::string> keys) {
  const std::lock_guard lock(mutex_);
  if (down_) return tl::unexpected(Trouble{Trouble::Kind::transient, "the book is down"});
  passed_.insert(keys.begin(), keys.end());
  return {};
}

tl::expected<void, Trouble> FakeIntake::vanished(const std::string&, std::span<const std::string> keys) {
  const std::lock_guard lock(mutex_);
  gone_.insert(keys.begin(), keys.end());
  return {};
}

std::future<tl::expected<Taken, Trouble>> FakeIntake::take(Inbound inbound) {
  const std::lock_guard lock(mutex_);
  ++offers_[inbound.delivery_key];
  Waiting& waiting = queue_.emplace_back(Waiting{std::move(inbound), {}});
  changed_.notify_all();
  return waiting.promise.get_future();
}

tl::expected<Time, Trouble> FakeIntake::first_start(const std::string&) {
  const std::lock_guard lock(mutex_);
  if (down_) return tl::unexpected(Trouble{Trouble::Kind::transient, "the book is down"});
  return start;
}

void FakeIntake::caught_up(const std::string&) {
  const std::lock_guard lock(mutex_);
  ++caught_up_;
}

void FakeIntake::commit_all() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || (!queue_.empty() && !held_); });
    if (queue_.empty()) return;
    Waiting waiting = std::move(queue_.front());
    queue_.pop_front();
    // A commit takes its time: whoever settles before the future is ready is seen.
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::microseconds{200});
    lock.lock();
    const std::string key = waiting.inbound.delivery_key;
    if (down_ || failures_[key]-- > 0) {
      waiting.promise.set_value(tl::unexpected(Trouble{Trouble::Kind::transient, "the disk is full"}));
      continue;
    }
    committed_.emplace(key, std::move(waiting.inbound));
    waiting.promise.set_value(Taken{key, "case", "EX-2026-000001-5"});
  }
}

void FakeIntake::fail_takes(const std::string& key, int times) {
  const std::lock_guard lock(mutex_);
  failures_[key] = times;
}

void FakeIntake::fail_everything(bool fail) {
  const std::lock_guard lock(mutex_);
  down_ = fail;
}

void FakeIntake::fail_lists(int times) {
  const std::lock_guard lock(mutex_);
  failing_lists_ = times;
}

void FakeIntake::hold(bool hold) {
  const std::lock_guard lock(mutex_);
  held_ = hold;
  changed_.notify_all();
}

std::map<std::string, Inbound> FakeIntake::committed() const {
  const std::lock_guard lock(mutex_);
  return committed_;
}

bool FakeIntake::is_committed(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  return committed_.contains(key);
}

int FakeIntake::offers(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = offers_.find(key);
  return found == offers_.end() ? 0 : found->second;
}

std::set<std::string> FakeIntake::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

std::set<std::string> FakeIntake::passed() const {
  const std::lock_guard lock(mutex_);
  return passed_;
}

std::set<std::string> FakeIntake::gone() const {
  const std::lock_guard lock(mutex_);
  return gone_;
}

int FakeIntake::caught_up_calls() const {
  const std::lock_guard lock(mutex_);
  return caught_up_;
}

std::string FakeIntake::ledger() const {
  const std::lock_guard lock(mutex_);
  int waiting = 0;
  for (const std::string& key : seen_) waiting += has_outcome(key) ? 0 : 1;
  return fmt::format("{} committed, {} passed, {} vanished, {} waiting", committed_.size(), passed_.size(),
                     gone_.size(), waiting);
}

Running::Running(Source& source) : thread_([&source](std::stop_token stop) { source.run(std::move(stop)); }) {}

Running::~Running() { stop(); }

void Running::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

bool eventually(const std::function<bool()>& condition) {
  constexpr auto kLongest = std::chrono::seconds{60};
  const auto end = std::chrono::steady_clock::now() + kLongest;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
  return true;
}

namespace {

std::mutex log_mutex;
std::string log_text;

}  // namespace

void keep_log_line(int, const std::string& line) {
  const std::lock_guard lock(log_mutex);
  log_text += line + '\n';
}

std::string log_lines() {
  const std::lock_guard lock(log_mutex);
  return log_text;
}

void forget_log_lines() {
  const std::lock_guard lock(log_mutex);
  log_text.clear();
}
