// What a rule does, in the pieces of a sentence: who takes the letters, what becomes of them, what else happens.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/compiled.h"
#include "rules/words/rows.h"

namespace docket {

struct ActionWords {
  std::string who;  ///< begins the sentence and ends before the letters: "Roads takes"; empty: the letters begin it
  bool of = false;  ///< French says "des lettres" after `who`
  std::vector<std::string> letters;  ///< what becomes of them; follows "are" in English, "elles" in French
  std::vector<std::string> also;     ///< clauses of their own: "the resident first reads …"
};

/// `reasons`: the clerk's free words for a review and for what is ignored may be shown.
[[nodiscard]] ActionWords action_words(const Actions& actions, const std::map<std::string, Translated>& office_names,
                                       const std::string& language, bool reasons);

}  // namespace docket
