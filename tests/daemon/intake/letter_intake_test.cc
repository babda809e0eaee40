// The one door: committed before it is answered, in order, careful after an unclean stop, and never silent.
#include "daemon/intake/letter_intake.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/intake/prepare.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

std::mutex log_mutex;
std::vector<std::string> log_lines;  // LogLine is a plain function; the test reads what it was told

void remember(int /*priority*/, const std::string& line) {
  const std::lock_guard lock(log_mutex);
  log_lines.push_back(line);
}

/// The sample town with a book in a folder of its own.
struct SampleTown {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("docket-intake-" + hex(random_octets(6)));
  SystemClock clock;
  std::shared_ptr<const Configuration> configuration;
  std::unique_ptr<CaseBook> book;
  std::atomic<int> woken = 0;

  SampleTown() {
    std::filesystem::create_directories(folder);
    Problems problems;
    configuration =
        load_configuration(std::filesystem::path(docket::source_dir()) / "config/sample", clock.now(), problems);
    for (const auto& problem : problems) INFO(to_string(problem));
    REQUIRE(configuration);
    open();
  }
  ~SampleTown() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  SampleTown(const SampleTown&) = delete;
  SampleTown& operator=(const SampleTown&) = delete;

  void open() {
    BookOptions options;
    options.data = folder;
    options.domain = "town.example";
    auto opened = CaseBook::open(options, clock);
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error()));
    book = std::move(*opened);
  }
  std::unique_ptr<LetterIntake> intake(std::chrono::milliseconds longest = std::chrono::minutes(1),
                                       std::function<Recording(Inbound, const Configuration&)> prepare = {}) {
    return std::make_unique<LetterIntake>(LetterIntake::Collaborators{
        *book, [this] { return configuration; }, &remember, [this] { ++woken; }, clock, longest, std::move(prepare)});
  }
};

Inbound inbound(const std::string& key, const std::string& subject = "Pothole") {
  Inbound result;
  result.source = "council";
  result.delivery_key = key;
  result.octets =
      "Return-Path: <ana@people.example.org>\r\nFrom: ana@people.example.org\r\nTo: ward2@town.example\r\nSubject: " +
      subject + "\r\nMessage-ID: <" + key + "@people.example.org>\r\n\r\nA pothole, number " + key + ".\r\n";
  result.received = SystemClock().now();
  return result;
}

}  // namespace

TEST_CASE("a letter that is taken out of its case opens one, even where rules ignore such letters") {
  SampleTown town;
  Inbound newsletter = inbound("1", "News");
  newsletter.octets =
      "From: news@shop.example\r\nTo: ward2@town.example\r\nSubject: News\r\nMessage-ID: <n@shop.example>\r\n"
      "List-Unsubscribe: <mailto:leave@shop.example>\r\n\r\nOur offers of this week.\r\n";
  const auto outcome = [&](bool apart) {
    newsletter.apart = apart;
    return prepare(newsletter, *town.configuration, "instance", town.clock.now()).decision;
  };
  CHECK(outcome(false).outcome == Decision::Outcome::ignored);
  const Decision apart = outcome(true);
  CHECK(apart.outcome == Decision::Outcome::case_);
  CHECK(apart.review == "out of another case, by hand");
  CHECK_FALSE(apart.assign);
}

TEST_CASE("intake: the answer comes after the commit, with the case number") {
  SampleTown town;
  auto intake = town.intake();
  const auto taken = intake->take(inbound("1")).get();
  REQUIRE(taken);
  CHECK(taken->outcome == "case");
  auto reader = BookReader::open(town.folder);
  REQUIRE(reader);
  CHECK((*reader)->case_show(taken->number, *town.configuration->town, false).has_value());
  const auto again = intake->take(inbound("1")).get();
  REQUIRE(again);
  CHECK(again->inbound == taken->inbound);
  intake->stop();
  CHECK(town.woken > 0);
}

TEST_CASE("intake: without room on the disk nothing is listed or taken; with room again the same letters are") {
  SampleTown town;
  std::atomic<bool> room = true;
  LetterIntake::Collaborators with{
      *town.book, [&] { return town.configuration; }, &remember, [] {}, town.clock, std::chrono::minutes(1)};
  std::function<bool()> with_ask;
  with.has_room = [&] { return with_ask ? with_ask() : room.load(); };
  LetterIntake intake(std::move(with));
  const std::string key = "1";
  room = false;
  const auto listed = intake.list("council", {&key, 1});
  REQUIRE_FALSE(listed);
  CHECK(listed.error().text.find("the disk is nearly full") == 0);
  const auto refused = intake.take(inbound(key)).get();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Trouble::Kind::transient);
  CHECK(town.book->waiting().empty());
  int asked = 0;  // it fills while the letter is on its way
  room = true;
  with_ask = [&] { return ++asked == 1; };
  CHECK(intake.take(inbound(key)).get().error().text.find("the disk is nearly full") == 0);
  with_ask = nullptr;
  CHECK(intake.list("council", {&key, 1}).value_or(std::vector<std::string>{}) == std::vector{key});
  CHECK(intake.take(inbound(key)).get().has_value());
}

