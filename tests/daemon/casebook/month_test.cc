// A month of cases by a fake clock, with a holiday, weekends, a short day and the change to summer time: what the book
// sends by itself is counted against a model that shares nothing with it. DOCKET_MONTH=10000 makes it a large month.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "daemon/casebook/actions.h"
#include "daemon/casebook/clock.h"
#include "tests/daemon/casebook/measured.h"
#include "tests/daemon/casebook/month_model.h"

namespace docket::casebook_test {
namespace {

constexpr Minutes kRound = 10;
constexpr Minutes kDay = ModelHours::kDay;

std::vector<ModelOffice> model_offices() {
  return {{"roads", true, 2, 5, {{1, 0, "clerk"}, {2, 0, "parks"}}},
          {"parks", true, 1, 0, {{0, 3, "clerk"}}},
          {"ward-2", false, 1, 3, {{1, 0, "clerk"}}},
          {"ward-3", true, 3, 0, {}}};
}

Standard standard_of(const ModelOffice& office) {
  Standard standard = answered_in(office.first_days);
  if (office.resolve_days > 0) standard.resolve = Span{office.resolve_days, Span::Unit::business_days};
  return standard;
}

/// The same town as the model's, as town.yaml would say it.
void furnish(Town& town) {
  for (const ModelOffice& of : model_offices()) {
    Office& office = town.offices[of.id];
    office.replies = of.measured ? Replies::through : Replies::direct;
    office.standard = standard_of(of);
    office.escalate.clear();
    for (const ModelStep& step : of.ladder) {
      office.escalate.push_back(
          {step.days > 0 ? Span{step.days, Span::Unit::business_days} : Span{step.hours, Span::Unit::business_hours},
           step.to});
    }
  }
  const auto march = std::chrono::year(2027) / std::chrono::March;
  town.calendar.holidays = {march / 26};
  town.calendar.special = {{march / 19, {{8 * 60 + 30, 12 * 60}}}};
}

enum class Act { open, answer, pause, assign, close, reopen };
struct Doing {
  Act act = Act::open;
  std::size_t which = 0;
  Minutes days = 0;        ///< of a pause
  std::size_t office = 0;  ///< that it opens at or goes to
};

/// By chance, the same every time: who does what when. At most one thing a case and round.
class Plan {
 public:
  explicit Plan(std::size_t cases) {
    for (std::size_t which = 0; which < cases; ++which) plan_case(which);
    for (auto& [time, doings] : at_) {  // a case is opened in the order of its number
      std::stable_sort(doings.begin(), doings.end(), [](const Doing& a, const Doing& b) { return a.act < b.act; });
    }
  }
  [[nodiscard]] const std::vector<Doing>& at(Minutes time) const {
    static const std::vector<Doing> kNothing;
    const auto found = at_.find(time);
    return found == at_.end() ? kNothing : found->second;
  }

 private:
  Minutes some(Minutes from, Minutes to) {
    return std::uniform_int_distribution<Minutes>(from / kRound, to / kRound)(chance_) * kRound;
  }
  bool often(int percent) { return std::uniform_int_distribution<int>(1, 100)(chance_) <= percent; }
  std::size_t office() { return std::uniform_int_distribution<std::size_t>(0, model_offices().size() - 1)(chance_); }

  void plan_case(std::size_t which) {
    const Minutes opened = some(0, ModelHours::kEnd - kDay);
    std::set<Minutes> used{opened};
    const auto add = [&](Minutes time, Doing doing) {
      while (!used.insert(time).second) time += kRound;
      doing.which = which;
      at_[time].push_back(doing);
    };
    at_[opened].push_back({Act::open, which, 0, office()});
    if (often(75)) add(opened + some(kRound, 6 * kDay), {Act::answer, 0, 0, 0});
    if (often(20)) add(opened + some(kRound, 5 * kDay), {Act::pause, 0, some(kDay, 6 * kDay) / kDay, 0});
    if (often(20)) add(opened + some(kRound, 4 * kDay), {Act::assign, 0, 0, office()});
    if (often(10)) add(opened + some(kRound, 9 * kDay), {Act::assign, 0, 0, office()});
    if (!often(60)) return;
    const Minutes closed = opened + some(kDay, 12 * kDay);
    add(closed, {Act::close, 0, 0, 0});
    if (often(20)) add(closed + some(kRound, 3 * kDay), {Act::reopen, 0, 0, 0});
  }

