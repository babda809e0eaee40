// Names of attachments as they may be shown and stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket::mime {

/// Without directories, control characters and marks that turn the direction of text; at most 255 octets, the
/// extension kept. nullopt when nothing is left.
[[nodiscard]] std::optional<std::string> safe_file_name(std::string_view utf8);

/// The media type that the extension stands for, where the sender named none; application/octet-stream when unknown.
[[nodiscard]] std::string_view type_by_extension(std::string_view name);

}  // namespace docket::mime
