// The words of bounces: how mail systems say, in the languages that letters to a town come back in, that a letter was
// not delivered. All in lower case (mime::lower).
#pragma once

#include <string_view>

namespace docket::bounce_words {

/// Beginnings of subjects.
[[nodiscard]] bool begins_subject(std::string_view subject);
/// Somewhere in the text: it was not delivered, or not yet.
[[nodiscard]] bool says_undelivered(std::string_view text);
/// In the text or the subject: not yet.
[[nodiscard]] bool says_delayed(std::string_view text);
/// A line above the returned letter, or above a transcript of it.
[[nodiscard]] bool heads_returned_letter(std::string_view line);
/// What daemons call themselves in the name of From.
[[nodiscard]] bool names_daemon(std::string_view name);

}  // namespace docket::bounce_words
