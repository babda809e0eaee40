#include "rules/unreachable.h"

#include <algorithm>

#include "config/text.h"

namespace docket {
namespace {

bool is_part_of(Field field, Field whole) {
  return field == whole || (whole == Field::text && (field == Field::subject || field == Field::body));
}

/// Every value of `a` makes some value of `b` true, in the same texts.
bool implies(const Condition& a, const Condition& b) {
  const auto field = a.row->field->field;
  if (!is_part_of(field, b.row->field->field) || a.exact != b.exact || !ascii_equal_nocase(a.label, b.label))
    return false;
  if (a.quoted != b.quoted && field != Field::subject) return false;
  const auto any = [](const Condition& condition, auto holds) {
    return std::any_of(condition.groups.begin(), condition.groups.end(), [&](const ValueGroup& group) {
      return std::any_of(group.values->begin(), group.values->end(), holds);
    });
  };
  return !any(a, [&](const Value& value) {
    return !any(b, [&](const Value& other) { return b.row->implied_by(a.row->op, value, other); });
  });
}

/// Whether no letter for which `a` holds satisfies `b`; false: unknown.
bool excludes(const When& a, const When& b) {
  const auto part_excludes = [&](const When& part) { return excludes(part, b); };
  switch (a.kind) {
    case When::Kind::none:
      return std::any_of(a.parts.begin(), a.parts.end(), [&](const When& part) { return implies(b, part); });
    case When::Kind::all:
      return std::any_of(a.parts.begin(), a.parts.end(), part_excludes);
    case When::Kind::any:
      return !a.parts.empty() && std::all_of(a.parts.begin(), a.parts.end(), part_excludes);
    default:
      return false;
  }
}

/// A part of `a` that already implies `b`, or all alternatives of it.
bool parts_imply(const When& a, const When& b) {
  const auto part_implies = [&](const When& part) { return implies(part, b); };
  if (a.kind == When::Kind::all) return std::any_of(a.parts.begin(), a.parts.end(), part_implies);
  return a.kind == When::Kind::any && !a.parts.empty() && std::all_of(a.parts.begin(), a.parts.end(), part_implies);
}

/// Puts a letter's texts together for which the conditions may hold: the first value of each, the first of
/// alternatives.
void add_witness(const When& when, Sketch& sketch) {
  if (when.kind == When::Kind::any && !when.parts.empty()) return add_witness(when.parts.front(), sketch);
  if (when.kind == When::Kind::all) {
    for (const auto& part : when.parts) add_witness(part, sketch);
  }
  if (when.kind != When::Kind::condition || when.condition.groups.front().values->empty()) return;
  auto text = when.condition.groups.front().values->front().written;
  std::erase(text, '*');
  if (when.condition.row->op == Operator::like) std::replace(text.begin(), text.end(), '#', '1');
  const auto append = [&](std::string& to) { to += (to.empty() ? "" : " ") + text; };
  switch (when.condition.row->field->field) {
    case Field::subject:
    case Field::text:
      return append(sketch.subject);
    case Field::body:
      return append(sketch.text);
    case Field::to:
      return sketch.to.push_back(text);
    case Field::cc:
      return sketch.cc.push_back(text);
    case Field::recipient:
      return sketch.recipient.push_back(text);
    case Field::from:
      sketch.from = text.starts_with('@') ? "someone" + text : text;
      return;
    case Field::sender_name:
      return append(sketch.sender_name);
    case Field::phone:
      sketch.phone = when.condition.groups.front().values->front().form;
      return;
    case Field::location:
      if (when.condition.row->op != Operator::near) return append(sketch.location.address);
      sketch.location.latitude = when.condition.groups.front().values->front().circle.latitude;
      sketch.location.longitude = when.condition.groups.front().values->front().circle.longitude;
      return;
    case Field::header:
      return sketch.headers.push_back({when.condition.label, text});
    default:
      return;
  }
}

bool decides_before(const Rule& a, const Rule& b) {
  const bool first = a.precedence > b.precedence || (a.precedence == b.precedence && &a < &b);
  return first && a.then.decides() && !a.valid.from && !a.valid.to;
}

}  // namespace

bool implies(const When& a, const When& b) {
  const auto implies_part = [&](const When& part) { return implies(a, part); };
  switch (b.kind) {
    case When::Kind::always:
      return true;
    case When::Kind::all:
      return std::all_of(b.parts.begin(), b.parts.end(), implies_part);
    case When::Kind::any:
      return std::any_of(b.parts.begin(), b.parts.end(), implies_part) || parts_imply(a, b);
    case When::Kind::none:
      return std::all_of(b.parts.begin(), b.parts.end(), [&](const When& part) { return excludes(a, part); });
    case When::Kind::condition:
      return a.kind == When::Kind::condition ? implies(a.condition, b.condition) : parts_imply(a, b);
  }
  return false;
}

/// Who hides a rule also matches any one letter that the rule matches: so few have to be compared.
std::vector<Hidden> hidden_rules(const RuleSet::Compiled& set, const Town& town, const Calendar& calendar) {
  std::vector<Hidden> hidden;
  for (const auto& rule : set.rules) {
    if (!rule.then.decides()) continue;
    Sketch sketch;
    add_witness(rule.when, sketch);
    const auto letter = letter_of(sketch, town, calendar);
    const LetterView view(letter, town, calendar, letter.channel);
    if (!holds(rule.when, view)) continue;  // no letter at hand
    for (const auto number : set.index->candidates(view)) {
      const auto& other = set.rules[number];
      if (!decides_before(other, rule) || !implies(rule.when, other.when)) continue;
      hidden.push_back({&rule, &other});
      break;
    }
  }
  return hidden;
}

}  // namespace docket
