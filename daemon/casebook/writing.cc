#include "daemon/casebook/writing.h"

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr const char* kColumns =
    "SELECT id, number, short, status, office, decided_by, written_to, restricted, due, closed, short_acknowledged, "
    "first_response, resolve_due, opened, clock_from, first_span, resolve_span, statutory, paused, paused_until, "
    "merged_into, languages, news_told FROM cases ";

constexpr const char* kNone = "[]";

std::optional<Time> time_at(const sqlite::Query& query, int column) {
  const auto value = query.maybe_integer(column);
  return value ? std::optional(from_stored(*value)) : std::nullopt;
}

std::optional<CaseRow> read_case(sqlite::Query& query) {
  if (!query.step()) return std::nullopt;
  CaseRow row;
  row.id = query.integer(0);
  row.number = query.text(1);
  row.short_number = query.text(2);
  row.status = query.text(3);
  row.office = query.maybe_text(4);
  row.decided_by = query.text(5);
  row.written_to = query.text(6);
  row.restricted = query.integer(7) != 0;
  row.due = time_at(query, 8);
  row.closed = time_at(query, 9);
  row.short_acknowledged = time_at(query, 10);
  row.first_response = time_at(query, 11);
  row.resolve_due = time_at(query, 12);
  row.opened = from_stored(query.integer(13));
  row.clock_from = time_at(query, 14);
  row.first_span = query.text(15);
  row.resolve_span = query.text(16);
  row.statutory = query.integer(17) != 0;
  row.paused = time_at(query, 18);
  row.paused_until = time_at(query, 19);
  row.merged_into = query.maybe_integer(20);
  row.languages = strings_of(query.text(21));
  row.news_told = time_at(query, 22);
  return row;
}

}  // namespace

std::optional<CaseRow> load_case(sqlite::Connection& db, std::int64_t id) {
  static const std::string kById = std::string(kColumns) + "WHERE id = ?";
  sqlite::Query query(db, kById.c_str());
  query.bind(id);
  return read_case(query);
}

std::optional<Time> next_due(const CaseRow& row) {
  if (row.status == "closed") return std::nullopt;
  return row.due && !row.first_response ? row.due : row.resolve_due;
}

CaseRow led_on(sqlite::Connection& db, CaseRow row) {
  // A merge goes to a case that is not merged itself, so the chain ends.
  while (row.merged_into) {
    auto next = load_case(db, *row.merged_into);
    if (!next) break;
    row = std::move(*next);
  }
  return row;
}

std::optional<CaseRow> load_case(sqlite::Connection& db, const std::string& short_number) {
  static const std::string kByNumber = std::string(kColumns) + "WHERE short = ?";
  sqlite::Query query(db, kByNumber.c_str());
  query.bind(short_number);
  return read_case(query);
}

std::vector<std::string> case_copies(sqlite::Connection& db, std::int64_t id) {
  sqlite::Query query(db, "SELECT office FROM case_copies WHERE case_id = ? ORDER BY office");
  query.bind(id);
  std::vector<std::string> offices;
  while (query.step()) offices.push_back(query.text(0));
  return offices;
}

std::string list_of(const std::vector<std::string>& strings) {
  using nlohmann::json;
  return strings.empty() ? kNone : json(strings).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> strings_of(const std::string& list) {
  if (list == kNone) return {};
  const auto parsed = nlohmann::json::parse(list, nullptr, false);
  return parsed.is_array() ? parsed.get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::string public_id(char kind, Time now) {
  const auto time =
      static_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count());
  std::string octets;
  for (unsigned shift = 48; shift > 0; shift -= 8) octets += static_cast<char>(time >> (shift - 8) & 0xFFU);
  return std::string(1, kind) + "-" + base32(octets + random_octets(4));
}

std::optional<Recorded> find_delivery(sqlite::Connection& db, const std::string& source, const std::string& key) {
  sqlite::Query query(db,
                      "SELECT public, outcome, reason, case_id, acknowledgement FROM inbounds "
                      "WHERE source = ? AND delivery_key = ? AND outcome IS NOT NULL");
  query.bind(source);
  query.bind(key);
  if (!query.step()) return std::nullopt;
  Recorded recorded;
  recorded.inbound = query.text(0);
  recorded.outcome = query.text(1);
  recorded.reason = query.text(2);
  recorded.acknowledgement = query.text(4);
  recorded.repeat = true;
  const auto case_id = query.maybe_integer(3);
  const auto row = case_id ? load_case(db, *case_id) : std::nullopt;
  if (row) {
    recorded.number = row->number;
    recorded.decided_by = row->decided_by;
    recorded.offices = case_copies(db, row->id);
    if (row->office) recorded.offices.insert(recorded.offices.begin(), *row->office);
  }
  return recorded;
}

}  // namespace docket
