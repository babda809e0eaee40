// Reads a configuration folder: the files as text, then settings and town as values, all problems at once.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/problem.h"
#include "config/settings.h"
#include "config/town.h"

namespace docket {

/// One file that a person wrote; `name` is how problems call it (relative to the configuration folder).
struct TextFile {
  std::string name;
  std::string text;
};

/// docket.yaml, relative paths resolved against `folder`. Problems are appended; nullopt when any is an error.
[[nodiscard]] std::optional<Settings> load_settings(const TextFile& file, const std::filesystem::path& folder,
                                                    Problems& problems);
/// Where the book and the control socket are.
struct Paths {
  std::filesystem::path data;
  std::filesystem::path control;
};
/// From docket.yaml, whatever else in it is refused: a command must find the daemon while an admin is editing.
[[nodiscard]] std::optional<Paths> load_paths(const TextFile& file, const std::filesystem::path& folder);
/// town.yaml. `now` is for the warnings about the calendar's end.
[[nodiscard]] std::optional<Town> load_town(const TextFile& file, Time now, Problems& problems);

/// What crosses both files, e.g. an office address that is one of our own mailboxes (a loop).
void check_together(const Settings& settings, const Town& town, Problems& problems);

/// The clerk's files as text: town.yaml, rules/*.yaml and letters/*.txt, each list in byte order of names, hidden
/// files left out. An unreadable file is a problem.
struct TownFiles {
  TextFile town;
  std::vector<TextFile> rules;
  std::vector<TextFile> letters;
  /// "sha256:…" over names and texts of them all, length-prefixed: the version of the set.
  [[nodiscard]] std::string version() const;
};
[[nodiscard]] std::optional<TownFiles> read_town_files(const std::filesystem::path& folder, Problems& problems);

/// Another set, whole or in part, to be looked at beside the one that runs; what is absent stays as it is there.
struct OtherFiles {
  std::optional<TextFile> town;
  std::optional<std::vector<TextFile>> rules;
  std::optional<std::vector<TextFile>> letters;
  [[nodiscard]] TownFiles over(TownFiles base) const;
};
/// Of a folder laid out as a configuration folder what is there of town.yaml, rules/ and letters/; of any other folder
/// its *.yaml as rules. A folder without any of them is a problem.
[[nodiscard]] std::optional<OtherFiles> read_other_files(const std::filesystem::path& folder, Problems& problems);
[[nodiscard]] std::optional<TextFile> read_settings_file(const std::filesystem::path& folder, Problems& problems);

}  // namespace docket
