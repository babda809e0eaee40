// Answers as YAML: whatever a person typed stands in a file as a text and as nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docket::setup {

/// A double-quoted scalar on one line.
[[nodiscard]] std::string yaml_quoted(std::string_view text);
/// `"Roads"`, or `{en: "Roads", fr: "Routes"}` where there is a text for each of several languages.
[[nodiscard]] std::string translated(const std::vector<std::string>& texts, const std::vector<std::string>& languages);
/// "[a, b]" of texts that are quoted here.
[[nodiscard]] std::string listed(const std::vector<std::string>& texts);
/// Why a text cannot stand in a file (control or invisible characters, no UTF-8); empty where it can.
[[nodiscard]] std::string text_problem(std::string_view text);

}  // namespace docket::setup
