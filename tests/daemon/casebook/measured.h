// A desk whose offices are measured: they answer through docket, have ladders, and the town has a holiday.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "daemon/casebook/sqlite.h"
#include "daemon/casebook/writing.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {

/// Roads and parks answer through docket; roads' ladder: 1 business day to the clerk, 3 to parks. Closed on Friday,
/// 27 November 2026. The clock stands at 10:00 of Wednesday, 25 November.
class Measured {
 public:
  Measured();

  [[nodiscard]] TownNow now() const { return {*town, *calendar}; }
  /// A letter whose office promises `standard` from now on.
  Recorded take(const Sketch& sketch, const Standard& standard);
  /// Local time "2026-11-26 08:00".
  void set(const std::string& local);
  /// What `round` does there, in one transaction of its own.
  void in_book(const std::function<void(const Writing& writing)>& work);
  [[nodiscard]] CaseRow row(const std::string& number);
  void watch() { REQUIRE(desk.book->watch_clock(now()).has_value()); }
  /// "address: subject" of every letter to staff since the last call, oldest first, a line each.
  std::string letters();
  /// The text of the newest letter to staff.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string newest_message_id() const;

  Desk desk;
  std::shared_ptr<Town> town;
  std::unique_ptr<Calendar> calendar;

 private:
  std::string seen_ = "0";
};

/// "2 business days" to answer.
[[nodiscard]] Standard answered_in(int business_days);

}  // namespace docket::casebook_test
