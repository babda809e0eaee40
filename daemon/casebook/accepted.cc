// The last accepted town, rules and templates as text, rules that were refused, and events outside a case.
#include "daemon/casebook/accepted.h"

#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kRefused = "refused_rules";

json file_json(const TextFile& file) { return {{"name", file.name}, {"text", file.text}}; }

TextFile file_from(const json& value) {
  return {value.at("name").get<std::string>(), value.at("text").get<std::string>()};
}

json files_json(const TownFiles& files) {
  json rules = json::array();
  json letters = json::array();
  for (const TextFile& file : files.rules) rules.push_back(file_json(file));
  for (const TextFile& file : files.letters) letters.push_back(file_json(file));
  return {{"town", file_json(files.town)}, {"rules", std::move(rules)}, {"letters", std::move(letters)}};
}

}  // namespace

std::optional<TownFiles> read_accepted(sqlite::Connection& db) {
  const auto text = db.text("SELECT files FROM accepted ORDER BY id DESC LIMIT 1");
  if (!text) return std::nullopt;
  try {
    const json value = json::parse(*text);
    TownFiles files;
    files.town = file_from(value.at("town"));
    for (const json& file : value.at("rules")) files.rules.push_back(file_from(file));
    for (const json& file : value.at("letters")) files.letters.push_back(file_from(file));
    return files;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::optional<std::string> read_refused(sqlite::Connection& db) {
  return db.text("SELECT value FROM meta WHERE name = ?", kRefused);
}

tl::expected<void, Trouble> CaseBook::accept(const TownFiles& files, const std::string& who) {
  return state_->write([&](sqlite::Connection& db) {
    const std::string version = files.version();
    if (db.text("SELECT version FROM accepted ORDER BY id DESC LIMIT 1") == version) return;
    const Time now = state_->clock.now();
    const std::string text = files_json(files).dump(-1, ' ', false, json::error_handler_t::replace);
    db.run("INSERT INTO accepted (version, at, who, files) VALUES (?, ?, ?, ?)", version, stored(now), who, text);
    append_event(db, now, {std::nullopt, who, "rules_accepted", version, ""});
  });
}

std::optional<TownFiles> CaseBook::last_accepted() {
  const std::lock_guard guard(state_->mutex);
  try {
    return read_accepted(state_->connection());
  } catch (const sqlite::Error&) {
    state_->db.reset();
    return std::nullopt;
  }
}

tl::expected<void, Trouble> CaseBook::refused(const std::string& text) {
  return state_->write([&](sqlite::Connection& db) {
    if (text.empty()) {
      db.run("DELETE FROM meta WHERE name = ?", kRefused);
    } else if (read_refused(db) != to_valid_utf8(text)) {
      db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", kRefused, to_valid_utf8(text));
      // The words of a rule may name a person.
      append_event(db, state_->clock.now(), {std::nullopt, "daemon", "rules_refused", "", to_valid_utf8(text)});
    }
  });
}

tl::expected<void, Trouble> CaseBook::event(const std::string& who, const std::string& what, const std::string& detail,
                                            const std::string& private_part) {
  return state_->write([&](sqlite::Connection& db) {
    append_event(db, state_->clock.now(),
                 {std::nullopt, who, what, to_valid_utf8(detail), to_valid_utf8(private_part)});
  });
}

}  // namespace docket
