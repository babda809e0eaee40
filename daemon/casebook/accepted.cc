// The last accepted town, rules and templates as text, rules that were refused, and events outside a case.
#include "daemon/casebook/accepted.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/files_json.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/saved.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kRefused = "refused_rules";

std::optional<TownFiles> files_from(const std::optional<std::string>& text) {
  const auto files = text ? other_files_from(json::parse(*text, nullptr, false)) : std::nullopt;
  if (!files || !files->town || !files->rules || !files->letters) return std::nullopt;
  return files->over({});
}

}  // namespace

std::optional<TownFiles> read_accepted(sqlite::Connection& db) {
  return files_from(db.text("SELECT files FROM accepted ORDER BY id DESC LIMIT 1"));
}

std::optional<TownFiles> read_accepted(sqlite::Connection& db, const std::string& version) {
  return files_from(db.text("SELECT files FROM accepted WHERE version = ? ORDER BY id DESC LIMIT 1", version));
}

std::optional<std::string> read_refused(sqlite::Connection& db) {
  return db.text("SELECT value FROM meta WHERE name = ?", kRefused);
}

tl::expected<void, Trouble> CaseBook::accept(const TownFiles& files, const std::vector<PersonalRule>& on_persons,
                                             const std::string& who) {
  return state_->write([&](sqlite::Connection& db) {
    const std::string version = files.version();
    forget_saved_answer(db);
    if (db.text("SELECT version FROM accepted ORDER BY id DESC LIMIT 1") == version) return;
    const Time now = state_->clock.now();
    const std::string text = to_json(files).dump(-1, ' ', false, json::error_handler_t::replace);
    db.run("INSERT INTO accepted (version, at, who, files) VALUES (?, ?, ?, ?)", version, stored(now), who, text);
    append_event(db, now, {std::nullopt, who, "rules_accepted", version, ""});
    for (const PersonalRule& rule : on_persons) {
      append_event(db, now,
                   {std::nullopt, who, "personal_rule",
                    fmt::format("{}:{} until {}", rule.file, rule.line, iso_date(rule.until)),
                    rule.rule + ": " + rule.justification});
    }
  });
}

std::optional<TownFiles> CaseBook::last_accepted() {
  const auto guard = state_->locked();
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

tl::expected<void, Trouble> CaseBook::tell_staff(const StaffLetter& letter) {
  return state_->write([&](sqlite::Connection& db) {
    const Time now = state_->clock.now();
    if (!letter.key.empty()) {
      const int first =
          db.run("INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)", "told:" + letter.key, rfc3339(now));
      if (first == 0) return;
    }
    add_staff_letter(Writing{db, state_->keys, state_->options, nullptr, now}, letter);
  });
}

tl::expected<void, Trouble> CaseBook::event(const std::string& who, const std::string& what, const std::string& detail,
                                            const std::string& private_part) {
  return state_->write([&](sqlite::Connection& db) {
    append_event(db, state_->clock.now(),
                 {std::nullopt, who, what, to_valid_utf8(detail), to_valid_utf8(private_part)});
  });
}

tl::expected<void, Refusal> CaseBook::backed_up(const Backup& backup, const std::string& file, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<void, Refusal> {
    const auto there = db.text("SELECT hash FROM events WHERE seq = ?", backup.events);
    if (!there || hex(*there) != backup.head) return tl::unexpected(Refusal{1, "that is no backup of this book"});
    const Time now = state_->clock.now();
    db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('backed_up', ?)",
           std::to_string(stored(std::min(backup.at, now))));
    append_event(db, now,
                 {std::nullopt, who, "backed_up",
                  fmt::format("{}: {} letters, {} octets, head {}", to_valid_utf8(file), backup.letters, backup.size,
                              backup.head),
                  ""});
    return {};
  });
}

}  // namespace docket
