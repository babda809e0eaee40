// A letter as an example of a rule file, for a clerk to paste.
#pragma once

#include <string>
#include <vector>

namespace docket {

/// One line of YAML that is valid whatever the texts hold: `- {expect: no match, to: "…", subject: "…", text: "…"}`;
/// without the parts that are empty. Line breaks and other controls become blanks.
[[nodiscard]] std::string no_match_example(const std::string& to, const std::string& subject, const std::string& text);

/// How the letter begins, and what in it made the rule match where that does not show in subject or beginning.
[[nodiscard]] std::string example_text(const std::string& subject, const std::string& begins,
                                       const std::vector<std::string>& seen);

}  // namespace docket
