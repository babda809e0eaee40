#include "rules/condition_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/quantity.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket::tests {
namespace {

/// Calls found(value) for each value of every group until one gives a match.
/// The first value that holds is the one that the trace names; in the order in which the clerk wrote them.
template <class Found>
Match any_value(const Condition& condition, Found found) {
  for (const auto& group : condition.groups) {
    for (const auto& value : *group.values) {
      Match match = found(value);
      if (!match.matched) continue;
      match.value = &value;
      return match;
    }
  }
  return {};
}

/// Calls find(text, value) → optional<Stretch> for every text of the field and every value.
template <class Find>
Match in_texts(const Condition& condition, const LetterView& letter, bool in_words, Find find) {
  for (const auto& text : letter.texts(condition)) {
    Match match = any_value(condition, [&](const Value& value) {
      Match one;
      if (const std::optional<Stretch> stretch = find(text, value)) {
        one.matched = true;
        std::tie(one.begin, one.end) = *stretch;
      }
      return one;
    });
    if (!match.matched) continue;
    match.text = &text;
    match.exact = condition.exact;
    match.in_words = in_words;
    return match;
  }
  return {};
}

/// The places of a match are octets of the form that was compared; FormedText::seen() finds the letter's own spelling.
std::optional<Stretch> when(bool holds, std::size_t begin, std::size_t end) {
  return holds ? std::optional(Stretch{begin, end}) : std::nullopt;
}

/// A condition that compares one plain fact of the letter; the fact is told even where it does not match.
template <class Holds>
Match in_fact(const Condition& condition, std::string fact, Holds holds) {
  Match match = any_value(condition, [&](const Value& value) {
    Match one;
    one.matched = holds(value);
    return one;
  });
  match.plain = std::move(fact);
  return match;
}

std::string in_words(Authenticated authenticated) {
  if (authenticated == Authenticated::pass) return "pass";
  return authenticated == Authenticated::fail ? "fail" : "unknown";
}

/// The trace shows the town's clock, since that is what office hours are written in.
std::string local_time(const LetterView& letter) {
  const auto local = letter.calendar().local(letter.received());
  return fmt::format("{} {:02}:{:02}", iso_date(local.date), local.minute / 60, local.minute % 60);
}

/// Exactly as it was written, capitals too; else the key, in which all spellings of one mailbox are the same.
const std::string& as_address(const FormedText& text, bool exact) { return exact ? text.form(true) : text.key(); }

}  // namespace

// Each test below is one row's. They never throw, look at nothing but the letter and the condition, and cost at most
// one pass over the text for each value.
Match is(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    const auto& form = text.form(condition.exact);
    return when(form == value.form, 0, form.size());
  });
}

Match contains(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    const auto at = find_text(text.form(condition.exact), value.form);
    return when(at != std::string::npos, at, at + value.form.size());
  });
}

/// Looks at words alone: what stands between two of them (a hyphen, a comma, a line break) does not count.
Match word(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, true, [&](const FormedText& text, const Value& value) {
    if (!text.word_set(condition.exact).may_hold(value.phrase)) return std::optional<Stretch>{};
    return find_phrase(text.words(condition.exact), value.phrase);
  });
}

Match starts(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return when(text.form(condition.exact).starts_with(value.form), 0, value.form.size());
  });
}

Match ends(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    const auto& form = text.form(condition.exact);
    return when(form.ends_with(value.form), form.size() - std::min(form.size(), value.form.size()), form.size());
  });
}

/// Searches the folded text, so a number is found whichever dash it was typed with.
Match like(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return find_like(text.form(condition.exact), value.form);
  });
}

/// Patterns run over folded text, unless exact: their letters were folded when they were compiled.
Match regex(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return value.pattern->find(text.form(condition.exact));
  });
}

Match exists(const Condition& condition, const LetterView& letter) {
  const auto texts = letter.texts(condition);
  // A header counts as soon as it stands there, a location also by its coordinates alone; other fields when something
  // stands in them.
  const auto field = condition.row->field->field;
  const bool empty_counts = field == Field::header || field == Field::location;
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [&](const FormedText& text) { return empty_counts || !text.form(true).empty(); });
  const bool there = found != texts.end();
  Match match = in_fact(condition, there ? "" : "nothing", [&](const Value& value) { return value.flag == there; });
  if (there) {
    match.text = &*found;
    match.exact = true;
    match.end = found->form(true).size();
  }
  return match;
}

