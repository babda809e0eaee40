// Who may read and change what: configuration, secrets, the data folder; who the operators are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "config/settings.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

struct FileFacts {
  enum class Kind { settings, clerks, secret, data, private_file } kind = Kind::settings;
  std::string path;
  bool there = false;
  mode_t mode = 0;  ///< of stat(2), with its type
  std::string owner;
  std::string service_user;  ///< who owns the data folder
};
/// docket.yaml, the clerk's files, the secrets that are files, the data folder and what in it must be private.
[[nodiscard]] std::vector<FileFacts> look_at_files(const std::filesystem::path& folder, const Settings& settings);
/// A line for each that is wrong; one for all when none is.
[[nodiscard]] Lines judge_rights(const std::vector<FileFacts>& files);

struct GroupFacts {
  std::string name;
  bool there = false;
  std::vector<std::string> members;
};
[[nodiscard]] GroupFacts look_at_group(const std::string& name);
[[nodiscard]] Line judge_group(const GroupFacts& group);

}  // namespace docket::doctor
