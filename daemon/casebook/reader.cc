#include "daemon/casebook/reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "daemon/casebook/accepted.h"
#include "daemon/casebook/kept.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/schema.h"

namespace docket {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

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

std::int64_t count(sqlite::Connection& db, const char* sql) { return db.integer(sql).value_or(0); }

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

std::vector<std::string> BookReader::problems(Time now) {
  sqlite::Connection& db = state_->db;
  std::vector<std::string> found;
  const auto add = [&](std::optional<std::int64_t> number, const char* text) {
    if (number.value_or(0) > 0) found.push_back(fmt::format("{} {}", *number, text));
  };
  const std::int64_t yesterday = stored(now - hours{24});
  add(db.integer("SELECT count(*) FROM inbounds WHERE outcome = 'quarantined' AND discarded IS NULL AND recorded < ?",
                 yesterday),
      "in quarantine for more than a day (docket quarantine list)");
  add(db.integer("SELECT count(*) FROM cases WHERE status = 'review' AND updated < ?", yesterday),
      "in review for more than a day (docket case list --status review)");
  add(count(db, "SELECT count(*) FROM outbox WHERE state = 'failed'"), "could not be delivered (docket outbox list)");
  add(count(db, "SELECT count(*) FROM outbox WHERE state = 'uncertain' AND next IS NULL"),
      "may or may not have been delivered (docket outbox resolve)");
  add(db.integer("SELECT count(*) FROM outbox WHERE next < ?", stored(now - hours{1})),
      "should have gone out an hour ago: the outbox is stuck");
  return found;
}

std::optional<KeptInbound> BookReader::inbound(const std::string& id) { return read_kept(state_->db, id); }

std::optional<std::string> BookReader::refused_rules() { return read_refused(state_->db); }

std::optional<TownFiles> BookReader::last_accepted() { return read_accepted(state_->db); }

}  // namespace docket
