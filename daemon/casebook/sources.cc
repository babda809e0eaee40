// What sources have listed, what was passed over, and how often a delivery was tried.
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"

namespace docket {

tl::expected<std::vector<std::string>, Trouble> CaseBook::list(const std::string& source,
                                                               std::span<const std::string> keys) {
  return state_->write([&](sqlite::Connection& db) {
    const std::int64_t now = stored(state_->clock.now());
    std::vector<std::string> wanted;
    for (const std::string& key : keys) {
      db.run("INSERT OR IGNORE INTO seen (source, delivery_key, at, state) VALUES (?, ?, ?, 'waiting')", source, key,
             now);
      const auto state = db.text("SELECT state FROM seen WHERE source = ? AND delivery_key = ?", source, key);
      if (state == "waiting") wanted.push_back(key);
    }
    return wanted;
  });
}

tl::expected<void, Trouble> CaseBook::mark(const std::string& source, std::span<const std::string> keys,
                                           const std::string& mark) {
  return state_->write([&](sqlite::Connection& db) {
    const std::int64_t now = stored(state_->clock.now());
    for (const std::string& key : keys) {
      db.run(
          "INSERT INTO seen (source, delivery_key, at, state) VALUES (?, ?, ?, ?) "
          "ON CONFLICT DO UPDATE SET state = excluded.state WHERE state = 'waiting'",
          source, key, now, mark);
    }
  });
}

tl::expected<Time, Trouble> CaseBook::first_start(const std::string& source) {
  return state_->write([&](sqlite::Connection& db) {
    const Time now = std::chrono::floor<std::chrono::seconds>(state_->clock.now());
    db.run("INSERT OR IGNORE INTO sources (name, first_start) VALUES (?, ?)", source, stored(now));
    return from_stored(db.integer("SELECT first_start FROM sources WHERE name = ?", source).value_or(stored(now)));
  });
}

tl::expected<int, Trouble> CaseBook::begin_attempt(const std::string& source, const std::string& key) {
  return state_->write([&](sqlite::Connection& db) {
    const auto before =
        db.integer("SELECT count FROM attempts WHERE source = ? AND delivery_key = ?", source, key).value_or(0);
    db.run(
        "INSERT INTO attempts (source, delivery_key, count) VALUES (?, ?, 1) "
        "ON CONFLICT DO UPDATE SET count = count + 1",
        source, key);
    return static_cast<int>(before);
  });
}

}  // namespace docket
