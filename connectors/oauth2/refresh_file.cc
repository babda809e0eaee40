#include "connectors/oauth2/refresh_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "config/durable.h"
#include "config/secret.h"

namespace docket::oauth2 {

namespace fs = std::filesystem;

namespace {

/// A command that root runs beside the daemon must not leave files that the daemon cannot read.
std::optional<std::string> give_to_owner_of(const fs::path& neighbour, const fs::path& path) {
  struct stat owner {};
  struct stat now {};
  if (::geteuid() != 0 || ::stat(neighbour.c_str(), &owner) != 0) return std::nullopt;
  // Whose it is already is not given away: a sandbox refuses even that.
  if (::stat(path.c_str(), &now) == 0 && now.st_uid == owner.st_uid && now.st_gid == owner.st_gid) return std::nullopt;
  if (::chown(path.c_str(), owner.st_uid, owner.st_gid) != 0) return system_reason();
  return std::nullopt;
}

}  // namespace

std::optional<std::string> make_token_folder(const fs::path& folder) {
  std::error_code failed;
  if (!fs::create_directories(folder, failed)) return failed ? std::optional(failed.message()) : std::nullopt;
  fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return failed.message();
  return give_to_owner_of(folder.parent_path(), folder);
}

tl::expected<RefreshToken, std::string> read_refresh_token(const fs::path& folder,
                                                           const std::vector<std::string>& names) {
  fs::path newest;
  fs::file_time_type when{};
  for (const auto& name : names) {
    const auto file = folder / (name + ".refresh");
    std::error_code missing;
    const auto written = fs::last_write_time(file, missing);
    if (missing || (!newest.empty() && written <= when)) continue;
    newest = file;
    when = written;
  }
  if (newest.empty()) {
    const auto wanted = folder / (names.front() + ".refresh");
    return tl::unexpected("there is no refresh token: consent as the mailbox and put it into " + wanted.string());
  }
  auto token = read_secret({Secret::Kind::file, newest.string()});
  if (!token) return tl::unexpected(token.error() + " (docket's own user must be able to read it)");
  return RefreshToken{std::move(*token), newest};
}

std::optional<std::string> store_refresh_token(const RefreshToken& token) {
  fs::path fresh = token.file;
  fresh += ".new";
  if (auto trouble = write_synced(fresh, token.token + "\n")) return trouble;
  if (auto trouble = give_to_owner_of(token.file, fresh)) return trouble;
  std::error_code failed;
  fs::rename(fresh, token.file, failed);
  if (failed) return failed.message();
  sync_folder(token.file.parent_path());
  return std::nullopt;
}

}  // namespace docket::oauth2
