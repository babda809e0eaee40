#include "daemon/casebook/timeline.h"

#include "config/digest.h"
#include "daemon/casebook/chain.h"

namespace docket {
namespace {

struct Tip {
  std::int64_t sequence = 0;
  std::string hash = chain_start();
};

Tip tip(sqlite::Connection& db) {
  sqlite::Query query(db, "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1");
  return query.step() ? Tip{query.integer(0), query.text(1)} : Tip{};
}

/// Of the case; an event outside a case has its own, kept beside its private part.
std::string salt_for(sqlite::Connection& db, const Event& event) {
  if (!event.case_id) return random_octets(16);
  return db.text("SELECT salt FROM cases WHERE id = ?", *event.case_id).value_or("");
}

}  // namespace

void append_event(sqlite::Connection& db, Time at, const Event& event) {
  const Tip before = tip(db);
  ChainedEvent chained{before.sequence + 1, stored(at), event.who, event.what, event.number, event.detail, ""};
  if (event.case_id && chained.number.empty()) {
    chained.number = db.text("SELECT number FROM cases WHERE id = ?", *event.case_id).value_or("");
  }
  std::optional<std::string> own_salt;
  if (!event.private_part.empty()) {
    const std::string salt = salt_for(db, event);
    chained.private_mac = private_mac(salt, event.private_part);
    if (!event.case_id) own_salt = salt;
  }
  const std::string hash = chain_hash(before.hash, chained);
  db.run("INSERT INTO events (seq, case_id, at, who, what, detail, private_mac, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         chained.sequence, event.case_id, chained.at, chained.who, chained.what, chained.detail,
         sqlite::Blob{chained.private_mac}, sqlite::Blob{hash});
  if (event.private_part.empty()) return;
  db.run("INSERT INTO event_parts (seq, part, own_salt) VALUES (?, ?, ?)", chained.sequence, event.private_part,
         own_salt ? std::optional(sqlite::Blob{*own_salt}) : std::nullopt);
}

std::int64_t stored(Time time) { return time.time_since_epoch().count(); }

std::optional<std::int64_t> stored(const std::optional<Time>& time) {
  return time ? std::optional(stored(*time)) : std::nullopt;
}

Time from_stored(std::int64_t microseconds) { return Time{std::chrono::microseconds{microseconds}}; }

}  // namespace docket
