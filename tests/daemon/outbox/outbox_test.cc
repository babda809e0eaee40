// The outbox on a real case book, writing into a Maildir.
#include "daemon/outbox/outbox.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "connectors/oauth2/tokens.h"
#include "tests/daemon/casebook/fixture.h"
#include "tests/daemon/letters/sample.h"

using namespace docket;

namespace {

void no_log(int /*priority*/, const std::string& /*line*/) {}

const std::string kOctets =
    "From: Ana <ana@example.org>\r\nTo: ward2@town.example\r\nSubject: Pothole\r\nMessage-ID: <l@example.org>\r\n\r\n"
    "There is a hole in Maple Street.\r\n";

std::shared_ptr<const Configuration> configuration(const casebook_test::Desk& desk) {
  auto made = std::make_shared<Configuration>();
  Settings settings = sample::settings();
  settings.data = desk.options.data;
  settings.mode = desk.options.mode;
  settings.mail.way = MaildirSettings{desk.folder.path() / "out"};
  settings.mail.domain = "town.example";
  made->settings = std::make_shared<const Settings>(settings);
  made->town = desk.town;
  made->calendar = std::make_shared<const Calendar>(desk.town->calendar, "America/Toronto");
  made->templates = sample::templates();
  return made;
}

std::vector<std::string> written(const casebook_test::Desk& desk) {
  std::vector<std::string> letters;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(desk.folder.path() / "out" / "new", none)) {
    letters.push_back(sample::slurp(entry.path()));
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

/// Until no row waits or is being sent, at most ten seconds.
bool wait_until_quiet(const casebook_test::Desk& desk) {
  for (int i = 0; i < 1000; ++i) {
    if (desk.sql_text("SELECT count(*) FROM outbox WHERE state <> 'sent'") == "0") return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

TEST_SUITE("outbox on a book") {
  TEST_CASE("what was recorded goes out: the acknowledgement to the resident, the letter to the office") {
    casebook_test::Desk desk;
    casebook_test::Sketch sketch;
    sketch.octets = kOctets;
    const auto taken = desk.take(sketch);
    const auto current = configuration(desk);
    oauth2::Tokens tokens({}, {}, desk.clock, no_log);
    const RecentLetters recent;
    Outbox outbox(
        *desk.book, [current] { return current; }, desk.clock, no_log, tokens, recent);
    outbox.start();
    REQUIRE(wait_until_quiet(desk));
    casebook_test::Sketch second;
    second.octets = kOctets;
    second.office = "parks";
    desk.take(second);
    outbox.wake();
    REQUIRE(wait_until_quiet(desk));
    outbox.stop(std::chrono::seconds(5));
    CHECK(outbox.health().trouble.empty());
    const auto letters = written(desk);
    const auto to_resident = std::count_if(letters.begin(), letters.end(), [](const std::string& letter) {
      return letter.find("Delivered-To: ana@example.org\r\n") != std::string::npos &&
             letter.find("\r\nAuto-Submitted: auto-replied\r\n") != std::string::npos;
    });
    const auto to_office = std::count_if(letters.begin(), letters.end(), [](const std::string& letter) {
      return letter.find("Delivered-To: roads@offices.example\r\n") != std::string::npos &&
             letter.find("There is a hole in Maple Street.") != std::string::npos;
    });
    CHECK(to_resident == 2);
    CHECK(to_office == 1);
    CHECK(desk.words(taken.number).find("sent") != std::string::npos);
  }

  TEST_CASE("what could not be noted is not sent: on a disk without room letters wait, and go out afterwards") {
    casebook_test::Desk desk;
    casebook_test::Sketch sketch;
    sketch.octets = kOctets;
    desk.take(sketch);
    const auto current = configuration(desk);
    std::atomic<bool> room = false;
    std::atomic<int> asked = 0;
    oauth2::Tokens tokens({}, {}, desk.clock, no_log);
    const RecentLetters recent;
    Outbox outbox(
        *desk.book, [current] { return current; }, desk.clock, no_log, tokens, recent,
        [&] {
          ++asked;
          return room.load();
        });
    outbox.start();
    for (int i = 0; i < 1000 && asked == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE attempts > 0") == "0");
    CHECK(written(desk).empty());
    room = true;
    outbox.wake();
    REQUIRE(wait_until_quiet(desk));
    outbox.stop(std::chrono::seconds(5));
    CHECK(asked < 100);  // it rested
  }

  TEST_CASE("in shadow mode nothing leaves") {
    casebook_test::Desk desk(Mode::shadow);
    casebook_test::Sketch sketch;
    sketch.octets = kOctets;
    desk.take(sketch);
    const auto current = configuration(desk);
    oauth2::Tokens tokens({}, {}, desk.clock, no_log);
    const RecentLetters recent;
    Outbox outbox(
        *desk.book, [current] { return current; }, desk.clock, no_log, tokens, recent);
    outbox.start();
    outbox.wake();
    outbox.stop(std::chrono::seconds(5));
    CHECK(written(desk).empty());
  }
}
