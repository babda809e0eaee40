// A case book of the outbox in memory, a sink that does as told, and a clock that stands still.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "daemon/outbox/dispatch.h"

namespace docket::testing {

class FakeClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return Time{std::chrono::microseconds(micros)}; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(std::chrono::microseconds(micros));
  }
  void advance(std::chrono::seconds span) { micros += std::chrono::microseconds(span).count(); }
  std::atomic<std::int64_t> micros{std::int64_t{1'800'000'000'000'000}};
};

/// Rows by id; a settled row is gone from the queue unless deferred or uncertain, which only sets its state.
class FakeBook final : public OutboxBook {
 public:
  explicit FakeBook(const Clock& clock) : clock_(clock) {}

  void add(OutboxRow row) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(row), clock_.now()});
  }
  void add(int count, const std::string& to = "ana@example.org") {
    for (int i = 0; i < count; ++i) {
      OutboxRow row;
      row.id = "o-" + std::to_string(++made_);
      row.kind = "acknowledgement";
      row.to = to;
      add(row);
    }
  }

  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> claim(int count) override {
    const Claimer claimer(*this);
    std::this_thread::yield();  // a commit takes a while
    const std::lock_guard lock(mutex_);
    if (claim_fails-- > 0) return tl::make_unexpected(Trouble{.text = "disk full"});
    std::vector<OutboxRow> rows;
    for (auto row = waiting_.begin(); row != waiting_.end() && rows.size() < static_cast<std::size_t>(count);) {
      if (row->second > clock_.now()) {
        ++row;
        continue;
      }
      rows.push_back(row->first);
      sending_[row->first.id] = row->first;
      row = waiting_.erase(row);
    }
    largest_claim = std::max(largest_claim, rows.size());
    ++claims;
    changed_.notify_all();
    return rows;
  }
  [[nodiscard]] tl::expected<void, Trouble> settle(std::span<const CaseBook::Sent> sent) override {
    const std::lock_guard lock(mutex_);
    if (settle_fails-- > 0) return tl::make_unexpected(Trouble{.text = "disk full"});
    for (const auto& one : sent) {
      if (sending_.erase(one.id) == 0) twice.push_back(one.id);
      settled.push_back(one);
    }
    changed_.notify_all();
    return {};
  }
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> settle_and_claim(std::span<const CaseBook::Sent> sent,
                                                                               int count) override {
    ++settled_with_claim;
    const auto done = settle(sent);
    if (!done) return tl::make_unexpected(done.error());
    return claim(count);
  }
  [[nodiscard]] tl::expected<void, Trouble> give_back(std::span<const std::string> ids, Time not_before) override {
    const std::lock_guard lock(mutex_);
    for (const auto& id : ids) {
      waiting_.push_front({sending_.at(id), not_before});
      sending_.erase(id);
      ++given_back;
    }
    changed_.notify_all();
    return {};
  }
  [[nodiscard]] std::optional<Time> next_due() override {
    const std::lock_guard lock(mutex_);
    std::optional<Time> next;
    for (const auto& [row, due] : waiting_) next = next ? std::min(*next, due) : due;
    ++looks;
    changed_.notify_all();
    return next;
  }

  /// Waits (at most ten seconds) until the rows look so.
  [[nodiscard]] bool wait(const std::function<bool(const FakeBook&)>& condition) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return condition(*this); });
  }
  [[nodiscard]] bool wait_settled(std::size_t count) {
    return wait([count](const FakeBook& book) { return book.settled.size() >= count; });
  }
  /// "o-1 sent, o-2 deferred", in the order of settling.
  [[nodiscard]] std::string outcomes() {
    const std::lock_guard lock(mutex_);
    static const std::map<SendResult::Kind, std::string> names{{SendResult::Kind::sent, "sent"},
                                                               {SendResult::Kind::deferred, "deferred"},
                                                               {SendResult::Kind::failed, "failed"},
                                                               {SendResult::Kind::size_refused, "size"},
                                                               {SendResult::Kind::account_refused, "account"},
                                                               {SendResult::Kind::uncertain, "uncertain"}};
    std::string text;
    for (const auto& one : settled) text += (text.empty() ? "" : ", ") + one.id + " " + names.at(one.result.kind);
    return text;
  }
  [[nodiscard]] std::size_t waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
  }
  [[nodiscard]] std::size_t sending() {
    const std::lock_guard lock(mutex_);
    return sending_.size();
  }

  std::vector<CaseBook::Sent> settled;
  std::vector<std::string> twice;
  int claim_fails = 0;
  int settle_fails = 0;
  int given_back = 0;
  std::atomic<int> settled_with_claim = 0;  ///< calls of settle_and_claim
  std::size_t largest_claim = 0;
  int claims = 0;                      ///< that were answered
  int looks = 0;                       ///< calls of next_due
  std::atomic<int> most_claimers = 0;  ///< that asked for rows at the same time

 private:
  struct Claimer {
    explicit Claimer(FakeBook& book_) : book(book_) {
      const int now = ++book.claimers_;
      if (now > book.most_claimers) book.most_claimers = now;
    }
    ~Claimer() { --book.claimers_; }
    Claimer(const Claimer&) = delete;
    Claimer& operator=(const Claimer&) = delete;
    FakeBook& book;
  };

  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<OutboxRow, Time>> waiting_;
  std::map<std::string, OutboxRow> sending_;
  int made_ = 0;
  std::atomic<int> claimers_ = 0;
};

/// What the sinks of a test share: how they answer, and what they were given.
struct Wires {
  std::function<SendResult(const OutgoingMail&)> answer = [](const OutgoingMail&) {
    return SendResult{.kind = SendResult::Kind::sent, .reply = "250 kept"};
  };
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<OutgoingMail> letters;
  std::map<std::size_t, int> by_sink;
  std::size_t sinks = 0;
  int closed = 0;
  bool hold = false;  ///< every send waits until this is false, or abort()
  bool aborted = false;
  int waiting = 0;

  void release() {
    const std::lock_guard lock(mutex);
    hold = false;
    changed.notify_all();
  }
  [[nodiscard]] bool wait_for_senders(int count) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(10), [&] { return waiting >= count; });
  }
};

class FakeSink final : public MailSink {
 public:
  explicit FakeSink(Wires& wires) : wires_(wires), index_(wires.sinks++) {}
  [[nodiscard]] SendResult send(const OutgoingMail& mail) override {
    std::unique_lock lock(wires_.mutex);
    wires_.letters.push_back(mail);
    ++wires_.by_sink[index_];
    ++wires_.waiting;
    wires_.changed.notify_all();
    wires_.changed.wait(lock, [this] { return !wires_.hold || wires_.aborted; });
    --wires_.waiting;
    if (wires_.aborted) return {.kind = SendResult::Kind::uncertain, .reply = "stopped while waiting"};
    return wires_.answer(mail);
  }
  void close() override {
    const std::lock_guard lock(wires_.mutex);
    ++wires_.closed;
    wires_.changed.notify_all();
  }
  void abort() override {
    const std::lock_guard lock(wires_.mutex);
    wires_.aborted = true;
    wires_.changed.notify_all();
  }

 private:
  Wires& wires_;
  std::size_t index_;
};

}  // namespace docket::testing
