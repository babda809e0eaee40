// Cases as commands show them: list, show, search.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "connectors/phone.h"
#include "daemon/casebook/next_due.h"
#include "daemon/casebook/number.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/search.h"
#include "rules/decision.h"

namespace docket {

using nlohmann::json;

namespace {

constexpr int kMostFound = 1000;

json column_of(sqlite::Connection& db, const char* sql, std::int64_t id) {
  json list = json::array();
  sqlite::Query query(db, sql);
  query.bind(id);
  while (query.step()) list.push_back(query.text(0));
  return list;
}

/// Details and personal words of an event as one text.
std::string detail_text(const std::string& detail, const std::optional<std::string>& part) {
  if (!part || part->empty()) return detail;
  return detail.empty() ? *part : detail + ": " + *part;
}

/// With what happened in the cases that were merged into it, under their numbers.
json timeline_json(sqlite::Connection& db, std::int64_t id, bool hidden) {
  json list = json::array();
  sqlite::Query query(db,
                      "SELECT e.at, e.who, e.what, e.detail, p.part, e.hash, c.id, c.number FROM events e JOIN cases c "
                      "ON c.id = e.case_id LEFT JOIN event_parts p ON p.seq = e.seq WHERE e.case_id IN "
                      "(SELECT id FROM cases WHERE id = ?1 OR merged_into = ?1) ORDER BY e.seq");
  query.bind(id);
  while (query.step()) {
    const auto part = hidden ? std::nullopt : query.maybe_text(4);
    list.push_back({{"at", time_json(query.integer(0))},
                    {"who", query.text(1)},
                    {"what", query.text(2)},
                    {"detail", detail_text(query.text(3), part)},
                    {"hash", hex(query.text(5))}});
    if (query.integer(6) != id) list.back()["case"] = query.text(7);
  }
  return list;
}

std::vector<std::int64_t> found_cases(sqlite::Connection& db, const std::string& expression) {
  std::vector<std::int64_t> ids;
  if (expression.empty()) return ids;
  sqlite::Query query(db,
                      "SELECT DISTINCT i.case_id FROM search s JOIN inbounds i ON i.id = s.rowid "
                      "WHERE search MATCH ? AND i.case_id IS NOT NULL ORDER BY i.case_id DESC LIMIT ?");
  query.bind(expression);
  query.bind(kMostFound);
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

}  // namespace

json or_null(const std::optional<std::string>& value) { return value ? json(*value) : json(nullptr); }

json time_json(std::optional<std::int64_t> time) { return time ? json(rfc3339(from_stored(*time))) : json(nullptr); }

std::optional<std::string> office_of(sqlite::Connection& db, std::int64_t id) {
  return db.text("SELECT office FROM cases WHERE id = ?", id);
}

bool is_member_office(const Town& town, const std::optional<std::string>& office) {
  if (!office) return false;
  const auto found = town.offices.find(*office);
  return found != town.offices.end() && found->second.record_owner == RecordOwner::member;
}

std::optional<std::int64_t> find_case_id(sqlite::Connection& db, const std::string& number, const Town& town) {
  auto plain = parse_case_number(number, town.case_prefix);
  if (!plain) plain = number_of(db, number);
  return plain ? db.integer("SELECT id FROM cases WHERE short = ?", *plain) : std::nullopt;
}

json case_json(sqlite::Connection& db, std::int64_t id, const Town& town, bool member_records) {
  static const std::string kCase = fmt::format(
      "SELECT c.number, c.status, c.office, c.priority, c.channel, c.opened, c.updated, {}, l.subject, l.resident, "
      "(SELECT count(*) FROM inbounds n WHERE n.case_id IN (SELECT m.id FROM cases m WHERE m.id = c.id "
      "OR m.merged_into = c.id) AND n.outcome IN ('case', 'addition')), "
      "(SELECT count(*) FROM outbox o WHERE o.case_id = c.id AND o.undelivered <> 0), "
      "(SELECT t.number FROM cases t WHERE t.id = c.merged_into) "
      "FROM cases c LEFT JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' "
      "LEFT JOIN letters l ON l.inbound_id = i.id WHERE c.id = ?",
      kNextDue);
  sqlite::Query query(db, kCase.c_str());
  query.bind(id);
  if (!query.step()) return nullptr;
  const auto office = query.maybe_text(2);
  const bool hidden = !member_records && is_member_office(town, office);
  json shown = {{"number", query.text(0)},
                {"status", query.text(1)},
                {"office", or_null(office)},
                {"copies", column_of(db, "SELECT office FROM case_copies WHERE case_id = ? ORDER BY office", id)},
                {"labels", column_of(db, "SELECT label FROM case_labels WHERE case_id = ? ORDER BY label", id)},
                {"priority", to_string(static_cast<Priority>(query.integer(3)))},
                {"subject", hidden ? json(nullptr) : or_null(query.maybe_text(8))},
                {"from", hidden ? json(nullptr) : or_null(query.maybe_text(9))},
                {"channel", query.text(4)},
                {"opened", time_json(query.integer(5))},
                {"updated", time_json(query.integer(6))},
                {"due", time_json(query.maybe_integer(7))},
                {"letters", query.integer(10)},
                {"undelivered", query.integer(11)}};
  if (const auto into = query.maybe_text(12)) shown["merged_into"] = *into;
  return shown;
}

namespace {

/// The letters of a case, oldest first: by which channel each came, and how its writer can be reached: `phone` is
/// E.164, `call` as one dials it here.
json came_json(sqlite::Connection& db, std::int64_t id, bool hidden, const Town& town) {
  json list = json::array();
  sqlite::Query query(db,
                      "SELECT i.public, i.received, i.channel, l.resident, l.phone, l.place FROM inbounds i LEFT JOIN "
                      "letters l ON l.inbound_id = i.id WHERE i.case_id IN (SELECT id FROM cases WHERE id = ?1 OR "
                      "merged_into = ?1) AND i.outcome IN ('case', 'addition') "
                      "ORDER BY i.id");
  query.bind(id);
  const std::string region = region_of(town.time_zone);
  const auto personal = [&](int column) {
    const auto text = query.maybe_text(column);
    return hidden || !text || text->empty() ? json(nullptr) : json(*text);
  };
  while (query.step()) {
    list.push_back({{"inbound", query.text(0)},
                    {"at", time_json(query.integer(1))},
                    {"channel", query.text(2)},
                    {"from", personal(3)},
                    {"phone", personal(4)},
                    {"call", personal(4).is_null() ? json(nullptr) : json(shown(query.text(4), region))},
                    {"place", personal(5)}});
  }
  return list;
}

/// The resident and whom they copied.
json parties_json(sqlite::Connection& db, std::int64_t id, bool hidden) {
  json list = json::array();
  if (hidden) return list;
  sqlite::Query query(db,
                      "SELECT role, address, name, proven FROM parties WHERE case_id = ? ORDER BY role DESC, address");
  query.bind(id);
  while (query.step()) {
    list.push_back({{"role", query.text(0)},
                    {"address", query.text(1)},
                    {"name", query.text(2)},
                    {"proven", query.integer(3) != 0}});
  }
  return list;
}

/// Other cases in which one of this case's people has written, newest first.
json same_person_json(sqlite::Connection& db, std::int64_t id) {
  return column_of(db,
                   "SELECT DISTINCT c.number FROM participants p JOIN participants o ON o.person = p.person AND "
                   "o.case_id <> p.case_id JOIN cases c ON c.id = o.case_id WHERE p.case_id = ?1 AND "
                   "coalesce(c.merged_into, 0) <> ?1 "
                   "ORDER BY c.id DESC LIMIT 50",
                   id);
}

json merged_json(sqlite::Connection& db, std::int64_t id) {
  return column_of(db, "SELECT number FROM cases WHERE merged_into = ? ORDER BY id", id);
}

json linked_json(sqlite::Connection& db, std::int64_t id) {
  return column_of(db,
                   "SELECT DISTINCT c.number FROM case_links k JOIN cases c ON c.id = CASE WHEN k.case_id = ?1 THEN "
                   "k.other ELSE k.case_id END WHERE k.case_id = ?1 OR k.other = ?1 ORDER BY c.id",
                   id);
}

/// A merged case is shown as the one it goes on in.
std::int64_t shown_case(sqlite::Connection& db, std::int64_t id) {
  return db.integer("SELECT merged_into FROM cases WHERE id = ?", id).value_or(id);
}

}  // namespace

json BookReader::case_list(const CaseFilter& filter, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  json list = json::array();
  sqlite::Query query(db,
                      "SELECT id FROM cases WHERE (?1 IS NULL OR status = ?1) AND (?2 IS NULL OR office = ?2) "
                      "ORDER BY id DESC LIMIT ?3");
  query.bind(filter.status);
  query.bind(filter.office);
  query.bind(filter.limit.value_or(-1));
  while (query.step()) list.push_back(case_json(db, query.integer(0), town, member_records));
  return list;
}

std::optional<json> BookReader::case_show(const std::string& number, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  auto id = find_case_id(db, number, town);
  if (!id) return std::nullopt;
  id = shown_case(db, *id);
  const bool hidden = !member_records && is_member_office(town, office_of(db, *id));
  json shown = case_json(db, *id, town, member_records);
  shown["timeline"] = timeline_json(db, *id, hidden);
  shown["outbox"] = outbox_json(db, id, std::nullopt, town, member_records, false);
  shown["came"] = came_json(db, *id, hidden, town);
  shown["parties"] = parties_json(db, *id, hidden);
  shown["same_person"] = same_person_json(db, *id);
  shown["merged"] = merged_json(db, *id);
  shown["linked"] = linked_json(db, *id);
  return shown;
}

std::optional<json> BookReader::case_line(const std::string& number, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  const auto id = find_case_id(db, number, town);
  return id ? std::optional(case_json(db, *id, town, member_records)) : std::nullopt;
}

json BookReader::case_search(const std::string& words, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  json list = json::array();
  const auto numbered = find_case_id(db, words, town);
  if (numbered) list.push_back(case_json(db, *numbered, town, member_records));
  for (const std::int64_t id : found_cases(db, match_expression(words))) {
    // That a member's case holds these words is itself told by its being listed.
    if (!member_records && is_member_office(town, office_of(db, id))) continue;
    if (numbered != id) list.push_back(case_json(db, id, town, member_records));
  }
  return list;
}

std::map<std::string, int> BookReader::open_cases_by_office() { return docket::open_cases_by_office(state_->db); }

std::vector<long> BookReader::count_phrases(const std::vector<std::string>& phrases) {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  std::vector<long> counts;
  for (const auto& phrase : phrases) {
    const auto expression = phrase_expression(phrase);
    counts.push_back(
        expression.empty()
            ? 0
            : state_->db.integer("SELECT count(*) FROM search WHERE search MATCH ?", expression).value_or(0));
  }
  return counts;
}

}  // namespace docket
