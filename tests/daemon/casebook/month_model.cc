#include "tests/daemon/casebook/month_model.h"

#include <algorithm>

namespace docket::casebook_test {

using Hours = ModelHours;

bool ModelHours::is_open(Minutes time) {
  const Minutes day = day_of(time);
  return is_business(day) && opening(day) <= time && time < closing(day);
}

Minutes ModelHours::next_opening(Minutes time) {
  if (is_open(time)) return time;
  Minutes day = day_of(time);
  if (!is_business(day) || time >= closing(day)) day = next_business(day);
  return opening(day);
}

Minutes ModelHours::next_business(Minutes day) {
  do {
    ++day;
  } while (!is_business(day));
  return day;
}

Minutes ModelHours::due(Minutes received, int business_days) {
  Minutes day = day_of(next_opening(received));
  for (int i = 0; i < business_days; ++i) day = next_business(day);
  return closing(day);
}

Minutes ModelHours::open_hours_after(Minutes day, int hours) {
  Minutes left = Minutes{hours} * 60;
  while (true) {
    day = next_business(day);
    const Minutes length = closing(day) - opening(day);
    if (left <= length) return opening(day) + left;
    left -= length;
  }
}

Minutes ModelHours::resumed(Minutes due, Minutes paused, Minutes again) {
  if (due <= paused || again <= paused) return due;
  int left = 0;
  for (Minutes day = day_of(paused); day <= day_of(due); ++day) {
    if (is_business(day) && paused < closing(day) && closing(day) <= due) ++left;
  }
  left = std::max(left, 1);
  for (Minutes day = day_of(again);; ++day) {
    if (is_business(day) && again < closing(day) && --left == 0) return std::max(due, closing(day));
  }
}

std::optional<Minutes> ModelCase::next() const {
  if (status == Status::closed) return std::nullopt;
  return answered ? resolve : std::optional(due);
}

std::size_t MonthModel::open(std::size_t office, Minutes time) {
  ModelCase fresh;
  fresh.office = office;
  fresh.received = time;
  fresh.due = Hours::due(time, offices_[office].first_days);
  if (offices_[office].resolve_days > 0) fresh.resolve = Hours::due(time, offices_[office].resolve_days);
  cases_.push_back(fresh);
  return cases_.size() - 1;
}

void MonthModel::pause(std::size_t which, Minutes time, Minutes until) {
  cases_[which].status = ModelCase::Status::waiting;
  cases_[which].paused = time;
  cases_[which].until = until;
}

void MonthModel::resume(ModelCase& one, Minutes again) const {
  one.status = ModelCase::Status::open;
  if (!one.answered) one.due = Hours::resumed(one.due, one.paused, again);
  if (one.resolve) one.resolve = Hours::resumed(*one.resolve, one.paused, again);
}

/// The new office's own days, from the receipt; where they are over by now, from now.
void MonthModel::assign(std::size_t which, std::size_t office, Minutes time) {
  ModelCase& one = cases_[which];
  const auto promised = [&](int days) {
    const Minutes due = Hours::due(one.received, days);
    return due < time ? Hours::due(time, days) : due;
  };
  one.status = ModelCase::Status::open;
  one.office = office;
  one.due = promised(offices_[office].first_days);
  one.resolve.reset();
  if (offices_[office].resolve_days > 0) one.resolve = promised(offices_[office].resolve_days);
  one.news_of_office = true;
  news(one, time);
}

void MonthModel::close(std::size_t which, Minutes time) {
  ModelCase& one = cases_[which];
  one.status = ModelCase::Status::closed;
  one.news_of_closing = true;
  news(one, time);
}

void MonthModel::reopen(std::size_t which) {
  ModelCase& one = cases_[which];
  one.status = ModelCase::Status::open;
  one.news_of_closing = false;
  if (!one.news_of_office) one.news_due.reset();
}

void MonthModel::news(ModelCase& one, Minutes time) {
  Minutes due = time;
  if (one.told) due = std::max(due, *one.told + Hours::kDay);
  due = Hours::next_opening(due);
  if (one.news_due) due = std::min(due, Hours::next_opening(std::max(time, *one.news_due)));
  one.news_due = due;
  if (due <= time) tell(one, time);
}

/// Of a closed case only that it is closed.
void MonthModel::tell(ModelCase& one, Minutes time) {
  const bool closed = one.status == ModelCase::Status::closed;
  const bool is_news = closed ? one.news_of_closing : one.news_of_office;
  one.news_due.reset();
  one.news_of_office = one.news_of_closing = false;
  if (!is_news) return;
  one.told = time;
  ++counts_.updates;
}

void MonthModel::rounds(Minutes time) {
  for (ModelCase& one : cases_) {
    if (one.news_due && *one.news_due <= time && Hours::is_open(time)) tell(one, time);
    if (one.status == ModelCase::Status::waiting && one.until <= time) resume(one, one.until);
  }
  const Minutes day = Hours::day_of(time);
  if (Hours::is_business(day) && Hours::minute_of(time) == 8 * 60) morning(time);
  if (Hours::is_open(time)) ladder(time);
}

void MonthModel::morning(Minutes time) {
  const Minutes until = Hours::closing(Hours::next_business(Hours::day_of(time)));
  std::set<std::size_t> reminded;
  bool late = false;
  for (const ModelCase& one : cases_) {
    const auto next = one.next();
    if (one.status != ModelCase::Status::open || !next || !offices_[one.office].measured) continue;
    if (*next <= until) {
      ++counts_.reminded;
      reminded.insert(one.office);
    }
    late = late || *next <= time;
  }
  counts_.reminders += static_cast<std::int64_t>(reminded.size());
  if (late) ++counts_.lists;
}

void MonthModel::ladder(Minutes time) {
  std::set<std::string> targets;
  for (ModelCase& one : cases_) {
    const auto next = one.next();
    const auto& office = offices_[one.office];
    if (one.status != ModelCase::Status::open || !next || *next > time || !office.measured) continue;
    std::size_t& taken = one.taken[*next];
    for (; taken < office.ladder.size(); ++taken) {
      const ModelStep& step = office.ladder[taken];
      Minutes day = Hours::day_of(*next);
      for (int i = 0; i < step.days; ++i) day = Hours::next_business(day);
      const Minutes moment = step.days > 0 ? Hours::closing(day) : Hours::open_hours_after(day, step.hours);
      if (moment > time) break;
      ++counts_.escalated;
      targets.insert(step.to);
    }
  }
  counts_.escalations += static_cast<std::int64_t>(targets.size());
}

}  // namespace docket::casebook_test
