// The questions of the guided set-up as data: each has an option, an answer that is usual, and a check.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "daemon/setup/answers.h"

namespace docket::setup {

struct Question {
  enum class Kind { line, list, lines, secret };  ///< list: with commas; lines: one each
  std::string id;                                 ///< "imap-user"
  std::string option;                             ///< "--imap-user"; of a secret the one that names a file
  std::string label;                              ///< in the summary
  std::string asked;                              ///< before the colon
  std::string help;                               ///< what it is for; also the option's
  Kind kind = Kind::line;
  /// The usual answer; nullopt, or none at all: somebody must say it. An empty one is shown as `usual_words`.
  std::function<std::optional<std::string>(const Answers&)> usual = {};
  std::string usual_words = {};
  /// Why it is no answer; "" for a good one. Of a list each part is tried.
  std::function<std::string(const std::string&, const Answers&)> problem = {};
  std::function<bool(const Answers&)> applies = {};  ///< none: always
};

/// In the order in which the summary shows them.
[[nodiscard]] const std::vector<Question>& questions();
[[nodiscard]] const Question& question(const std::string& id);
[[nodiscard]] bool applies(const Question& question, const Answers& answers);

/// An answer as typed, as it is kept: a list with a line for each part.
[[nodiscard]] std::string kept(const Question& question, const std::string& typed);
/// Why `value` is no answer; "" for a good one.
[[nodiscard]] std::string problem_with(const Question& question, const std::string& value, const Answers& answers);
/// What the summary shows; never a secret.
[[nodiscard]] std::string shown_answer(const Question& question, const Answers& answers);

/// The two halves of the list.
[[nodiscard]] std::vector<Question> mail_questions();
[[nodiscard]] std::vector<Question> town_questions();

}  // namespace docket::setup
