// Many letters, one matter, as commands show it: campaigns and recurring issues.
#include <nlohmann/json.hpp>

#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/recurring.h"

namespace docket {

using nlohmann::json;

namespace {

/// Of the first letter that may be shown: no restricted case's, no member's.
json gist_of(sqlite::Connection& db, std::int64_t campaign, const Town& town) {
  sqlite::Query query(db,
                      "SELECT c.office, l.gist FROM cases c JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' "
                      "JOIN letters l ON l.inbound_id = i.id WHERE c.campaign = ? AND c.restricted = 0 ORDER BY c.id");
  query.bind(campaign);
  while (query.step()) {
    if (!is_member_office(town, query.maybe_text(0))) return query.text(1);
  }
  return nullptr;
}

/// Of a query for id, public id, letters, first and last.
json campaign_json(sqlite::Connection& db, const sqlite::Query& query, const Town& town) {
  const auto id = query.integer(0);
  const auto people = db.integer(
      "SELECT count(DISTINCT (SELECT min(p.person) FROM participants p WHERE p.case_id = c.id)) FROM cases c "
      "WHERE c.campaign = ?",
      id);
  const auto cases = db.integer("SELECT count(*) FROM cases WHERE campaign = ? AND merged_into IS NULL", id);
  return {{"campaign", query.text(1)},           {"letters", query.integer(2)},
          {"people", people.value_or(0)},        {"first", time_json(query.integer(3))},
          {"last", time_json(query.integer(4))}, {"gist", gist_of(db, id, town)},
          {"cases", cases.value_or(0)}};
}

json members_json(sqlite::Connection& db, std::int64_t campaign, const Town& town) {
  json members = json::array();
  sqlite::Query query(db, "SELECT id, restricted FROM cases WHERE campaign = ? ORDER BY id DESC");
  query.bind(campaign);
  while (query.step()) {
    auto shown = case_json(db, query.integer(0), town, false);
    if (query.integer(1) != 0) shown["subject"] = shown["from"] = nullptr;
    members.push_back(std::move(shown));
  }
  return members;
}

json numbers_json(sqlite::Connection& db, const std::vector<std::int64_t>& cases) {
  json numbers = json::array();
  for (const auto id : cases) {
    numbers.push_back(or_null(db.text("SELECT number FROM cases WHERE id = ?", id)));
  }
  return numbers;
}

}  // namespace

json BookReader::campaigns(const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  json list = json::array();
  sqlite::Query query(db, "SELECT id, public, letters, first, last FROM campaigns ORDER BY id DESC");
  while (query.step()) list.push_back(campaign_json(db, query, town));
  return list;
}

std::optional<json> BookReader::campaign(const std::string& id, const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  sqlite::Query query(db, "SELECT id, public, letters, first, last FROM campaigns WHERE public = ?");
  query.bind(id);
  if (!query.step()) return std::nullopt;
  json shown = campaign_json(db, query, town);
  shown["members"] = members_json(db, query.integer(0), town);
  return shown;
}

json BookReader::recurring(Time now, const Town& town) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  json list = json::array();
  for (const auto& issue : recurring_issues(db, now, town)) {
    list.push_back({{"id", issue.id},
                    {"place", issue.place},
                    {"topic", issue.office},
                    {"words", issue.words},
                    {"cases", numbers_json(db, issue.cases)},
                    {"first", time_json(stored(issue.first))},
                    {"last", time_json(stored(issue.last))},
                    {"state", issue.state}});
  }
  return list;
}

}  // namespace docket
