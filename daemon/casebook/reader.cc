#include "daemon/casebook/reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "daemon/casebook/accepted.h"
#include "daemon/casebook/due_cases.h"
#include "daemon/casebook/kept.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/saved.h"
#include "daemon/casebook/schema.h"

namespace docket {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr milliseconds kBusyTimeout{5000};
constexpr int kCannotOpen = 14;   // SQLITE_CANTOPEN
constexpr int kReadOnly = 8;      // SQLITE_READONLY: the write-ahead log cannot be joined
constexpr int kNoPermission = 3;  // SQLITE_PERM

std::string why_not(const std::filesystem::path& file, const sqlite::Error& error) {
  const int kind = error.code() & 0xFF;
  if (kind == kCannotOpen || kind == kReadOnly || kind == kNoPermission) {
    return fmt::format(
        "{} cannot be read by this user while the daemon is not running: start docket, or ask as the owner of the data "
        "folder or as root ({})",
        file.string(), error.what());
  }
  return fmt::format("{} cannot be read: {}", file.string(), error.what());
}

template <typename... Values>
std::int64_t count(sqlite::Connection& db, const char* sql, const Values&... values) {
  return db.integer(sql, values...).value_or(0);
}

}  // namespace

BookReader::BookReader(std::unique_ptr<State> state) : state_(std::move(state)) {}

BookReader::~BookReader() = default;

tl::expected<std::unique_ptr<BookReader>, std::string> BookReader::open(const std::filesystem::path& data) {
  const auto file = data / "docket.db";
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) {
    return tl::unexpected(fmt::format("there is no case book in {} yet: `docket serve` makes it", data.string()));
  }
  try {
    auto state = std::make_unique<State>(file, kBusyTimeout);
    const int version = schema_version(state->db);
    if (version == 0) return tl::unexpected(fmt::format("{} is not a case book", file.string()));
    if (version != schema_version()) {
      return tl::unexpected(fmt::format("{} has schema {}, this docket reads {}: use the docket that serves it",
                                        file.string(), version, schema_version()));
    }
    return std::unique_ptr<BookReader>(
        new BookReader(std::move(state)));  // NOLINT(cppcoreguidelines-owning-memory): private constructor
  } catch (const sqlite::Error& refused) {
    return tl::unexpected(why_not(file, refused));
  }
}

BookFigures BookReader::figures(Time now) {
  sqlite::Connection& db = state_->db;
  const sqlite::Transaction snapshot(db, sqlite::Transaction::Kind::snapshot);
  const std::int64_t yesterday = stored(now - hours{24});
  const std::int64_t quarter = stored(now - minutes{15});
  BookFigures figures;
  // Each says its index's condition again: SQLite does not find out that it is implied, and would read every row.
  figures.quarantined = count(db,
                              "SELECT count(*) FROM inbounds WHERE outcome = 'quarantined' AND discarded IS NULL AND "
                              "outcome IN ('quarantined', 'ignored')");
  figures.quarantined_long =
      count(db,
            "SELECT count(*) FROM inbounds WHERE outcome = 'quarantined' AND discarded IS NULL AND recorded < ? "
            "AND outcome IN ('quarantined', 'ignored')",
            yesterday);
  figures.in_review_long = count(db, "SELECT count(*) FROM cases WHERE status = 'review' AND updated < ?", yesterday);
  figures.undelivered = count(db, "SELECT count(*) FROM outbox WHERE state = 'failed'");
  figures.uncertain = count(db, "SELECT count(*) FROM outbox WHERE state = 'uncertain'");
  figures.uncertain_left = count(db, "SELECT count(*) FROM outbox WHERE state = 'uncertain' AND next IS NULL");
  figures.late = count(db, "SELECT count(*) FROM outbox WHERE next <= ?", quarter);
  figures.deferred_long = count(db, "SELECT count(*) FROM outbox WHERE state = 'deferred' AND created <= ?", quarter);
  figures.slowed = count(db, "SELECT count(*) FROM outbox WHERE state = 'queued' AND next > ? AND attempts = 0",
                         stored(now + minutes{1}));
  const auto time = [&](const char* sql) {
    const auto at = db.integer(sql);
    return at ? std::optional(from_stored(*at)) : std::nullopt;
  };
  figures.backed_up = time("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'backed_up'");
  figures.begun = time("SELECT at FROM events WHERE seq = 1");
  return figures;
}

std::optional<KeptInbound> BookReader::inbound(const std::string& id) { return read_kept(state_->db, id); }

std::optional<std::string> BookReader::refused_rules() { return read_refused(state_->db); }

std::optional<std::string> BookReader::held_rules() {
  const auto answer = read_saved_answer(state_->db);
  return answer && answer->held ? std::optional(answer->version) : std::nullopt;
}

std::string BookReader::staff_subject(const std::string& number, const Town& town) {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  const auto id = find_case_id(state_->db, number, town);
  const auto row = id ? load_case(state_->db, *id) : std::nullopt;
  return row ? shown_subject(state_->db, *row, town) : "";
}

std::optional<TownFiles> BookReader::last_accepted() { return read_accepted(state_->db); }

}  // namespace docket
