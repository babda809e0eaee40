// The same trouble at the same place in other words: what the book's newer cases suggest. Private: daemon/casebook
// only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/town.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// At least three cases of three people within thirty days that name one place, are with one office and share words.
/// Cases of campaigns, restricted ones and those of members' offices never are among them.
struct RecurringIssue {
  std::string id;  ///< "r-…", the same as long as its place, office and strongest word are
  std::string place;
  std::string office;  ///< id; "review"
  std::string topic;   ///< as the book keeps it: the office and a hash of the strongest word, which may be a name
  std::vector<std::string> words;
  std::vector<std::int64_t> cases;
  Time first{};  ///< when the first and the last of these cases were opened
  Time last{};
  std::string state;  ///< suggested | confirmed | dismissed
};

/// By place and office, the greatest first. Judged ones that nothing suggests any more stand at the end, without words.
[[nodiscard]] std::vector<RecurringIssue> recurring_issues(sqlite::Connection& db, Time now, const Town& town);

/// The label that the cases of a confirmed one carry.
[[nodiscard]] std::string recurring_label(const std::string& id);

}  // namespace docket
