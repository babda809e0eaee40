// A set of town, rules and templates as JSON: how the book keeps it and how commands hand one over.
#pragma once

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "config/load.h"

namespace docket {

/// {"town": {"name", "text"}, "rules": […], "letters": […]}; of another set only what it has.
[[nodiscard]] nlohmann::json to_json(const TownFiles& files);
[[nodiscard]] nlohmann::json to_json(const OtherFiles& files);
/// nullopt: not of that shape.
[[nodiscard]] std::optional<OtherFiles> other_files_from(const nlohmann::json& value);

}  // namespace docket
