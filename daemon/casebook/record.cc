// CaseBook::record and the one place that says what becomes of an inbound.
#include <exception>
#include <utility>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/cases.h"
#include "daemon/casebook/clerk_answer.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/office_letter.h"
#include "daemon/casebook/splitting.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/store.h"

namespace docket {
namespace {

using Answer = tl::expected<Recorded, Trouble>;

struct SameLetter {
  std::int64_t inbound = 0;
  std::string outcome;
  std::optional<std::int64_t> case_id;
};

/// An earlier letter with the same key. One that was ignored stands only for another to be ignored (a copy that came
/// another way may be wanted), one in quarantine only for the very same octets (its key is from what could be read).
std::optional<SameLetter> find_same(const Writing& writing, const Recording& recording, const Threading& threading) {
  const std::string& key = recording.letter.letter_key;
  if (key.empty()) return std::nullopt;
  const bool ignored =
      (recording.decision.outcome == Decision::Outcome::ignored && !threading.joins) || recording.letter.own;
  sqlite::Query query(writing.db,
                      "SELECT id, outcome, case_id FROM inbounds WHERE letter_key = ? AND length(letter_key) > 0 "
                      "AND (outcome IN ('case', 'addition') OR (outcome = 'ignored' AND ?) "
                      "OR (outcome = 'quarantined' AND ? AND sha256 = ?)) AND NOT (source = ? AND delivery_key = ?) "
                      "ORDER BY case_id IS NULL, id LIMIT 1");
  query.bind(sqlite::Blob{key});
  query.bind(ignored);
  query.bind(recording.quarantine.has_value() && !recording.inbound.octets.empty());
  query.bind(recording.letter.sha256);
  query.bind(recording.inbound.source);
  query.bind(recording.inbound.delivery_key);
  if (!query.step()) return std::nullopt;
  return SameLetter{query.integer(0), query.text(1), query.maybe_integer(2)};
}

Recorded ignore(const Writing& writing, const Recording& recording, const std::string& reason) {
  const StoredInbound inbound = store_inbound(writing, recording, {"ignored", reason, {}, {}, {}, false});
  store_letter(writing, recording, recording.decision, inbound.id, false);
  append_event(writing.db, writing.now,
               {std::nullopt, "daemon", "ignored", arrival_words(inbound.public_id, recording) + ": " + reason, ""});
  Recorded recorded;
  recorded.inbound = inbound.public_id;
  recorded.outcome = "ignored";
  recorded.reason = reason;
  recorded.decided_by = recording.decision.decided_by;
  recorded.acknowledgement = std::string("ack withheld: ") + to_string(Withheld::ignored);
  store_acknowledgement(writing, inbound.id, recorded.acknowledgement);
  return recorded;
}

bool may_reopen(const Writing& writing, const Recording& recording, const Threading& threading) {
  if (threading.unproven || !threading.joins->closed) return false;
  const Span window = recording.town->reopen.value_or(Span{30, Span::Unit::days});
  return writing.now <= later_by(*writing.calendar, *threading.joins->closed, window);
}

/// Only here rules decide: a letter of a case is never ignored, whatever they say.
Recorded open_or_ignore(const Writing& writing, const Recording& recording, const std::optional<CaseRow>& named) {
  const Decision& decision = recording.decision;
  if (decision.outcome != Decision::Outcome::ignored) return open_case(writing, recording, named);
  return ignore(writing, recording, decision.ignored.value_or(decision.decided_by));
}

/// Offices, machines and old letters do not reopen a case; a resident does within the town's time, later the letter
/// opens a new one.
Recorded join_or_open(const Writing& writing, const Recording& recording, const Threading& threading) {
  if (!threading.joins) {
    Recorded recorded = open_or_ignore(writing, recording, threading.named);
    if (threading.named && threading.writer.listed) tell_claimant(writing, recording, threading, recorded);
    return recorded;
  }
  if (!threading.writer.is_resident()) return join_office_letter(writing, recording, threading);
  const bool closed = threading.joins->status == "closed";
  const bool quiet = is_from_a_machine(recording) || recording.import_closed;
  if (!closed || quiet) return join_case(writing, recording, threading, false);
  if (may_reopen(writing, recording, threading)) return join_case(writing, recording, threading, true);
  return open_or_ignore(writing, recording, threading.joins);
}

}  // namespace

Recorded quarantine_one(const Writing& writing, const Recording& recording, const std::string& reason) {
  const StoredInbound inbound = store_inbound(writing, recording, {"quarantined", reason, {}, {}, {}, false});
  append_event(writing.db, writing.now,
               {std::nullopt, "daemon", "quarantined",
                inbound.public_id + " through " + recording.inbound.source + ": " + reason, ""});
  const bool answered = recording.inbound.oversize && recording.acknowledgement.template_name == "too-large";
  if (answered && !recording.import_closed && !recording.decision.withheld) {
    add_notice(writing, inbound.id, recording.letter, recording.acknowledgement);
  }
  Recorded recorded;
  recorded.inbound = inbound.public_id;
  recorded.outcome = "quarantined";
  recorded.reason = reason;
  return recorded;
}

Recorded record_one(const Writing& writing, const Recording& recording) {
  const Inbound& inbound = recording.inbound;
  const Letter& letter = recording.letter;
  if (inbound.apart) {
    if (auto split = split_off(writing, recording)) return *split;
  }
  if (auto known = find_delivery(writing.db, inbound.source, inbound.delivery_key)) return *known;
  const Threading threading = find_case(writing, recording);
  if (const auto same = find_same(writing, recording, threading)) {
    auto row = same->case_id ? load_case(writing.db, *same->case_id) : std::nullopt;
    if (row) row = led_on(writing.db, std::move(*row));
    return add_duplicate(writing, recording, same->inbound, row);
  }
  if (recording.quarantine) return quarantine_one(writing, recording, *recording.quarantine);
  if (letter.own) return ignore(writing, recording, "own");
  if (letter.bounce && letter.bounce->kind == Bounce::Kind::receipt) return ignore(writing, recording, "receipt");
  if (letter.bounce) {
    if (const auto returned = find_returned(writing, recording)) return add_bounce(writing, recording, *returned);
  }
  if (const auto about = answered_by_clerk(writing, recording)) {
    if (const auto same = clerk_answered(writing, recording)) return add_duplicate(writing, recording, *same, {});
    const Recorded recorded = ignore(writing, recording, kClerkAnswer);
    carry_out(writing, recording, *about);
    return recorded;
  }
  return join_or_open(writing, recording, threading);
}

namespace {

/// A recording that breaks a rule of the schema, or that cannot be handled at all, is set aside alone; trouble of the
/// disk is everyone's and goes up.
Recorded record_apart(const Writing& writing, const Recording& recording) {
  std::string reason;
  try {
    sqlite::Savepoint savepoint(writing.db);
    Recorded recorded = record_one(writing, recording);
    savepoint.release();
    return recorded;
  } catch (const sqlite::Error& error) {
    if (!error.is_constraint()) throw;
    reason = std::string("the case book refused it: ") + error.what();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    reason = std::string("it could not be recorded: ") + error.what();
  }
  sqlite::Savepoint savepoint(writing.db);
  Recorded recorded = quarantine_one(writing, recording, reason);
  savepoint.release();
  return recorded;
}

template <typename RecordOne>
std::vector<Answer> record_each(const Writing& writing, std::span<const Recording> recordings, RecordOne&& one) {
  std::vector<Answer> answers;
  answers.reserve(recordings.size());
  for (const Recording& recording : recordings) answers.emplace_back(one(writing, recording));
  return answers;
}

/// Hardly any group has a letter in it that must be set aside. One that has is begun anew, each letter apart: to be
/// ready for it always would cost each of them a savepoint.
std::vector<Answer> record_group(const Writing& writing, std::span<const Recording> recordings, bool alone) {
  try {
    return record_each(writing, recordings, record_one);
  } catch (const sqlite::Error& error) {
    if (!alone || !error.is_constraint()) throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // it comes again, and then says whose it is
    if (!alone) throw;
  }
  sqlite::begin_anew(writing.db);
  return record_each(writing, recordings, record_apart);
}

std::vector<Answer> look_up(CaseBook::State& state, std::span<const Recording> recordings, const Trouble& trouble) {
  std::vector<Answer> answers;
  try {
    sqlite::Connection& db = state.connection();
    for (const Recording& recording : recordings) {
      auto known = find_delivery(db, recording.inbound.source, recording.inbound.delivery_key);
      answers.push_back(known ? Answer(*known) : Answer(tl::unexpected(trouble)));
    }
  } catch (const sqlite::Error&) {
    state.db.reset();
    answers.resize(recordings.size(), Answer(tl::unexpected(trouble)));
  }
  return answers;
}

}  // namespace

std::vector<Answer> CaseBook::record(std::span<const Recording> recordings, const Calendar& calendar) {
  const auto written = state_->write([&](sqlite::Connection& db) {
    const Writing writing{db, state_->keys, state_->options, &calendar, state_->clock.now(), state_->restored};
    return record_group(writing, recordings, state_->is_alone());
  });
  if (written) return *written;
  const auto guard = state_->locked();
  return look_up(*state_, recordings, written.error());
}

}  // namespace docket
