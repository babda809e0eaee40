// One screen, whatever is wrong.
#include "daemon/commands/status_screen.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "config/text.h"

namespace docket {
namespace {

using nlohmann::json;

const Time kNow = *parse_rfc3339("2026-11-25T15:00:00Z");

json healthy() {
  return {{"running", true},
          {"healthy", true},
          {"problems", json::array()},
          {"notes", json::array()},
          {"sources", {{{"name", "council"}, {"last_success", "2026-11-25T14:59:30Z"}, {"trouble", ""}}}},
          {"mode", "live"},
          {"version", "1.2.3"},
          {"rule_set", "sha256:0123456789abcdef0123456789abcdef"},
          {"since", "2026-11-20T08:00:00Z"},
          {"rules_since", "2026-11-24T16:29:00Z"},
          {"today", {{"case", 12}, {"addition", 3}, {"ignored", 0}}},
          {"outbox", {{"queued", 2}, {"failed", 0}}},
          {"oldest_waiting", "2026-11-25T14:50:00Z"},
          {"cases", {{"all", 1000}, {"open", 40}, {"overdue", 2}}},
          {"backup", "2026-11-25T02:00:00Z"},
          {"disk_free", 5368709120ULL}};
}

std::string text_of(const json& status) {
  std::string text;
  for (const auto& line : status_screen(status, kNow)) text += line + "\n";
  return text;
}

TEST_CASE("a healthy docket: everything an admin wants to know at a glance") {
  CHECK(text_of(healthy()) ==
        "running, healthy since 2026-11-20 08:00 UTC, live, docket 1.2.3\n"
        "rules    sha256:0123456789abcde…, since 2026-11-24 16:29 UTC\n"
        "sources  council: 30 s ago\n"
        "today    3 addition, 12 case\n"
        "outbox   2 queued; the oldest made 10 min ago\n"
        "cases    40 open, 2 of them overdue, 1000 in all\n"
        "backup   13 h ago\n"
        "disk     5120 MiB free\n");
}

TEST_CASE("problems come first, each with its next step") {
  auto status = healthy();
  status["healthy"] = false;
  status["problems"] = {"3 could not be delivered (docket outbox list --state failed)"};
  CHECK(text_of(status).find("docket 1.2.3\n  ! 3 could not be delivered (docket outbox list --state failed)\nrules") !=
        std::string::npos);
}

TEST_CASE("a problem that stands alone is shown to its end: what one has to do stands there") {
  auto status = healthy();
  status["healthy"] = false;
  std::string trouble;
  for (int i = 0; i < 40; ++i) trouble += "words words ";
  status["problems"] = {trouble + "and then DO THIS"};
  CHECK(text_of(status).find("and then DO THIS\nrules") != std::string::npos);
}

TEST_CASE("with everything wrong at once it is still one screen, and says that there is more") {
  auto status = healthy();
  status["healthy"] = false;
  for (int i = 0; i < 40; ++i) {
    status["problems"].push_back("trouble " + std::to_string(i) + std::string(30, 'x') + " " + std::string(120, 'y') +
                                 " é\nsecond line");
    status["notes"].push_back("a note of some length that goes on and on until it no longer fits on one line at all");
    status["sources"].push_back({{"name", "source-" + std::to_string(i)},
                                 {"last_success", nullptr},
                                 {"trouble", i == 39 ? std::string(200, 'z') : ""}});
  }
  const auto lines = status_screen(status, kNow);
  CHECK(lines.size() <= 24);
  for (const auto& line : lines) {
    CAPTURE(line);
    CHECK(count_characters(line) <= 80);
    CHECK(line.find('\n') == std::string::npos);
  }
  const auto text = text_of(status);
  CHECK(text.find("and 33 more (docket status --json)") != std::string::npos);
  CHECK(text.find("source-39: never, trouble: zzz") != std::string::npos);  // not among those without room
}

TEST_CASE("not running is one word and why") {
  const json status{{"running", false}, {"healthy", false}, {"problems", {"docket is not running"}}};
  CHECK(text_of(status) == "not running\n  ! docket is not running\n");
}

}  // namespace
}  // namespace docket
