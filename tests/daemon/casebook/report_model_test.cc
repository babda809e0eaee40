// Figures of a book that chance made, against a second counting that shares nothing with the first: it knows what the
// test itself did, and walks the minutes of a calendar one by one.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <utility>

#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook");

constexpr int kCases = 150;
constexpr int kDays = 40;
constexpr int kMinutesOfADay = 24 * 60;

/// What the test did to a case, in minutes since the beginning; -1: not done.
struct Story {
  std::string number;
  std::string office;  ///< "" in review
  std::string channel;
  std::string withheld;
  bool statutory = false;
  int opened = 0;
  int acknowledged = -1;
  bool refused = false;
  int forwarded = -1;
  int answered = -1;
  int closed = -1;
  int closings = 0;
  bool reopened = false;
  int paused = -1;                          ///< since then it waits
  std::vector<std::pair<int, int>> pauses;  ///< that are over
  bool moved = false;
};

/// Everything happens on whole minutes.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {
    auto town = std::make_shared<Town>(*desk_.town);
    town->offices["roads"].replies = Replies::through;
    town->offices["ward-2"].replies = Replies::through;
    town->offices["roads"].standard.first_response = Span{2, Span::Unit::business_days};
    town->offices["ward-2"].standard.first_response = Span{1, Span::Unit::business_days};
    town->offices["ward-2"].standard.resolve = Span{8, Span::Unit::business_days};
    desk_.town = town;
    desk_.clock.set("2026-10-12T04:00:00Z");  // midnight; the clock is put back in the time that follows
    begin_ = desk_.clock.now();
    for (int minute = 0, open = 0; minute <= (kDays + 30) * kMinutesOfADay; ++minute) {
      open_.push_back(desk_.calendar.is_open(moment(minute)));
      before_.push_back(open);
      open += open_.back() ? 1 : 0;
    }
  }

  void live() {
    const int step = kDays * kMinutesOfADay / (kCases * 4);
    for (int i = 0; i < kCases * 4; ++i) {
      now_ += 1 + pick(2 * step - 1);
      desk_.clock.set(moment(now_));
      if (stories_.size() < kCases && pick(4) == 0) open_case();
      if (pick(3) > 0) send();
      if (!stories_.empty()) act(stories_[static_cast<std::size_t>(pick(static_cast<int>(stories_.size())))]);
    }
    now_ += 300;
    desk_.clock.set(moment(now_));
  }

  nlohmann::json report() {
    return desk_.reader().report(begin_, moment(now_), moment(now_), *desk_.town, desk_.calendar);
  }

  std::map<std::string, std::int64_t> expected(const std::string& office);
  std::vector<double> hours(const std::string& office, bool of_closing);

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  [[nodiscard]] Time moment(int minute) const { return begin_ + std::chrono::minutes(minute); }
  [[nodiscard]] int minute(Time time) const {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(time - begin_).count());
  }
  /// A time of the book's case as minutes; -1: none.
  int kept(const Story& story, const std::string& column) {
    const auto text = desk_.sql_text(fmt::format("SELECT {} FROM cases WHERE number = '{}'", column, story.number));
    return text.empty() ? -1 : minute(Time(std::chrono::microseconds(std::stoll(text))));
  }

  void open_case();
  void send();
  void act(Story& story);
  void reply(Story& story);
  void wait_or_go_on(Story& story);
  [[nodiscard]] int open_minutes(int from, int to) const;
  [[nodiscard]] int end_of_day(int received) const;
  std::string first_word(const Story& story);
  std::string resolution_word(const Story& story);

  Desk desk_;
  std::mt19937 random_;
  Time begin_{};
  int now_ = 0;
  std::vector<bool> open_;
  std::vector<int> before_;  ///< open minutes before each minute
  std::vector<Story> stories_;
};

void Chance::open_case() {
  static const std::vector<std::string> kOffices{"roads", "parks", "ward-2", ""};
  static const std::vector<std::string> kChannels{"email", "form", "phone"};
  Story story;
  Sketch sketch;
  sketch.to = "info@town.example";
  sketch.office = story.office = kOffices[static_cast<std::size_t>(pick(4))];
  sketch.from = fmt::format("person{}@example.org", stories_.size());
  if (pick(5) == 0) sketch.withheld = Withheld::automatic;
  auto made = desk_.recording(sketch);
  made.letter.channel = story.channel = kChannels[static_cast<std::size_t>(pick(3))];
  made.promise = {};
  made.promise.from = desk_.clock.now();
  if (pick(4) > 0) made.promise.first_response = moment(now_ + 60 + pick(5 * kMinutesOfADay));
  if (pick(2) == 0) made.promise.resolve = moment(now_ + 600 + pick(15 * kMinutesOfADay));
  made.promise.standard.statutory = story.statutory = pick(3) == 0;
  story.opened = now_;
  if (sketch.withheld) story.withheld = "automatic";
  story.number = desk_.take(made).number;
  stories_.push_back(story);
}