  std::mt19937 chance_{20270301};
  std::map<Minutes, std::vector<Doing>> at_;
};

class Month {
 public:
  explicit Month(std::size_t cases) : plan_(cases), model_(model_offices()) {
    furnish(*town_.town);
    town_.calendar = std::make_unique<Calendar>(town_.town->calendar, town_.town->time_zone);
    move_to_memory();
    numbers_.resize(cases);
    places_.resize(cases);
  }

  void run() {
    for (Minutes time = 0; time < ModelHours::kEnd; time += kRound) {
      town_.desk.clock.set(start_ + std::chrono::minutes(time));
      open_cases(time);
      act(time);
      rounds(time);
    }
  }

  [[nodiscard]] MonthModel::Counts counted() const {
    const auto count = [&](const std::string& where) {
      return std::stoll(town_.desk.sql_text("SELECT count(*) FROM " + where));
    };
    const auto titled = [&](const char* begin) {
      return count(std::string("outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice' AND "
                               "json_extract(t.facts, '$.subject') LIKE '") +
                   begin + "'");
    };
    MonthModel::Counts counts;
    counts.reminded = count("events WHERE what = 'reminded'");
    counts.reminders = titled("docket: % wait% for %");
    counts.escalated = count("events WHERE what = 'escalated'");
    counts.escalations = titled("docket: % late");
    counts.lists = titled("docket: % thing% wait%, 2027-03-%");
    counts.updates = count("outbox WHERE kind = 'update'");
    return counts;
  }

  [[nodiscard]] const MonthModel& model() const { return model_; }
  Measured& town() { return town_; }
  [[nodiscard]] Minutes minutes(const std::string& stored) const {
    return (std::stoll(stored) - std::chrono::microseconds(start_.time_since_epoch()).count()) / 60'000'000;
  }

 private:
  /// The month is the clock's, not the disk's.
  void move_to_memory() {
    if (!std::filesystem::is_directory("/dev/shm")) return;
    town_.desk.close();
    memory_ = std::filesystem::path("/dev/shm") / town_.desk.folder.path().filename();
    town_.desk.options.data = memory_;
    town_.desk.open();
    remover_.path = memory_;
  }

  void open_cases(Minutes time) {
    std::vector<Recording> recordings;
    std::vector<std::size_t> which;
    for (const Doing& doing : plan_.at(time)) {
      if (doing.act != Act::open) continue;
      const ModelOffice office = model_offices()[doing.office];
      Sketch sketch;
      sketch.from = fmt::format("r{}@d{}.example", doing.which, doing.which);
      sketch.office = office.id;
      sketch.to = "info@town.example";
      auto recording = town_.desk.recording(sketch);
      recording.decision.copies.clear();
      recording.promise = promise_of(standard_of(office), town_.desk.clock.now(), *town_.calendar);
      recordings.push_back(std::move(recording));
      which.push_back(doing.which);
      places_[doing.which] = model_.open(doing.office, time);
    }
    if (recordings.empty()) return;
    const auto taken = town_.desk.book->record(recordings, *town_.calendar);
    for (std::size_t i = 0; i < taken.size(); ++i) {
      REQUIRE(taken[i].has_value());
      numbers_[which[i]] = taken[i]->number.substr(3);
    }
  }

  void act(Minutes time) {
    const auto& all = plan_.at(time);
    if (std::all_of(all.begin(), all.end(), [](const Doing& doing) { return doing.act == Act::open; })) return;
    town_.in_book([&](const Writing& writing) {
      for (const Doing& doing : all) {
        if (doing.act != Act::open) do_it(writing, doing, time);
      }
    });
  }

  void do_it(const Writing& writing, const Doing& doing, Minutes time) {
    const std::size_t place = places_[doing.which];
    const auto status = model_.at(place).status;
    const bool closed = status == ModelCase::Status::closed;
    const By clerk{"clerk", ""};
    auto row = load_case(writing.db, numbers_[doing.which]).value();
    if (doing.act == Act::reopen ? !closed : closed) return;
    if (doing.act == Act::answer) {
      first_answer(writing, row, "office:" + row.office.value_or(""));
      model_.answer(place);
    } else if (doing.act == Act::pause && status == ModelCase::Status::open) {
      const Minutes until = ModelHours::midnight(ModelHours::day_of(time) + doing.days);
      pause_case(writing, town_.now(), row, start_ + std::chrono::minutes(until), clerk);
      model_.pause(place, time, until);
    } else if (doing.act == Act::assign && doing.office != model_.at(place).office) {
      assign_case(writing, town_.now(), row, model_offices()[doing.office].id, clerk);
      model_.assign(place, doing.office, time);
    } else if (doing.act == Act::close) {
      close_case(writing, town_.now(), row, clerk);
      model_.close(place, time);
    } else if (doing.act == Act::reopen) {
      reopen_case(writing, row, clerk);
      model_.reopen(place);
    }
  }

