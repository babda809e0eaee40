#include "daemon/outbox/dispatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "daemon/metrics.h"
#include "daemon/outbox/outcome_words.h"

namespace docket {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kInfo = 6;
/// Never sleeps longer: the wall clock may jump, and a wake() may be missed by nobody.
constexpr milliseconds kLongestRest{30'000};
constexpr seconds kIdleConnection{30};
constexpr milliseconds kBookRetry{1'000};
/// A letter's own steps have limits of minutes; what waits for the server is not in it.
constexpr milliseconds kLongestTurn{300'000};

milliseconds span_until(std::chrono::steady_clock::time_point then, std::chrono::steady_clock::time_point now) {
  return std::max(milliseconds(1), std::chrono::ceil<milliseconds>(then - now));
}

}  // namespace

Dispatch::Dispatch(OutboxBook& book, Prepare prepare, const MailLimits& limits, const Clock& clock, LogLine log,
                   Metrics* metrics)
    : book_(book),
      prepare_(std::move(prepare)),
      clock_(clock),
      log_(log),
      metrics_(metrics),
      connections_(std::max(limits.connections, 1)),
      minute_(std::max(limits.per_minute, 1), std::chrono::minutes(1)),
      day_(std::max(limits.per_day, 1), std::chrono::hours(24)) {}

Dispatch::~Dispatch() { stop(seconds(0)); }

void Dispatch::start(const MakeSink& make_sink) {
  for (int i = 0; i < connections_; ++i) {
    auto line = std::make_unique<Line>();
    line->index = lines_.size();
    line->sink = make_sink();
    lines_.push_back(std::move(line));
  }
  for (auto& line : lines_) line->thread = std::thread([this, &line = *line] { run(line); });
}

void Dispatch::wake() {
  const std::lock_guard lock(mutex_);
  ++wakes_;
  changed_.notify_all();
}

void Dispatch::expect() {
  const std::lock_guard lock(mutex_);
  expected_ = true;
  changed_.notify_all();
}

void Dispatch::stop(seconds limit) {
  {
    Lock lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
    const auto all_ended = [this] {
      return std::all_of(lines_.begin(), lines_.end(), [](const auto& line) { return line->ended; });
    };
    changed_.wait_for(lock, limit, all_ended);
  }
  for (auto& line : lines_) line->sink->abort();
  for (auto& line : lines_) {
    if (line->thread.joinable()) line->thread.join();
  }
}

Outbox::Health Dispatch::health() const {
  const std::lock_guard lock(mutex_);
  Outbox::Health health;
  health.certificate_ends = certificate_ends_;
  health.paused = pause_.on() && pause_.account();
  health.refused = health.paused && pause_.domain().empty();
  if (health.refused) {
    health.trouble = "the mail server refuses our account, sending pauses: " + pause_.why();
  } else if (health.paused) {
    health.trouble = fmt::format("the mail server takes nothing for {} just now: {}", pause_.domain(), pause_.why());
  } else if (pause_.on()) {
    health.trouble = "the mail server cannot be reached: " + pause_.why();
  } else if (!book_trouble_.empty()) {
    health.trouble = book_trouble_;
  } else if (!slowed_.empty()) {
    health.trouble = slowed_;
    health.slowed = true;
  } else {
    health.trouble = row_trouble_;
  }
  return health;
}

bool Dispatch::stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void Dispatch::run(Line& line) {
  Heartbeat beat(fmt::format("outbox {}", line.index), kLongestTurn);
  try {
    while (const int count = next_turn(line)) {
      beat.turn();
      work(line, count);
    }
  } catch (const std::exception& error) {
    log_(kError, fmt::format("outbox: line {} ended: {}", line.index, error.what()));
    const std::lock_guard lock(mutex_);
    book_trouble_ = std::string("a line of the outbox ended: ") + error.what();
  }
  line.sink->close();
  const std::lock_guard lock(mutex_);
  line.busy = line.claiming = false;
  line.ended = true;
  changed_.notify_all();
}

/// How many rows the line may claim, 0 at the end. While there are more they are claimed with the commit that settles
/// the last ones; before it waits, they are settled.
int Dispatch::next_turn(Line& line) {
  if (line.more) {
    const Lock lock(mutex_);
    const int count = stopping_ || pause_.on() ? 0 : take_allowance(line, clock_.steady());
    if (count > 0) return count;
  }
  settle(line.sent);
  return await_turn(line);
}

/// Waits until there is something for this line to do.
int Dispatch::await_turn(Line& line) {
  Lock lock(mutex_);
  line.busy = false;
  changed_.notify_all();
  while (!stopping_) {
    if (!may_go(line)) {
      const auto now = clock_.steady();
      rest(line, lock, pause_.on() && now < pause_.until() ? span_until(pause_.until(), now) : kLongestRest);
      continue;
    }
    const unsigned wakes = wakes_;
    const bool expected = std::exchange(expected_, false);
    if (const auto span = expected ? milliseconds(0) : until_due(lock); span > milliseconds(0)) {
      slowed_.clear();
      // Whoever woke us meanwhile knows of a row that the book had not yet.
      if (wakes == wakes_) rest(line, lock, span);
      continue;
    }
    if (stopping_ || !may_go(line)) continue;
    const auto now = clock_.steady();
    const int allowed = take_allowance(line, now);
    if (allowed == 0) {
      rest(line, lock, span_until(std::max(minute_.next(now), day_.next(now)), now));
      continue;
    }
    line.busy = line.claiming = true;
    return allowed;
  }
  return 0;
}

/// Of what the limits leave, what the line wants; says what slows it.
int Dispatch::take_allowance(const Line& line, std::chrono::steady_clock::time_point now) {
  const int wanted = pause_.on() ? 1 : line.claim;
  const int today = day_.take(wanted, now);
  const int allowed = minute_.take(today, now);
  day_.put_back(today - allowed);
  slowed_ = allowed > 0 ? ""
            : today > 0 ? "sending is slowed by limits.per_minute"
                        : "sending is slowed by limits.per_day";
  return allowed;
}

/// Lines go in order, and none while another still asks for rows: few letters use few connections, those that are open.
/// In a pause one line tries, when the time is up.
bool Dispatch::may_go(const Line& line) const {
  if (std::any_of(lines_.begin(), lines_.end(), [](const auto& other) { return other->claiming; })) return false;
  if (pause_.on()) {
    const bool anyone = std::any_of(lines_.begin(), lines_.end(), [](const auto& other) { return other->busy; });
    return clock_.steady() >= pause_.until() && !anyone;
  }
  return std::all_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(line.index),
                     [](const auto& lower) { return lower->busy || lower->ended; });
}

/// Zero when a row is due. The book is asked without the lock: it may be busy with a commit.
milliseconds Dispatch::until_due(Lock& lock) {
  lock.unlock();
  const auto due = book_.next_due();
  const Time now = clock_.now();
  lock.lock();
  if (!due) return kLongestRest;
  return *due <= now ? milliseconds(0)
                     : std::clamp(std::chrono::ceil<milliseconds>(*due - now), milliseconds(1), kLongestRest);
}

void Dispatch::rest(Line& line, Lock& lock, milliseconds span) {
  // Closing gives the lock away meanwhile: what there is to do is asked anew.
  if (close_when_idle(line, lock)) return;
  if (line.connected) span = std::min(span, milliseconds(kIdleConnection) / 2);
  const Heartbeat::Waiting waiting("work", std::min(span, kLongestRest));
  changed_.wait_for(lock, std::min(span, kLongestRest));
}

bool Dispatch::close_when_idle(Line& line, Lock& lock) {
  if (!line.connected || clock_.steady() - line.idle_since < kIdleConnection) return false;
  line.connected = false;
  lock.unlock();
  line.sink->close();
  lock.lock();
  return true;
}

void Dispatch::work(Line& line, int count) {
  const auto began = clock_.steady();
  const auto rows = claim(line, count);
  line.more = rows && rows->size() == static_cast<std::size_t>(count);
  {
    const std::lock_guard lock(mutex_);
    book_trouble_ = rows ? "" : "the case book does not hand out letters: " + rows.error().text;
    const int unused = count - (rows ? static_cast<int>(rows->size()) : 0);
    minute_.put_back(unused);
    day_.put_back(unused);
    line.claiming = false;
    changed_.notify_all();  // the next line may look whether there is more
  }
  if (!rows) {
    log_(kError, "outbox: claim: " + rows.error().text);
    Lock lock(mutex_);
    changed_.wait_for(lock, kBookRetry, [this] { return stopping_; });
    return;
  }
  if (rows->empty()) return;
  send_all(line, *rows);
  const auto took = clock_.steady() - began;
  if (took > seconds(1)) line.claim = std::max(1, line.claim / 2);
  if (took < kShortBatch) line.claim = std::min(kMostClaimed, line.claim * 2);
}

tl::expected<std::vector<OutboxRow>, Trouble> Dispatch::claim(Line& line, int count) {
  if (line.sent.empty()) return book_.claim(count);
  auto rows = book_.settle_and_claim(line.sent, count);
  if (rows) line.sent.clear();
  return rows;
}

void Dispatch::send_all(Line& line, const std::vector<OutboxRow>& rows) {
  std::vector<std::string> untried;
  auto last_settled = clock_.steady();
  for (const auto& row : rows) {
    if (halted()) {
      untried.push_back(row.id);
      continue;
    }
    line.sent.push_back(send_one(line, row));
    // Fast servers are settled in groups, slow ones letter by letter: a crash then leaves little unknown.
    if (clock_.steady() - last_settled < seconds(1)) continue;
    settle(line.sent);
    last_settled = clock_.steady();
  }
  if (untried.empty()) return;
  settle(line.sent);
  give_back(untried);
}

CaseBook::Sent Dispatch::send_one(Line& line, const OutboxRow& row) {
  CaseBook::Sent sent{.id = row.id, .result = {}, .subject = {}, .text = {}};
  bool asked_server = false;
  try {
    if (!is_sendable_address(row.to)) {
      sent.result = {.kind = SendResult::Kind::failed, .reply = "not an address that mail can be sent to"};
    } else if (auto prepared = prepare_(row); !prepared) {
      sent.result = {.kind = SendResult::Kind::deferred, .reply = prepared.error()};
    } else {
      asked_server = true;
      line.connected = true;
      sent.result = line.sink->send(prepared->mail);
      line.idle_since = clock_.steady();
      remember_certificate(*line.sink);
      sent.subject = std::move(prepared->subject);
      sent.text = std::move(prepared->text);
    }
  } catch (const std::exception& error) {
    // Sinks throw nothing, so nothing has left yet: the letter waits and the reason is seen.
    sent.result = {.kind = SendResult::Kind::deferred, .reply = std::string("could not be prepared: ") + error.what()};
    asked_server = false;
  }
  note(row, sent.result, asked_server);
  return sent;
}

void Dispatch::remember_certificate(const MailSink& sink) {
  const auto ends = sink.certificate_ends();
  const std::lock_guard lock(mutex_);
  if (ends) certificate_ends_ = ends;
}

void Dispatch::count(const OutboxRow& row, const SendResult& result) const {
  if (metrics_ == nullptr) return;
  metrics_->sending(row.kind, std::string(counted_as(result.kind)));
  const bool acknowledged = result.kind == SendResult::Kind::sent && row.kind == "acknowledgement";
  if (acknowledged && row.received) metrics_->acknowledgement_sent(clock_.now() - *row.received);
}

/// What one outcome says about the whole way out, and its line in the log.
void Dispatch::note(const OutboxRow& row, const SendResult& result, bool asked_server) {
  const std::string reply = without_addresses(result.reply);
  const bool sent = result.kind == SendResult::Kind::sent;
  count(row, result);
  std::string line = fmt::format("letter {} {} {}: {}", row.id, row.kind, row.number, words(result.kind));
  line += log_field("letter", row.id) + log_field("kind", row.kind);
  if (!row.number.empty()) line += log_field("case", row.number);
  if (!sent && !reply.empty()) line += log_field("reply", reply);
  if (result.kind == SendResult::Kind::failed) line += log_field("event", "letter-failed");
  if (result.kind == SendResult::Kind::uncertain) line += log_field("event", "letter-uncertain");
  log_(sent ? kInfo : kWarning, line);
  const std::lock_guard lock(mutex_);
  const auto now = clock_.steady();
  if (!asked_server) {
    row_trouble_ = result.kind == SendResult::Kind::deferred ? fmt::format("letter {} waits: {}", row.id, reply) : "";
  } else if (result.kind == SendResult::Kind::account_refused) {
    if (result.one_recipient) {
      pause_.recipient_refused(row.to.substr(row.to.rfind('@') + 1), reply, now);
    } else {
      pause_.account_refused(reply, now);
    }
  } else if (result.unreachable) {
    if (!stopping_) pause_.unreachable(reply, now);
  } else {
    if (sent) row_trouble_.clear();
    pause_.over();
  }
}

/// What is claimed and not begun goes back: at the end, and when the way out is paused.
bool Dispatch::halted() const {
  const std::lock_guard lock(mutex_);
  return stopping_ || (pause_.on() && clock_.steady() < pause_.until());
}

void Dispatch::settle(std::vector<CaseBook::Sent>& sent) {
  if (sent.empty()) return;
  insist("settle", [&] { return book_.settle(sent); });
  sent.clear();
}

void Dispatch::give_back(const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  insist("give back", [&] { return book_.give_back(ids, clock_.now()); });
}

/// Until the book has taken it: a lost outcome would send a letter twice. At the end it is tried once; what the book
/// then does not know it calls uncertain at the next start.
void Dispatch::insist(const char* what, const std::function<tl::expected<void, Trouble>()>& action) {
  while (true) {
    const auto done = action();
    Lock lock(mutex_);
    book_trouble_ = done ? "" : fmt::format("the case book does not take outcomes: {}", done.error().text);
    if (done) return;
    log_(kError, fmt::format("outbox: {}: {}", what, done.error().text));
    if (stopping_) return;
    changed_.wait_for(lock, kBookRetry, [this] { return stopping_; });
  }
}

}  // namespace docket
