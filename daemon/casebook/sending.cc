#include "daemon/casebook/sending.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/writing.h"

namespace docket {
namespace {

using std::chrono::minutes;

constexpr minutes kFirstWait{1};
constexpr minutes kLongestWait{240};
constexpr std::chrono::hours kGiveUp{24 * 5};

std::string words_of(const std::string& kind, const std::string& office) {
  return office.empty() ? kind : fmt::format("{} to {}", kind, office);
}

std::string kept_reply(const std::string& reply) { return to_valid_utf8(std::string_view(reply).substr(0, 500)); }

minutes wait_after(std::int64_t deferrals) {
  const std::int64_t doublings = std::clamp<std::int64_t>(deferrals, 0, 8);
  return std::min(kLongestWait, kFirstWait * (std::int64_t{1} << static_cast<unsigned>(doublings)));
}

void keep_reply(sqlite::Connection& db, std::int64_t id, const std::string& reply) {
  if (reply.empty()) return;
  db.run("UPDATE outbox_texts SET last_reply = ? WHERE outbox_id = ?", kept_reply(reply), id);
}

void row_event(sqlite::Connection& db, std::int64_t id, const std::string& what, const std::string& who,
               const std::string& added, const std::string& private_part, Time now) {
  const auto case_id = row_case(db, id);
  append_event(db, now, {case_id, who, what, row_words(db, id) + added, private_part});
  if (case_id) db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(now), *case_id);
}

/// A row that waits for its outcome.
struct Claimed {
  std::int64_t id = 0;
  std::optional<std::int64_t> case_id;
  std::string number;  ///< of the case
  std::string words;
  bool repeat = false;
};

std::optional<Claimed> find_claimed(sqlite::Connection& db, const std::string& public_id) {
  sqlite::Query query(db,
                      "SELECT o.id, o.case_id, c.number, o.kind, o.office, o.repeat FROM outbox o "
                      "LEFT JOIN cases c ON c.id = o.case_id WHERE o.public = ? AND o.state = 'sending'");
  query.lend(public_id);
  if (!query.step()) return std::nullopt;
  return Claimed{query.integer(0), query.maybe_integer(1), query.text(2), words_of(query.text(3), query.text(4)),
                 query.integer(5) != 0};
}

void row_sent(sqlite::Connection& db, const Claimed& row, const CaseBook::Sent& sent, Time now) {
  db.run("UPDATE outbox SET state = 'sent', next = NULL, undelivered = 0, changed = ? WHERE id = ?", stored(now),
         row.id);
  db.run("UPDATE outbox_texts SET subject = ?, body = ?, last_reply = iif(?, ?, last_reply) WHERE outbox_id = ?",
         to_valid_utf8(sent.subject), to_valid_utf8(sent.text), !sent.result.reply.empty(),
         kept_reply(sent.result.reply), row.id);
  append_event(db, now,
               {row.case_id, "daemon", "sent", row.words + (row.repeat ? ", a repeat with the same Message-ID" : ""),
                "", row.number});
  if (row.case_id) db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(now), *row.case_id);
}

void row_deferred(sqlite::Connection& db, std::int64_t id, const SendResult& result, bool may_give_up, Time now) {
  sqlite::Query query(db, "SELECT created, deferrals FROM outbox WHERE id = ?");
  query.bind(id);
  if (!query.step()) return;
  const bool too_old = may_give_up && now - from_stored(query.integer(0)) >= kGiveUp;
  if (too_old) {
    row_failed(db, id, result.reply, "daemon", now);
    return;
  }
  const Time next = now + wait_after(query.integer(1));
  db.run("UPDATE outbox SET state = 'deferred', deferrals = deferrals + 1, next = ?, changed = ? WHERE id = ?",
         stored(next), stored(now), id);
}

/// A size refusal is tried once more without attachments, at once.
void row_too_large(sqlite::Connection& db, std::int64_t id, const SendResult& result, Time now) {
  const int changed = db.run(
      "UPDATE outbox SET state = 'queued', without_attachments = 1, next = ?, changed = ? "
      "WHERE id = ? AND kind = 'forward' AND without_attachments = 0",
      stored(now), stored(now), id);
  if (changed == 0) row_failed(db, id, result.reply, "daemon", now);
}

