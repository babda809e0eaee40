// What waits for people, as commands show it: outbox, quarantine, ignored.
#include <nlohmann/json.hpp>

#include "daemon/casebook/kept.h"
#include "daemon/casebook/reader_state.h"

namespace docket {

using nlohmann::json;

namespace {

constexpr std::size_t kMostHeader = std::size_t{16} << 10U;

/// The header block as text that no terminal takes for commands: valid UTF-8, no control characters but line ends.
std::string safe_header(const std::string& octets) {
  std::string text;
  for (const char c : trim(header_block(octets).substr(0, kMostHeader))) {
    const auto octet = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\t' || (octet >= 0x20 && octet != 0x7F)) text += c;
  }
  return to_valid_utf8(text);
}

json apart_row(sqlite::Query& query) {
  return {{"id", query.text(0)},     {"source", query.text(1)},      {"at", time_json(query.integer(2))},
          {"reason", query.text(3)}, {"attempts", query.integer(4)}, {"sha256", query.text(5)},
          {"size", query.integer(6)}};
}

json outbox_row(sqlite::Query& query, const Town& town, bool member_records) {
  const std::string kind = query.text(1);
  // Forwards go to an office; everything else to the resident of the case.
  const bool hidden = !member_records && kind != "forward" && is_member_office(town, query.maybe_text(6));
  const std::string reply = query.text(5);
  return {{"id", query.text(0)},
          {"kind", kind},
          {"to", hidden ? json(nullptr) : json(query.text(2))},
          {"state", query.text(3)},
          {"attempts", query.integer(4)},
          {"last_reply", hidden || reply.empty() ? json(nullptr) : json(reply)}};
}

}  // namespace

json outbox_json(sqlite::Connection& db, std::optional<std::int64_t> case_id, const std::optional<std::string>& state,
                 const Town& town, bool member_records, bool with_case) {
  json list = json::array();
  // Of one case oldest first, as its timeline; of all newest first.
  sqlite::Query query(
      db, case_id ? "SELECT o.public, o.kind, t.recipient, o.state, o.attempts, t.last_reply, c.office, "
                    "c.number FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id "
                    "LEFT JOIN cases c ON c.id = o.case_id WHERE (?1 IS NULL OR o.state = ?1) "
                    "AND o.case_id IN (SELECT id FROM cases WHERE id = ?2 OR merged_into = ?2) ORDER BY o.id"
                  : "SELECT o.public, o.kind, t.recipient, o.state, o.attempts, t.last_reply, c.office, "
                    "c.number FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id "
                    "LEFT JOIN cases c ON c.id = o.case_id WHERE (?1 IS NULL OR o.state = ?1) "
                    "ORDER BY o.id DESC");
  query.bind(state);
  if (case_id) query.bind(*case_id);
  while (query.step()) {
    json row = outbox_row(query, town, member_records);
    if (with_case) row["case"] = or_null(query.maybe_text(7));
    list.push_back(std::move(row));
  }
  return list;
}

json BookReader::outbox_list(const std::optional<std::string>& state, const Town& town) {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  return outbox_json(state_->db, std::nullopt, state, town, false, true);
}

std::optional<json> BookReader::outbox_show(const std::string& id, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  sqlite::Query query(db,
                      "SELECT o.public, o.kind, t.recipient, o.state, o.attempts, t.last_reply, c.office, c.number, "
                      "o.office, o.role, o.template, o.languages, o.message_id, o.created, o.changed, o.next, o.due, "
                      "o.repeat, o.undelivered, t.subject, t.body, coalesce(i.public, '') "
                      "FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id LEFT JOIN cases c ON c.id = o.case_id "
                      "LEFT JOIN inbounds i ON i.id = o.inbound_id WHERE o.public = ?");
  query.bind(id);
  if (!query.step()) return std::nullopt;
  json shown = outbox_row(query, town, member_records);
  const bool hidden = !member_records && is_member_office(town, query.maybe_text(6));
  const auto languages = json::parse(query.text(11), nullptr, false);
  shown["case"] = or_null(query.maybe_text(7));
  shown["office"] = query.text(8).empty() ? json(nullptr) : json(query.text(8));
  shown["role"] = query.text(9).empty() ? json(nullptr) : json(query.text(9));
  shown["template"] = query.text(10).empty() ? json(nullptr) : json(query.text(10));
  shown["languages"] = languages.is_array() ? languages : json::array();
  shown["message_id"] = query.text(12);
  shown["created"] = time_json(query.integer(13));
  shown["changed"] = time_json(query.integer(14));
  shown["next"] = time_json(query.maybe_integer(15));
  shown["due"] = time_json(query.maybe_integer(16));
  shown["repeat"] = query.integer(17) != 0;
  shown["undelivered"] = query.integer(18) != 0;
  shown["subject"] = hidden || query.text(19).empty() ? json(nullptr) : json(query.text(19));
  shown["text"] = hidden || query.text(20).empty() ? json(nullptr) : json(query.text(20));
  shown["inbound"] = query.text(21).empty() ? json(nullptr) : json(query.text(21));
  return shown;
}

json BookReader::quarantine_list() {
  json list = json::array();
  sqlite::Query query(state_->db,
                      "SELECT public, source, recorded, reason, attempts, sha256, size FROM inbounds "
                      "WHERE outcome = 'quarantined' AND outcome IN ('quarantined', 'ignored') AND discarded IS "
                      "NULL ORDER BY id DESC");
  while (query.step()) list.push_back(apart_row(query));
  return list;
}

std::optional<json> BookReader::quarantine_show(const std::string& id) {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  sqlite::Query query(state_->db,
                      "SELECT public, source, recorded, reason, attempts, sha256, size, delivery_key, received "
                      "FROM inbounds WHERE outcome = 'quarantined' AND discarded IS NULL AND public = ?");
  query.bind(id);
  if (!query.step()) return std::nullopt;
  json shown = apart_row(query);
  shown["delivery_key"] = to_valid_utf8(query.text(7));  // a file's name may hold any octets
  shown["received"] = time_json(query.integer(8));
  const auto kept = read_kept(state_->db, id);
  shown["header"] = kept ? json(safe_header(kept->inbound.octets)) : json(nullptr);
  return shown;
}

json BookReader::ignored_list() {
  json list = json::array();
  sqlite::Query query(state_->db,
                      "SELECT i.public, i.source, i.recorded, i.reason, i.attempts, i.sha256, i.size, l.subject, "
                      "l.resident FROM inbounds i LEFT JOIN letters l ON l.inbound_id = i.id "
                      "WHERE i.outcome = 'ignored' AND i.outcome IN ('quarantined', 'ignored') ORDER BY i.id DESC");
  while (query.step()) {
    json row = apart_row(query);
    row.erase("attempts");
    row["subject"] = or_null(query.maybe_text(7));
    row["from"] = or_null(query.maybe_text(8));
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace docket
