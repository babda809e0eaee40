// Files that must be on the disk before anybody is told so.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// What the system said last (errno), in words.
[[nodiscard]] std::string system_reason();
/// Makes the file (0600) or overwrites it, and syncs it; the reason when that fails.
[[nodiscard]] std::optional<std::string> write_synced(const std::filesystem::path& file, std::string_view text);
/// That the names in a folder are on the disk; where the file system cannot say so, nothing more can be done.
void sync_folder(const std::filesystem::path& folder);

}  // namespace docket
