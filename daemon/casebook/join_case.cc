// A letter that joins a case: an addition, a bounce of ours, the same letter again.
#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/cases.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/parties.h"
#include "daemon/casebook/sending.h"
#include "daemon/casebook/sketches.h"
#include "daemon/casebook/store.h"
#include "rules/withheld.h"

namespace docket {
namespace {

using std::chrono::hours;

void touch(const Writing& writing, const CaseRow& row) {
  writing.db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(writing.now), row.id);
}

/// The promise counts anew from this letter.
void reopen(const Writing& writing, CaseRow& row, const Recording& recording) {
  reopen_case(writing, row, {"resident", ""});
  start_clock(writing, row, recording.promise);
}

void restrict_case(const Writing& writing, CaseRow& row) {
  if (row.restricted) return;
  row.restricted = true;
  writing.db.run("UPDATE cases SET restricted = 1 WHERE id = ?", row.id);
  case_event(writing, row, "daemon", "restricted", "only the assigned office");
}

/// What the adding rules say acts at once.
void apply(const Writing& writing, CaseRow& row, const Recording& recording) {
  const Decision& added = recording.if_joined;
  add_labels(writing, row, added.labels);
  writing.db.run("UPDATE cases SET priority = max(priority, ?) WHERE id = ?", static_cast<int>(added.priority), row.id);
  if (added.restricted) restrict_case(writing, row);
}

std::optional<std::string> why_not_acknowledged(const Writing& writing, const CaseRow& row, const Recording& recording,
                                                const Threading& threading) {
  if (recording.import_closed) return to_string(Withheld::old);
  if (recording.letter.bounce) return to_string(Withheld::bounce);
  const Decision& added = recording.if_joined;
  if (added.withheld) return to_string(*added.withheld);
  if (!added.acknowledge) return to_string(Withheld::rule);
  if (recording.decision.withheld == Withheld::spam) return to_string(Withheld::spam);
  if (threading.unproven) return to_string(Withheld::unproven);
  const bool lately = row.short_acknowledged && *row.short_acknowledged > writing.now - hours{24};
  return lately ? std::optional<std::string>(to_string(Withheld::follow_up)) : std::nullopt;
}

std::string acknowledge_addition(const Writing& writing, const CaseRow& row, const Recording& recording,
                                 const Threading& threading, std::int64_t inbound) {
  const auto why = why_not_acknowledged(writing, row, recording, threading);
  std::string words = acknowledge(writing, row, inbound, recording.letter, recording.addition, why);
  if (words.find("withheld") == std::string::npos) {
    writing.db.run("UPDATE cases SET short_acknowledged = ? WHERE id = ?", stored(writing.now), row.id);
  }
  return words;
}

/// What the case waited for has come: a letter of a person.
bool ends_the_wait(const Recording& recording) { return !recording.import_closed && !is_from_a_machine(recording); }

/// The letter and its case are undelivered, and whoever must know is told; a second report changes nothing.
void came_back(const Writing& writing, std::int64_t outbox, const std::string& status) {
  if (writing.db.integer("SELECT undelivered FROM outbox WHERE id = ?", outbox).value_or(0) != 0) return;
  row_failed(writing.db, outbox, status, "daemon", writing.now);
}

/// Two programs that write to each other would go round with us, whoever they are to the case.
bool comes_from(const Recording& recording, const std::string& id) {
  const Office* office = recording.town->office(id);
  const auto& from = recording.letter.from;
  return office != nullptr && std::any_of(from.begin(), from.end(), [&](const Address& author) {
           return is_same_address(author.address, office->address);
         });
}

}  // namespace

void forward_addition(const Writing& writing, const CaseRow& row, const Recording& recording, std::int64_t inbound,
                      const std::vector<CopyTo>& fresh, PassedTo to, const std::string& except) {
  if (recording.import_closed || !row.office) return;
  const std::string& sender = !recording.addition.from.empty() ? recording.addition.from : row.written_to;
  const auto forward = [&](const CopyTo& copy, const char* role) {
    if (copy.office == except || comes_from(recording, copy.office)) return;
    add_forward(writing, row, {inbound, copy.office, role, copy.rule, copy.written_to, sender}, *recording.town);
  };
  if (to != PassedTo::only_fresh) forward({*row.office, "", ""}, "addition");
  if (row.restricted) return;
  for (const std::string& office : case_copies(writing.db, row.id)) {
    const auto is_fresh = [&](const CopyTo& one) { return one.office == office; };
    const auto found = std::find_if(fresh.begin(), fresh.end(), is_fresh);
    if (found != fresh.end()) {
      forward(*found, "copy");  // once an office and case: no circle of machines comes of it
    } else if (to == PassedTo::all) {
      forward({office, "", ""}, "addition");
    }
  }
}

