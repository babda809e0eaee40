// Puts a drafted configuration into its folder: whole, or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "daemon/setup/draft.h"

namespace docket::setup {

/// Who may read and write what is placed. Without a group (not root, or no such group) the umask decides for all but
/// secrets, which are always their owner's alone.
struct Owners {
  std::optional<unsigned>
      group;            ///< of the service and the clerks: reads everything but secrets, writes the clerk's files
  bool clerks = false;  ///< it is docket-clerks
  std::optional<unsigned> user;  ///< the service's
};

/// A refresh token in its file, DATA/tokens/NAME.refresh; folders that are not there are made. All of it is the
/// service's own where root sets up for it. The error is text; a token that is there already stays.
[[nodiscard]] std::optional<std::string> store_refresh_token(const std::filesystem::path& file,
                                                             const std::string& token, const Owners& owners);

/// Root with the service's user on the machine: its group, docket-clerks before docket.
[[nodiscard]] Owners owners_here();

/// The first of the files that is there already, a configuration of whatever kind among them; nullopt: the way is free.
[[nodiscard]] std::optional<std::filesystem::path> in_the_way(const std::filesystem::path& folder);

/// Everything is written beside its place first and takes it by renames, docket.yaml last. The error is text; then the
/// folder is as it was.
[[nodiscard]] std::optional<std::string> place(const std::filesystem::path& folder, const std::vector<DraftFile>& files,
                                               const Owners& owners);

}  // namespace docket::setup
