// What is wrong with the whole, from signs; and the admin's command.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "config/text.h"
#include "daemon/alarms/alarms.h"

namespace docket {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

TEST_SUITE_BEGIN("conditions");

struct World {
  Settings settings;
  Signs signs;

  World() {
    settings.data = "/data";
    settings.sources.emplace_back().name = "council";
    settings.sources.front().way = ImapSettings{};
    signs.now = parse_rfc3339("2026-11-25T15:00:00Z").value();
    signs.started = signs.now - hours(5);
    signs.open_hours = true;
    signs.sources.push_back({&settings.sources.front(), {signs.now, "", true, {}}});
    signs.book = BookFigures{};
    signs.free_space = std::uintmax_t{1} << 40U;
  }
  SourceHealth& source() { return signs.sources.front().health; }
  /// "kind! text": ! is an alarm, ? makes status answer 1; one a line.
  [[nodiscard]] std::string judged() const {
    std::string text;
    for (const auto& one : judge_conditions(signs, settings)) {
      text += one.kind + (one.unhealthy ? "?" : "") + (one.alarm ? "!" : "") + " " + one.text + "\n";
    }
    return text;
  }
};

TEST_CASE("nothing is wrong with a docket that is well") { CHECK(World().judged() == ""); }

TEST_CASE("the last backup may be 26 hours old; where there was none that is only said, after a day") {
  World world;
  world.signs.book->begun = world.signs.now - hours(24);
  CHECK(world.judged() == "");
  world.signs.book->begun = world.signs.now - hours(25);
  CHECK(world.judged() == "backup no backup was ever made (docket backup FILE)\n");
  world.signs.book->backed_up = world.signs.now - hours(26);
  CHECK(world.judged() == "");
  world.signs.book->backed_up = world.signs.now - hours(26) - minutes(1);
  CHECK(world.judged() ==
        "backup?! the last backup is of 2026-11-24T12:59:00Z, older than 26 hours (docket backup FILE)\n");
  const auto alarms = alarms_of(judge_conditions(world.signs, world.settings));
  REQUIRE(alarms.size() == 1);
  CHECK(alarms[0].title == "the last backup is too old");
  CHECK_FALSE(alarms[0].pressing);
}

TEST_CASE("a source may be silent for 15 minutes in office hours and for 60 outside") {
  World world;
  world.source().last_success = world.signs.now - minutes(16);
  CHECK(world.judged() == "source?! source council: no success since 2026-11-25T14:44:00Z\n");
  world.signs.open_hours = false;
  CHECK(world.judged() == "");
  world.source().last_success = world.signs.now - minutes(61);
  CHECK(world.judged() == "source?! source council: no success since 2026-11-25T13:59:00Z\n");
  std::get<ImapSettings>(world.settings.sources.front().way).poll = hours(1);
  CHECK(world.judged() == "");
}

TEST_CASE("requests that nobody signed rightly are told when they are many, and are no trouble of docket's own") {
  World world;
  world.signs.webhooks_refused = {{"web", 1}, {"sms", 3}};
  CHECK(world.judged() ==
        "webhook! webhook sms: 3 requests of the last hour were not signed with our secret\n"
        "webhook webhook web: 1 requests of the last hour were not signed with our secret\n");
}

TEST_CASE("trouble shows at once, and is told when it lasts; a start is as good as a success") {
  World world;
  world.source() = {world.signs.now - minutes(2), "login refused", false, {}};
  CHECK(world.judged() == "source? source council: login refused\n");
  world.source().last_success = {};
  CHECK(world.judged() == "source?! source council: login refused (no success since 2026-11-25T10:00:00Z)\n");
  world.signs.started = world.signs.now - minutes(3);
  CHECK(world.judged() == "source? source council: login refused\n");
}

TEST_CASE("mail out: an account that is refused is told at once, a server that is away when letters have waited") {
  World world;
  world.signs.mail_out = {"the mail server cannot be reached: refused", false, false, false, {}};
  CHECK(world.judged() == "mail-out? mail out: the mail server cannot be reached: refused\n");
  world.signs.book->deferred_long = 2;
  CHECK(world.judged() ==
        "mail-out?! mail out: the mail server cannot be reached: refused\n"
        "outbox?! 2 should have gone out a quarter of an hour ago (docket outbox list)\n");
  world.signs.book->deferred_long = 0;
  world.signs.mail_out.refused = true;
  CHECK(world.judged() == "mail-out?! mail out: the mail server cannot be reached: refused\n");
  world.signs.mail_out = {"sending is slowed by limits.per_day", false, false, true, {}};
  CHECK(world.judged() == "slowed?! mail out: sending is slowed by limits.per_day\n");
}

TEST_CASE("a resident's mail server that is away is no trouble of ours") {
  World world;
  world.signs.book->deferred_long = 3;
  CHECK(world.judged() == "");
}

TEST_CASE("what waits in the book, counted; what is fresh is told and leaves status healthy") {
  struct Row {
    std::int64_t BookFigures::*figure;
    const char* judged;
  };
  static constexpr std::array<Row, 7> kRows{
      {{&BookFigures::late, "outbox?! 1 should have gone out a quarter of an hour ago (docket outbox list)\n"},
       {&BookFigures::slowed, "slowed?! 1 acknowledgements wait for their minute: too many to one domain at once\n"},
       {&BookFigures::undelivered, "undelivered?! 1 could not be delivered (docket outbox list --state failed)\n"},
       {&BookFigures::uncertain, "uncertain! 1 may have been delivered or not; sent once more by itself\n"},
       {&BookFigures::uncertain_left, "uncertain?! 1 may or may not have been delivered (docket outbox resolve)\n"},
       {&BookFigures::quarantined, "quarantine! 1 in quarantine (docket quarantine list)\n"},
       {&BookFigures::in_review_long, "review? 1 in review for more than a day (docket case list --status review)\n"}}};
  for (const auto& row : kRows) {
    World world;
    (*world.signs.book).*row.figure = 1;
    CHECK(world.judged() == row.judged);
  }
}

TEST_CASE("a book that cannot be read, refused rules, a full disk, certificates and secrets near their end") {
  World world;
  world.signs.book.reset();
  world.signs.book_trouble = "disk I/O error";
  world.signs.refused_rules = "10.yaml:3:1: error: no";
  world.signs.free_space = std::uintmax_t{100} << 20U;
  world.source().certificate_ends = world.signs.now + days(14);
  world.signs.mail_out.certificate_ends = world.signs.now + days(15);
  OAuth2 oauth2;
  oauth2.secret_expires = "2026-12-20";
  std::get<ImapSettings>(world.settings.sources.front().way).login.oauth2 = oauth2;
  CHECK(world.judged() ==
        "book?! the case book cannot be read: disk I/O error\n"
        "disk?! 100 MiB are left on the disk of /data\n"
        "rules?! rules on disk were refused, the last accepted ones run: 10.yaml:3:1: error: no\n"
        "certificate! source council: the server's certificate ends at 2026-12-09T15:00:00Z\n"
        "secret! source council: the client secret ends on 2026-12-20\n");
}

TEST_CASE("a client secret that has ended, and an account without a token, are for somebody to act on") {
  World world;
  OAuth2 oauth2;
  oauth2.secret_expires = "2026-11-20";
  std::get<ImapSettings>(world.settings.sources.front().way).login.oauth2 = oauth2;
  world.signs.tokens = {"no token for council, mail: the token server refuses: invalid_grant; consent again"};
  CHECK(world.judged() ==
        "token?! no token for council, mail: the token server refuses: invalid_grant; consent again\n"
        "secret?! source council: the client secret ended on 2026-11-20: make a new one, and write its last day into "
        "docket.yaml (secret_expires)\n");
  const auto alarms = alarms_of(judge_conditions(world.signs, world.settings));
  REQUIRE(alarms.size() == 2);
  CHECK(alarms[0].title == "docket is not let in any more");
}

TEST_CASE("conditions of one kind are one alarm; what nobody is told of is none") {
  const std::vector<AlarmCondition> conditions{{"source", "a", true, true}, {"review", "r"}, {"source", "b"}};
  std::vector<AlarmCondition> quiet = conditions;
  quiet[1].alarm = false;
  const auto alarms = alarms_of(quiet);
  REQUIRE(alarms.size() == 1);
  CHECK(alarms[0].title == "a source is silent");
  CHECK(alarms[0].text == "a\nb");
}

std::vector<std::string> lines;
void keep(int /*priority*/, const std::string& line) { lines.push_back(line); }

/// A command of its own that writes what it was given into a file beside it.
struct Command {
  std::filesystem::path folder;
  explicit Command(const std::string& body) {
    std::string name = (std::filesystem::temp_directory_path() / "docket-pager-XXXXXX").string();
    folder = mkdtemp(name.data());
    std::ofstream(path()) << "#!/bin/sh\n" << body << "\n";
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  ~Command() { std::filesystem::remove_all(folder); }
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  [[nodiscard]] std::string path() const { return folder / "page-it"; }
  [[nodiscard]] std::string said() const {
    std::stringstream text;
    text << std::ifstream(folder / "said").rdbuf();
    return text.str();
  }
};

/// Looks until a line is in the log.
void await(Pager& pager) {
  lines.clear();
  while (lines.empty()) pager.look_after();
}

TEST_CASE("the admin's command gets kind, title and text, and nothing of our environment") {
  const Command command(
      R"(printf '%s|%s|' "$1" "$2" > "$(dirname "$0")/said"; cat >> "$(dirname "$0")/said"; env >> "$(dirname "$0")/said")");
  setenv("DOCKET_TEST_SECRET", "canary", 1);
  const SystemClock clock;
  Pager pager(command.path(), clock, &keep);
  pager.page("mail-out", "mail does not go out", "one\ntwo\n");
  await(pager);
  CHECK(lines.front() == "alarms.command was told: mail-out");
  CHECK(command.said().starts_with("mail-out|mail does not go out|one\ntwo\n"));
  CHECK(command.said().find("canary") == std::string::npos);
}

TEST_CASE("a command that fails or is not there is said in the log") {
  const SystemClock clock;
  const Command command("exit 3");
  Pager failing(command.path(), clock, &keep);
  failing.page("disk", "t", "x");
  await(failing);
  CHECK(lines.front() == "alarms.command for disk failed with 3");
  lines.clear();
  Pager missing("/nowhere/page-it", clock, &keep);
  missing.page("disk", "t", "x");
  REQUIRE(lines.size() == 1);
  CHECK(lines.front() == "alarms.command cannot be run: No such file or directory");
}

TEST_CASE("a command that does not end is ended after a minute") {
  class LaterClock final : public Clock {
   public:
    [[nodiscard]] Time now() const override { return {}; }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
      return std::chrono::steady_clock::time_point(at);
    }
    std::chrono::seconds at{0};
  };
  LaterClock clock;
  const Command command("exec cat > /dev/null < /dev/zero");
  Pager pager(command.path(), clock, &keep);
  pager.page("disk", "t", "x");
  lines.clear();
  pager.look_after();
  CHECK(lines.empty());
  clock.at = std::chrono::seconds(61);
  pager.look_after();
  REQUIRE(lines.size() == 1);
  CHECK(lines.front() == "alarms.command for disk took too long and was ended");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
