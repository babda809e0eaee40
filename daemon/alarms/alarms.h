// Who is told of what is wrong, and how: by mail, or by the admin's command when mail out is what is broken.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/source.h"
#include "daemon/alarms/conditions.h"
#include "daemon/alarms/pager.h"
#include "daemon/casebook/book.h"

namespace docket {

/// One thread at a time.
class Alarms {
 public:
  Alarms(CaseBook& book, const Settings& settings, const Clock& clock, LogLine log);

  /// Tells what is news; true when letters were put into the outbox.
  bool sound(std::span<const AlarmCondition> conditions);
  /// By the command alone, and once an hour.
  void page_without_book(const std::string& why);

 private:
  CaseBook& book_;
  const Settings& settings_;
  const Clock& clock_;
  LogLine log_;
  Pager pager_;
  std::optional<std::chrono::steady_clock::time_point> paged_without_book_;
};

/// One a kind, with the lines of all its conditions.
[[nodiscard]] std::vector<CaseBook::Alarm> alarms_of(std::span<const AlarmCondition> conditions);

}  // namespace docket
