#include "rules/lint/stored_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/compiled.h"
#include "rules/values.h"

namespace docket {
namespace {

constexpr std::size_t kShortest = 4;  // "bus", "gaz": another ending is most often another word

/// Of one folded word. A form that nobody writes is in no letter, so that it costs a question and no warning.
std::vector<std::string> forms_of(const std::string& word) {
  std::vector<std::string> forms{word + "s", word + "es", word + "x"};
  if (word.ends_with("y")) forms.push_back(word.substr(0, word.size() - 1) + "ies");
  if (word.ends_with("al")) forms.push_back(word.substr(0, word.size() - 1) + "ux");
  if (word.ends_with("s") && word.size() > kShortest) forms.push_back(word.substr(0, word.size() - 1));
  return forms;
}

/// The phrase with its last word, the one that carries the plural in both languages' short phrases, in other forms.
std::vector<std::string> phrases_of(const Phrase& phrase) {
  std::string before;
  for (const auto& word : phrase) {
    if (word.open) return {};
    if (&word != &phrase.back()) before += word.text + " ";
  }
  if (phrase.back().text.size() < kShortest) return {};
  std::vector<std::string> found;
  for (const auto& form : forms_of(phrase.back().text)) found.push_back(before + form);
  return found;
}

bool is_found(const std::string& form, const Condition& condition) {
  Value other;
  if (values::phrase(form, false, other)) return true;  // no phrase at all
  return std::any_of(condition.groups.begin(), condition.groups.end(), [&](const ValueGroup& group) {
    return std::any_of(group.values->begin(), group.values->end(),
                       [&](const Value& value) { return condition.row->implied_by(Operator::word, other, value); });
  });
}

bool is_looked_at(const Condition& condition) {
  const auto field = condition.row->field->field;
  const bool prose = field == Field::text || field == Field::subject || field == Field::body;
  return prose && condition.row->op == Operator::word && !condition.exact;
}

}  // namespace

std::vector<OtherForm> other_forms(const RuleSet& rules) {
  std::vector<OtherForm> found;
  std::set<const void*> seen;
  for (const auto& rule : rules.compiled().rules) {
    each_condition(rule.when, [&](const Condition& condition, bool) {
      if (!is_looked_at(condition)) return;
      for (const auto& group : condition.groups) {
        if (!seen.insert(group.values.get()).second) continue;
        for (const auto& value : *group.values) {
          for (auto& form : phrases_of(value.phrase)) {
            if (!is_found(form, condition)) found.push_back({condition.place, value.written, std::move(form)});
          }
        }
      }
    });
  }
  return found;
}

void warn_of_stored_words(const std::vector<OtherForm>& forms, const std::vector<long>& letters, Problems& problems) {
  for (std::size_t i = 0; i < forms.size() && i < letters.size(); ++i) {
    if (letters[i] == 0) continue;
    const auto& one = forms[i];
    problems.push_back({Severity::warning, one.place,
                        fmt::format("'{}' does not find '{}', which {} stored {}", one.written, one.form, letters[i],
                                    letters[i] == 1 ? "letter holds" : "letters hold"),
                        one.form.starts_with(one.written) ? fmt::format("write '{}*' for any ending", one.written)
                                                          : fmt::format("write '{}' beside it", one.form)});
  }
}

}  // namespace docket