void settle_row(sqlite::Connection& db, const Claimed& row, const CaseBook::Sent& sent, minutes repeat_after,
                Time now) {
  const std::int64_t id = row.id;
  if (sent.result.kind != SendResult::Kind::sent) keep_reply(db, id, sent.result.reply);
  switch (sent.result.kind) {
    case SendResult::Kind::sent:
      return row_sent(db, row, sent, now);
    case SendResult::Kind::deferred:
      return row_deferred(db, id, sent.result, true, now);
    case SendResult::Kind::account_refused:
      // Our own trouble gives up no letter; what may be one recipient's does, as any deferral.
      return row_deferred(db, id, sent.result, sent.result.one_recipient, now);
    case SendResult::Kind::failed:
      return row_failed(db, id, sent.result.reply, "daemon", now);
    case SendResult::Kind::size_refused:
      return row_too_large(db, id, sent.result, now);
    case SendResult::Kind::uncertain:
      return row_is_uncertain(db, id, "no answer after the letter was handed over", repeat_after, now);
  }
}

OutboxRow row(sqlite::Connection& db, std::int64_t id) {
  sqlite::Query query(
      db,
      "SELECT o.public, o.kind, coalesce(c.number, ''), o.office, o.role, o.reason_rule, o.written_to, t.recipient, "
      "o.sender, o.template, o.languages, t.facts, o.message_id, t.in_reply_to, t.refs, coalesce(i.public, ''), o.due, "
      "o.restricted, o.without_attachments, o.repeat, o.attempts, i.received "
      "FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id LEFT JOIN cases c ON c.id = o.case_id "
      "LEFT JOIN inbounds i ON i.id = o.inbound_id WHERE o.id = ?");
  query.bind(id);
  OutboxRow found;
  if (!query.step()) return found;
  found.id = query.text(0);
  found.kind = query.text(1);
  found.number = query.text(2);
  found.office = query.text(3);
  found.role = query.text(4);
  found.reason_rule = query.text(5);
  found.written_to = query.text(6);
  found.to = query.text(7);
  found.from = query.text(8);
  found.template_name = query.text(9);
  found.languages = strings_of(query.text(10));
  found.facts = query.text(11);
  found.message_id = query.text(12);
  found.in_reply_to = strings_of(query.text(13));
  found.references = strings_of(query.text(14));
  found.inbound = query.text(15);
  if (const auto due = query.maybe_integer(16)) found.due = from_stored(*due);
  found.restricted = query.integer(17) != 0;
  found.without_attachments = query.integer(18) != 0;
  found.repeat = query.integer(19) != 0;
  found.attempts = static_cast<int>(query.integer(20));
  if (const auto received = query.maybe_integer(21)) found.received = from_stored(*received);
  return found;
}

std::vector<std::int64_t> due_rows(sqlite::Connection& db, int count, Time now) {
  sqlite::Query query(db, "SELECT id FROM outbox WHERE next IS NOT NULL AND next <= ? ORDER BY next, id LIMIT ?");
  query.bind(stored(now));
  query.bind(count);
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

}  // namespace