Recorded join_case(const Writing& writing, const Recording& recording, const Threading& threading, bool reopens) {
  CaseRow row = *threading.joins;
  const StoredInbound inbound = store_inbound(writing, recording, {"addition", "", row.id, {}, {}, threading.unproven});
  store_letter(writing, recording, recording.if_joined, inbound.id, true);
  remember_letter(writing, row, recording.letter);
  touch(writing, row);
  case_event(writing, row, "resident", "received", arrival_words(inbound.public_id, recording));
  case_event(writing, row, "daemon", "joined", threading.how + (threading.unproven ? ", unproven" : ""));
  if (!threading.unproven) {
    add_participant(writing, row, recording.letter);
    add_copied(writing, row, recording.letter, *recording.town);
  }
  if (!recording.import_closed) store_mentions(writing, recording, row.id);
  if (reopens) reopen(writing, row, recording);
  if (row.paused && ends_the_wait(recording)) {
    resume_case(writing, {*recording.town, *writing.calendar}, row, {"resident", ""});
  }
  apply(writing, row, recording);
  const std::string acknowledgement = acknowledge_addition(writing, row, recording, threading, inbound.id);
  store_acknowledgement(writing, inbound.id, acknowledgement);
  std::vector<CopyTo> fresh;
  if (!row.restricted) fresh = add_copies(writing, row, wanted_copies(recording.if_joined.copies, false));
  forward_addition(writing, row, recording, inbound.id, fresh, PassedTo::all);
  if (!recording.import_closed) {
    std::vector<std::string> informed = case_copies(writing.db, row.id);
    if (row.office) informed.push_back(*row.office);
    add_alerts(writing, row, {inbound.id, "", "", "", "", recording.addition.from}, recording.if_joined.alert, informed,
               *recording.town);
  }
  const std::string why = threading.how + (threading.unproven ? ", unproven" : "");
  return recorded_answer(writing, row, inbound.public_id, "addition", acknowledgement, why);
}

Recorded add_bounce(const Writing& writing, const Recording& recording, const Returned& returned) {
  const CaseRow& row = returned.row;
  const StoredInbound inbound = store_inbound(writing, recording, {"addition", "bounce", row.id, {}, {}, false});
  store_letter(writing, recording, recording.if_joined, inbound.id, true);
  touch(writing, row);
  case_event(writing, row, "daemon", "received", arrival_words(inbound.public_id, recording) + ": a delivery report");
  const Bounce& bounce = *recording.letter.bounce;
  const bool only_news = ascii_equal_nocase(bounce.action, "delayed") || ascii_equal_nocase(bounce.action, "relayed") ||
                         ascii_equal_nocase(bounce.action, "delivered") ||
                         ascii_equal_nocase(bounce.action, "expanded");
  if (!only_news && returned.outbox) came_back(writing, *returned.outbox, bounce.status);
  const std::string why = to_string(Withheld::bounce);
  case_event(writing, row, "daemon", "withheld", why);
  store_acknowledgement(writing, inbound.id, "ack withheld: " + why);
  return recorded_answer(writing, row, inbound.public_id, "addition", "ack withheld: " + why, "a delivery report");
}

Recorded add_duplicate(const Writing& writing, const Recording& recording, std::int64_t same_as,
                       const std::optional<CaseRow>& row) {
  const auto case_id = row ? std::optional(row->id) : std::nullopt;
  const StoredInbound inbound = store_inbound(writing, recording, {"duplicate", "", case_id, same_as, {}, false});
  const std::string words = std::string("ack withheld: ") + to_string(Withheld::duplicate);
  store_acknowledgement(writing, inbound.id, words);
  Recorded recorded;
  recorded.inbound = inbound.public_id;
  recorded.outcome = "duplicate";
  recorded.acknowledgement = words;
  if (!row) return recorded;
  touch(writing, *row);
  case_event(writing, *row, "resident", "received",
             arrival_words(inbound.public_id, recording) + ": the same letter again");
  case_event(writing, *row, "daemon", "withheld", to_string(Withheld::duplicate));
  if (!row->restricted && !recording.decision.restricted) {
    for (const CopyTo& copy : add_copies(writing, *row, wanted_copies(recording.if_joined.copies, true))) {
      if (recording.import_closed || !row->office) continue;
      add_forward(writing, *row, {inbound.id, copy.office, "copy", copy.rule, copy.written_to, copy.written_to},
                  *recording.town);
    }
  }
  return recorded_answer(writing, *row, inbound.public_id, "duplicate", words, "the same letter again");
}

}  // namespace docket
