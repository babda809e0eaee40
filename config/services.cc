// The `services:` of town.yaml: what residents may ask for through Open311 (GeoReport v2).
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/parts.h"

namespace docket::parts {
namespace {

using yaml::Need;
using Type = ServiceAttribute::Type;

constexpr std::size_t kMostCode = 64;

/// Codes stand in URLs, in names of form fields and in comma lists, where anything else would need quoting that
/// clients forget.
bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= kMostCode && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  });
}

constexpr const char* kCodeHint = "letters, digits, '-', '_' and '.', at most 64";

bool is_list(Type type) { return type == Type::singlevaluelist || type == Type::multivaluelist; }

/// `type` absent: it is wrong itself, and what belongs to it is not known.
void read_values(yaml::Map& map, std::optional<Type> type, const std::vector<std::string>& languages,
                 ServiceAttribute& attribute) {
  auto& reader = map.reader();
  const auto* node = map.find("values", type && is_list(*type) ? Need::required : Need::optional);
  if (node == nullptr || !reader.is_map(*node)) return;
  if (type && !is_list(*type)) {
    reader.error(*map.key("values"), "'values' belongs to singlevaluelist and multivaluelist",
                 "take it out, or change the type");
  }
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    const auto& key = node->keys[i];
    if (!is_code(key.text)) reader.error(key, fmt::format("'{}' cannot be a value's key", key.text), kCodeHint);
    auto name = reader.translated(node->items[i], languages);
    attribute.values.emplace_back(key.text, name.value_or(Translated{}));
  }
}

ServiceAttribute read_attribute(yaml::Reader& reader, const yaml::Node& node,
                                const std::vector<std::string>& languages) {
  static const std::vector<std::string> kTypes{"string", "number",          "datetime",
                                               "text",   "singlevaluelist", "multivaluelist"};
  ServiceAttribute attribute;
  yaml::Map map(reader, node);
  if (map.text("code", attribute.code, Need::required) && !is_code(attribute.code)) {
    reader.error(*node.find("code"), fmt::format("'{}' cannot be an attribute's code", attribute.code), kCodeHint);
  }
  std::optional<Type> type;
  if (const auto index = map.word("type", kTypes, Need::required)) type = static_cast<Type>(*index);
  attribute.type = type.value_or(Type::string);
  map.boolean("required", attribute.required);
  map.translated("description", attribute.description, languages, Need::required);
  read_values(map, type, languages, attribute);
  map.finish();
  return attribute;
}

void read_attributes(yaml::Reader& reader, const yaml::Node& node, const std::vector<std::string>& languages,
                     Service& service) {
  std::set<std::string> codes;
  for (const auto& item : reader.list(node)) {
    auto attribute = read_attribute(reader, item, languages);
    if (!attribute.code.empty() && !codes.insert(attribute.code).second) {
      reader.error(item, fmt::format("'{}' is asked twice", attribute.code));
    }
    service.attributes.push_back(std::move(attribute));
  }
}

Service read_service(yaml::Reader& reader, const yaml::Key& code, const yaml::Node& node,
                     const std::vector<std::string>& languages) {
  Service service;
  service.code = code.text;
  yaml::Map map(reader, node);
  map.translated("name", service.name, languages, Need::required);
  map.translated("description", service.description, languages);
  map.translated("group", service.group, languages);
  map.texts("keywords", service.keywords);
  map.address("address", service.address);
  map.boolean("public", service.is_public);
  if (const auto* attributes = map.find("attributes")) read_attributes(reader, *attributes, languages, service);
  map.finish();
  return service;
}

}  // namespace

std::vector<Service> read_services(yaml::Reader& reader, const yaml::Node& node,
                                   const std::vector<std::string>& languages) {
  std::vector<Service> services;
  if (!reader.is_map(node)) return services;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto& code = node.keys[i];
    if (!is_code(code.text)) {
      reader.error(code, fmt::format("'{}' cannot be a service's code", code.text), kCodeHint);
    }
    services.push_back(read_service(reader, code, node.items[i], languages));
  }
  return services;
}

}  // namespace docket::parts
