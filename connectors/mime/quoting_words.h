// The words by which mail programs mark what is not the writer's own, in the languages that people here write from.
// Everything is asked in lower case, with plain blanks and straight apostrophes (quoting_marks.cc).
#pragma once

#include <string_view>

namespace docket::quoting_words {

/// A line of a header block as Outlook and others put it above the history.
enum class Label { none, from, sent, to, subject, other };
[[nodiscard]] Label label(std::string_view name);

/// Between two rows of dashes, or alone on a line that ends with a colon (Apple).
[[nodiscard]] bool heads_forward(std::string_view words);
/// Between two rows of dashes.
[[nodiscard]] bool heads_original(std::string_view words);

/// "on ", "le ", "am ": how a line begins that says when somebody wrote. `plain` is what mail programs write in English
/// and French, where somebody who tells a story seldom names the year with the hour.
[[nodiscard]] bool begins_attribution(std::string_view text);
[[nodiscard]] bool begins_plain_attribution(std::string_view text);
/// "wrote:", "a écrit :", "escribió:" at the end; " schrieb " in the middle of a line that ends with a colon.
[[nodiscard]] bool ends_attribution(std::string_view text);
[[nodiscard]] bool holds_attribution(std::string_view text);

/// "sent from my iphone", "von meinem iphone gesendet".
[[nodiscard]] bool is_device(std::string_view text);
/// False: no line that begins so is one, in whatever case.
[[nodiscard]] bool may_be_device(std::string_view line);

}  // namespace docket::quoting_words
