// A letter that opens a case.
#include <fmt/format.h>

#include "config/digest.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/cases.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/number.h"
#include "daemon/casebook/parties.h"
#include "daemon/casebook/sketches.h"
#include "daemon/casebook/store.h"

namespace docket {
namespace {

/// The next number of the local year; the counter and the case are one commit, so no number is lost or used twice.
std::string next_number(const Writing& writing) {
  const int year = static_cast<int>(writing.calendar->local(writing.now).date.year());
  writing.db.run("INSERT INTO counters (year, last) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1",
                 year);
  return case_number(year, writing.db.integer("SELECT last FROM counters WHERE year = ?", year).value_or(0));
}

std::string status_of(const Recording& recording) {
  if (recording.import_closed) return "closed";
  return recording.decision.assign ? "new" : "review";
}

/// The first of our addresses it was written to, whichever office has the case: later letters are written as it.
std::string first_written_to(const Decision& decision) {
  if (decision.addressed.empty() || decision.addressed.front() == decision.assign) return decision.written_to;
  for (const Copy& copy : decision.copies) {
    if (copy.office == decision.addressed.front()) return copy.address;
  }
  return decision.written_to;
}

CaseRow new_row(const Writing& writing, const Recording& recording) {
  const Decision& decision = recording.decision;
  CaseRow row;
  row.short_number = next_number(writing);
  row.number = recording.town->case_prefix + "-" + row.short_number;
  row.status = status_of(recording);
  row.office = decision.assign;
  row.decided_by = decision.decided_by;
  row.written_to = first_written_to(decision);
  row.restricted = decision.restricted;
  row.opened = writing.now;
  row.languages = recording.acknowledgement.languages;
  // The reopening window of an old letter counts from when it came, not from when it was taken.
  if (recording.import_closed) row.closed = recording.inbound.received;
  if (!recording.import_closed) set_clock(row, recording.promise);
  return row;
}

CaseRow insert_case(const Writing& writing, const Recording& recording) {
  const Decision& decision = recording.decision;
  CaseRow row = new_row(writing, recording);
  writing.db.run(
      "INSERT INTO cases (number, short, salt, status, office, priority, channel, restricted, review, decided_by, "
      "written_to, source, imported, opened, updated, languages, closed, due, resolve_due, first_span, resolve_span, "
      "statutory, clock_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      row.number, row.short_number, sqlite::Blob{random_octets(16)}, row.status, row.office,
      static_cast<int>(decision.priority), decision.channel.empty() ? recording.letter.channel : decision.channel,
      row.restricted, decision.review, row.decided_by, row.written_to, recording.inbound.source,
      recording.import_closed, stored(row.opened), stored(row.opened), list_of(row.languages), stored(row.closed),
      stored(row.due), stored(row.resolve_due), row.first_span, row.resolve_span, row.statutory,
      stored(row.clock_from));
  row.id = writing.db.last_id();
  return row;
}

std::string decided_words(const Decision& decision) {
  if (!decision.assign) return fmt::format("review: {}", decision.review.value_or("nothing decided"));
  return fmt::format("{} ({})", *decision.assign, decision.decided_by);
}

void link(const Writing& writing, const CaseRow& row, const std::optional<CaseRow>& named) {
  if (!named) return;
  writing.db.run("INSERT OR IGNORE INTO case_links (case_id, other) VALUES (?, ?)", row.id, named->id);
  case_event(writing, row, "daemon", "linked", named->number);
}

std::optional<std::string> why_not_acknowledged(const Recording& recording) {
  const Decision& decision = recording.decision;
  if (recording.import_closed) return to_string(Withheld::old);
  if (recording.letter.bounce) return to_string(Withheld::bounce);
  if (decision.withheld) return to_string(*decision.withheld);
  if (!decision.acknowledge) return to_string(Withheld::rule);
  return std::nullopt;
}

/// Spam that no rule speaks of goes nowhere, not even to an office that some rule alarms.
bool is_unjudged_spam(const Recording& recording) {
  return recording.letter.spam && !recording.decision.assign && recording.decision.decided_by == "spam";
}

void forward_all(const Writing& writing, const CaseRow& row, const Recording& recording, std::int64_t inbound,
                 const std::vector<CopyTo>& copies) {
  const Decision& decision = recording.decision;
  if (recording.import_closed || is_unjudged_spam(recording)) return;
  const std::string sender =
      !recording.acknowledgement.from.empty() ? recording.acknowledgement.from : decision.written_to;
  std::vector<std::string> informed;
  const auto forward = [&](const std::string& office, const char* role, const std::string& rule,
                           const std::string& written_to) {
    add_forward(writing, row, {inbound, office, role, rule, written_to, sender}, *recording.town);
    informed.push_back(office);
  };
  if (decision.assign) {
    forward(*decision.assign, "answers", deciding_rule(decision), decision.written_to);
    for (const CopyTo& copy : copies) forward(copy.office, "copy", copy.rule, copy.written_to);
  }
  add_alerts(writing, row, {inbound, "", "", deciding_rule(decision), "", sender}, decision.alert, informed,
             *recording.town);
}

}  // namespace

Recorded open_case(const Writing& writing, const Recording& recording, const std::optional<CaseRow>& named) {
  const CaseRow row = insert_case(writing, recording);
  const StoredInbound inbound = store_inbound(writing, recording, {"case", "", row.id, {}, {}, false});
  store_letter(writing, recording, recording.decision, inbound.id, true);
  store_service_request(writing, recording, row.id);
  store_signs(writing, recording, row.id, inbound.id);
  if (!recording.decision.resident_none) {
    add_participant(writing, row, recording.letter);
    add_resident(writing, row, recording.letter, *recording.town);
  }
  remember_letter(writing, row, recording.letter);
  add_labels(writing, row, recording.decision.labels);
  std::vector<CopyTo> copies;
  if (!row.restricted) copies = add_copies(writing, row, wanted_copies(recording.decision.copies, false));

  case_event(writing, row, "resident", "received", arrival_words(inbound.public_id, recording));
  case_event(writing, row, "daemon", "decided", decided_words(recording.decision));
  link(writing, row, named);
  if (row.restricted) case_event(writing, row, "daemon", "restricted", "only the assigned office");
  const std::string acknowledgement = acknowledge(writing, row, inbound.id, recording.letter, recording.acknowledgement,
                                                  why_not_acknowledged(recording));
  store_acknowledgement(writing, inbound.id, acknowledgement);
  forward_all(writing, row, recording, inbound.id, copies);
  if (recording.import_closed) case_event(writing, row, "daemon", "closed", "from before the first start");
  return recorded_answer(writing, row, inbound.public_id, "case", acknowledgement);
}

}  // namespace docket
