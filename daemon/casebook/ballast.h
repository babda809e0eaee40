// A file that holds nothing but room: given up when the disk runs full in the middle of something, so that this can be
// ended well. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace docket {

/// Its name in the data folder.
inline constexpr const char* kBallast = "ballast";

/// Whether the file is there and its blocks, at least `size` octets of them, are its own.
[[nodiscard]] bool is_ballast_laid(const std::filesystem::path& file, std::uintmax_t size);
/// Makes it (0600), allocated and written: octets that no file system can store in less. The reason when that fails;
/// then nothing is left of it. It is not synced: after a power loss it is laid again.
[[nodiscard]] std::optional<std::string> lay_ballast(const std::filesystem::path& file, std::uintmax_t size);
/// Its room is free at once, also while another program holds the file open; false: there was none.
bool give_up_ballast(const std::filesystem::path& file);

}  // namespace docket
