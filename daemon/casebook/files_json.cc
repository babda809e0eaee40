#include "daemon/casebook/files_json.h"

#include <nlohmann/json.hpp>

namespace docket {
namespace {

using nlohmann::json;

json file_json(const TextFile& file) { return {{"name", file.name}, {"text", file.text}}; }

TextFile file_from(const json& value) {
  return {value.at("name").get<std::string>(), value.at("text").get<std::string>()};
}

json list_json(const std::vector<TextFile>& files) {
  json list = json::array();
  for (const TextFile& file : files) list.push_back(file_json(file));
  return list;
}

std::optional<std::vector<TextFile>> list_from(const json& value, const char* name) {
  if (!value.contains(name)) return std::nullopt;
  std::vector<TextFile> files;
  for (const json& file : value.at(name)) files.push_back(file_from(file));
  return files;
}

}  // namespace

json to_json(const TownFiles& files) { return to_json(OtherFiles{files.town, files.rules, files.letters}); }

json to_json(const OtherFiles& files) {
  json value = json::object();
  if (files.town) value["town"] = file_json(*files.town);
  if (files.rules) value["rules"] = list_json(*files.rules);
  if (files.letters) value["letters"] = list_json(*files.letters);
  return value;
}

std::optional<OtherFiles> other_files_from(const json& value) {
  try {
    OtherFiles files;
    if (!value.is_object()) return std::nullopt;
    if (value.contains("town")) files.town = file_from(value.at("town"));
    files.rules = list_from(value, "rules");
    files.letters = list_from(value, "letters");
    return files;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace docket
