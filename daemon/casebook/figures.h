// The counting behind `docket report`: what one case is worth in each figure, and the sums. Pure: what the book says of
// a case comes in as values. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/calendar.h"
#include "config/clock.h"

namespace docket {

/// What the book says of one case, as far as figures ask.
struct CaseFacts {
  std::optional<std::string> office;  ///< id; absent in review
  std::string channel;
  Time received{};  ///< its first letter, by the server's clock
  bool is_closed = false;
  bool direct = false;  ///< its office answers residents itself: only what it tells the case is known
  bool statutory = false;
  std::optional<Time> due;  ///< of the first response, as it stands now
  std::optional<Time> first_response;
  std::optional<Time> resolve_due;
  std::optional<Time> closed;
  bool answered = false;                      ///< its ready answer was enough
  std::vector<std::pair<Time, Time>> pauses;  ///< while it waited for the resident; one that lasts ends now
  std::optional<Time> paused;                 ///< since when it waits

  std::optional<Time> acknowledged;  ///< when the acknowledgement had gone out
  std::string withheld;              ///< why none goes out
  bool undelivered = false;          ///< it was refused, or came back
  std::optional<Time> forwarded;     ///< when its office first had it

  int reopened = 0;
  int rerouted = 0;
  int not_ours = 0;
  int settled_yes = 0;
  int settled_not_yet = 0;
  int settled_none = 0;
  int duplicates = 0;
  std::optional<std::int64_t> campaign;
};

/// Which of the counts of a promise a case adds to, and how long it took.
struct Kept {
  const char* word = "no_promise";
  bool statutory = false;
  std::optional<std::int64_t> open_seconds;  ///< from receipt, without pauses; absent while it is not done
};

/// One case judged once, to be added to its office and to the total.
struct CaseFigures {
  Kept first_response;
  Kept resolution;
  const char* acknowledged = "waiting";
  const char* forwarded = "open";
  std::int64_t paused_seconds = 0;
};

[[nodiscard]] CaseFigures judge(const CaseFacts& facts, Time now, const Calendar& calendar);

/// The sums of one office, or of all.
class Figures {
 public:
  Figures();
  void add(const CaseFacts& facts, const CaseFigures& judged);
  /// A case that is open now, so many days old.
  void add_open(int days);
  /// The members are told in daemon/casebook/SCHEMA.md. Not `const`: it sorts what it measured.
  [[nodiscard]] nlohmann::json to_json();

 private:
  using Tally = std::map<std::string, std::int64_t>;
  struct Promises {
    Tally all;
    Tally statutory;
    std::vector<std::int64_t> seconds;
    void add(const Kept& kept);
    [[nodiscard]] nlohmann::json to_json();
  };
  Promises first_response_;
  Promises resolution_;
  Tally counts_;  ///< those without a group
  Tally channels_, acknowledged_, withheld_, forwarded_, settled_, backlog_;
  std::int64_t paused_cases_ = 0;
  std::int64_t paused_seconds_ = 0;
  std::set<std::int64_t> campaigns_;
  std::int64_t campaign_letters_ = 0;
};

}  // namespace docket
