// What rules have done to stored letters, and the sets of rules that did it.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "daemon/casebook/accepted.h"
#include "daemon/casebook/reader_state.h"

namespace docket {

using nlohmann::json;

namespace {

constexpr const char* kPrefix = "sha256:";

/// Nobody takes a shorter beginning of a hash for its name.
constexpr std::size_t kShortestVersion = 6;

std::string without_prefix(const std::string& version) {
  return version.starts_with(kPrefix) ? version.substr(std::string_view(kPrefix).size()) : version;
}

/// Only of rules that matched; an address or the fallback is no rule.
void add_not_ours(sqlite::Connection& db, std::optional<Time> since, std::map<std::string, RuleHits>& hits) {
  sqlite::Query query(db,
                      "SELECT m.decided_by, count(*) FROM misroutes m JOIN cases c ON c.id = m.case_id "
                      "WHERE (?1 IS NULL OR c.opened >= ?1) GROUP BY 1");
  query.bind(stored(since));
  while (query.step()) {
    if (const auto hit = hits.find(query.text(0)); hit != hits.end()) hit->second.not_ours = query.integer(1);
  }
}

}  // namespace

std::vector<JudgedLetter> BookReader::judged(const JudgedFilter& filter) {
  // Twice sorted for `newest`: the last ones, and these oldest first. What the clerk answers us is an office's letter.
  sqlite::Query query(
      state_->db,
      "SELECT public, number, outcome FROM (SELECT i.id, i.public, coalesce(c.number, '') AS number, i.outcome "
      "FROM inbounds i JOIN traces t ON t.inbound_id = i.id LEFT JOIN cases c ON c.id = i.case_id "
      "WHERE i.office IS NULL AND (i.outcome = 'case' OR (i.outcome = 'addition' AND i.reason = '') OR "
      "(i.outcome = 'ignored' AND i.reason NOT IN ('own', 'receipt', 'clerk'))) "
      "AND (?1 IS NULL OR i.recorded >= ?1) "
      "AND i.id > coalesce((SELECT id FROM inbounds WHERE public = ?2), 0) "
      "AND (?3 IS NULL OR t.configuration = ?3 OR t.rule_set = ?3) "
      "AND (?4 IS NULL OR json_extract(t.trace, '$.decided_by') = ?4) "
      "ORDER BY CASE WHEN ?5 IS NULL THEN i.id ELSE -i.id END LIMIT coalesce(?5, ?6, -1)) ORDER BY id");
  query.bind(stored(filter.since));
  query.bind(filter.after);
  query.bind(filter.set);
  query.bind(filter.decided_by);
  query.bind(filter.newest);
  query.bind(filter.limit);
  std::vector<JudgedLetter> letters;
  while (query.step()) letters.push_back({query.text(0), query.text(1), query.text(2)});
  return letters;
}

std::map<std::string, RuleHits> BookReader::rule_hits(std::optional<Time> since) {
  std::map<std::string, RuleHits> hits;
  sqlite::Query query(
      state_->db,
      "SELECT json_extract(rule.value, '$.rule'), count(*), max(i.recorded), "
      "sum(i.outcome <> 'addition' AND json_extract(rule.value, '$.rule') = json_extract(t.trace, '$.decided_by')) "
      "FROM inbounds i JOIN traces t ON t.inbound_id = i.id, json_each(t.trace, '$.trace') rule "
      "WHERE (?1 IS NULL OR i.recorded >= ?1) AND i.reason NOT IN ('own', 'receipt', 'clerk') "
      "AND json_extract(rule.value, '$.matched') GROUP BY 1");
  query.bind(stored(since));
  while (query.step()) {
    hits[query.text(0)] = {query.integer(1), query.integer(3), 0, from_stored(query.integer(2))};
  }
  add_not_ours(state_->db, since, hits);
  return hits;
}

json BookReader::accepted_sets() {
  json list = json::array();
  sqlite::Query query(state_->db,
                      "SELECT version, at, who, coalesce(letters, 0) FROM accepted LEFT JOIN "
                      "(SELECT configuration, count(*) AS letters FROM traces GROUP BY configuration) "
                      "ON configuration = version ORDER BY id DESC");
  while (query.step()) {
    list.push_back({{"version", query.text(0)},
                    {"at", time_json(query.integer(1))},
                    {"who", query.text(2)},
                    {"letters", query.integer(3)}});
  }
  return list;
}

tl::expected<std::string, std::string> BookReader::find_version(const std::string& text) {
  const auto wanted = without_prefix(text);
  if (wanted.size() < kShortestVersion) {
    return tl::unexpected(fmt::format("'{}' is too short for a version: `docket rules history` lists them", text));
  }
  std::vector<std::string> found;
  sqlite::Query query(state_->db,
                      "SELECT version FROM accepted UNION SELECT configuration FROM traces UNION "
                      "SELECT rule_set FROM traces");
  while (query.step()) {
    if (without_prefix(query.text(0)).starts_with(wanted)) found.push_back(query.text(0));
  }
  if (found.size() == 1) return found.front();
  return tl::unexpected(found.empty() ? fmt::format("there is no version {}: `docket rules history` lists them", text)
                                      : fmt::format("{} versions begin with {}: write more of it", found.size(), text));
}

std::optional<TownFiles> BookReader::accepted_files(const std::string& version) {
  return read_accepted(state_->db, version);
}

}  // namespace docket
