// What people do with letters that could not go out or be handled: outbox and quarantine.
#include <fmt/format.h>

#include <utility>
#include <vector>

#include "config/text.h"
#include "daemon/casebook/kept.h"
#include "daemon/casebook/number.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/sending.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/waiting.h"

namespace docket {
namespace {

using Done = tl::expected<void, Refusal>;

struct Row {
  std::int64_t id = 0;
  std::string state;
};

tl::expected<Row, Refusal> find_row(sqlite::Connection& db, const std::string& public_id) {
  sqlite::Query query(db, "SELECT id, state FROM outbox WHERE public = ?");
  query.bind(public_id);
  if (!query.step()) return tl::unexpected(Refusal{1, fmt::format("no letter {} in the outbox", public_id)});
  Row row{query.integer(0), query.text(1)};
  if (row.state == "sending") {
    return tl::unexpected(Refusal{kTryAgainLater, fmt::format("{} is being sent just now", public_id)});
  }
  return row;
}

void row_event(sqlite::Connection& db, const Row& row, const std::string& who, const std::string& what,
               const std::string& added, const std::string& private_part, Time now) {
  append_event(db, now, {row_case(db, row.id), who, what, row_words(db, row.id) + added, private_part});
}

void queue_again(sqlite::Connection& db, const Row& row, Time now) {
  db.run(
      "UPDATE outbox SET state = 'queued', next = ?, deferrals = 0, undelivered = 0, created = ?, changed = ? "
      "WHERE id = ?",
      stored(now), stored(now), stored(now), row.id);
}

/// What a person found out about an uncertain one.
void resolve(sqlite::Connection& db, const Row& row, const std::string& id, bool sent, const std::string& who,
             Time now) {
  if (sent) {
    db.run("UPDATE outbox SET state = 'sent', next = NULL, undelivered = 0, changed = ? WHERE id = ?", stored(now),
           row.id);
    row_event(db, row, who, "sent", ", as a person found out", "", now);
    return;
  }
  queue_again(db, row, now);
  db.run("UPDATE outbox SET unknowns = 0 WHERE id = ?", row.id);  // so it is no repeat
  row_event(db, row, who, "note", fmt::format(": {} did not arrive, as a person found out, and goes out again", id), "",
            now);
}

/// In quarantine and not discarded.
tl::expected<std::int64_t, Refusal> find_quarantined(sqlite::Connection& db, const std::string& public_id) {
  const auto id = db.integer(
      "SELECT id FROM inbounds WHERE public = ? AND outcome = 'quarantined' AND discarded IS NULL", public_id);
  if (!id) return tl::unexpected(Refusal{1, fmt::format("no inbound {} in quarantine", public_id)});
  return *id;
}

}  // namespace

std::optional<std::string> number_of(sqlite::Connection& db, const std::string& text) {
  if (auto plain = parse_case_number(text, "")) return plain;
  const auto letters = text.find_first_of("0123456789");
  if (letters == std::string::npos) return std::nullopt;
  std::string prefix(trim(std::string_view(text).substr(0, letters)));
  while (!prefix.empty() && (prefix.back() == '-' || prefix.back() == '#' || prefix.back() == ' ')) prefix.pop_back();
  while (!prefix.empty() && (prefix.front() == '[' || prefix.front() == '#')) prefix.erase(0, 1);
  const auto plain = parse_case_number(text, prefix);
  if (!plain) return std::nullopt;
  const auto known = db.text("SELECT number FROM cases WHERE short = ?", *plain);
  return known && ascii_equal_nocase(*known, prefix + "-" + *plain) ? plain : std::nullopt;
}

Done retry_row(sqlite::Connection& db, const std::string& id, const std::string& who, Time now) {
  const auto row = find_row(db, id);
  if (!row) return tl::unexpected(row.error());
  const bool waits = row->state == "failed" || row->state == "uncertain" || row->state == "deferred";
  if (!waits) return tl::unexpected(Refusal{1, fmt::format("{} is {}: nothing to try again", id, row->state)});
  queue_again(db, *row, now);
  row_event(db, *row, who, "note", fmt::format(": {} is tried again", id), "", now);
  return {};
}

Done discard_row(sqlite::Connection& db, const std::string& id, const std::string& reason, const std::string& who,
                 Time now) {
  const auto row = find_row(db, id);
  if (!row) return tl::unexpected(row.error());
  if (row->state == "sent" || row->state == "withheld") {
    return tl::unexpected(Refusal{1, fmt::format("{} is {}: nothing to discard", id, row->state)});
  }
  db.run("UPDATE outbox SET state = 'withheld', next = NULL, undelivered = 0, changed = ? WHERE id = ?", stored(now),
         row->id);
  row_event(db, *row, who, "withheld", fmt::format(": {} discarded", id), to_valid_utf8(reason), now);
  return {};
}

Done discard_quarantined(sqlite::Connection& db, const std::string& id, const std::string& reason,
                         const std::string& who, Time now) {
  if (trim(reason).empty()) return tl::unexpected(Refusal{2, "a reason is needed: it is kept in the audit log"});
  const auto row = find_quarantined(db, id);
  if (!row) return tl::unexpected(row.error());
  db.run("UPDATE inbounds SET discarded = ? WHERE id = ?", stored(now), *row);
  append_event(db, now, {std::nullopt, who, "quarantine_discarded", id, to_valid_utf8(reason)});
  return {};
}

Done CaseBook::outbox_retry(const std::string& id, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) { return retry_row(db, id, who, state_->clock.now()); });
}

