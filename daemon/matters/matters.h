// What of a letter helps to see that many letters are about one matter.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"
#include "daemon/configuration.h"
#include "daemon/matters/sketch.h"
#include "rules/decision.h"

namespace docket {

struct MatterSigns {
  Shingles sketch;                  ///< of its new text
  std::vector<std::string> places;  ///< that its subject, its new text or its location name
};

/// Nothing of letters that machines, lists and the town's own staff write, nor of spam. `if_joined`: the decision in
/// which no ignoring rule has a word; `folded_text`, `folded_subject`: word_form of the letter's, made already.
[[nodiscard]] MatterSigns matter_signs(const Letter& letter, const Decision& if_joined, const Configuration& running,
                                       const std::string& folded_text, const std::string& folded_subject);

}  // namespace docket
