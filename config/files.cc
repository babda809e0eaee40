// The configuration folder as text.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "config/digest.h"
#include "config/load.h"
#include "config/text.h"

namespace docket {

namespace fs = std::filesystem;

namespace {

// A town's rules are some hundred kilobytes. The bounds keep a wrong folder from filling the memory.
constexpr std::uintmax_t kMaxOctets = std::uintmax_t{16} << 20U;
constexpr std::size_t kMaxFiles = 10'000;

void refuse(const std::string& name, std::string text, Problems& problems, std::string hint = {}) {
  problems.push_back({Severity::error, {name, 0, 0}, std::move(text), std::move(hint)});
}

/// One file below `folder`; nullopt with a problem when it cannot be read whole.
std::optional<TextFile> read_file(const fs::path& folder, const std::string& name, Problems& problems) {
  std::error_code failed;
  const auto path = folder / name;
  const auto status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    refuse(name, "the file is missing", problems, "docket init writes a sample");
    return std::nullopt;
  }
  const auto size = fs::is_regular_file(status) ? fs::file_size(path, failed) : 0;
  if (failed || !fs::is_regular_file(status)) {
    refuse(name, failed ? "cannot be read: " + failed.message() : "is not a regular file", problems);
    return std::nullopt;
  }
  // Before it is read, not after.
  if (size > kMaxOctets) {
    refuse(name, "the file is larger than 16 MB", problems, "split it into several files");
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (!in) {
    refuse(name, "cannot be read", problems, "look at the file's owner and permissions");
    return std::nullopt;
  }
  return TextFile{name, std::move(text)};
}

/// Names in `folder`/`sub` that end in `extension`, in byte order; a folder that is missing has none.
/// Not below sub-folders: a backup copy in rules/old must not become rules again.
std::vector<std::string> names_in(const fs::path& folder, const std::string& sub, std::string_view extension,
                                  Problems& problems) {
  std::vector<std::string> names;
  std::error_code failed;
  fs::directory_iterator entries(folder / sub, failed);
  if (failed == std::errc::no_such_file_or_directory) return names;
  for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
    const auto name = entries->path().filename().string();
    if (name.starts_with('.')) continue;
    const auto below = fmt::format("{}/{}", sub, to_valid_utf8(name));
    if (!is_utf8(name)) {
      refuse(below, "the file's name is not UTF-8", problems, "rename it");
    } else if (name.ends_with(extension)) {
      names.push_back(below);
      // Silence here would be a rule that its author believes in and that nobody reads.
    } else if (extension == ".yaml" && name.ends_with(".yml")) {
      problems.push_back({Severity::warning, {below, 0, 0}, "the file is not read", "its name must end in .yaml"});
    }
  }
  if (failed) refuse(sub, "cannot be read: " + failed.message(), problems);
  if (names.size() > kMaxFiles) refuse(sub, fmt::format("more than {} files", kMaxFiles), problems);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<TextFile> read_all(const fs::path& folder, const std::string& sub, std::string_view extension,
                               Problems& problems) {
  std::vector<TextFile> files;
  for (const auto& name : names_in(folder, sub, extension, problems)) {
    if (auto file = read_file(folder, name, problems)) files.push_back(std::move(*file));
    if (files.size() > kMaxFiles) break;
  }
  return files;
}

/// Length-prefixed, so that no two sets of files have the same octets.
void append(std::string& octets, std::string_view part) {
  for (int shift = 56; shift >= 0; shift -= 8)
    octets += static_cast<char>((part.size() >> static_cast<unsigned>(shift)) & 0xFFU);
  octets += part;
}

}  // namespace

// Names count too: a rule file's name is its place in the order of rules.
std::string TownFiles::version() const {
  std::string octets;
  const auto add = [&](const TextFile& file) {
    append(octets, file.name);
    append(octets, sha256(file.text));
  };
  add(town);
  std::for_each(rules.begin(), rules.end(), add);
  std::for_each(letters.begin(), letters.end(), add);
  return "sha256:" + sha256_hex(octets);
}

// All or nothing: a set with one file missing is another set, and would be taken for what the clerk wants.
std::optional<TownFiles> read_town_files(const fs::path& folder, Problems& problems) {
  Problems own;
  TownFiles files;
  if (auto town = read_file(folder, "town.yaml", own)) files.town = std::move(*town);
  files.rules = read_all(folder, "rules", ".yaml", own);
  files.letters = read_all(folder, "letters", ".txt", own);
  problems.insert(problems.end(), own.begin(), own.end());
  return has_errors(own) ? std::nullopt : std::optional(std::move(files));
}

TownFiles OtherFiles::over(TownFiles base) const {
  if (town) base.town = *town;
  if (rules) base.rules = *rules;
  if (letters) base.letters = *letters;
  return base;
}

// A clerk tries a change in a copy of the whole folder or of rules/ alone; both are understood without an option.
std::optional<OtherFiles> read_other_files(const fs::path& folder, Problems& problems) {
  Problems own;
  OtherFiles files;
  std::error_code failed;
  const auto is_there = [&](const char* name) { return fs::exists(folder / name, failed); };
  if (is_there("town.yaml")) files.town = read_file(folder, "town.yaml", own);
  if (is_there("rules")) files.rules = read_all(folder, "rules", ".yaml", own);
  if (is_there("letters")) files.letters = read_all(folder, "letters", ".txt", own);
  if (!files.town && !files.rules && !files.letters) {
    auto rules = read_all(folder, ".", ".yaml", own);
    for (auto& file : rules) file.name = "rules" + file.name.substr(1);
    if (rules.empty() && own.empty()) {
      refuse(folder.string(), "there are no rules in this folder", own,
             "a folder with *.yaml rule files, or one with town.yaml, rules/ or letters/");
    }
    files.rules = std::move(rules);
  }
  problems.insert(problems.end(), own.begin(), own.end());
  return has_errors(own) ? std::nullopt : std::optional(std::move(files));
}

std::optional<TextFile> read_settings_file(const fs::path& folder, Problems& problems) {
  return read_file(folder, "docket.yaml", problems);
}

}  // namespace docket
