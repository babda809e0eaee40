#include "rules/load_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "config/quantity.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

/// Longer lists are about a group, not about persons.
constexpr std::size_t kMaxPersons = 20;

/// A number's beginning of so many digits is nearly the whole of it: at most some ten persons have it.
constexpr std::size_t kNearlyWhole = 10;

constexpr std::chrono::days kToldBefore{30};

bool may_ignore_by(Field field) { return field == Field::header || field == Field::from || field == Field::spam; }

/// Whether the condition asks for something that only some letters have: a header that is absent, a letter that is no
/// spam or one that has a sender is nearly every letter.
bool singles_out(const Condition& condition, bool below_none) {
  const bool says_yes = condition.groups.empty() || condition.groups.front().values->empty() ||
                        condition.groups.front().values->front().flag;
  if (condition.row->field->field == Field::spam) return says_yes != below_none;
  if (condition.row->op != Operator::exists) return !below_none;
  return says_yes != below_none && condition.row->field->field != Field::from;
}

/// Machines and staff are no persons in the sense of these rules.
bool is_exempt(const std::string& address, const Town& town) {
  const auto at = address.rfind('@');
  const auto domain = at == std::string::npos ? std::string{} : address.substr(at);
  const bool form = std::any_of(town.forms.begin(), town.forms.end(),
                                [&](const Form& one) { return one.from == address || one.from == domain; });
  return form || town.is_staff(address);
}

/// What a value says letter for letter: a pattern without its anchors and escapes, or it would be the way around. Empty
/// where it leaves something open, since then it is not about one person.
std::string literal(Operator op, const std::string& written) {
  if (op == Operator::like && written.find('#') != std::string::npos) return {};
  if (op != Operator::regex) return written;
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    if (c == '\\' && i + 1 < written.size()) {
      const char escaped = written[++i];
      if (escaped != 'b' && std::isalnum(static_cast<unsigned char>(escaped)) != 0) return {};
      if (escaped != 'b') text += escaped;
    } else if (std::string_view("[](){}|*+?").find(c) != std::string_view::npos) {
      return {};
    } else if (c != '^' && c != '$') {
      text += c;
    }
  }
  return text;
}

/// A value that holds a whole address: something before the @, too.
bool names_address(const std::string& written, const Town& town) {
  const auto text = ascii_lower(trim(written));
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && !is_exempt(text, town);
}

/// Headers that carry the sender's address count, or they would be the way around.
bool names_person(const Condition& condition, const Value& value, const Town& town) {
  const auto op = condition.row->op;
  const auto text = literal(op, value.written);
  if (op == Operator::exists || text.empty()) return false;
  switch (condition.row->field->field) {
    case Field::from:
      return names_address(text, town);
    case Field::header:
      return (ascii_equal_nocase(condition.label, "From") || ascii_equal_nocase(condition.label, "Reply-To") ||
              ascii_equal_nocase(condition.label, "Sender")) &&
             names_address(text, town);
    case Field::sender_name:
      // One word may be a firm or a first name; "is" says it is the whole name.
      return op == Operator::is || word_form(text).find(' ') != std::string::npos;
    case Field::phone:
      return op == Operator::is || value.form.size() > kNearlyWhole;  // with its +
    default:
      return false;
  }
}

bool on_person(const Rule& rule, const Town& town) {
  bool found = false;
  each_condition(rule.when, [&](const Condition& condition, bool) {
    for (const auto& group : condition.groups) {
      if (condition.row == nullptr || group.values->size() > kMaxPersons) continue;
      found = found || std::any_of(group.values->begin(), group.values->end(),
                                   [&](const Value& value) { return names_person(condition, value, town); });
    }
  });
  return found;
}

/// Of February 29 the last day of February.
std::chrono::year_month_day in_twelve_months(std::chrono::year_month_day day) {
  const auto then = day + std::chrono::years(1);
  return then.ok() ? then : then.year() / then.month() / std::chrono::last;
}

/// Nobody sees from outside that a rule no longer does anything; of one on a person the end is told before.
void warn_of_end(yaml::Map& map, const Rule& rule, std::chrono::year_month_day today) {
  const auto* at = map.node().find("until") != nullptr ? map.node().find("until") : map.node().find("valid");
  if (*rule.valid.to >= today) {
    map.reader().warning(*at, fmt::format("the rule '{}' ends on {}", rule.name, iso_date(*rule.valid.to)),
                         "is it still needed? Then a later day, at most 12 months from now");
    return;
  }
  map.reader().warning(
      *at, fmt::format("the rule '{}' has ended on {}: it is not in force", rule.name, iso_date(*rule.valid.to)),
      "take it out, or give it a later day");
}

}  // namespace

bool ends_soon(std::chrono::year_month_day until, std::chrono::year_month_day today) {
  const auto left = std::chrono::sys_days(until) - std::chrono::sys_days(today);
  return left >= std::chrono::days(0) && left <= kToldBefore;
}

void check_ignore(yaml::Reader& reader, const yaml::Node& then, const Rule& rule) {
  if (!rule.then.ignore) return;
  bool something = false;
  const char* other = nullptr;
  each_condition(rule.when, [&](const Condition& condition, bool below_none) {
    if (condition.row == nullptr) return;
    something = something || singles_out(condition, below_none);
    if (!may_ignore_by(condition.row->field->field)) other = condition.row->field->name;
  });
  if (other != nullptr) {
    reader.error(then, fmt::format("'ignore' cannot depend on '{}'", other),
                 "only on header, from and spam; 'review' or a label do not lose the letter");
  } else if (!something) {
    reader.error(then, "'ignore' needs a condition that must hold",
                 "for example header: {name: List-Id, exists: true}");
  }
}

Valid read_valid(yaml::Reader& reader, const yaml::Node& node) {
  Valid valid;
  yaml::Map map(reader, node);
  if (const auto* from = map.find("from")) valid.from = reader.date(*from);
  if (const auto* to = map.find("to")) valid.to = reader.date(*to);
  map.finish();
  if (valid.from && valid.to && *valid.to < *valid.from) {
    reader.error(node, "'to' is before 'from'", "both days are inside");
  }
  return valid;
}

void read_person(yaml::Map& map, const Town& town, std::chrono::year_month_day today, Rule& rule) {
  auto& reader = map.reader();
  rule.on_person = on_person(rule, town);
  const bool justified = map.text("justification", rule.justification);
  const auto* until = map.find("until");
  if (until != nullptr) {
    const auto last = reader.date(*until);
    if (last && rule.on_person && *last > in_twelve_months(today)) {
      reader.error(*until, "'until' of a rule on one person is more than 12 months ahead",
                   "an earlier day; then someone looks at it again");
    }
    if (last && (!rule.valid.to || *last < *rule.valid.to)) rule.valid.to = last;
  }
  if (rule.valid.to && (*rule.valid.to < today || (rule.on_person && ends_soon(*rule.valid.to, today)))) {
    warn_of_end(map, rule, today);
  }
  if (!rule.on_person || (justified && until != nullptr)) return;
  reader.error(map.node(),
               fmt::format("the rule '{}' is on one person and needs {}", rule.name,
                           justified          ? "'until:'"
                           : until != nullptr ? "'justification:'"
                                              : "'justification:' and 'until:'"),
               "a reason, and a day at most 12 months from now; neither is shown outside");
}

}  // namespace docket
