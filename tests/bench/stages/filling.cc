// A large case book, made as docket makes it.
#include <cstdlib>
#include <stdexcept>

#include "config/digest.h"
#include "tests/bench/figures.h"
#include "tests/bench/stages/stages.h"

namespace bench {
namespace {

using namespace docket;  // NOLINT: a program of few files

constexpr std::size_t kGroup = 1000;
constexpr std::size_t kLargest = std::size_t{12}
                                 << 10U;  // octets: files would make a book of millions too large to keep
constexpr auto kSpan = std::chrono::hours(24 * 365 * 5);

/// It goes by what is recorded.
class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(Time start) : now_(start) {}
  [[nodiscard]] Time now() const override { return now_; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(now_.time_since_epoch());
  }
  void advance(std::chrono::microseconds by) { now_ += by; }

 private:
  Time now_;
};

bool is_usual(const Recording& recording) {
  return recording.inbound.octets.size() < kLargest && recording.decision.outcome == Decision::Outcome::case_ &&
         recording.decision.acknowledge && recording.letter.in_reply_to.empty() && !recording.quarantine;
}

/// The same letter of somebody else, at another time.
Recording of_another(Recording recording, std::size_t number, Time now) {
  const auto name = "fill" + std::to_string(number);
  const auto person = name + "@people.example.org";
  recording.inbound.delivery_key = "INBOX/0/" + std::to_string(number);
  recording.inbound.received = now;
  auto& letter = recording.letter;
  letter.received = now;
  letter.message_id = "<" + name + "@people.example.org>";
  letter.letter_key = sha256_hex(name);
  letter.from = {{"A. Resident", person}};
  letter.resident = person;
  recording.acknowledgement.to = person;
  return recording;
}

void send_all(CaseBook& book) {
  while (true) {
    const auto rows = book.claim(2 * kGroup);
    if (!rows) throw std::runtime_error(rows.error().text);
    if (rows->empty()) return;
    std::vector<CaseBook::Sent> sent;
    for (const auto& row : *rows) {
      sent.push_back(
          {row.id, {.kind = SendResult::Kind::sent, .reply = "250 2.0.0 Ok"}, "Your letter", std::string(1200, 'x')});
    }
    if (const auto done = book.settle(sent); !done) throw std::runtime_error(done.error().text);
  }
}

}  // namespace

void fill(const Desk& desk) {
  const char* wanted = std::getenv("DOCKET_BENCH_CASES");
  const std::size_t cases = std::stoul(wanted == nullptr ? "1000" : wanted);
  auto usual = desk.recordings();
  std::erase_if(usual, [](const Recording& recording) { return !is_usual(recording); });
  SteppedClock clock(desk.clock.now() - kSpan);
  const auto book = desk.new_book(clock);
  const Stopwatch watch;
  for (std::size_t done = 0; done < cases;) {
    std::vector<Recording> group;
    for (; group.size() < kGroup && done < cases; ++done) {
      group.push_back(of_another(usual[done % usual.size()], done, clock.now()));
    }
    for (const auto& one : book->record(group, *desk.configuration->calendar)) {
      if (!one) throw std::runtime_error(one.error().text);
    }
    send_all(*book);
    clock.advance(std::chrono::duration_cast<std::chrono::microseconds>(kSpan) * group.size() / cases);
  }
  book->close_cleanly();
  watch.print(cases, 0);
}

}  // namespace bench
