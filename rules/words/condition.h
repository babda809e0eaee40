// One condition in plain words.
#pragma once

#include <string>
#include <vector>

#include "rules/condition.h"

namespace docket {

/// The condition as a clause about one letter, in English or, for "fr", French: "the letter mentions "pothole*"". With
/// `value`, the one that matched, only that one is named. `negative`: that it does not hold, as below `none`. The
/// values of a rule on one person (Rule::on_person) must not be shown outside: say such a rule by RuleSet::words_of().
[[nodiscard]] std::string plain_words(const Condition& condition, const Value* value, bool negative,
                                      const std::string& language);

/// How a sentence is said.
struct Speech {
  bool french = false;
  bool values_hidden = false;  ///< a rule on one person
};

/// Whether it follows "letters" ("whose subject …") or stands alone ("the subject …").
enum class Clause { which, it };

/// A condition as a sentence needs it; `value`: of several only this one.
struct Statement {
  const Condition* condition = nullptr;
  const Value* value = nullptr;
  bool negative = false;
};

[[nodiscard]] std::string say(const Statement& statement, Clause clause, const Speech& speech);

/// "a, b or c": `last` stands between the last two, with its spaces.
[[nodiscard]] std::string enumerated(const std::vector<std::string>& items, const char* last);

}  // namespace docket
