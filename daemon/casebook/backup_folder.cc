// docket backup --into DIR: a file for each day, and the oldest beyond so many removed.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>

#include "config/durable.h"
#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/backup.h"
#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/backup_writing.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr int kWrong = 2;
constexpr std::string_view kBegin = "docket-";
constexpr std::string_view kEnd = ".backup";

/// UTC: the town's day would need its settings, and a backup must not depend on them.
std::string name_of(Time now) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now)};
  return fmt::format("{}{}{}", kBegin, iso_date(day), kEnd);
}

bool is_dated(std::string_view name) {
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) return false;
  const auto day = name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size());
  return day.size() == 10 && parse_rfc3339(std::string(day) + "T00:00:00Z").has_value();
}

tl::expected<void, Refusal> make_folder(const fs::path& folder, const fs::path& data) {
  if (lies_within(folder, data)) {
    return refuse(kWrong, "{} lies in the data folder, which is what may be lost: name a folder elsewhere",
                  folder.string());
  }
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return refuse(kWrong, "{} cannot be made: {}", folder.string(), error.message());
  sync_folder(folder.parent_path());
  return {};
}

/// Of this book and whole enough to say so, newest day first; `made` is not among them.
std::vector<fs::path> older_ones(sqlite::Connection& book, const fs::path& folder, const fs::path& made) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const auto name = entry.path().filename();
    if (is_dated(name.string()) && name != made.filename()) files.push_back(entry.path());
  }
  std::erase_if(files, [&](const fs::path& file) { return !may_replace(book, file); });
  std::sort(files.rbegin(), files.rend());
  return files;
}

void remove_oldest(const fs::path& data, std::size_t keep, DatedBackup& dated) {
  const fs::path folder = dated.file.parent_path();
  sqlite::Connection book(data / "docket.db", sqlite::Access::read, kBusyTimeout);
  const auto files = older_ones(book, folder, dated.file);
  for (std::size_t i = keep - 1; i < files.size(); ++i) {
    std::error_code error;
    fs::remove(files[i], error);
    if (error) {
      dated.trouble = fmt::format("{} cannot be removed: {}", files[i].string(), error.message());
    } else {
      dated.removed.push_back(files[i]);
    }
  }
  if (!dated.removed.empty()) sync_folder(folder);
}

}  // namespace

tl::expected<DatedBackup, Refusal> make_dated_backup(const fs::path& data, const fs::path& folder, std::size_t keep,
                                                     const Clock& clock, const CopyProgress& progress) {
  if (auto made = make_folder(folder, data); !made) return tl::unexpected(made.error());
  DatedBackup dated;
  dated.file = folder / name_of(clock.now());
  auto backup = make_backup(data, dated.file, clock, progress);
  if (!backup) return tl::unexpected(backup.error());
  dated.backup = *backup;
  try {
    remove_oldest(data, std::max<std::size_t>(keep, 1), dated);
  } catch (const sqlite::Error& error) {
    dated.trouble = fmt::format("older backups stay: {}", error.what());
  }
  return dated;
}

}  // namespace docket
