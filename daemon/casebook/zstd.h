// The form in which octets are kept: one zstd frame each, without a shared dictionary (a dictionary trained on
// letters would hold pieces of them after they are erased).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// Throws std::bad_alloc only.
[[nodiscard]] std::string compress(std::string_view octets);
/// nullopt: not a frame of ours, damaged, or more than `most` octets.
[[nodiscard]] std::optional<std::string> decompress(std::string_view frame, std::size_t most = std::size_t{1} << 30U);

}  // namespace docket
