// What every letter to a resident may say of the town and of the office that answers.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "config/town.h"

namespace docket::letters {

void add_town_facts(const Town& town, const std::string& language, nlohmann::json& vars);
void add_office_facts(const Office& office, const Town& town, const std::string& language, nlohmann::json& vars);
/// Without what is empty, so that a row holds no more than the letter shows.
[[nodiscard]] nlohmann::json without_empty(nlohmann::json vars);

}  // namespace docket::letters