/// Now and then a mail server refuses an acknowledgement.
void Chance::send() {
  for (const auto& row : desk_.claim()) {
    if (row.number.empty()) continue;
    const auto story =
        std::find_if(stories_.begin(), stories_.end(), [&](const auto& s) { return s.number == row.number; });
    REQUIRE(story != stories_.end());
    const bool first = row.kind == "acknowledgement" && row.template_name == "acknowledgement";
    const bool refused = first && pick(10) == 0;
    desk_.settle({row}, refused ? SendResult::Kind::failed : SendResult::Kind::sent);
    if (first) (refused ? story->refused = true : (story->acknowledged = now_) >= 0);
    if (row.kind == "forward" && row.role == "answers" && story->forwarded < 0) story->forwarded = now_;
  }
}

void Chance::reply(Story& story) {
  if (story.office.empty() || story.forwarded < 0 || story.closed >= 0) return;
  if (desk_
          .sql_text(fmt::format("SELECT 1 FROM outbox o JOIN cases c ON c.id = o.case_id AND c.office = o.office "
                                "WHERE c.number = '{}' AND o.kind = 'forward' AND o.state = 'sent'",
                                story.number))
          .empty()) {
    return;
  }
  Sketch reply;
  reply.from = "someone@" + story.office + ".offices.example";
  reply.in_reply_to = {desk_.forward_id(story.number, story.office)};
  auto recording = desk_.recording(reply);
  // An office that answers by itself lets the case see whom it goes to, or does not.
  if (pick(2) == 0) recording.letter.cc = {{"", desk_.show(story.number)["from"].get<std::string>()}};
  desk_.take(recording);
  story.answered = kept(story, "first_response");
}

/// The book refuses where a law promises.
void Chance::wait_or_go_on(Story& story) {
  if (story.closed >= 0) return;
  const auto far = std::chrono::year{2027} / 3 / 1;
  if (story.paused < 0) {
    if (desk_.book->pause(story.number, far, "a photo", "clerk", desk_.now())) story.paused = now_;
  } else {
    REQUIRE(desk_.book->resume(story.number, "", "clerk", desk_.now()));
    story.pauses.emplace_back(std::exchange(story.paused, -1), now_);
  }
}

void Chance::act(Story& story) {
  switch (pick(5)) {
    case 0:
      return reply(story);
    case 1:
      if (story.closed >= 0 || !desk_.book->close(story.number, "", "clerk", desk_.now())) return;
      story.closed = now_;
      ++story.closings;
      if (story.paused >= 0) story.pauses.emplace_back(std::exchange(story.paused, -1), now_);
      return;
    case 2:
      if (story.closed < 0 || pick(3) > 0 || !desk_.book->reopen(story.number, "", "clerk", desk_.now())) return;
      story.closed = -1;
      story.reopened = true;
      return;
    case 3: {
      const std::string office = pick(2) == 0 ? "ward-2" : "roads";
      if (story.answered >= 0 || story.closed >= 0 || story.paused >= 0 || pick(3) > 0 || story.office == office)
        return;
      REQUIRE(desk_.book->assign(story.number, office, "", "clerk", desk_.now()));
      story.moved = story.moved || !story.office.empty();
      story.office = office;
      story.statutory = desk_.sql_text("SELECT statutory FROM cases WHERE number = '" + story.number + "'") == "1";
      return;
    }
    default:
      return wait_or_go_on(story);
  }
}

/// Walks to the first open minute, then to the last one of that day.
int Chance::end_of_day(int received) const {
  int at = received;
  while (!open_[static_cast<std::size_t>(at)]) ++at;
  const auto day = desk_.calendar.local(moment(at)).date;
  int end = at;
  for (; desk_.calendar.local(moment(at)).date == day; ++at) {
    if (open_[static_cast<std::size_t>(at)]) end = at + 1;
  }
  return end;
}

std::string Chance::first_word(const Story& story) {
  const int due = kept(story, "due");
  if (due < 0) return "no_promise";
  if (story.answered >= 0) return story.answered <= due ? "in_time" : "late";
  if (story.office == "parks") return "not_measured";
  if (story.closed >= 0) return "closed_without";
  return (story.paused >= 0 ? story.paused : now_) > due ? "overdue" : "open";
}