TEST_CASE("intake: numbers follow the order in which letters were taken") {
  SampleTown town;
  auto intake = town.intake();
  std::vector<std::future<tl::expected<Taken, Trouble>>> futures;
  for (int i = 0; i < 60; ++i) futures.push_back(intake->take(inbound(std::to_string(i))));
  std::string last;
  for (auto& future : futures) {
    const auto taken = future.get();
    REQUIRE(taken);
    CHECK(taken->number > last);
    last = taken->number;
  }
}

TEST_CASE("intake: a letter that ended the daemon three times is put aside with its octets, the next is read") {
  SampleTown town;
  const std::string key = "poison";
  REQUIRE(town.book->list("council", {&key, 1}));
  for (int crash = 0; crash < 3; ++crash) {
    REQUIRE(town.book->begin_attempt("council", "poison"));
    town.book.reset();  // no close_cleanly: as after a crash
    town.open();
    CHECK(town.book->was_unclean());
  }
  auto intake = town.intake();
  const auto poison = intake->take(inbound("poison")).get();
  REQUIRE(poison);
  CHECK(poison->outcome == "quarantined");
  const auto next = intake->take(inbound("next")).get();
  REQUIRE(next);
  CHECK(next->outcome == "case");
  auto reader = BookReader::open(town.folder);
  REQUIRE(reader);
  const auto kept = (*reader)->inbound(poison->inbound);
  REQUIRE(kept);
  CHECK(kept->inbound.octets == inbound("poison").octets);
  intake->caught_up("council");
  CHECK(intake->take(inbound("after")).get()->outcome == "case");
}

/// Reading that never ends for letters whose key begins with "slow", that has no memory for those with "large".
struct Trap {
  std::mutex mutex;
  std::condition_variable changed;
  bool open = false;
  int inside = 0;

  Recording prepare_letter(Inbound inbound, const Configuration& configuration) {
    if (inbound.delivery_key.starts_with("large")) throw std::bad_alloc();
    if (inbound.delivery_key.starts_with("slow")) {
      std::unique_lock lock(mutex);
      ++inside;
      changed.wait(lock, [&] { return open; });
      --inside;
      changed.notify_all();
    }
    return prepare(std::move(inbound), configuration, "instance", SystemClock().now());
  }
  ~Trap() {
    std::unique_lock lock(mutex);
    open = true;
    changed.notify_all();
    changed.wait(lock, [&] { return inside == 0; });
  }
};

TEST_CASE("intake: a letter that is never read to its end holds up the others for one time limit, then is put aside") {
  SampleTown town;
  Trap trap;
  auto intake = town.intake(std::chrono::milliseconds(50), [&](Inbound inbound, const Configuration& configuration) {
    return trap.prepare_letter(std::move(inbound), configuration);
  });
  for (int attempt = 0; attempt < 3; ++attempt) {
    auto slow = intake->take(inbound("slow"));
    auto next = intake->take(inbound("next" + std::to_string(attempt)));
    const auto given_up = slow.get();
    REQUIRE_FALSE(given_up);
    CHECK(given_up.error().kind == Trouble::Kind::transient);
    CHECK(next.get()->outcome == "case");
  }
  const auto aside = intake->take(inbound("slow")).get();
  REQUIRE(aside);
  CHECK(aside->outcome == "quarantined");
  auto reader = BookReader::open(town.folder);
  REQUIRE(reader);
  CHECK((*reader)->inbound(aside->inbound)->inbound.octets == inbound("slow").octets);
  CHECK((*reader)->quarantine_list()[0]["attempts"] == 3);
  intake->stop();
}

TEST_CASE("intake: a letter for which there is never memory is put aside too") {
  SampleTown town;
  Trap trap;
  auto intake = town.intake(std::chrono::minutes(1), [&](Inbound inbound, const Configuration& configuration) {
    return trap.prepare_letter(std::move(inbound), configuration);
  });
  for (int attempt = 0; attempt < 3; ++attempt) CHECK_FALSE(intake->take(inbound("large")).get());
  CHECK(intake->take(inbound("large")).get()->outcome == "quarantined");
}

TEST_CASE("intake: what a clerk tries again is read alone, its attempt noted first") {
  SampleTown town;
  Trap trap;
  auto broken = town.intake(std::chrono::minutes(1), [&](Inbound inbound, const Configuration& configuration) {
    return trap.prepare_letter(std::move(inbound), configuration);
  });
  for (int attempt = 0; attempt < 3; ++attempt) CHECK_FALSE(broken->take(inbound("large")).get());
  const auto aside = broken->take(inbound("large")).get()->inbound;
  broken.reset();
  auto kept = town.book->quarantine_retry(aside, "clerk");
  REQUIRE(kept);
  CHECK(kept->inbound.careful);
  auto mended = town.intake();
  CHECK(mended->take(std::move(kept->inbound)).get()->outcome == "case");
}

