// The conditions of a rule as what a sentence says of its letters: which they are, and unless what.
#pragma once

#include <string>

#include "rules/when.h"
#include "rules/words/condition.h"

namespace docket {

struct Clauses {
  std::string which;    ///< follows "letters"; empty: all of them
  bool either = false;  ///< `which` offers a choice, so that what follows could be read as of its last part only
  std::string unless;   ///< follows "unless"; empty: no exception
};

/// True to the rule for every tree: two levels are said in words, what lies deeper stands in brackets.
[[nodiscard]] Clauses clauses_of(const When& when, const Speech& speech);

}  // namespace docket
