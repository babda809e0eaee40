// What the main thread does every few seconds: reminders, news for offices and the clerk, alarms for the admin.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <span>

#include "daemon/alarms/alarms.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"

namespace docket {

/// go() by one thread; rules_changed() by any.
class Rounds {
 public:
  struct Collaborators {
    CaseBook& book;
    const Settings& settings;
    const Clock& clock;
    LogLine log;
    std::function<void()> wake_outbox;
  };
  explicit Rounds(Collaborators collaborators);

  void go(const Configuration& running, std::span<const AlarmCondition> conditions);
  /// By the command of `alarms:` alone: a letter would have to go through the book.
  void book_is_damaged(const std::string& why) { alarms_.page_without_book("it is damaged: " + why); }
  /// The clerk hears at once of rules on one person that end soon, and offices that are no more lose their cases.
  void rules_changed() {
    told_of_ends_ = 0;
    tended_ = 0;
  }

 private:
  void tell_of_ends(const Configuration& running);
  void watch_clock(const Configuration& running);
  void tend_offices(const Configuration& running);
  void tell(const char* what, const tl::expected<int, Trouble>& letters);

  Collaborators with_;
  Alarms alarms_;
  std::atomic<std::int64_t> told_of_ends_ = 0;  ///< the day (since 1970) on which that was last done
  std::atomic<std::int64_t> tended_ = 0;        ///< likewise, for offices
  std::chrono::sys_time<std::chrono::minutes> watched_{};
};

}  // namespace docket
