// What this machine can do at most: the bare parts of a letter's way, each alone and all of them beside each other,
// with nothing read, judged, or composed. Each way prints one line of JSON (tests/bench/figures.h).
//
//   bare_way drain PORT USER PASSWORD [CERTIFICATE]      one UID FETCH of the whole mailbox
//   bare_way sqlite BOOK MAILDIR LETTERS                 octets and four rows a letter, groups of 100, FULL
//   bare_way smtp PORT LETTERS CONNECTIONS OCTETS        ready letters of one size to a receiver
//   bare_way letters PORT LETTERS CONNECTIONS MAILDIR    for each letter of it one of 1,500 octets and its own
//   bare_way post PORT REQUESTS CONNECTIONS PAUSE        HTTP requests, each over a connection of its own;
//       PAUSE: milliseconds after each answer
//   sendmail-PORT …                                      under this name: standard input to the receiver, whatever the
//   words bare_way whole IMAP-PORT USER PASSWORD SMTP-PORT BOOK own|small
//       drain, book, and for each letter two ready ones to the receiver: 1,500 octets and the letter's own (own), or
//       1,500 octets twice (small)
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

#include "tests/bench/bare/book.h"
#include "tests/bench/bare/imap.h"
#include "tests/bench/bare/post.h"
#include "tests/bench/bare/smtp.h"
#include "tests/bench/figures.h"
#include "tests/bench/maildir_letters.h"

namespace {

constexpr int kConnections = 4;
constexpr std::size_t kGroup = 100;
constexpr std::size_t kSmall = 1500;
constexpr std::size_t kMostWaiting = std::size_t{32} << 20U;  // octets between two stages

/// Between two stages.
class Queue {
 public:
  void push(std::string letter) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return octets_ < kMostWaiting; });
    octets_ += letter.size();
    letters_.push_back(std::move(letter));
    changed_.notify_all();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  /// A full group, or what is left; empty at the end.
  [[nodiscard]] std::vector<std::string> group() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || letters_.size() >= kGroup || octets_ >= kMostWaiting; });
    std::vector<std::string> made;
    while (made.size() < kGroup && !letters_.empty()) made.push_back(take());
    changed_.notify_all();
    return made;
  }

  /// One, without waiting; `over`: there will be no more.
  [[nodiscard]] std::string one(bool& over) {
    const std::lock_guard lock(mutex_);
    over = closed_ && letters_.empty();
    if (letters_.empty()) return {};
    auto letter = take();
    changed_.notify_all();
    return letter;
  }

 private:
  std::string take() {
    std::string letter = std::move(letters_.front());
    letters_.pop_front();
    octets_ -= letter.size();
    return letter;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> letters_;
  std::size_t octets_ = 0;
  bool closed_ = false;
};

/// Whatever breaks ends the program: a figure of work that was not done is none.
std::thread stage(std::function<void()> work) {
  return std::thread([work = std::move(work)] {
    try {
      work();
    } catch (const std::exception& error) {
      std::cerr << "bare_way: " << error.what() << "\n";
      std::_Exit(1);
    }
  });
}

std::uint16_t port_of(const std::string& text) { return static_cast<std::uint16_t>(std::stoul(text)); }

/// The two ready letters of each letter that is in the book.
class ReadyLetters {
 public:
  ReadyLetters(Queue& recorded, bool own) : recorded_(recorded), own_(own), small_(bare::letter_of(kSmall)) {}

  [[nodiscard]] bare::Sender::Next next() {
    if (second_) return {std::exchange(second_, nullptr), false};
    bool over = false;
    const auto octets = recorded_.one(over);
    if (octets.empty()) return {nullptr, over};
    second_ = own_ ? bare::made_ready(octets) : small_;
    return {small_, false};
  }

 private:
  Queue& recorded_;
  bool own_;
  bare::Ready small_;
  bare::Ready second_;
};

void drain(const std::vector<std::string>& words) {
  const bench::Stopwatch watch;
  bare::Mailbox mailbox(port_of(words.at(0)), words.at(1), words.at(2), words.size() > 3 ? words[3] : "");
  watch.print(0, mailbox.drain());
}

void sqlite(const std::vector<std::string>& words) {
  const auto letters = bench::letters_of(words.at(1), std::stoul(words.at(2)));
  bare::Book book(words.at(0));
  const bench::Stopwatch watch;
  std::uint64_t octets = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i % kGroup == 0) book.begin();
    book.insert(letters[i]);
    octets += letters[i].size();
    if (i % kGroup == kGroup - 1 || i + 1 == letters.size()) book.commit();
  }
  watch.print(letters.size(), octets);
}

