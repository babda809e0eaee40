#include "daemon/doctor/rights.h"

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "connectors/http/peer.h"
#include "daemon/doctor/secrets.h"

namespace docket::doctor {
namespace {

namespace fs = std::filesystem;
using Kind = FileFacts::Kind;

constexpr mode_t kOthersWrite = S_IWOTH;
constexpr mode_t kOthersRead = S_IROTH;
constexpr mode_t kOthers = S_IRWXO;
constexpr mode_t kGroup = S_IRWXG;

FileFacts look(const fs::path& path, Kind kind, const std::string& service_user) {
  FileFacts facts{.kind = kind, .path = path.string(), .there = false, .mode = 0, .owner = {}, .service_user = {}};
  struct stat found {};
  facts.service_user = service_user;
  facts.there = ::stat(path.c_str(), &found) == 0;
  facts.mode = found.st_mode;
  if (facts.there) facts.owner = http::login_of(found.st_uid);
  return facts;
}

std::optional<Line> judge_private(const FileFacts& file) {
  const std::string check = "rights of " + file.path;
  if ((file.mode & (kOthers | kGroup)) != 0) {
    return broken(check, fmt::format("mode {:04o}: others than docket may read or change it", file.mode & 07777),
                  "chmod go= " + file.path);
  }
  if (file.owner != file.service_user) {
    return broken(check, fmt::format("it belongs to {}, the data folder to {}", file.owner, file.service_user),
                  fmt::format("chown {} {}", file.service_user, file.path));
  }
  return std::nullopt;
}

std::optional<Line> judge_data(const FileFacts& file) {
  const std::string check = "rights of " + file.path;
  if ((file.mode & kOthers) != 0) {
    return broken(check,
                  fmt::format("mode {:04o}: everybody on this machine may look at the letters", file.mode & 07777),
                  "chmod 0700 " + file.path);
  }
  if ((file.mode & kGroup) != 0) {
    return warning(check, fmt::format("mode {:04o}: its group may look at the letters", file.mode & 07777),
                   "chmod 0700 " + file.path);
  }
  return std::nullopt;
}

std::optional<Line> judge_one(const FileFacts& file) {
  const std::string check = "rights of " + file.path;
  if (!file.there) return std::nullopt;  // other checks say what is missing
  if (file.kind == Kind::data) return judge_data(file);
  if (file.kind == Kind::private_file) return judge_private(file);
  if ((file.mode & kOthersWrite) != 0) {
    return broken(check, "everybody on this machine may change it", "chmod o-w " + file.path);
  }
  if (file.kind == Kind::secret && (file.mode & kOthers) != 0) {
    return broken(check, "everybody on this machine may read this secret", "chmod o= " + file.path);
  }
  if (file.kind == Kind::settings && (file.mode & kOthersRead) != 0) {
    return warning(check, "everybody on this machine may read where docket logs in, and as whom",
                   "chmod o-r " + file.path + " (docket's user must still read it: chgrp)");
  }
  return std::nullopt;
}

}  // namespace

std::vector<FileFacts> look_at_files(const fs::path& folder, const Settings& settings) {
  struct stat data {};
  const bool made = ::stat(settings.data.c_str(), &data) == 0;
  const std::string user = made ? http::login_of(data.st_uid) : std::string();
  std::vector<FileFacts> files{
      look(folder / "docket.yaml", Kind::settings, user), look(folder / "town.yaml", Kind::clerks, user),
      look(folder / "rules", Kind::clerks, user), look(folder / "letters", Kind::clerks, user)};
  for (const auto& named : secrets_of(settings)) {
    if (named.secret.kind == Secret::Kind::file) files.push_back(look(named.secret.name, Kind::secret, user));
  }
  files.push_back(look(settings.data, Kind::data, user));
  for (const char* name : {"docket.db", "keys", "tokens"}) {
    files.push_back(look(settings.data / name, Kind::private_file, user));
  }
  return files;
}

Lines judge_rights(const std::vector<FileFacts>& files) {
  Lines lines;
  for (const auto& file : files) {
    if (auto wrong = judge_one(file)) lines.push_back(std::move(*wrong));
  }
  for (const auto& file : files) {
    if (file.kind == Kind::data && file.there && file.owner == "root") {
      lines.push_back(warning("rights of " + file.path, "it belongs to root, so docket would run as root",
                              "give it to a user of its own: chown -R docket " + file.path));
    }
  }
  if (lines.empty()) lines.push_back(ok("rights", "configuration, secrets and data are only for whom they are meant"));
  return lines;
}

GroupFacts look_at_group(const std::string& name) {
  GroupFacts facts{.name = name, .there = false, .members = {}};
  const group* const found = ::getgrnam(name.c_str());  // NOLINT(concurrency-mt-unsafe): before any thread of ours
  if (found == nullptr) return facts;
  facts.there = true;
  for (char** member = found->gr_mem; *member != nullptr; ++member) facts.members.emplace_back(*member);
  return facts;
}

Line judge_group(const GroupFacts& group) {
  if (!group.there) {
    return broken("operators", "there is no group " + group.name + ", which operators: names",
                  "groupadd --system " + group.name);
  }
  if (group.members.empty()) {
    return warning("operators", "nobody is in the group " + group.name + ": only root may use the commands",
                   "adduser LOGIN " + group.name);
  }
  std::string names;
  for (const auto& member : group.members) names += (names.empty() ? "" : ", ") + member;
  return ok("operators", fmt::format("the group {}: {}", group.name, names));
}

}  // namespace docket::doctor