Match address_is(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return when(as_address(text, condition.exact) == value.form, 0, value.form.size());
  });
}

/// The whole address is what was seen: its end alone would not tell whose it is.
Match address_ends(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return when(as_address(text, condition.exact).ends_with(value.form), 0, value.form.size());
  });
}

// By its key, which only numbers with a country code have: a short code such as 12345 begins with no country's 1.
Match phone_is(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return when(text.key() == value.form, 0, value.form.size());
  });
}

Match phone_starts(const Condition& condition, const LetterView& letter) {
  return in_texts(condition, letter, false, [&](const FormedText& text, const Value& value) {
    return when(text.key().starts_with(value.form), 0, value.form.size());
  });
}

Match language(const Condition& condition, const LetterView& letter) {
  const auto& language = letter.letter().language;
  const auto& offered = letter.town().languages;
  // "other" is a language we are sure of and do not offer; one we are not sure of is nothing at all.
  const bool other = language && std::find(offered.begin(), offered.end(), *language) == offered.end();
  return in_fact(condition, language.value_or("not sure"), [&](const Value& value) {
    return value.form == "other" ? other : language && *language == value.form;
  });
}

Match authenticated(const Condition& condition, const LetterView& letter) {
  const auto result = in_words(letter.letter().authenticated);
  return in_fact(condition, result, [&](const Value& value) { return value.form == result; });
}

/// The letter's one sign of spam, whoever set it: a header, a provider's verdict, the Junk folder.
Match spam(const Condition& condition, const LetterView& letter) {
  const bool spam = letter.letter().spam;
  return in_fact(condition, spam ? "true" : "false", [&](const Value& value) { return value.flag == spam; });
}

// The two are opposites at every moment: there is no time for which neither holds, or a letter could fall between the
// rules for day and for night.
Match inside_hours(const Condition& condition, const LetterView& letter) {
  const bool open = letter.calendar().is_open(letter.received());
  return in_fact(condition, local_time(letter), [&](const Value&) { return open; });
}

Match outside_hours(const Condition& condition, const LetterView& letter) {
  const bool open = letter.calendar().is_open(letter.received());
  return in_fact(condition, local_time(letter), [&](const Value&) { return !open; });
}

// Both limits are outside: a letter of exactly 10 MiB is neither over nor under 10 MiB.
Match size_over(const Condition& condition, const LetterView& letter) {
  const auto size = letter.letter().size;
  return in_fact(condition, fmt::format("{} octets", size), [&](const Value& value) { return size > value.number; });
}

Match size_under(const Condition& condition, const LetterView& letter) {
  const auto size = letter.letter().size;
  return in_fact(condition, fmt::format("{} octets", size), [&](const Value& value) { return size < value.number; });
}

Match count_over(const Condition& condition, const LetterView& letter) {
  const auto count = letter.letter().attachments.size();
  return in_fact(condition, fmt::format("{}", count), [&](const Value& value) { return count > value.number; });
}

Match count_under(const Condition& condition, const LetterView& letter) {
  const auto count = letter.letter().attachments.size();
  return in_fact(condition, fmt::format("{}", count), [&](const Value& value) { return count < value.number; });
}

/// How far it is from the place that matches, else from the nearest. An address without coordinates is near nothing.
Match near(const Condition& condition, const LetterView& letter) {
  const auto& location = letter.letter().location;
  if (!location.latitude || !location.longitude)
    return in_fact(condition, "no coordinates", [](const Value&) { return false; });
  std::optional<double> away;
  Match match = any_value(condition, [&](const Value& value) {
    const auto metres = metres_from(value.circle, *location.latitude, *location.longitude);
    Match one;
    one.matched = metres <= value.circle.metres;
    if (one.matched || !away || metres < *away) away = metres;
    return one;
  });
  match.plain = away ? distance_in_words(*away) : "";
  return match;
}

}  // namespace docket::tests
