// The lines of the outbox: one thread and one connection each; they claim rows, send them and settle what became of
// them. Knows neither SQLite nor templates: both come in by the constructor.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "connectors/mail_sink.h"
#include "connectors/source.h"
#include "daemon/casebook/book.h"
#include "daemon/outbox/allowance.h"
#include "daemon/outbox/outbox.h"
#include "daemon/outbox/pause.h"
#include "daemon/outbox/prepare.h"

namespace docket {

/// What the outbox asks of the case book (daemon/casebook/book.h says what each does). Called from every line.
class OutboxBook {
 public:
  virtual ~OutboxBook() = default;
  OutboxBook() = default;
  OutboxBook(const OutboxBook&) = delete;
  OutboxBook& operator=(const OutboxBook&) = delete;
  [[nodiscard]] virtual tl::expected<std::vector<OutboxRow>, Trouble> claim(int count) = 0;
  [[nodiscard]] virtual tl::expected<void, Trouble> settle(std::span<const CaseBook::Sent> sent) = 0;
  /// Both at once; after an error neither is certain, and settle() may be called again.
  [[nodiscard]] virtual tl::expected<std::vector<OutboxRow>, Trouble> settle_and_claim(
      std::span<const CaseBook::Sent> sent, int count) = 0;
  [[nodiscard]] virtual tl::expected<void, Trouble> give_back(std::span<const std::string> ids, Time not_before) = 0;
  [[nodiscard]] virtual std::optional<Time> next_due() = 0;
};

class Dispatch {
 public:
  using MakeSink = std::function<std::unique_ptr<MailSink>()>;
  using Prepare = std::function<tl::expected<Prepared, std::string>(const OutboxRow&)>;

  /// A crash leaves at most so many rows a line that nobody can know about; so many only where sending them takes
  /// less than kShortBatch.
  static constexpr int kMostClaimed = 64;
  static constexpr std::chrono::milliseconds kShortBatch{50};

  Dispatch(OutboxBook& book, Prepare prepare, const MailLimits& limits, const Clock& clock, LogLine log,
           Metrics* metrics = nullptr);
  ~Dispatch();
  Dispatch(const Dispatch&) = delete;
  Dispatch& operator=(const Dispatch&) = delete;

  void start(const MakeSink& make_sink);
  void wake();
  /// A commit begins that may make rows: whoever is free asks for them at once, so as to get them with it.
  void expect();
  void stop(std::chrono::seconds limit);
  [[nodiscard]] Outbox::Health health() const;
  /// stop() was called: no further row is begun.
  [[nodiscard]] bool stopping() const;

 private:
  struct Line {
    std::size_t index = 0;
    std::unique_ptr<MailSink> sink;
    std::thread thread;
    bool busy = false;
    bool claiming = false;   ///< busy, and does not know yet with what
    bool connected = false;  ///< may hold a connection that close() should end
    bool ended = false;
    int claim = 4;                     ///< how many rows next: fewer where sending is slow
    std::vector<CaseBook::Sent> sent;  ///< not settled yet
    bool more = false;                 ///< the last claim was handed out whole: more wait, most likely
    std::chrono::steady_clock::time_point idle_since;
  };
  using Lock = std::unique_lock<std::mutex>;

  void run(Line& line);
  [[nodiscard]] int next_turn(Line& line);
  [[nodiscard]] int await_turn(Line& line);
  [[nodiscard]] int take_allowance(const Line& line, std::chrono::steady_clock::time_point now);
  [[nodiscard]] bool may_go(const Line& line) const;
  [[nodiscard]] std::chrono::milliseconds until_due(Lock& lock);
  void rest(Line& line, Lock& lock, std::chrono::milliseconds span);
  [[nodiscard]] bool close_when_idle(Line& line, Lock& lock);
  void work(Line& line, int count);
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> claim(Line& line, int count);
  void send_all(Line& line, const std::vector<OutboxRow>& rows);
  [[nodiscard]] CaseBook::Sent send_one(Line& line, const OutboxRow& row);
  void remember_certificate(const MailSink& sink);
  void count(const OutboxRow& row, const SendResult& result) const;
  void note(const OutboxRow& row, const SendResult& result, bool asked_server);
  [[nodiscard]] bool halted() const;
  void settle(std::vector<CaseBook::Sent>& sent);
  void give_back(const std::vector<std::string>& ids);
  void insist(const char* what, const std::function<tl::expected<void, Trouble>()>& action);

  OutboxBook& book_;
  Prepare prepare_;
  const Clock& clock_;
  LogLine log_;
  Metrics* metrics_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<Line>> lines_;
  int connections_;
  bool stopping_ = false;
  unsigned wakes_ = 0;
  bool expected_ = false;  ///< expect() was called, and nobody has asked since
  Allowance minute_;
  Allowance day_;
  Pause pause_;
  std::optional<Time> certificate_ends_;
  std::string slowed_;        ///< which limit holds us back now
  std::string book_trouble_;  ///< the book does not answer
  std::string row_trouble_;   ///< the last letter that could not be written
};

}  // namespace docket
