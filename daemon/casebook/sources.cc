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
      // What had vanished and is there again waits again: nothing that a source lists is passed over.
      db.run(
          "INSERT INTO seen (source, delivery_key, at, state) VALUES (?, ?, ?, 'waiting') "
          "ON CONFLICT DO UPDATE SET state = 'waiting' WHERE state = 'vanished'",
          source, key, now);
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

std::vector<CaseBook::Delivery> CaseBook::waiting() {
  std::vector<Delivery> found;
  (void)state_->write([&](sqlite::Connection& db) {
    found.clear();
    sqlite::Query query(db, "SELECT source, delivery_key FROM seen WHERE state = 'waiting'");
    while (query.step()) found.push_back({query.text(0), query.text(1)});
  });
  return found;
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

void CaseBook::forget_attempt(const std::string& source, const std::string& key) {
  // Where even this cannot be written, nothing can be: the next attempt begins with the same trouble.
  (void)state_->write([&](sqlite::Connection& db) {
    db.run("UPDATE attempts SET count = count - 1 WHERE source = ? AND delivery_key = ? AND count > 0", source, key);
  });
}

}  // namespace docket
