#include "daemon/setup/yaml_text.h"

#include "config/text.h"
#include "config/yaml/node.h"

namespace docket::setup {

std::string yaml_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string translated(const std::vector<std::string>& texts, const std::vector<std::string>& languages) {
  if (texts.size() != languages.size() || texts.size() < 2) return yaml_quoted(texts.empty() ? "" : texts.front());
  std::string result = "{";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    result += (i == 0 ? "" : ", ") + languages[i] + ": " + yaml_quoted(texts[i]);
  }
  return result + "}";
}

std::string listed(const std::vector<std::string>& texts) {
  std::string result;
  for (const auto& text : texts) result += (result.empty() ? "" : ", ") + yaml_quoted(text);
  return "[" + result + "]";
}

// Asked of the reader itself, so that no answer is taken here that `check` refuses later.
std::string text_problem(std::string_view text) {
  if (text.find_first_of("\n\r\t") != std::string_view::npos) return "it must stand on one line, without tabs";
  Problems problems;
  const auto root = yaml::parse("answer", "answer: " + yaml_quoted(text) + "\n", problems);
  if (root && !has_errors(problems)) return "";
  return problems.empty() ? "it cannot be written" : problems.front().text;
}

}  // namespace docket::setup
