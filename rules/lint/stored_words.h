// What the stored letters know about a rule's words: "'pothole' does not find 'potholes', which 41 stored letters
// hold".
#pragma once

#include <string>
#include <vector>

#include "config/problem.h"
#include "rules/rule_set.h"

namespace docket {

/// A word or phrase of a rule in another form that the rule does not find.
struct OtherForm {
  Place place;          ///< of the condition
  std::string written;  ///< as the rule has it
  std::string form;     ///< "potholes"
};

/// Of every `word` value in subject, body or text: the plural (English, French), the singular; each once.
[[nodiscard]] std::vector<OtherForm> other_forms(const RuleSet& rules);
/// A warning for each that letters hold; `letters`: how many, in the order of `forms`.
void warn_of_stored_words(const std::vector<OtherForm>& forms, const std::vector<long>& letters, Problems& problems);

}  // namespace docket