TEST_CASE("intake: after an unclean stop only what waited then is read carefully; a pipe is soon as fast as before") {
  SampleTown town;
  const std::vector<std::string> keys{"waited"};
  REQUIRE(town.book->list("council", keys));
  town.book.reset();
  town.open();
  auto intake = town.intake();
  const auto attempts = [&](const std::string& key) { return town.book->begin_attempt("council", key).value(); };
  REQUIRE(intake->take(inbound("new")).get());
  CHECK(attempts("new") == 0);
  REQUIRE(intake->take(inbound("waited")).get());
  // Taken: asked again it is answered as any other delivery, without an attempt of its own.
  REQUIRE(intake->take(inbound("waited")).get());
  CHECK(attempts("waited") == 0);
}

TEST_CASE("intake: a book that cannot take a letter is not the letter's fault") {
  SampleTown town;
  const std::vector<std::string> keys{"innocent"};
  REQUIRE(town.book->list("council", keys));
  for (int i = 0; i < 5; ++i) {
    REQUIRE(town.book->begin_attempt("council", "innocent").value() == 0);
    town.book->forget_attempt("council", "innocent");
  }
  town.book.reset();
  town.open();
  CHECK(town.intake()->take(inbound("innocent")).get()->outcome == "case");
}

TEST_CASE("intake: what waited before a start and is listed no more has vanished, once the source has looked") {
  SampleTown town;
  const std::vector<std::string> keys{"gone", "still there"};
  REQUIRE(town.book->list("council", keys));
  town.book->close_cleanly();
  town.book.reset();
  town.open();
  auto intake = town.intake();
  const std::vector<std::string> now{"still there", "fresh"};
  CHECK(intake->list("council", now).value() == now);
  intake->caught_up("council");
  const auto waiting = town.book->waiting();
  REQUIRE(waiting.size() == 2);
  for (const auto& delivery : waiting) CHECK(delivery.key != "gone");
  auto reader = BookReader::open(town.folder);
  const auto ledger = (*reader)->ledger("council", std::nullopt, *town.configuration->calendar);
  CHECK(ledger[0]["vanished"] == 1);
  CHECK(ledger[0]["difference"] == 0);
}

TEST_CASE("intake: what cannot be a letter of the usual kind still has an outcome") {
  SampleTown town;
  auto intake = town.intake();
  auto large = inbound("large");
  large.oversize = 99999999;
  CHECK(intake->take(std::move(large)).get()->outcome == "quarantined");
  auto unreadable = inbound("unreadable");
  unreadable.octets.clear();
  unreadable.unreadable = "the server answers nothing for this UID";
  CHECK(intake->take(std::move(unreadable)).get()->outcome == "quarantined");
  auto loop = inbound("loop");
  for (int i = 0; i < 31; ++i) loop.octets.insert(0, "Received: from a by b\r\n");
  CHECK(intake->take(std::move(loop)).get()->outcome == "quarantined");
  auto empty = inbound("empty");
  empty.octets.clear();
  CHECK(intake->take(std::move(empty)).get()->outcome == "case");
}

TEST_CASE("intake: one line a letter says what was decided, never what it says") {
  SampleTown town;
  {
    const std::lock_guard lock(log_mutex);
    log_lines.clear();
  }
  auto intake = town.intake();
  REQUIRE(intake->take(inbound("7", "canary subject")).get());
  intake->stop();
  const std::lock_guard lock(log_mutex);
  REQUIRE(log_lines.size() == 1);
  CHECK(log_lines[0].find("from council/7 → ") != std::string::npos);
  CHECK(log_lines[0].find("(Roads: text word 'pothole*'), ack en") != std::string::npos);
  CHECK(log_lines[0].find("canary") == std::string::npos);
  CHECK(log_lines[0].find("ana@") == std::string::npos);
}

TEST_CASE("intake: the line of a letter that opens no case says what it belongs to and why") {
  SampleTown town;
  {
    const std::lock_guard lock(log_mutex);
    log_lines.clear();
  }
  auto intake = town.intake();
  const auto number = intake->take(inbound("8")).get()->number;
  auto copy = inbound("8");
  copy.source = "second";
  REQUIRE(intake->take(copy).get()->outcome == "duplicate");
  auto reply = inbound("9");
  reply.octets.insert(0, "In-Reply-To: <8@people.example.org>\r\n");
  REQUIRE(intake->take(reply).get()->outcome == "addition");
  intake->stop();
  const std::lock_guard lock(log_mutex);
  REQUIRE(log_lines.size() == 3);
  CHECK(log_lines[1].starts_with("duplicate " + number + " from second/8 → "));
  CHECK(log_lines[1].find("(the same letter again), ack withheld: duplicate") != std::string::npos);
  CHECK(log_lines[2].starts_with("addition " + number + " from council/9 → "));
  CHECK(log_lines[2].find("unproven), ack withheld: unproven") != std::string::npos);
}

TEST_CASE("intake: once stopping, a letter is offered again later instead of being lost") {
  SampleTown town;
  auto intake = town.intake();
  intake->stop();
  const auto taken = intake->take(inbound("1")).get();
  REQUIRE_FALSE(taken);
  CHECK(taken.error().kind == Trouble::Kind::transient);
}

}  // namespace docket
