// What a month of cases should bring, worked out without the calendar, the clock or the book: March 2027 in Toronto by
// plain arithmetic. Times are minutes since the month began there (05:00 UTC), as a stop-watch counts them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace docket::casebook_test {

using Minutes = std::int64_t;

/// Monday to Friday, 08:30 to 16:30. Friday the 26th is a holiday, Friday the 19th closes at noon; on Sunday the 14th
/// the clocks skip an hour.
class ModelHours {
 public:
  static constexpr Minutes kDay = 24 * 60;
  static constexpr Minutes kEnd = 31 * kDay - 60;

  /// As the wall shows it, counted from the same midnight.
  [[nodiscard]] static Minutes wall(Minutes time) { return time < kSkip ? time : time + 60; }
  [[nodiscard]] static Minutes moment(Minutes wall) { return wall < kSkip ? wall : wall - 60; }
  [[nodiscard]] static Minutes day_of(Minutes time) { return wall(time) / kDay; }
  [[nodiscard]] static Minutes minute_of(Minutes time) { return wall(time) % kDay; }
  [[nodiscard]] static bool is_business(Minutes day) { return day % 7 < 5 && day != 25; }
  [[nodiscard]] static Minutes opening(Minutes day) { return moment(day * kDay + 8 * 60 + 30); }
  [[nodiscard]] static Minutes closing(Minutes day) {
    return moment(day * kDay + (day == 18 ? 12 * 60 : 16 * 60 + 30));
  }
  [[nodiscard]] static Minutes midnight(Minutes day) { return moment(day * kDay); }
  [[nodiscard]] static bool is_open(Minutes time);
  [[nodiscard]] static Minutes next_opening(Minutes time);
  [[nodiscard]] static Minutes next_business(Minutes day);
  /// Closing time of the n-th business day after the one on which it is received.
  [[nodiscard]] static Minutes due(Minutes received, int business_days);
  /// So much open time after the end of a day.
  [[nodiscard]] static Minutes open_hours_after(Minutes day, int hours);
  /// A due time that waited from `paused` until `again`.
  [[nodiscard]] static Minutes resumed(Minutes due, Minutes paused, Minutes again);

 private:
  static constexpr Minutes kSkip = 13 * kDay + 2 * 60;
};

/// A step of a ladder: after so many business days, or hours, to whom.
struct ModelStep {
  int days = 0;
  int hours = 0;
  std::string to;
};

struct ModelOffice {
  std::string id;
  bool measured = true;
  int first_days = 0;
  int resolve_days = 0;  ///< 0: not promised
  std::vector<ModelStep> ladder;
};

struct ModelCase {
  std::size_t office = 0;
  Minutes received = 0;
  enum class Status { open, waiting, closed } status = Status::open;
  bool answered = false;
  Minutes due = 0;
  std::optional<Minutes> resolve;
  Minutes paused = 0;
  Minutes until = 0;
  std::map<Minutes, std::size_t> taken;  ///< steps, by due time
  std::optional<Minutes> told;           ///< when news last went out
  std::optional<Minutes> news_due;
  bool news_of_office = false;
  bool news_of_closing = false;

  [[nodiscard]] std::optional<Minutes> next() const;
};

/// What happens to cases, and then the rounds, in the order of time.
class MonthModel {
 public:
  explicit MonthModel(std::vector<ModelOffice> offices) : offices_(std::move(offices)) {}

  std::size_t open(std::size_t office, Minutes time);
  void answer(std::size_t which) { cases_[which].answered = true; }
  void pause(std::size_t which, Minutes time, Minutes until);
  void assign(std::size_t which, std::size_t office, Minutes time);
  void close(std::size_t which, Minutes time);
  void reopen(std::size_t which);
  void rounds(Minutes time);
  [[nodiscard]] const ModelCase& at(std::size_t which) const { return cases_[which]; }

  struct Counts {
    std::int64_t reminded = 0;   ///< cases, over all mornings
    std::int64_t reminders = 0;  ///< letters
    std::int64_t escalated = 0;
    std::int64_t escalations = 0;
    std::int64_t lists = 0;
    std::int64_t updates = 0;
    bool operator==(const Counts&) const = default;
  };
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  void resume(ModelCase& one, Minutes again) const;
  void news(ModelCase& one, Minutes time);
  void tell(ModelCase& one, Minutes time);
  void morning(Minutes time);
  void ladder(Minutes time);

  std::vector<ModelOffice> offices_;
  std::vector<ModelCase> cases_;
  Counts counts_;
};

}  // namespace docket::casebook_test
