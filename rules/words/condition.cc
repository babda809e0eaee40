#include "rules/words/condition.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/words/values.h"

namespace docket {
namespace {

constexpr std::size_t kShownValues = 5;

/// What stands after the verb of one condition.
class Values {
 public:
  Values(const Statement& statement, const Speech& speech)
      : condition_(*statement.condition), french_(speech.french), negative_(statement.negative) {
    const auto& words = condition_.row->words;
    negative_ = negative_ && !words.lead_negates;
    if (words.value == nullptr) return;
    if (speech.values_hidden) {
      shown_.emplace_back(french_ ? "[non montré]" : "[not shown]");
    } else if (statement.value != nullptr) {
      add(*statement.value);
    } else {
      for (const auto& group : condition_.groups) add(group);
    }
    if (left_ > 0) shown_.push_back(others());
  }

  /// Of what does not hold French says "ni … ni", English the "or" of neither.
  [[nodiscard]] std::string text() const {
    if (negative_ && french_) return fmt::format("{}", fmt::join(shown_, " ni "));
    return enumerated(shown_, french_ ? " ou " : " or ");
  }

  /// Whether a shown value holds the sign that the row explains.
  [[nodiscard]] bool signs() const { return signs_; }

 private:
  void add(const Value& value) {
    if (shown_.size() >= kShownValues) {
      ++left_;
      return;
    }
    const auto& words = condition_.row->words;
    shown_.push_back(words.value(value, french_));
    signs_ = signs_ || (words.sign != '\0' && value.written.find(words.sign) != std::string::npos);
  }

  /// A list by its name: the clerk chose it, and a resident can ask for it.
  void add(const ValueGroup& group) {
    if (group.list.empty()) {
      for (const auto& value : *group.values) add(value);
      return;
    }
    const std::string before = condition_.row->words.before_list.in(french_);
    shown_.push_back(before + (before.empty() ? "" : " ") + listed(group));
  }

  [[nodiscard]] std::string listed(const ValueGroup& group) const {
    const auto name = in_quotes(group.list, french_);
    const auto count = group.values->size();
    if (count == 1) return fmt::format("{} {}", french_ ? "l'unique élément de" : "the one entry of", name);
    if (french_) return fmt::format("{} {} éléments de {}", negative_ ? "un seul des" : "l'un des", count, name);
    return fmt::format("{} the {} {}", negative_ ? "any of" : "one of", count, name);
  }

  [[nodiscard]] std::string others() const {
    if (left_ == 1) return french_ ? "une autre valeur" : "one other value";
    if (french_) return fmt::format("{} {} autres valeurs", negative_ ? "une seule de" : "l'une de", left_);
    return fmt::format("{} {} other values", negative_ ? "any of" : "one of", left_);
  }

  const Condition& condition_;
  bool french_;
  bool negative_;
  std::vector<std::string> shown_;
  std::size_t left_ = 0;
  bool signs_ = false;
};

const char* lead(const Telling& telling, const Statement& statement, Clause clause, bool french) {
  if (clause == Clause::which) return (statement.negative ? telling.which_not : telling.which).in(french);
  return (statement.negative ? telling.it_not : telling.it).in(french);
}

std::string notes(const Condition& condition, bool signs, bool french) {
  std::vector<std::string> said;
  if (signs) said.emplace_back(condition.row->words.note.in(french));
  if (condition.exact) said.emplace_back(french ? "majuscules et accents comptent" : "capitals and accents count");
  if (condition.quoted) said.emplace_back(french ? "texte cité compris" : "quoted text too");
  return said.empty() ? "" : fmt::format("({})", fmt::join(said, "; "));
}

}  // namespace

std::string say(const Statement& statement, Clause clause, const Speech& speech) {
  const auto& condition = *statement.condition;
  const auto& words = condition.row->words;
  const bool french = speech.french;
  const Values values(statement, speech);
  const auto& verb = statement.negative && !words.lead_negates ? words.verb_not : words.verb;
  const auto label = condition.label.empty() ? "" : in_quotes(condition.label, french);
  const bool exists = condition.row->op == Operator::exists;  // "that have the header X": the verb names the field
  std::string text = words.lead != nullptr ? lead(*words.lead, statement, clause, french) : "";
  for (const std::string& part : {exists ? "" : label, std::string(verb.in(french)), exists ? label : "", values.text(),
                                  notes(condition, values.signs(), french)}) {
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  }
  return text;
}

std::string plain_words(const Condition& condition, const Value* value, bool negative, const std::string& language) {
  // `spam: false` is a negative of its own.
  const bool no = condition.row->takes == Takes::boolean && !condition.groups.empty() &&
                  !condition.groups.front().values->empty() && !condition.groups.front().values->front().flag;
  return say({&condition, value, negative != no}, Clause::it, {language == "fr", false});
}

std::string enumerated(const std::vector<std::string>& items, const char* last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace docket
