// Places on the map as rule files write them: what is near one, and where a sketched letter is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/yaml/reader.h"
#include "connectors/letter.h"

namespace docket {

[[nodiscard]] bool is_part_of_circle(std::string_view key);
/// `{latitude: …, longitude: …, within: …}` as the text that parse_circle() reads; nullopt when a part of it is missing
/// or wrong, which is told where it stands.
[[nodiscard]] std::optional<std::string> read_circle(yaml::Reader& reader, const yaml::Node& node);

/// `location:` of a sketched letter: an address, or `{address: …, latitude: …, longitude: …}`.
[[nodiscard]] Location read_location(yaml::Reader& reader, const yaml::Node& node);

}  // namespace docket
