// docket backup FILE: where it may stand, and what it may replace.
#include "daemon/casebook/backup.h"

#include <fmt/format.h>

#include <system_error>

#include "daemon/casebook/backup_file.h"
#include "daemon/casebook/backup_writing.h"
#include "daemon/casebook/reader.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr int kWrong = 2;
constexpr int kDamaged = 1;
constexpr int kNoBook = 69;

tl::expected<void, Refusal> may_stand_there(const fs::path& data, const fs::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  std::error_code none;
  if (!fs::is_directory(folder, none) || file.filename().empty()) {
    return refuse(kWrong, "there is no folder for {}", file.string());
  }
  if (!lies_within(folder, data)) return {};
  return refuse(kWrong, "{} would lie in the data folder, which is what may be lost: name a file elsewhere",
                file.string());
}

}  // namespace

tl::expected<Backup, Refusal> make_backup(const fs::path& data, const fs::path& file, const Clock& clock,
                                          const CopyProgress& progress) {
  if (auto may = may_stand_there(data, file); !may) return tl::unexpected(may.error());
  if (auto reader = BookReader::open(data); !reader) return refuse(kNoBook, "{}", reader.error());
  try {
    sqlite::Connection book(data / "docket.db", sqlite::Access::read, kBusyTimeout);
    if (auto may = may_replace(book, file); !may) return tl::unexpected(may.error());
    return write_backup(book, data, file, clock.now(), progress);
  } catch (const sqlite::Error& error) {
    if (error.is_damage()) return refuse(kDamaged, "{}: {}", (data / "docket.db").string(), error.what());
    return refuse(kTryAgainLater, "{} cannot be written: {}", file.string(), error.what());
  }
}

}  // namespace docket
