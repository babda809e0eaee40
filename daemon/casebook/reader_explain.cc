// Why a letter went where it went: the stored decision, and the rules as they were then.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/casebook/accepted.h"
#include "daemon/casebook/reader_state.h"

namespace docket {

using nlohmann::json;

namespace {

/// The lines of a rule in its file: from its first to the next that begins at the same or a lesser depth.
std::string source_of(const TownFiles& files, const std::string& file, int line) {
  const auto found = std::find_if(files.rules.begin(), files.rules.end(),
                                  [&](const TextFile& one) { return one.name == "rules/" + file; });
  if (found == files.rules.end() || line < 1) return "";
  const auto lines = split(found->text, '\n');
  const auto depth = [](std::string_view text) { return text.find_first_not_of(' '); };
  std::string source;
  for (auto at = static_cast<std::size_t>(line) - 1; at < lines.size(); ++at) {
    const bool first = source.empty();
    const auto begins = depth(lines[at]);
    if (!first && begins != std::string_view::npos && begins <= depth(lines[static_cast<std::size_t>(line) - 1])) break;
    source += std::string(lines[at]) + "\n";
  }
  return source.substr(0, source.find_last_not_of(" \r\n") + 1) + "\n";
}

/// The rules as they were when they decided.
void add_sources(json& letter, const std::optional<TownFiles>& files) {
  if (!files || !letter.contains("decision")) return;
  for (json& rule : letter["decision"]["trace"]) {
    if (!rule.value("matched", false)) continue;
    rule["source"] = source_of(*files, rule.value("file", ""), rule.value("line", 0));
  }
}

json explained_letter(sqlite::Query& query, bool hidden) {
  json letter{{"inbound", query.text(0)},
              {"at", time_json(query.integer(1))},
              {"outcome", query.text(2)},
              {"rule_set", query.text(3)},
              {"configuration", query.text(4)}};
  json trace = json::parse(query.text(5), nullptr, false);
  if (!trace.is_object()) return letter;
  if (hidden && trace.contains("trace")) hide_seen(trace["trace"]);
  letter["decision"] = std::move(trace);
  return letter;
}

json explained(sqlite::Connection& db, std::int64_t id, bool hidden) {
  json letters = json::array();
  sqlite::Query query(db,
                      "SELECT i.public, i.recorded, i.outcome, t.rule_set, t.configuration, t.trace FROM inbounds i "
                      "JOIN traces t ON t.inbound_id = i.id WHERE i.case_id = ? ORDER BY i.id");
  query.bind(id);
  while (query.step()) letters.push_back(explained_letter(query, hidden));
  std::map<std::string, std::optional<TownFiles>> sets;  // most letters of a case were judged under one
  for (json& letter : letters) {
    const auto version = letter.value("configuration", "");
    if (!sets.contains(version)) sets[version] = read_accepted(db, version);
    add_sources(letter, sets[version]);
  }
  return {{"number", db.text("SELECT number FROM cases WHERE id = ?", id).value_or("")},
          {"hidden", hidden},
          {"letters", letters}};
}

}  // namespace

/// What in the letter made a condition match is the resident's words.
void hide_seen(json& trace) {
  if (!trace.is_array()) return;
  for (json& rule : trace) {
    if (!rule.contains("conditions")) continue;
    for (json& condition : rule["conditions"]) condition.erase("seen");
  }
}

std::optional<json> BookReader::case_explain(const std::string& number, const Town& town, bool member_records) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  const auto id = find_case_id(db, number, town);
  if (!id) return std::nullopt;
  return explained(db, *id, !member_records && is_member_office(town, office_of(db, *id)));
}

}  // namespace docket