void smtp(const std::vector<std::string>& words) {
  auto left = std::stoull(words.at(1));
  const auto letter = bare::letter_of(std::stoul(words.at(3)));
  const bench::Stopwatch watch;
  bare::Sender sender(port_of(words.at(0)), std::stoi(words.at(2)));
  const auto sent = sender.run([&]() -> bare::Sender::Next {
    if (left == 0) return {nullptr, true};
    --left;
    return {letter, false};
  });
  watch.print(sent, sent * letter->size());
}

void letters(const std::vector<std::string>& words) {
  Queue queue;
  const auto all = bench::letters_of(words.at(3), std::stoul(words.at(1)));
  const bench::Stopwatch watch;
  bare::Sender sender(port_of(words.at(0)), std::stoi(words.at(2)));
  auto filling = stage([&] {
    for (const auto& letter : all) {
      queue.push(letter);
      sender.wake();
    }
    queue.close();
    sender.wake();
  });
  ReadyLetters ready(queue, true);
  const auto sent = sender.run([&] { return ready.next(); });
  filling.join();
  watch.print(all.size(), 0, ", \"out\": " + std::to_string(sent));
}

void post(const std::vector<std::string>& words) {
  const auto requests = bare::requests_of(words.at(1));
  const bench::Stopwatch watch;
  const auto answers = bare::post(port_of(words.at(0)), requests, std::stoi(words.at(2)),
                                  std::chrono::milliseconds(std::stoi(words.at(3))));
  if (answers.good != requests.size()) {
    throw std::runtime_error("only " + std::to_string(answers.good) + " requests were taken");
  }
  const auto at = [&](std::size_t percent) {
    return std::to_string(answers.seconds.at(std::min(answers.good - 1, answers.good * percent / 100)));
  };
  watch.print(answers.good, 0, ", \"p50\": " + at(50) + ", \"p99\": " + at(99));
}

void whole(const std::vector<std::string>& words) {
  Queue fetched;
  Queue recorded;
  std::uint64_t letters = 0;
  std::uint64_t octets = 0;
  bare::Book book(words.at(4));
  const bench::Stopwatch watch;
  bare::Sender sender(port_of(words.at(3)), kConnections);
  auto draining = stage([&] {
    bare::Mailbox mailbox(port_of(words.at(0)), words.at(1), words.at(2), "");
    mailbox.fetch([&](std::string letter) {
      octets += letter.size();
      fetched.push(std::move(letter));
    });
    fetched.close();
  });
  auto recording = stage([&] {
    for (auto group = fetched.group(); !group.empty(); group = fetched.group()) {
      book.begin();
      for (const auto& letter : group) book.insert(letter);
      book.commit();
      letters += group.size();
      for (auto& letter : group) recorded.push(std::move(letter));
      sender.wake();
    }
    recorded.close();
    sender.wake();
  });
  ReadyLetters ready(recorded, words.at(5) == "own");
  std::uint64_t sent = 0;
  auto sending = stage([&] { sent = sender.run([&] { return ready.next(); }); });
  for (auto* each : {&draining, &recording, &sending}) each->join();
  watch.print(letters, octets, ", \"out\": " + std::to_string(sent));
}

/// What other programs call to send a letter.
void sendmail(const std::string& port) {
  auto letter = bare::made_ready(bench::with_crlf({std::istreambuf_iterator<char>(std::cin), {}}));
  bare::Sender sender(port_of(port), 1);
  (void)sender.run([&] { return bare::Sender::Next{std::exchange(letter, nullptr), letter == nullptr}; });
}

}  // namespace

int main(int argc, char** argv) {
  static constexpr std::string_view kSendmail = "sendmail-";
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    const auto name = std::filesystem::path(argv[0]).filename().string();
    if (name.starts_with(kSendmail)) return sendmail(name.substr(kSendmail.size())), 0;
    const auto way = words.empty() ? "" : words.front();
    const std::vector<std::string> rest(words.empty() ? words.end() : words.begin() + 1, words.end());
    if (way == "drain") return drain(rest), 0;
    if (way == "sqlite") return sqlite(rest), 0;
    if (way == "smtp") return smtp(rest), 0;
    if (way == "letters") return letters(rest), 0;
    if (way == "post") return post(rest), 0;
    if (way == "whole") return whole(rest), 0;
    std::cerr << "usage: bare_way drain | sqlite | smtp | letters | post | whole …\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "bare_way: " << error.what() << "\n";
    return 1;
  }
}
