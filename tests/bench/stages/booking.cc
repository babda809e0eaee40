// Stages with a case book: record, compose, send.
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include <nlohmann/json.hpp>

#include "daemon/casebook/reader.h"
#include "daemon/outbox/outbox.h"
#include "daemon/outbox/prepare.h"
#include "tests/bench/figures.h"
#include "tests/bench/stages/stages.h"

namespace bench {
namespace {

using namespace docket;  // NOLINT: a program of few files

constexpr auto kLongest = std::chrono::minutes(10);

/// The outbox says a line about each letter, when its outcome is known.
std::atomic<std::size_t> said = 0;  // NOLINT: LogLine is a plain function
void count_line(int /*priority*/, const std::string& /*line*/) { ++said; }

std::unique_ptr<BookReader> reader_of(const Desk& desk) {
  auto opened = BookReader::open(desk.configuration->settings->data);
  if (!opened) throw std::runtime_error(opened.error());
  return std::move(*opened);
}

std::size_t rows(const Desk& desk, const char* state) {
  return reader_of(desk)->outbox_list(state, *desk.configuration->town).size();
}

/// A row and the letter it is made from.
struct Claimed {
  OutboxRow row;
  std::optional<KeptInbound> kept;
};

std::vector<Claimed> claim_all(const Desk& desk, CaseBook& book) {
  const auto reader = reader_of(desk);
  const auto rows = book.claim(1'000'000);
  if (!rows) throw std::runtime_error(rows.error().text);
  std::vector<Claimed> claimed;
  for (const auto& row : *rows) {
    claimed.push_back({row, is_made_from_letter(row) ? reader->inbound(row.inbound) : std::nullopt});
  }
  return claimed;
}

}  // namespace

void record(const Desk& desk) {
  const auto book = desk.new_book();
  const auto recordings = desk.recordings();
  std::vector<std::string> keys;
  for (const auto& recording : recordings) keys.push_back(recording.inbound.delivery_key);
  const auto& source = desk.configuration->settings->sources.front().name;
  if (const auto listed = book->list(source, keys); !listed) throw std::runtime_error(listed.error().text);
  const Stopwatch watch;
  const auto recorded = desk.record(*book, recordings);
  watch.print(recorded, desk.octets());
}

void compose(const Desk& desk) {
  const auto book = desk.new_book();
  (void)desk.record(*book, desk.recordings());
  const auto claimed = claim_all(desk, *book);
  std::size_t octets = 0;
  const Stopwatch watch;
  measured([&] {
    for (const auto& [row, kept] : claimed) {
      std::optional<Original> original;
      if (kept) original = read_again(row, kept->inbound, *desk.configuration, book->keys());
      const auto made =
          prepare_row(row, *desk.configuration, book->keys(), original ? &*original : nullptr, desk.clock.now());
      if (!made) throw std::runtime_error(made.error());
      octets += made->mail.octets.size();
    }
  });
  watch.print(desk.letters.size(), octets, ", \"out\": " + std::to_string(claimed.size()));
}

void send(const Desk& desk) {
  const auto book = desk.new_book();
  (void)desk.record(*book, desk.recordings());
  const auto total = rows(desk, "queued");
  oauth2::Tokens tokens{{}, {}, desk.clock, &count_line};
  const RecentLetters recent;
  Outbox outbox(
      *book, [&desk] { return desk.configuration; }, desk.clock, &count_line, tokens, recent);
  const Stopwatch watch;
  const auto limit = desk.clock.steady() + kLongest;
  outbox.start();
  while (said < total && desk.clock.steady() < limit) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  outbox.stop(std::chrono::seconds(30));  // what is sent is in the book
  watch.print(desk.letters.size(), desk.octets(), ", \"out\": " + std::to_string(total));
  if (rows(desk, "sent") != total) throw std::runtime_error("not everything was sent");
}

}  // namespace bench
