// Puts a set of town, rules and templates into a configuration folder; for going back to an earlier one.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "config/load.h"

namespace docket {

/// Afterwards `folder` holds `files` and no other rules or letters. What it replaces is moved into a new folder
/// `folder`/replaced-TIME, whose path is answered. The error is text; then the folder is as it was.
[[nodiscard]] tl::expected<std::filesystem::path, std::string> replace_town_files(const std::filesystem::path& folder,
                                                                                  const TownFiles& files, Time now);
/// Undoes it: what was moved away comes back.
[[nodiscard]] tl::expected<void, std::string> put_back_town_files(const std::filesystem::path& folder,
                                                                  const std::filesystem::path& replaced);

}  // namespace docket
