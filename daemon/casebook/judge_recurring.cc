// CaseBook::judge_recurring: a clerk says whether a suggestion is a recurring issue.
#include <algorithm>

#include "config/text.h"
#include "daemon/casebook/recurring.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

/// Once judged, a topic of a place is never suggested again; confirmed, its cases carry a label.
void judge(sqlite::Connection& db, Time now, const RecurringIssue& issue, bool confirmed, const std::string& who) {
  const char* state = confirmed ? "confirmed" : "dismissed";
  db.run(
      "INSERT INTO recurring (public, place, topic, state, at, who) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (place, topic) DO UPDATE SET state = excluded.state, at = excluded.at, who = excluded.who",
      issue.id, issue.place, issue.topic, state, stored(now), to_valid_utf8(who));
  const auto label = recurring_label(issue.id);
  if (!confirmed) db.run("DELETE FROM case_labels WHERE label = ?", label);
  for (const std::int64_t id : issue.cases) {
    if (confirmed) db.run("INSERT OR IGNORE INTO case_labels (case_id, label) VALUES (?, ?)", id, label);
  }
  append_event(db, now, {std::nullopt, to_valid_utf8(who), "recurring", issue.id + " " + state, ""});
}

}  // namespace

tl::expected<void, Refusal> CaseBook::judge_recurring(const std::string& id, bool confirmed, const std::string& who,
                                                      const Town& town) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<void, Refusal> {
    const Time now = state_->clock.now();
    const auto issues = recurring_issues(db, now, town);
    const auto found =
        std::find_if(issues.begin(), issues.end(), [&](const RecurringIssue& issue) { return issue.id == id; });
    if (found == issues.end()) {
      return tl::unexpected(Refusal{1, "there is no recurring issue " + to_valid_utf8(id)});
    }
    judge(db, now, *found, confirmed, who);
    return {};
  });
}

}  // namespace docket
