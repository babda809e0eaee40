// What Open311 shows, and what its POST must know.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "daemon/casebook/next_due.h"
#include "daemon/casebook/reader_state.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::size_t kUpdateIdOctets = 8;

/// Offices whose cases are a member's own records.
std::string member_offices(const Town& town) {
  auto list = json::array();
  for (const auto& [id, office] : town.offices) {
    if (office.record_owner == RecordOwner::member) list.push_back(id);
  }
  return list.dump();
}

std::optional<Time> time_at(const sqlite::Query& query, int column) {
  const auto value = query.maybe_integer(column);
  return value ? std::optional(from_stored(*value)) : std::nullopt;
}

ServiceRequest request_at(const sqlite::Query& query) {
  ServiceRequest request;
  request.number = query.text(0);
  request.status = query.text(1);
  request.office = query.maybe_text(2);
  request.service = query.text(3);
  request.requested = from_stored(query.integer(4));
  request.updated = from_stored(query.integer(5));
  request.closed = time_at(query, 6);
  request.due = time_at(query, 7);
  request.location.address = query.text(8);
  request.location.address_id = query.text(9);
  request.location.latitude = query.maybe_real(10);
  request.location.longitude = query.maybe_real(11);
  request.media_url = query.text(12);
  return request;
}

/// The columns that request_at() reads.
std::string columns() {
  return fmt::format(
      "SELECT c.number, c.status, c.office, r.service, r.requested, c.updated, c.closed, {}, r.address, r.address_id, "
      "r.latitude, r.longitude, r.media_url ",
      kNextDue);
}

constexpr const char* kOne = "FROM service_requests r JOIN cases c ON c.id = r.case_id WHERE r.case_id = ?1";

constexpr const char* kOnePublic =
    "FROM service_requests r JOIN cases c ON c.id = r.case_id "
    "WHERE r.case_id = ?1 AND r.service IN (SELECT value FROM json_each(?2)) AND c.restricted = 0 "
    "AND (c.office IS NULL OR c.office NOT IN (SELECT value FROM json_each(?3)))";

// CROSS JOIN: newest requests first, and no more of them than are asked for.
constexpr const char* kPublic =
    "FROM service_requests r CROSS JOIN cases c ON c.id = r.case_id "
    "WHERE r.requested BETWEEN ?1 AND ?2 AND r.service IN (SELECT value FROM json_each(?3)) AND c.restricted = 0 "
    "AND (c.office IS NULL OR c.office NOT IN (SELECT value FROM json_each(?4))) "
    "AND (?5 IS NULL OR (c.status = 'closed') = ?5) "
    "ORDER BY r.requested DESC, r.case_id DESC LIMIT ?6 OFFSET ?7";

constexpr const char* kUpdates =
    "SELECT e.hash, c.number, r.service, e.what, e.at FROM events e CROSS JOIN cases c ON c.id = e.case_id "
    "CROSS JOIN service_requests r ON r.case_id = c.id "
    "WHERE e.what IN ('closed', 'reopened') AND e.at BETWEEN ?1 AND ?2 "
    "AND r.service IN (SELECT value FROM json_each(?3)) AND c.restricted = 0 "
    "AND (c.office IS NULL OR c.office NOT IN (SELECT value FROM json_each(?4))) "
    "AND (?5 = '[]' OR c.id IN (SELECT value FROM json_each(?5))) "
    "ORDER BY e.at, e.seq LIMIT ?6 OFFSET ?7";

std::optional<ServiceRequest> one_public(sqlite::Connection& db, std::int64_t id, const std::string& services,
                                         const std::string& members) {
  static const std::string kQuestion = columns() + kOnePublic;
  sqlite::Query query(db, kQuestion.c_str());
  query.bind(id);
  query.bind(services);
  query.bind(members);
  return query.step() ? std::optional(request_at(query)) : std::nullopt;
}

}  // namespace

std::vector<ServiceRequest> BookReader::service_requests(const ServiceRequestFilter& filter, const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  const auto services = json(filter.services).dump();
  const auto members = member_offices(town);
  std::vector<ServiceRequest> found;
  for (const auto& number : filter.numbers) {
    const auto id = find_case_id(db, number, town);
    if (auto request = id ? one_public(db, *id, services, members) : std::nullopt) found.push_back(*request);
  }
  if (!filter.numbers.empty() || filter.services.empty()) return found;
  static const std::string kQuestion = columns() + kPublic;
  sqlite::Query query(db, kQuestion.c_str());
  query.bind(stored(filter.since));
  query.bind(stored(filter.until));
  query.bind(services);
  query.bind(members);
  query.bind(filter.closed);
  query.bind(filter.limit);
  query.bind(filter.offset);
  while (query.step()) found.push_back(request_at(query));
  return found;
}

std::optional<ServiceRequest> BookReader::service_request(const std::string& number, const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  const auto id = find_case_id(db, number, town);
  if (!id) return std::nullopt;
  static const std::string kQuestion = columns() + kOne;
  sqlite::Query query(db, kQuestion.c_str());
  query.bind(*id);
  return query.step() ? std::optional(request_at(query)) : std::nullopt;
}

std::vector<ServiceRequestUpdate> BookReader::service_request_updates(const ServiceRequestFilter& filter,
                                                                      const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  auto ids = json::array();
  for (const auto& number : filter.numbers) {
    if (const auto id = find_case_id(db, number, town)) ids.push_back(*id);
  }
  std::vector<ServiceRequestUpdate> found;
  if (ids.empty() && !filter.numbers.empty()) return found;
  sqlite::Query query(db, kUpdates);
  query.bind(stored(filter.since));
  query.bind(stored(filter.until));
  query.bind(json(filter.services).dump());
  query.bind(member_offices(town));
  query.bind(ids.dump());
  query.bind(filter.limit);
  query.bind(filter.offset);
  while (query.step()) {
    found.push_back({hex(query.text(0).substr(0, kUpdateIdOctets)), query.text(1), query.text(2),
                     query.text(3) == "closed", from_stored(query.integer(4))});
  }
  return found;
}

std::optional<std::string> BookReader::service_token(const std::string& token) {
  sqlite::Query query(state_->db,
                      "SELECT c.number FROM inbounds i LEFT JOIN cases c ON c.id = i.case_id "
                      "WHERE i.public = ? AND i.channel = 'open311'");
  query.bind(token);
  return query.step() ? std::optional(query.text(0)) : std::nullopt;
}

std::optional<Time> BookReader::delivered(const std::string& source, const std::string& key) {
  const auto at =
      state_->db.integer("SELECT received FROM inbounds WHERE source = ? AND delivery_key = ?", source, key);
  return at ? std::optional(from_stored(*at)) : std::nullopt;
}

}  // namespace docket
