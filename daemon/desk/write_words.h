// The words of the /write page, by language; any language but French gets the English ones.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace docket {

/// Every `words_…` of pages/write.html, and its title.
[[nodiscard]] nlohmann::json write_words(const std::string& language);

/// What stood in the way of a letter: name of a problem → a sentence.
enum class WriteProblem { no_text, too_large, too_often, later };
[[nodiscard]] std::string problem_words(const std::string& language, WriteProblem problem);

/// "English", "Français", else the code.
[[nodiscard]] std::string language_name(const std::string& language);

}  // namespace docket
