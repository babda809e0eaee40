// What several threads ask of the book while it is busy is done together, and nobody's failure is another's.
#include <atomic>
#include <latch>
#include <thread>

#include "config/heartbeat.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook together");

/// Stands still at the first look after arm(), until it is let go.
class GateClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override {
    if (armed_.exchange(false)) {
      reached_.count_down();
      open_.wait();
    }
    return desk_clock_.now();
  }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override { return desk_clock_.steady(); }
  void arm() { armed_ = true; }
  void wait_until_reached() { reached_.wait(); }
  void open() { open_.count_down(); }

 private:
  FakeClock desk_clock_;
  mutable std::atomic<bool> armed_ = false;
  mutable std::latch reached_{1};
  mutable std::latch open_{1};
};

/// A book that is busy with one letter until two others wait for it.
struct Busy {
  Busy() {
    desk.close();
    desk.options.committed = [this](auto) { ++commits; };
    auto opened = CaseBook::open(desk.options, clock);
    REQUIRE(opened.has_value());
    book = std::move(*opened);
    commits = 0;
  }

  [[nodiscard]] static bool is_waiting(const std::string& name) {
    for (const auto& sign : look_at_threads()) {
      if (sign.name == name && sign.waits_for == "the book") return true;
    }
    return false;
  }

  template <typename First, typename Second>
  void run(First first, Second second) {
    clock.arm();
    const Recording letter = desk.recording(Sketch{});
    std::thread busy([&] { CHECK(book->record({&letter, 1}, desk.calendar).front().has_value()); });
    clock.wait_until_reached();
    std::thread one([&] {
      const Heartbeat beat("first", Heartbeat::kLimitedElsewhere);
      first();
    });
    std::thread other([&] {
      const Heartbeat beat("second", Heartbeat::kLimitedElsewhere);
      second();
    });
    while (!is_waiting("first") || !is_waiting("second")) std::this_thread::yield();
    clock.open();
    busy.join();
    one.join();
    other.join();
    book->close_cleanly();
    book.reset();
    desk.open();
  }

  Desk desk;
  GateClock clock;
  std::atomic<int> commits = 0;
  std::unique_ptr<CaseBook> book;
};

TEST_CASE("what comes while the book is busy is in the commit that it is busy with") {
  Busy busy;
  const Recording one = busy.desk.recording(Sketch{});
  const Recording other = busy.desk.recording(Sketch{});
  int commits = 0;
  busy.run(
      [&] {
        CHECK(busy.book->record({&one, 1}, busy.desk.calendar).front().has_value());
      },
      [&] {
        CHECK(busy.book->record({&other, 1}, busy.desk.calendar).front().has_value());
        commits = busy.commits;
      });
  CHECK(commits == 1);
  CHECK(busy.desk.sql_text("SELECT count(*) FROM cases") == "3");
  CHECK(busy.desk.sql_text("SELECT count(DISTINCT number) FROM cases") == "3");
}

TEST_CASE("rows that are asked for while their letter is recorded are handed out with its commit") {
  Busy busy;
  std::vector<OutboxRow> rows;
  int commits = 0;
  busy.run(
      [&] {
        rows = busy.book->claim(10).value();
        commits = busy.commits;
      },
      [&] { CHECK(busy.book->next_due() == std::nullopt); });
  CHECK(commits == 1);
  CHECK(rows.size() == 3);
  CHECK(busy.desk.sql_text("SELECT count(*) FROM outbox WHERE attempts = 1") == "3");
}

TEST_CASE("a letter that the book refuses is set aside alone, whoever else's work is done with it") {
  Busy busy;
  busy.desk.sql(
      "CREATE TRIGGER refuse BEFORE INSERT ON letters WHEN new.subject = 'poison' "
      "BEGIN SELECT RAISE(ABORT, 'no'); END;");
  Sketch poison;
  poison.subject = "poison";
  const Recording refused = busy.desk.recording(poison);
  const Recording other = busy.desk.recording(Sketch{});
  std::string set_aside;
  std::string taken;
  busy.run(
      [&] {
        set_aside = busy.book->record({&refused, 1}, busy.desk.calendar).front()->outcome;
      },
      [&] {
        taken = busy.book->record({&other, 1}, busy.desk.calendar).front()->outcome;
      });
  CHECK(set_aside == "quarantined");
  CHECK(taken == "case");
  CHECK(busy.desk.sql_text("SELECT count(*) FROM cases") == "2");
  CHECK(busy.desk.reader().audit_verify()["ok"] == true);
}

}  // namespace
}  // namespace docket::casebook_test
