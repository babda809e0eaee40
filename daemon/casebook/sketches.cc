#include "daemon/casebook/sketches.h"

#include <set>

#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr int kMostInBand = 200;  ///< one person may write the same a thousand times
constexpr std::size_t kMostNear = 300;
constexpr int kFirstLetters = 64;  ///< of a campaign: enough to know what a quarter of all have
constexpr int kLookedThrough = 4;  ///< letters for each that may be found waiting
constexpr const char* kForgotten = "sketches_forgotten";

/// Of a query for case, inbound, opened, person and sketch, in this order.
CaseLetter letter_of(const sqlite::Query& query) {
  return {query.integer(0), query.integer(1), from_stored(query.integer(2)), query.text(3), shingles_of(query.text(4))};
}

std::vector<CaseLetter> letters_of(sqlite::Query& query) {
  std::vector<CaseLetter> letters;
  while (query.step()) letters.push_back(letter_of(query));
  return letters;
}

std::set<std::int64_t> inbounds_near(const Writing& writing, const CaseLetter& letter) {
  std::set<std::int64_t> found;
  for (const std::int64_t band : bands_of(letter.sketch)) {
    sqlite::Query query(writing.db, "SELECT inbound_id FROM bands WHERE band = ? ORDER BY inbound_id DESC LIMIT ?");
    query.bind(band);
    query.bind(kMostInBand);
    while (query.step()) found.insert(query.integer(0));
  }
  found.erase(letter.inbound);
  while (found.size() > kMostNear) found.erase(found.begin());
  return found;
}

bool is_of_the_first(const Writing& writing, std::int64_t case_id, std::int64_t campaign) {
  const auto last = writing.db.integer("SELECT id FROM cases WHERE campaign = ? ORDER BY id LIMIT 1 OFFSET ?", campaign,
                                       kFirstLetters - 1);
  return !last || case_id <= *last;
}

void forget(const Writing& writing, const CaseLetter& letter) {
  if (letter.sketch.empty()) return;
  const auto campaign = writing.db.integer("SELECT campaign FROM cases WHERE id = ?", letter.case_id);
  if (!campaign) remove_bands(writing, letter);
  if (campaign && is_of_the_first(writing, letter.case_id, *campaign)) return;
  writing.db.run("DELETE FROM sketches WHERE inbound_id = ?", letter.inbound);
}

}  // namespace

void store_signs(const Writing& writing, const Recording& recording, std::int64_t case_id, std::int64_t inbound) {
  if (recording.import_closed) return;
  store_mentions(writing, recording, case_id);
  if (recording.sketch.empty()) return;
  writing.db.run(
      "INSERT INTO sketches (inbound_id, sketch) VALUES (?, ?) ON CONFLICT DO UPDATE SET sketch = excluded.sketch",
      inbound, sqlite::Blob{octets_of(recording.sketch)});
}

void store_mentions(const Writing& writing, const Recording& recording, std::int64_t case_id) {
  for (const auto& place : recording.places) {
    writing.db.run("INSERT OR IGNORE INTO mentions (place, case_id, at) VALUES (?, ?, ?)", place, case_id,
                   stored(writing.now));
  }
}

std::vector<CaseLetter> next_letters(const Writing& writing, std::int64_t after, int most) {
  sqlite::Query query(writing.db,
                      "SELECT c.id, i.id, c.opened, (SELECT min(p.person) FROM participants p WHERE p.case_id = c.id), "
                      "CASE WHEN c.campaign IS NULL THEN s.sketch END FROM cases c "
                      "CROSS JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' "
                      "LEFT JOIN sketches s ON s.inbound_id = i.id WHERE c.id > ? ORDER BY c.id LIMIT ?");
  query.bind(after);
  query.bind(most);
  return letters_of(query);
}

