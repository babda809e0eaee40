#include "rules/load_places.h"

#include <fmt/format.h>

#include "rules/circle.h"

namespace docket {
namespace {

using Parse = tl::expected<double, Fault>(std::string_view text);

/// The number under `key`, told where it stands when it is none; nullopt also when the key is missing.
std::optional<double> number(yaml::Map& map, const char* key, Parse parse, yaml::Need need, std::string& text) {
  if (!map.text(key, text, need)) return std::nullopt;
  const auto parsed = parse(text);
  if (parsed) return *parsed;
  map.reader().error(*map.node().find(key), parsed.error().text, parsed.error().hint);
  return std::nullopt;
}

}  // namespace

bool is_part_of_circle(std::string_view key) { return key == "latitude" || key == "longitude" || key == "within"; }

std::optional<std::string> read_circle(yaml::Reader& reader, const yaml::Node& node) {
  yaml::Map map(reader, node);
  std::string latitude;
  std::string longitude;
  std::string within;
  const auto north = number(map, "latitude", parse_latitude, yaml::Need::required, latitude);
  const auto east = number(map, "longitude", parse_longitude, yaml::Need::required, longitude);
  const auto metres = number(map, "within", parse_distance, yaml::Need::required, within);
  map.finish();
  if (!north || !east || !metres) return std::nullopt;
  return fmt::format("{}, {}, {}", latitude, longitude, within);
}

Location read_location(yaml::Reader& reader, const yaml::Node& node) {
  Location location;
  if (!node.is_map()) {
    location.address = reader.text(node).value_or("");
    return location;
  }
  yaml::Map map(reader, node);
  map.text("address", location.address);
  std::string text;
  location.latitude = number(map, "latitude", parse_latitude, yaml::Need::optional, text);
  location.longitude = number(map, "longitude", parse_longitude, yaml::Need::optional, text);
  if ((node.find("latitude") == nullptr) != (node.find("longitude") == nullptr)) {
    reader.error(node, "'latitude' and 'longitude' need each other", "{latitude: 45.42, longitude: -75.69}");
  }
  map.finish();
  return location;
}

}  // namespace docket
