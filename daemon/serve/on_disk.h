// What lies in the configuration folder at one moment: read once, then compared, judged and taken, so that a save in
// between changes nothing.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "config/load.h"

namespace docket {

struct OnDisk {
  std::optional<TextFile> settings;     ///< docket.yaml
  bool other_settings = false;          ///< it is not what docket runs under
  std::optional<TownFiles> town;        ///< absent: a file cannot be read
  Problems problems;                    ///< of reading alone
  std::map<std::string, uid_t> owners;  ///< of the town's files, by name
};

/// `settings`: the text of docket.yaml under which docket runs.
[[nodiscard]] OnDisk read_disk(const std::filesystem::path& folder, const std::string& settings);
/// By what `docket status` and the doctor tell one docket.yaml from another.
[[nodiscard]] std::string settings_version(const std::string& text);
/// Equal for equal octets in equal names.
[[nodiscard]] std::string content_of(const OnDisk& disk);
/// A warning where docket.yaml is another one.
void warn_of_settings(const OnDisk& disk, Problems& problems);

struct FileChange {
  enum class Kind { changed, added, removed } kind = Kind::changed;
  std::string name;
};
/// In byte order of names.
[[nodiscard]] std::vector<FileChange> changes_between(const TownFiles& before, const TownFiles& after);
/// "saved (ana, bob)": by the owners' login names of what has changed; "saved" where there is none.
[[nodiscard]] std::string saved_by(const OnDisk& disk, const std::vector<FileChange>& changes);

}  // namespace docket
