#include "daemon/casebook/upgrade.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/backup_writing.h"
#include "daemon/casebook/schema.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegin = "before-schema-";
constexpr std::string_view kEnd = ".backup";
constexpr std::size_t kKept = 2;
/// Of the copying, so that a log shows that it goes on: a gigabyte.
constexpr std::size_t kPagesALine = 262'144;
/// What the migrations themselves may need: their pages stand in the log and in the book.
constexpr std::uintmax_t kLeastForMigrations = std::uintmax_t{16} << 20U;

std::string name_of(int schema) { return fmt::format("{}{}{}", kBegin, schema, kEnd); }

std::optional<int> schema_in(std::string_view name) {
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) return std::nullopt;
  const auto digits = name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size());
  int schema = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), schema);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return schema;
}

/// The copies that stand in the data folder, by the schema that followed.
std::map<int, fs::path> copies_in(const fs::path& data) {
  std::map<int, fs::path> copies;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(data, none)) {
    const auto schema = schema_in(entry.path().filename().string());
    if (schema && entry.is_regular_file(none)) copies[*schema] = entry.path();
  }
  return copies;
}

/// An upgrade that was cut off has made it: nothing was recorded since, so it is the book from before.
bool is_made_already(sqlite::Connection& db, const fs::path& file) {
  std::error_code none;
  if (!fs::is_regular_file(file, none)) return false;
  try {
    {
      sqlite::Connection copy(file, sqlite::Access::read, kBusyTimeout);
      if (!is_backup(copy) || schema_version(copy) > schema_version(db)) return false;
    }
    Backup book;
    read_extent(db, book);
    return check_copy(file, book).has_value();
  } catch (const sqlite::Error&) {
    return false;
  }
}

void say(const BookOptions& options, const std::string& line) {
  if (options.upgrading) options.upgrading(line);
}

tl::expected<void, std::string> insist_on_room(sqlite::Connection& db, const fs::path& data, const std::string& step) {
  const auto pages = static_cast<std::uintmax_t>(db.integer("PRAGMA page_count").value_or(0));
  const auto size = pages * static_cast<std::uintmax_t>(db.integer("PRAGMA page_size").value_or(0));
  const auto needed = size + size / 4 + kLeastForMigrations;
  std::error_code unknown;
  const auto space = fs::space(data, unknown);
  if (unknown || space.available >= needed) return {};
  return tl::unexpected(
      fmt::format("there is no room on the disk of {} to take docket.db {}: a copy is made first, and {} MiB are "
                  "needed for both, {} are left. Make room, or go on with the docket that wrote it{}",
                  data.string(), step, (needed >> 20U) + 1, space.available >> 20U,
                  written_by(db).empty() ? "" : " (" + written_by(db) + ")"));
}

tl::expected<void, std::string> copy_first(sqlite::Connection& db, const BookOptions& options, const std::string& step,
                                           Time now) {
  const fs::path file = options.data / name_of(schema_version());
  if (is_made_already(db, file)) return {};
  if (auto room = insist_on_room(db, options.data, step); !room) return room;
  if (auto may = may_replace(db, file); !may) {
    return tl::unexpected(may.error().text + "; move it out of the data folder");
  }
  say(options, fmt::format("docket.db goes {}: first a copy of it, {}", step, file.string()));
  std::size_t next = kPagesALine;
  const auto made = write_backup(db, options.data, file, now, [&](std::size_t done, std::size_t total) {
    if (done < next) return;
    next = done + kPagesALine;
    say(options, fmt::format("copied {} of {} pages", done, total));
  });
  if (!made) return tl::unexpected(fmt::format("docket.db stays as it is: {}", made.error().text));
  return {};
}

void remove_oldest(const fs::path& data) {
  auto copies = copies_in(data);
  std::error_code ignored;  // the next upgrade tries again
  for (; copies.size() > kKept; copies.erase(copies.begin())) fs::remove(copies.begin()->second, ignored);
}

/// The newest copy that this program can run.
std::optional<fs::path> copy_for_this_docket(const fs::path& data) {
  std::optional<fs::path> found;
  for (const auto& [schema, file] : copies_in(data)) {
    try {
      sqlite::Connection copy(file, sqlite::Access::read, kBusyTimeout);
      if (is_backup(copy) && schema_version(copy) <= schema_version()) found = file;
    } catch (const sqlite::Error&) {
      continue;  // not whole: nothing to go back to
    }
  }
  return found;
}

}  // namespace

tl::expected<void, std::string> upgrade(sqlite::Connection& db, const BookOptions& options, Time now) {
  const int before = schema_version(db);
  if (before == schema_version()) return {};
  const std::string step = fmt::format("from schema {} to {}", before, schema_version());
  if (auto copied = copy_first(db, options, step, now); !copied) return copied;
  const std::string copy = name_of(schema_version());
  if (auto done = migrate(db, now, "; as it was: " + copy); !done) return done;
  remove_oldest(options.data);
  say(options, fmt::format("docket.db went {}; as it was it stands in {}", step, (options.data / copy).string()));
  return {};
}

std::string newer_book(sqlite::Connection& db, const fs::path& data) {
  std::string text = newer_schema(db);
  if (const auto copy = copy_for_this_docket(data)) {
    text += fmt::format(
        ". Or go back to the book as it was before the upgrade: move {0} away, then docket restore "
        "AWAY/{1} {0}; letters since then are taken again where their mailbox still holds them",
        data.string(), copy->filename().string());
  }
  return text;
}

}  // namespace docket
