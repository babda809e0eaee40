#include "daemon/casebook/clock.h"

#include <algorithm>

#include "config/quantity.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

std::string words_of(const std::optional<Span>& span) { return span ? to_string(*span) : std::string(); }

/// A day that a person set, or that an older docket promised, has no span: it counts in business days.
std::optional<Time> after_pause(const Calendar& calendar, const std::optional<Time>& due, const std::string& span,
                                Time paused, Time again) {
  if (!due) return due;
  return calendar.resumed(*due, parse_span(span).value_or(Span{1, Span::Unit::business_days}), paused, again);
}

}  // namespace

void set_clock(CaseRow& row, const Promise& promise) {
  const Standard& standard = promise.standard;
  // By when an answer was due that has been given stays as it was: figures tell whether it was in time.
  if (!row.first_response) row.due = promise.first_response;
  row.resolve_due = promise.resolve;
  row.first_span = words_of(standard.first_response);
  row.resolve_span = words_of(standard.resolve);
  row.statutory = standard.statutory;
  row.clock_from = promise.from == Time{} ? std::nullopt : std::optional(promise.from);
}

void start_clock(const Writing& writing, CaseRow& row, const Promise& promise) {
  set_clock(row, promise);
  writing.db.run(
      "UPDATE cases SET due = ?, resolve_due = ?, first_span = ?, resolve_span = ?, statutory = ?, clock_from = ? "
      "WHERE id = ?",
      stored(row.due), stored(row.resolve_due), row.first_span, row.resolve_span, row.statutory, stored(row.clock_from),
      row.id);
}

void clock_for_office(const Writing& writing, const TownNow& now, CaseRow& row) {
  const Office* office = row.office ? now.town.office(*row.office) : nullptr;
  if (office == nullptr || row.statutory) return;
  Promise promise = promise_of(office->standard, row.clock_from.value_or(row.opened), now.calendar);
  const Promise from_now = promise_of(office->standard, writing.now, now.calendar);
  if (promise.first_response && *promise.first_response < writing.now) promise.first_response = from_now.first_response;
  if (promise.resolve && *promise.resolve < writing.now) promise.resolve = from_now.resolve;
  start_clock(writing, row, promise);
}

void first_answer(const Writing& writing, CaseRow& row, const std::string& who) {
  const int first = writing.db.run("UPDATE cases SET first_response = ? WHERE id = ? AND first_response IS NULL",
                                   stored(writing.now), row.id);
  if (first == 0) return;
  row.first_response = writing.now;
  case_event(writing, row, who, "first_response", "");
}

void set_due(const Writing& writing, CaseRow& row, Time due) {
  const bool answered = row.first_response.has_value();
  (answered ? row.resolve_due : row.due) = due;
  writing.db.run("UPDATE cases SET due = ?, resolve_due = ? WHERE id = ?", stored(row.due), stored(row.resolve_due),
                 row.id);
}

void pause_clock(const Writing& writing, CaseRow& row, Time until) {
  row.status = "waiting";
  row.paused = writing.now;
  row.paused_until = until;
  writing.db.run("UPDATE cases SET status = 'waiting', paused = ?, paused_until = ? WHERE id = ?", stored(writing.now),
                 stored(until), row.id);
}

void resume_clock(const Writing& writing, const TownNow& now, CaseRow& row) {
  if (row.paused && !row.statutory) {
    const Time again = std::min(writing.now, row.paused_until.value_or(writing.now));
    if (!row.first_response) row.due = after_pause(now.calendar, row.due, row.first_span, *row.paused, again);
    row.resolve_due = after_pause(now.calendar, row.resolve_due, row.resolve_span, *row.paused, again);
  }
  row.status = row.office ? "open" : "review";
  row.paused.reset();
  row.paused_until.reset();
  writing.db.run(
      "UPDATE cases SET status = ?, paused = NULL, paused_until = NULL, due = ?, resolve_due = ? WHERE id = ?",
      row.status, stored(row.due), stored(row.resolve_due), row.id);
}

Time later_by(const Calendar& calendar, Time from, const Span& span) {
  using std::chrono::hours;
  const int count = span.count;
  switch (span.unit) {
    case Span::Unit::minutes:
      return from + std::chrono::minutes{count};
    case Span::Unit::hours:
      return from + hours{count};
    case Span::Unit::days:
      return from + hours{24} * count;
    case Span::Unit::business_hours:
      return calendar.due(from, span).value_or(from + hours{count});
    case Span::Unit::business_days:
      return calendar.due(from, span).value_or(from + hours{24} * count);
    case Span::Unit::same_day:
      break;
  }
  return calendar.due(from, span).value_or(from + hours{24});
}

}  // namespace docket
