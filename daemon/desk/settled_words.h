// The words of the /settled page, by language; any language but French gets the English ones.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "daemon/casebook/book.h"

namespace docket {

/// Every `words_…` of pages/settled.html for a question of this kind, its title and `question`. `office`: its name, of
/// a consent.
[[nodiscard]] nlohmann::json settled_words(const std::string& language, Asked::Kind kind, const std::string& office);

/// What becomes of an answer, for the page that thanks for it. `answer`: "yes" or "not yet".
[[nodiscard]] std::string thanks_words(const std::string& language, Asked::Kind kind, const std::string& answer);

enum class SettledProblem { too_long, no_answer, later };
[[nodiscard]] std::string problem_words(const std::string& language, SettledProblem problem);
/// Of a link that is not ours, or whose question is over.
[[nodiscard]] std::string over_words(const std::string& language);
[[nodiscard]] std::string over_title(const std::string& language);

}  // namespace docket