  void rounds(Minutes time) {
    CaseBook& book = *town_.desk.book;
    while (book.tell_news(town_.now()).value() > 0) {
    }
    REQUIRE(book.watch_clock(town_.now()).has_value());
    REQUIRE(book.morning_list(town_.now()).has_value());
    if (ModelHours::minute_of(time) == kRound) REQUIRE(book.tend_offices(town_.now()).value() == 0);
    model_.rounds(time);
  }

  struct Remover {
    std::filesystem::path path;
    Remover() = default;
    Remover(const Remover&) = delete;
    Remover& operator=(const Remover&) = delete;
    ~Remover() {
      std::error_code ignored;
      if (!path.empty()) std::filesystem::remove_all(path, ignored);
    }
  };

  Remover remover_;  // after the book that is in it
  Measured town_;
  std::filesystem::path memory_;
  Plan plan_;
  MonthModel model_;
  Time start_ = parse_rfc3339("2027-03-01T05:00:00Z").value();
  std::vector<std::string> numbers_;
  std::vector<std::size_t> places_;  ///< in the model
};

std::size_t how_many() {
  const char* wanted = std::getenv("DOCKET_MONTH");
  return wanted == nullptr ? 1000 : static_cast<std::size_t>(std::strtoul(wanted, nullptr, 10));
}

/// Lines of "created|kind|case|subject", oldest first.
std::vector<std::vector<std::string>> sent_by_itself(Measured& town) {
  const std::string all = town.desk.sql_text(
      "SELECT group_concat(o.created || '|' || o.kind || '|' || coalesce(o.case_id, '') || '|' || "
      "coalesce(json_extract(t.facts, '$.subject'), ''), char(10)) FROM (SELECT * FROM outbox ORDER BY id) o JOIN "
      "outbox_texts t ON t.outbox_id = o.id WHERE o.kind IN ('notice', 'update')");
  std::vector<std::vector<std::string>> rows;
  for (const auto line : split(all, '\n')) {
    std::vector<std::string> fields;
    for (const auto field : split(line, '|')) fields.emplace_back(field);
    if (fields.size() == 4) rows.push_back(std::move(fields));
  }
  return rows;
}

TEST_SUITE_BEGIN("a month");

TEST_CASE("a month of cases: reminders, escalations, updates and lists are as many as they should be, none at night") {
  Month month(how_many());
  month.run();
  const auto counted = month.counted();
  const auto expected = month.model().counts();
  MESSAGE(fmt::format("{} cases: {} reminders of {} cases, {} escalations of {} steps, {} lists, {} updates",
                      how_many(), counted.reminders, counted.reminded, counted.escalations, counted.escalated,
                      counted.lists, counted.updates));
  CHECK(counted.reminded == expected.reminded);
  CHECK(counted.reminders == expected.reminders);
  CHECK(counted.escalated == expected.escalated);
  CHECK(counted.escalations == expected.escalations);
  CHECK(counted.lists == expected.lists);
  CHECK(counted.updates == expected.updates);
  CHECK(counted.reminded > 0);
  CHECK(counted.escalated > 0);
  CHECK(counted.updates > 0);

  std::map<std::string, Minutes> last_update;
  std::int64_t looked_at = 0;
  for (const auto& row : sent_by_itself(month.town())) {
    const Minutes at = month.minutes(row[0]);
    CAPTURE(row[3]);
    CAPTURE(at);
    ++looked_at;
    const bool of_the_morning = row[3].find("wait") != std::string::npos;
    CHECK(ModelHours::is_business(ModelHours::day_of(at)));
    CHECK((of_the_morning ? ModelHours::minute_of(at) == 8 * 60 : ModelHours::is_open(at)));
    if (row[1] != "update") continue;
    const auto last = last_update.find(row[2]);
    if (last != last_update.end()) CHECK(at - last->second >= kDay);
    last_update[row[2]] = at;
  }
  CHECK(looked_at == counted.reminders + counted.escalations + counted.lists + counted.updates);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
