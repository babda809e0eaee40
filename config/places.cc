// The `places:` of town.yaml: streets and places as letters may call them.
#include "config/parts.h"

namespace docket::parts {
namespace {

NamedPlace read_place(yaml::Reader& reader, const yaml::Node& node) {
  NamedPlace place;
  if (!node.is_map()) {
    place.name = reader.text(node).value_or("");
    return place;
  }
  yaml::Map map(reader, node);
  map.text("name", place.name, yaml::Need::required);
  map.texts("also", place.also);
  map.finish();
  return place;
}

}  // namespace

std::vector<NamedPlace> read_places(yaml::Reader& reader, const yaml::Node& node) {
  std::vector<NamedPlace> places;
  for (const auto& item : reader.list(node)) places.push_back(read_place(reader, item));
  return places;
}

}  // namespace docket::parts
