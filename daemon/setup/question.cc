#include "daemon/setup/question.h"

#include <algorithm>
#include <stdexcept>

#include "config/text.h"
#include "daemon/setup/yaml_text.h"

namespace docket::setup {
namespace {

std::vector<Question> all_questions() {
  auto all = mail_questions();
  for (auto& one : town_questions()) all.push_back(std::move(one));
  return all;
}

std::string problem_with_part(const Question& asked, const std::string& part, const Answers& answers) {
  // A secret goes into a file of its own, where everything may stand but a line end.
  if (asked.kind == Question::Kind::secret) {
    return part.find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos ? "" : "a secret is one line";
  }
  if (auto text = text_problem(part); !text.empty()) return text;
  return asked.problem ? asked.problem(part, answers) : "";
}

}  // namespace

const std::vector<Question>& questions() {
  static const std::vector<Question> kAll = all_questions();
  return kAll;
}

const Question& question(const std::string& id) {
  const auto& all = questions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Question& one) { return one.id == id; });
  if (found == all.end()) throw std::logic_error("no question " + id);
  return *found;
}

bool applies(const Question& question, const Answers& answers) {
  return !question.applies || question.applies(answers);
}

std::string kept(const Question& question, const std::string& typed) {
  if (question.kind == Question::Kind::secret) return typed;
  const std::string text(trim(typed));
  if (question.kind != Question::Kind::list) return text;
  std::string result;
  for (const auto line : split(text, '\n')) {
    for (const auto part : split(line, ',')) {
      if (trim(part).empty()) continue;
      result += (result.empty() ? "" : "\n") + std::string(trim(part));
    }
  }
  return result;
}

std::string problem_with(const Question& question, const std::string& value, const Answers& answers) {
  if (question.kind == Question::Kind::line || question.kind == Question::Kind::secret) {
    return problem_with_part(question, value, answers);
  }
  for (const auto part : split(value, '\n')) {
    if (auto problem = problem_with_part(question, std::string(part), answers); !problem.empty()) return problem;
  }
  return "";
}

std::string shown_answer(const Question& question, const Answers& answers) {
  const auto value = answers.value(question.id);
  if (!value) return "not answered";
  if (value->empty()) return question.usual_words;
  if (question.kind == Question::Kind::secret) return answers.given(question.id) ? "given" : "the mailbox's";
  std::string text = *value;
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
    text.replace(at, 1, question.kind == Question::Kind::lines ? "; " : ", ");
  }
  return text;
}

}  // namespace docket::setup
