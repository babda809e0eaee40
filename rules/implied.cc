#include "rules/implied.h"

#include <algorithm>

#include "rules/fold.h"

namespace docket::implied {
namespace {

/// Whatever satisfies `b` word for word satisfies `a`: same word, or `a` leaves open what `b` spells out.
bool covers(const PhraseWord& a, const PhraseWord& b) {
  return a.open ? b.text.starts_with(a.text) : !b.open && a.text == b.text;
}

/// Whether `inner` stands in `outer` as a run of its words.
bool sub_phrase(const Phrase& outer, const Phrase& inner) {
  return std::search(outer.begin(), outer.end(), inner.begin(), inner.end(),
                     [](const PhraseWord& o, const PhraseWord& i) { return covers(i, o); }) != outer.end();
}

/// The text that certainly stands in any text of which the operator with this value holds; empty when none does.
/// A phrase of several words may have any signs between them, so only one word of it is certain.
std::string_view certain(Operator op, const Value& value) {
  switch (op) {
    case Operator::is:
    case Operator::contains:
    case Operator::starts:
    case Operator::ends:
      return value.form;
    case Operator::word:
      return std::max_element(value.phrase.begin(), value.phrase.end(),
                              [](const auto& a, const auto& b) { return a.text.size() < b.text.size(); })
          ->text;
    default:
      return {};
  }
}

}  // namespace

bool by_text_is(Operator op, const Value& a, const Value& b) { return op == Operator::is && a.form == b.form; }

// `contains` is a matter of folded text, `word` of the word form: from the first nothing follows about the second,
// since "road" stands in "broad" too.
bool by_text_contains(Operator op, const Value& a, const Value& b) {
  return certain(op, a).find(b.form) != std::string_view::npos;
}

bool by_text_word(Operator op, const Value& a, const Value& b) {
  if (op == Operator::word) return sub_phrase(a.phrase, b.phrase);
  return op == Operator::is && find_phrase(words_of_folded(a.form), b.phrase).has_value();
}

bool by_text_starts(Operator op, const Value& a, const Value& b) {
  return (op == Operator::is || op == Operator::starts) && a.form.starts_with(b.form);
}

bool by_text_ends(Operator op, const Value& a, const Value& b) {
  return (op == Operator::is || op == Operator::ends) && a.form.ends_with(b.form);
}

bool by_same_like(Operator op, const Value& a, const Value& b) {
  return (op == Operator::like && a.form == b.form) || (op == Operator::is && find_like(a.form, b.form).has_value());
}

bool by_same_regex(Operator op, const Value& a, const Value& b) {
  if (op == Operator::is) return b.pattern->find(a.form).has_value();
  return op == Operator::regex && a.form == b.form;
}

bool by_same_value(Operator op, const Value& a, const Value& b) {
  return op == Operator::is && a.form == b.form && a.flag == b.flag;
}

bool by_address_is(Operator op, const Value& a, const Value& b) { return op == Operator::is && a.form == b.form; }

bool by_address_ends(Operator op, const Value& a, const Value& b) {
  return (op == Operator::is || op == Operator::ends) && a.form.ends_with(b.form);
}

bool by_larger(Operator op, const Value& a, const Value& b) { return op == Operator::over && a.number >= b.number; }
bool by_smaller(Operator op, const Value& a, const Value& b) { return op == Operator::under && a.number <= b.number; }
bool by_inside(Operator op, const Value& /*a*/, const Value& /*b*/) { return op == Operator::inside; }
bool by_outside(Operator op, const Value& /*a*/, const Value& /*b*/) { return op == Operator::outside; }

bool by_near(Operator op, const Value& a, const Value& b) {
  return op == Operator::near && is_within(a.circle, b.circle);
}

bool by_exists(Operator op, const Value& a, const Value& b) {
  return op == Operator::exists ? a.flag == b.flag : b.flag;
}

}  // namespace docket::implied
