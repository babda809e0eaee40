// The audit log: the whole chain computed again from the stored fields.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "daemon/casebook/chain.h"
#include "daemon/casebook/reader_state.h"

namespace docket {

using nlohmann::json;

namespace {

json broken(std::int64_t sequence, const std::string& why) {
  return {{"ok", false}, {"broken_at", sequence}, {"why", why}};
}

/// A private part that is still there must be the one that was hashed; an erased one proves nothing and breaks
/// nothing.
bool part_holds(const std::optional<std::string>& part, const std::string& salt, const std::string& mac) {
  if (!part) return true;
  return !salt.empty() && private_mac(salt, *part) == mac;  // words without a salt were put there later
}

}  // namespace

json verify_chain(sqlite::Connection& db, std::int64_t after) {
  sqlite::Query query(db,
                      "SELECT e.seq, e.at, e.who, e.what, coalesce(c.number, ''), e.detail, e.private_mac, e.hash, "
                      "p.part, coalesce(p.own_salt, c.salt) FROM events e LEFT JOIN cases c ON c.id = e.case_id "
                      "LEFT JOIN event_parts p ON p.seq = e.seq WHERE e.seq > ? ORDER BY e.seq");
  query.bind(after);
  std::string head = chain_start();
  if (after > 0) head = db.text("SELECT hash FROM events WHERE seq = ?", after).value_or("");
  std::int64_t events = after;
  while (query.step()) {
    const ChainedEvent event{query.integer(0), query.integer(1), query.text(2), query.text(3),
                             query.text(4),    query.text(5),    query.text(6)};
    if (event.sequence != events + 1) return broken(events + 1, "the event is missing");
    head = chain_hash(head, event);
    if (head != query.text(7)) return broken(event.sequence, "the event was changed, or one before it");
    if (!part_holds(query.maybe_text(8), query.text(9), event.private_mac)) {
      return broken(event.sequence, "its private part was changed");
    }
    ++events;
  }
  return {{"events", events}, {"head", hex(head)}, {"ok", true}};
}

json BookReader::audit_verify() {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  return verify_chain(state_->db);
}

json BookReader::audit_head() {
  sqlite::Query query(state_->db, "SELECT seq, at, hash FROM events ORDER BY seq DESC LIMIT 1");
  if (!query.step()) return {{"events", 0}, {"head", hex(chain_start())}, {"at", nullptr}};
  return {{"events", query.integer(0)}, {"head", hex(query.text(2))}, {"at", time_json(query.integer(1))}};
}

}  // namespace docket