std::vector<std::int64_t> rows_being_sent(sqlite::Connection& db) {
  sqlite::Query query(db, "SELECT id FROM outbox WHERE state = 'sending' ORDER BY id");
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

std::optional<std::int64_t> row_case(sqlite::Connection& db, std::int64_t id) {
  return db.integer("SELECT case_id FROM outbox WHERE id = ?", id);
}

std::string row_words(sqlite::Connection& db, std::int64_t id) {
  sqlite::Query query(db, "SELECT kind, office FROM outbox WHERE id = ?");
  query.bind(id);
  if (!query.step()) return "";
  return words_of(query.text(0), query.text(1));
}

void row_is_uncertain(sqlite::Connection& db, std::int64_t id, const std::string& why, minutes repeat_after, Time now) {
  const bool first = db.integer("SELECT unknowns FROM outbox WHERE id = ?", id).value_or(0) == 0;
  const auto next = first ? std::optional(stored(now + repeat_after)) : std::nullopt;
  db.run("UPDATE outbox SET state = 'uncertain', unknowns = unknowns + 1, next = ?, changed = ? WHERE id = ?", next,
         stored(now), id);
  row_event(db, id, "uncertain", "daemon",
            fmt::format(": {}; {}", why, first ? "it is sent once more" : "a person must look"), "", now);
}

void row_waits(sqlite::Connection& db, std::int64_t id, const std::string& why, Time now) {
  db.run(
      "UPDATE outbox SET state = 'uncertain', was = ?, unknowns = max(unknowns, 1), next = NULL, changed = ? WHERE id "
      "= ?",
      kRestored, stored(now), id);
  row_event(db, id, "uncertain", "daemon", fmt::format(": {}; a person must look", why), "", now);
}

void row_failed(sqlite::Connection& db, std::int64_t id, const std::string& reply, const std::string& who, Time now) {
  db.run("UPDATE outbox SET state = 'failed', next = NULL, undelivered = 1, changed = ? WHERE id = ?", stored(now), id);
  row_event(db, id, "failed", who, "", to_valid_utf8(reply), now);
}

namespace {

std::vector<OutboxRow> claim_rows(sqlite::Connection& db, int count, Time now) {
  std::vector<OutboxRow> rows;
  for (const std::int64_t id : due_rows(db, count, now)) {
    db.run(
        "UPDATE outbox SET was = state, repeat = (unknowns > 0), attempts = attempts + 1, state = 'sending', "
        "next = NULL, changed = ? WHERE id = ?",
        stored(now), id);
    rows.push_back(row(db, id));
  }
  return rows;
}

void settle_rows(sqlite::Connection& db, std::span<const CaseBook::Sent> sent, minutes repeat_after, Time now) {
  for (const CaseBook::Sent& one : sent) {
    if (const auto row = find_claimed(db, one.id)) settle_row(db, *row, one, repeat_after, now);
  }
}

}  // namespace

tl::expected<std::vector<OutboxRow>, Trouble> CaseBook::claim(int count) {
  if (state_->options.mode == Mode::shadow) return {};
  return state_->write([&](sqlite::Connection& db) { return claim_rows(db, count, state_->clock.now()); });
}

tl::expected<void, Trouble> CaseBook::settle(std::span<const Sent> sent) {
  return state_->write(
      [&](sqlite::Connection& db) { settle_rows(db, sent, state_->options.uncertain_repeat, state_->clock.now()); });
}

tl::expected<std::vector<OutboxRow>, Trouble> CaseBook::settle_and_claim(std::span<const Sent> sent, int count) {
  return state_->write([&](sqlite::Connection& db) {
    const Time now = state_->clock.now();
    settle_rows(db, sent, state_->options.uncertain_repeat, now);
    return state_->options.mode == Mode::shadow ? std::vector<OutboxRow>() : claim_rows(db, count, now);
  });
}

tl::expected<void, Trouble> CaseBook::give_back(std::span<const std::string> ids, Time not_before) {
  return state_->write([&](sqlite::Connection& db) {
    for (const std::string& id : ids) {
      db.run(
          "UPDATE outbox SET state = was, attempts = attempts - 1, next = ?, changed = ? "
          "WHERE public = ? AND state = 'sending'",
          stored(not_before), stored(state_->clock.now()), id);
    }
  });
}

std::optional<Time> CaseBook::next_due() {
  if (state_->options.mode == Mode::shadow) return std::nullopt;
  const auto guard = state_->locked();
  try {
    const auto next = state_->connection().integer("SELECT min(next) FROM outbox WHERE next IS NOT NULL");
    return next ? std::optional(from_stored(*next)) : std::nullopt;
  } catch (const sqlite::Error&) {
    state_->db.reset();
    return state_->clock.now() + kFirstWait;  // asked again then
  }
}

}  // namespace docket
