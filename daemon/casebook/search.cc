#include "daemon/casebook/search.h"

#include <algorithm>

#include "rules/fold.h"

namespace docket {
namespace {

constexpr std::size_t kMostSearchable = std::size_t{1} << 20U;
constexpr std::size_t kMostAsked = 4096;
constexpr int kMostWords = 32;

std::string folded(std::string_view text) { return word_form(text.substr(0, kMostSearchable)); }

std::string names_of(const Letter& letter) {
  std::string names = letter.resident_name + "\n" + letter.resident.value_or("");
  for (const Address& from : letter.from) names += "\n" + from.name + "\n" + from.address;
  for (const Attachment& attachment : letter.attachments) names += "\n" + attachment.name.value_or("");
  return names;
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

Searchable searchable(const Letter& letter) {
  return {folded(letter.subject), folded(letter.text), folded(names_of(letter))};
}

std::string match_expression(std::string_view words) {
  std::string expression;
  std::string_view rest = words.substr(0, kMostAsked);
  for (int count = 0; count < kMostWords && !rest.empty();) {
    const auto end = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_white) - rest.begin());
    const std::string_view asked = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    // Folded words hold letters and digits only: nothing of FTS5's syntax is left to quote.
    const std::string word = word_form(asked);
    if (word.empty()) continue;
    expression += (expression.empty() ? "\"" : " \"") + word + (asked.back() == '*' ? "\" *" : "\"");
    ++count;
  }
  return expression;
}

std::string phrase_expression(std::string_view words) {
  const auto phrase = word_form(words.substr(0, kMostAsked));
  return phrase.empty() ? phrase : "\"" + phrase + "\"";
}

}  // namespace docket