std::string Chance::resolution_word(const Story& story) {
  const int due = kept(story, "resolve_due");
  if (due < 0) return "no_promise";
  if (story.office == "parks" && story.answered < 0) return "not_measured";
  if (story.closed >= 0) return story.closed <= due ? "in_time" : "late";
  return (story.paused >= 0 ? story.paused : now_) > due ? "overdue" : "open";
}

/// Walks nothing: open minutes are counted up to each minute.
int Chance::open_minutes(int from, int to) const {
  return from >= to ? 0 : before_[static_cast<std::size_t>(to)] - before_[static_cast<std::size_t>(from)];
}

std::map<std::string, std::int64_t> Chance::expected(const std::string& office) {
  std::map<std::string, std::int64_t> sums;
  for (const auto& story : stories_) {
    if (office != "all" && story.office != office) continue;
    ++sums["/opened"];
    ++sums["/channels/" + story.channel];
    const bool soon = story.acknowledged >= 0 && story.acknowledged - story.opened <= 5;
    ++sums[std::string("/acknowledged/") + (!story.withheld.empty()  ? "withheld"
                                            : story.refused          ? "undelivered"
                                            : story.acknowledged < 0 ? "waiting"
                                            : soon                   ? "within_5_minutes"
                                                                     : "later")];
    const int end = end_of_day(story.opened);
    const bool same_day = story.forwarded >= 0 && story.forwarded <= end;
    ++sums[std::string("/forwarded/") + (same_day                             ? "same_day"
                                         : story.forwarded >= 0 || now_ > end ? "later"
                                                                              : "open")];
    for (const auto& [promise, word] :
         {std::pair{"/first_response/", first_word(story)}, std::pair{"/resolution/", resolution_word(story)}}) {
      ++sums[promise + word];
      if (word == "no_promise") continue;
      ++sums[promise + std::string("promised")];
      if (!story.statutory) continue;
      ++sums[promise + std::string("statutory/promised")];
      ++sums[promise + std::string("statutory/") + word];
    }
    sums["/reopened"] += story.reopened ? 1 : 0;
    sums["/rerouted"] += story.moved ? 1 : 0;
    sums["/settled/none"] += story.closings;
    sums["/paused/cases"] += story.pauses.empty() && story.paused < 0 ? 0 : 1;
    sums["/backlog/open"] += story.closed < 0 ? 1 : 0;
  }
  return sums;
}

std::vector<double> Chance::hours(const std::string& office, bool of_closing) {
  std::vector<double> all;
  for (const auto& story : stories_) {
    if (office != "all" && story.office != office) continue;
    const int end = of_closing ? story.closed : story.answered;
    if (end < 0 || (of_closing && story.office == "parks" && story.answered < 0)) continue;
    int minutes = open_minutes(story.opened, end);
    for (const auto& [from, to] : story.pauses) minutes -= open_minutes(from, std::min(to, end));
    if (story.paused >= 0) minutes -= open_minutes(story.paused, end);
    all.push_back(minutes / 60.0);
  }
  std::sort(all.begin(), all.end());
  return all;
}

void compare(Chance& chance, const std::string& office, const nlohmann::json& row) {
  for (const auto& [pointer, sum] : chance.expected(office)) {
    CHECK_MESSAGE(row.at(nlohmann::json::json_pointer(pointer)) == sum, office << " " << pointer);
  }
  for (const char* promise : {"first_response", "resolution"}) {
    const auto all = chance.hours(office, promise == std::string("resolution"));
    CHECK(row[promise]["measured"] == all.size());
    if (all.empty()) continue;
    const auto middle = (all[(all.size() - 1) / 2] + all[all.size() / 2]) / 2;
    std::size_t nine = 0;  // the first that nine of ten do not exceed
    while (10 * (nine + 1) < 9 * all.size()) ++nine;
    CHECK_MESSAGE(row[promise]["median_open_hours"].get<double>() == doctest::Approx(middle).epsilon(0.001), office);
    CHECK_MESSAGE(row[promise]["p90_open_hours"].get<double>() == doctest::Approx(all[nine]).epsilon(0.001), office);
  }
}

TEST_CASE("report: a book that chance made is counted as a second, slow counting does") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    Chance chance(seed);
    chance.live();
    const auto report = chance.report();
    CHECK(report["total"]["opened"].get<int>() > 100);
    CHECK(report["total"]["first_response"]["measured"].get<int>() > 10);
    compare(chance, "all", report["total"]);
    for (const auto& row : report["offices"]) {
      compare(chance, row["office"].is_null() ? "" : row["office"].get<std::string>(), row);
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
