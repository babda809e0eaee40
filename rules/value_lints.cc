#include "rules/value_lints.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "rules/pattern.h"

namespace docket {
namespace {

struct Lint {
  const Condition& condition;
  std::string_view written;
  const Place& place;
  Problems& problems;

  void warn(std::string text, std::string hint) const {
    problems.push_back({Severity::warning, place, std::move(text), std::move(hint)});
  }
};

/// "ends: town.example" is true of nottown.example too, which few clerks mean.
void open_end(const Lint& lint) {
  const bool open = lint.condition.row->takes == Takes::address && lint.condition.row->op == Operator::ends &&
                    lint.written.find('@') == std::string_view::npos && !lint.written.starts_with('.');
  if (!open) return;
  lint.warn(fmt::format("other domains may end with '{}' too", lint.written),
            fmt::format("write '@{0}' for the domain, '.{0}' for those below it", lint.written));
}

/// A forgotten '}' compiles: the pattern is then never true of what was meant.
void lone_brace(const Lint& lint) {
  if (!has_lone_brace(lint.written)) return;
  lint.warn("a '{' in this pattern begins no count and stands for itself",
            "close a count: {3}; write \\{ for the character itself");
}

void plain_text(const Lint& lint) {
  if (lint.written.find_first_of("\\^$.|?*+()[]{}") != std::string_view::npos) return;
  lint.warn("this pattern is plain text",
            "'contains' finds the same, 'word' finds whole words; both say what is meant");
}

void needless_dots(const Lint& lint) {
  const auto written = lint.written;
  if (!written.starts_with(".*") && (!written.ends_with(".*") || written.ends_with("\\.*"))) return;
  lint.warn("a '.*' at an end of this pattern does nothing", "a pattern is found anywhere in the text: leave it out");
}

/// What a clerk means by "this, then that" is rarely two pages apart.
void far_reaching_dots(const Lint& lint) {
  const auto field = lint.condition.row->field->field;
  if (field != Field::text && field != Field::body) return;  // the others are short
  const auto inner = lint.written.size() > 4 ? lint.written.substr(1, lint.written.size() - 2) : std::string_view();
  const auto at = std::min(inner.find(".*"), inner.find(".+"));
  if (at == std::string_view::npos || (at > 0 && inner[at - 1] == '\\') || lint.written.starts_with(".*") ||
      lint.written.ends_with(".*")) {
    return;
  }
  lint.warn(fmt::format("'{}' in this pattern reaches over the rest of the letter, however long", inner.substr(at, 2)),
            "say how far: .{0,40} is a few words");
}

/// Chinese, Japanese and Thai are written without spaces: there a word is not found by its borders.
void no_spaces(const Lint& lint) {
  for (std::size_t at = 0; at < lint.written.size();) {
    const auto character = first_characters(lint.written.substr(at), 1);
    if (character.empty()) return;
    const bool unspaced = (character >= "\u0e00" && character <= "\u0e7f") ||
                          (character >= "\u3040" && character <= "\u30ff") ||
                          (character >= "\u3400" && character <= "\u9fff");
    if (unspaced) {
      lint.warn(
          fmt::format("'{}' is looked for as a whole word, and this script has no spaces between words", lint.written),
          "'contains' finds it wherever it stands");
      return;
    }
    at += character.size();
  }
}

/// Folded text has no accents, and what stands in [] is not folded.
void accent_in_class(const Lint& lint) {
  if (lint.condition.exact || !has_accent_in_class(lint.written)) return;
  lint.warn("an accent inside [] is found in no letter",
            "texts are compared without accents: write the plain letter, or add 'exact: true'");
}

}  // namespace

void lint_value(const Condition& condition, std::string_view written, const Place& place, Problems& problems) {
  const Lint lint{condition, written, place, problems};
  open_end(lint);
  if (condition.row->op == Operator::word) no_spaces(lint);
  if (condition.row->op != Operator::regex) return;
  lone_brace(lint);
  plain_text(lint);
  needless_dots(lint);
  far_reaching_dots(lint);
  accent_in_class(lint);
}

}  // namespace docket
