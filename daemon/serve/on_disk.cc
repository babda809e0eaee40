#include "daemon/serve/on_disk.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <set>

#include "config/digest.h"
#include "connectors/http/peer.h"

namespace docket {
namespace {

std::map<std::string, const std::string*> by_name(const TownFiles& files) {
  std::map<std::string, const std::string*> texts{{files.town.name, &files.town.text}};
  for (const auto& file : files.rules) texts[file.name] = &file.text;
  for (const auto& file : files.letters) texts[file.name] = &file.text;
  return texts;
}

}  // namespace

OnDisk read_disk(const std::filesystem::path& folder, const std::string& settings) {
  OnDisk disk;
  disk.settings = read_settings_file(folder, disk.problems);
  disk.other_settings = disk.settings && disk.settings->text != settings;
  disk.town = read_town_files(folder, disk.problems);
  if (!disk.town) return disk;
  for (const auto& [name, text] : by_name(*disk.town)) {
    struct stat status {};
    if (::stat((folder / name).c_str(), &status) == 0) disk.owners[name] = status.st_uid;
  }
  return disk;
}

std::string settings_version(const std::string& text) { return "sha256:" + sha256_hex(text); }

std::string content_of(const OnDisk& disk) {
  std::string text = disk.settings ? sha256_hex(disk.settings->text) : "none";
  text += disk.town ? disk.town->version() : "none";
  for (const auto& problem : disk.problems) text += "\n" + to_string(problem);
  return sha256_hex(text);
}

void warn_of_settings(const OnDisk& disk, Problems& problems) {
  if (!disk.other_settings) return;
  problems.push_back(
      {Severity::warning, {disk.settings->name, 0, 0}, "docket.yaml changed: taken at the next start", ""});
}

std::vector<FileChange> changes_between(const TownFiles& before, const TownFiles& after) {
  const auto old = by_name(before);
  const auto fresh = by_name(after);
  std::map<std::string, FileChange::Kind> kinds;
  for (const auto& [name, text] : old) {
    if (fresh.find(name) == fresh.end()) kinds[name] = FileChange::Kind::removed;
  }
  for (const auto& [name, text] : fresh) {
    const auto was = old.find(name);
    if (was == old.end()) {
      kinds[name] = FileChange::Kind::added;
    } else if (*was->second != *text) {
      kinds[name] = FileChange::Kind::changed;
    }
  }
  std::vector<FileChange> changes;
  for (const auto& [name, kind] : kinds) changes.push_back({kind, name});
  return changes;
}

std::string saved_by(const OnDisk& disk, const std::vector<FileChange>& changes) {
  std::set<uid_t> owners;
  for (const auto& change : changes) {
    if (const auto owner = disk.owners.find(change.name); owner != disk.owners.end()) owners.insert(owner->second);
  }
  std::set<std::string> logins;
  for (const auto owner : owners) logins.insert(http::login_of(owner));
  return logins.empty() ? "saved" : fmt::format("saved ({})", fmt::join(logins, ", "));
}

}  // namespace docket