Done CaseBook::outbox_resolve(const std::string& id, bool sent, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = find_row(db, id);
    if (!row) return tl::unexpected(row.error());
    if (row->state != "uncertain") {
      return tl::unexpected(Refusal{1, fmt::format("{} is {}, not uncertain", id, row->state)});
    }
    resolve(db, *row, id, sent, who, state_->clock.now());
    return {};
  });
}

tl::expected<int, Refusal> CaseBook::outbox_resolve_restored(bool sent, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<int, Refusal> {
    std::vector<std::pair<Row, std::string>> rows;
    {
      sqlite::Query query(db, "SELECT id, state, public FROM outbox WHERE state = 'uncertain' AND was = ? ORDER BY id");
      query.bind(kRestored);
      while (query.step()) rows.push_back({{query.integer(0), query.text(1)}, query.text(2)});
    }
    for (const auto& [row, id] : rows) resolve(db, row, id, sent, who, state_->clock.now());
    return static_cast<int>(rows.size());
  });
}

Done CaseBook::outbox_discard(const std::string& id, const std::string& reason, const std::string& who) {
  return refusing(*state_,
                  [&](sqlite::Connection& db) { return discard_row(db, id, reason, who, state_->clock.now()); });
}

tl::expected<KeptInbound, Refusal> CaseBook::quarantine_retry(const std::string& id, const std::string& who,
                                                              bool by_hand) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<KeptInbound, Refusal> {
    const auto row = find_quarantined(db, id);
    if (!row) return tl::unexpected(row.error());
    auto kept = read_kept(db, id);
    if (!kept) return tl::unexpected(Refusal{1, fmt::format("the octets of {} are damaged", id)});
    db.run("UPDATE inbounds SET outcome = NULL WHERE id = ?", *row);
    db.run("UPDATE seen SET state = 'waiting' WHERE source = ? AND delivery_key = ?", kept->inbound.source,
           kept->inbound.delivery_key);
    append_event(db, state_->clock.now(), {std::nullopt, who, "quarantine_retried", id, ""});
    kept->inbound.careful = true;
    kept->inbound.by_hand = by_hand;
    // What was not read may be readable by now; what the source never got is not.
    if (!by_hand && !kept->inbound.octets.empty()) kept->inbound.unreadable.reset();
    return std::move(*kept);
  });
}

Done CaseBook::quarantine_discard(const std::string& id, const std::string& reason, const std::string& who) {
  return refusing(
      *state_, [&](sqlite::Connection& db) { return discard_quarantined(db, id, reason, who, state_->clock.now()); });
}

}  // namespace docket