std::vector<CaseLetter> letters_near(const Writing& writing, const CaseLetter& letter) {
  std::vector<CaseLetter> letters;
  for (const std::int64_t inbound : inbounds_near(writing, letter)) {
    sqlite::Query query(
        writing.db,
        "SELECT c.id, i.id, c.opened, (SELECT min(p.person) FROM participants p WHERE p.case_id = c.id), "
        "s.sketch FROM inbounds i JOIN cases c ON c.id = i.case_id "
        "JOIN sketches s ON s.inbound_id = i.id WHERE i.id = ? AND c.campaign IS NULL AND c.opened >= ?");
    query.bind(inbound);
    query.bind(stored(writing.now - kCompared));
    if (query.step()) letters.push_back(letter_of(query));
  }
  return letters;
}

std::vector<CaseLetter> letters_waiting(const Writing& writing, std::int64_t before, int most) {
  // CROSS JOIN begins with the newest sketches: cases stay for years, and no commit may look through all of them.
  sqlite::Query query(writing.db,
                      "SELECT c.id, i.id, c.opened, (SELECT min(p.person) FROM participants p WHERE p.case_id = c.id), "
                      "s.sketch FROM sketches s CROSS JOIN inbounds i ON i.id = s.inbound_id AND i.outcome = 'case' "
                      "CROSS JOIN cases c ON c.id = i.case_id "
                      "WHERE s.inbound_id > (SELECT max(inbound_id) FROM sketches) - ? AND c.id < ? AND c.opened >= ? "
                      "AND c.campaign IS NULL ORDER BY s.inbound_id DESC LIMIT ?");
  query.bind(std::int64_t{kLookedThrough} * most);
  query.bind(before);
  query.bind(stored(writing.now - kCompared));
  query.bind(most);
  return letters_of(query);
}

std::vector<Shingles> first_sketches(sqlite::Connection& db, std::int64_t campaign) {
  sqlite::Query query(db,
                      "SELECT s.sketch FROM cases c JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' "
                      "JOIN sketches s ON s.inbound_id = i.id WHERE c.campaign = ? ORDER BY c.id LIMIT ?");
  query.bind(campaign);
  query.bind(kFirstLetters);
  std::vector<Shingles> sketches;
  while (query.step()) sketches.push_back(shingles_of(query.text(0)));
  return sketches;
}

void add_bands(const Writing& writing, const CaseLetter& letter) {
  for (const std::int64_t band : bands_of(letter.sketch)) {
    writing.db.run("INSERT OR IGNORE INTO bands (band, inbound_id) VALUES (?, ?)", band, letter.inbound);
  }
}

void remove_bands(const Writing& writing, const CaseLetter& letter) {
  for (const std::int64_t band : bands_of(letter.sketch)) {
    writing.db.run("DELETE FROM bands WHERE band = ? AND inbound_id = ?", band, letter.inbound);
  }
}

void forget_sketches(const Writing& writing, int most) {
  const auto over = stored(writing.now - kCompared);
  const auto after = kept_number(writing.db, kForgotten).value_or(0);
  // CROSS JOIN keeps to the order of cases: the other way round all that are left to do are sorted first.
  sqlite::Query query(
      writing.db,
      "SELECT c.id, i.id, c.opened, NULL, s.sketch FROM cases c "
      "CROSS JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' "
      "LEFT JOIN sketches s ON s.inbound_id = i.id WHERE c.id > ? AND c.opened < ? ORDER BY c.id LIMIT ?");
  query.bind(after);
  query.bind(over);
  query.bind(most);
  const auto letters = letters_of(query);
  for (const auto& letter : letters) forget(writing, letter);
  if (!letters.empty()) keep_number(writing.db, kForgotten, letters.back().case_id);
}

std::optional<std::int64_t> kept_number(sqlite::Connection& db, const char* name) {
  return db.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", name);
}

void keep_number(sqlite::Connection& db, const char* name, std::int64_t value) {
  db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, std::to_string(value));
}

}  // namespace docket
