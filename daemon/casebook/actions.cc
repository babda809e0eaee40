#include "daemon/casebook/actions.h"

#include <fmt/format.h>

#include <utility>

#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr const char* kReview = "review";

struct KeptLetter {
  std::int64_t inbound = 0;
  std::string outcome;
};

/// The letters of the case that people wrote, but not the office itself, oldest first: what it must have.
std::vector<KeptLetter> letters_for(sqlite::Connection& db, const CaseRow& row, const std::string& office) {
  sqlite::Query query(db,
                      "SELECT id, outcome FROM inbounds WHERE case_id IN (SELECT id FROM cases WHERE id = ?1 OR "
                      "merged_into = ?1) AND outcome IN ('case', 'addition') "
                      "AND reason = '' AND coalesce(office, '') <> ?2 ORDER BY id LIMIT 200");
  query.bind(row.id);
  query.bind(office);
  std::vector<KeptLetter> letters;
  while (query.step()) letters.push_back({query.integer(0), query.text(1)});
  return letters;
}

/// Under the number of this case, or of one that was merged into it.
bool has_letter(sqlite::Connection& db, const CaseRow& row, const KeptLetter& letter, const std::string& office) {
  return db
      .integer(
          "SELECT 1 FROM outbox WHERE case_id IN (SELECT id FROM cases WHERE id = ?1 OR merged_into = ?1) AND "
          "inbound_id = ?2 AND office = ?3 AND kind = 'forward' LIMIT 1",
          row.id, letter.inbound, office)
      .has_value();
}

/// An office that must now answer gets everything, also what it had as a copy.
void forward_to_assigned(const Writing& writing, const CaseRow& row, const std::string& office, const Town& town) {
  for (const KeptLetter& letter : letters_for(writing.db, row, office)) {
    const char* role = letter.outcome == "case" ? "answers" : "addition";
    add_forward(writing, row, {letter.inbound, office, role, "", row.written_to, row.written_to}, town);
  }
}

/// In review nothing went out but alarms; the offices that were to get copies get each letter once.
void forward_to_copies(const Writing& writing, const CaseRow& row, const Town& town) {
  for (const CopyTo& copy : kept_copies(writing.db, row)) {
    for (const KeptLetter& letter : letters_for(writing.db, row, copy.office)) {
      if (has_letter(writing.db, row, letter, copy.office)) continue;
      const char* role = letter.outcome == "case" ? "copy" : "addition";
      add_forward(writing, row, {letter.inbound, copy.office, role, copy.rule, copy.written_to, row.written_to}, town);
    }
  }
}

std::string day_of(const TownNow& now, Time time) { return iso_date(now.calendar.local(time).date); }

void end_case(const Writing& writing, CaseRow& row, const By& by) {
  row.status = "closed";
  row.closed = writing.now;
  row.paused.reset();
  row.paused_until.reset();
  writing.db.run("UPDATE cases SET status = 'closed', closed = ?, paused = NULL, paused_until = NULL WHERE id = ?",
                 stored(writing.now), row.id);
  writing.db.run("INSERT INTO closings (public, case_id, at, who) VALUES (?, ?, ?, ?)", public_id('s', writing.now),
                 row.id, stored(writing.now), by.who);
  action_event(writing, row, by, "closed", "");
}

}  // namespace

void action_event(const Writing& writing, const CaseRow& row, const By& by, const std::string& what,
                  const std::string& detail) {
  append_event(writing.db, writing.now, {row.id, by.who, what, detail, to_valid_utf8(by.words)});
  writing.db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(writing.now), row.id);
}

void assign_case(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& office, const By& by,
                 News news) {
  const bool was_in_review = !row.office;
  if (row.paused) resume_case(writing, now, row, {by.who, ""});
  action_event(writing, row, by, "assigned", row.office ? fmt::format("{} → {}", *row.office, office) : office);
  if (row.status != "closed") row.status = "open";
  row.office = office;
  writing.db.run("UPDATE cases SET office = ?, status = ?, review = NULL WHERE id = ?", office, row.status, row.id);
  clock_for_office(writing, now, row);
  forward_to_assigned(writing, row, office, now.town);
  writing.db.run("DELETE FROM case_copies WHERE case_id = ? AND office = ?", row.id, office);
  if (was_in_review && !row.restricted) forward_to_copies(writing, row, now.town);
  if (row.status != "closed") tell_resident(writing, now, row, news, by.by_letter);
}

void close_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by) {
  end_case(writing, row, by);
  tell_resident(writing, now, row, News::closed, by.by_letter);
}

void close_as_answered(const Writing& writing, CaseRow& row) {
  end_case(writing, row, {"resident", ""});
  writing.db.run(
      "UPDATE closings SET answer = 'yes', answered = at WHERE id = (SELECT max(id) FROM closings WHERE case_id = ?)",
      row.id);
  writing.db.run("UPDATE cases SET answered = ? WHERE id = ?", stored(writing.now), row.id);
  writing.db.run("DELETE FROM news WHERE case_id = ?", row.id);
}

void reopen_case(const Writing& writing, CaseRow& row, const By& by) {
  row.status = row.office ? "open" : kReview;
  row.closed.reset();
  writing.db.run("UPDATE cases SET status = ?, closed = NULL, answered = NULL WHERE id = ?", row.status, row.id);
  drop_news_of_closing(writing, row);
  action_event(writing, row, by, "reopened", "");
}

void extend_case(const Writing& writing, const TownNow& now, CaseRow& row, Time due, const By& by) {
  set_due(writing, row, due);
  action_event(writing, row, by, "extended", day_of(now, due));
  tell_resident(writing, now, row, News::extended, by.by_letter);
}

void pause_case(const Writing& writing, const TownNow& now, CaseRow& row, Time until, const By& by) {
  pause_clock(writing, row, until);
  action_event(writing, row, by, "paused", day_of(now, until));
}

void resume_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by) {
  resume_clock(writing, now, row);
  action_event(writing, row, by, "resumed", "");
}

}  // namespace docket
