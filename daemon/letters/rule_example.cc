#include "daemon/letters/rule_example.h"

#include "config/text.h"
#include "daemon/letters/lines.h"

namespace docket {
namespace {

constexpr std::size_t kMostCharacters = 500;

/// A YAML double-quoted scalar (YAML 1.2 section 7.3.1): of what is printable only these two need an escape.
std::string quoted(const std::string& value) {
  const std::string line = letters::one_line(to_valid_utf8(value));
  std::string text = "\"";
  for (const char c : first_characters(line, kMostCharacters)) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"";
}

}  // namespace

std::string no_match_example(const std::string& to, const std::string& subject, const std::string& text) {
  std::string line = "- {expect: no match";
  if (!to.empty()) line += ", to: " + quoted(to);
  if (!subject.empty()) line += ", subject: " + quoted(subject);
  if (!text.empty()) line += ", text: " + quoted(text);
  return line + "}";
}

std::string example_text(const std::string& subject, const std::string& begins, const std::vector<std::string>& seen) {
  std::string text = begins;
  for (const std::string& words : seen) {
    const bool shows = subject.find(words) != std::string::npos || text.find(words) != std::string::npos;
    if (!shows) text += (text.empty() ? "" : " … ") + words;
  }
  return text;
}

}  // namespace docket
