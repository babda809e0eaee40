#include "daemon/letters/news.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "daemon/letters/town_facts.h"
#include "daemon/letters/wording.h"

namespace docket {
namespace {

using nlohmann::json;

/// What the facts of one language are made from.
struct Subject {
  const NewsFacts& facts;
  const Town& town;
  const Calendar& calendar;
  std::string language;

  [[nodiscard]] bool is(News what) const { return facts.what.contains(what); }
  [[nodiscard]] bool is_this_year(const LocalTime& day) const {
    return day.date.year() == calendar.local(facts.now).date.year();
  }
};

/// A promise that ends when the offices do is one of days; any other names its hour too.
std::string due_words(const Subject& s, Time due) {
  const auto day = s.calendar.local(due);
  const bool with_year = !s.is_this_year(day);
  const auto closing = s.calendar.closing_of(day.date);
  const bool at_end = day.minute == 24 * 60 - 1 || closing == due;
  return at_end ? letters::day_words(s.language, day, with_year) : letters::moment_words(s.language, day, with_year);
}

/// Days that are over are not promised again; of a closed case none is.
void add_dues(const Subject& s, json& vars) {
  if (s.is(News::closed)) return;
  const auto add = [&](const char* name, const std::optional<Time>& due) {
    if (!due || *due <= s.facts.now) return;
    vars[name] = due_words(s, *due);
    const auto day = s.calendar.local(*due);
    if (!vars.contains("ask_after")) vars["ask_after"] = letters::date_words(s.language, day, !s.is_this_year(day));
  };
  add("first_response", s.facts.first_response);
  add("resolution", s.facts.resolve);
}

void add_kinds(const Subject& s, json& vars) {
  for (const News what : {News::assigned, News::rerouted, News::extended, News::acting}) {
    vars[to_string(what)] = s.is(what);
  }
  if (!s.is(News::closed)) return;
  const auto day = s.calendar.local(s.facts.closed);
  vars["closed_on"] = letters::day_words(s.language, day, !s.is_this_year(day));
}

json facts_in(const Subject& s) {
  json vars;
  const Office* office = s.town.office(s.facts.office);
  // Where nobody acts for an office, its cases wait for their residents' consent, not for a clerk.
  vars["review"] = office == nullptr && !s.is(News::acting);
  if (office != nullptr) letters::add_office_facts(*office, s.town, s.language, vars);
  letters::add_town_facts(s.town, s.language, vars);
  add_kinds(s, vars);
  add_dues(s, vars);
  return letters::without_empty(vars);
}

std::vector<std::string> all_languages(const Town& town) {
  std::vector<std::string> all{town.default_language};
  std::copy_if(town.languages.begin(), town.languages.end(), std::back_inserter(all),
               [&](const std::string& other) { return other != town.default_language; });
  return all;
}

}  // namespace

const char* to_string(News what) {
  switch (what) {
    case News::assigned:
      return "assigned";
    case News::rerouted:
      return "rerouted";
    case News::extended:
      return "extended";
    case News::closed:
      return "closed";
    case News::acting:
      break;
  }
  return "acting";
}

AcknowledgementPlan plan_news(const NewsFacts& facts, const Town& town, const Calendar& calendar) {
  AcknowledgementPlan plan;
  plan.languages = facts.languages.empty() ? all_languages(town) : facts.languages;
  plan.from = facts.from;
  plan.to = facts.to;
  if (facts.what.empty() || facts.to.empty()) return plan;
  plan.template_name = facts.what.contains(News::closed) ? "closed" : "update";
  json all = json::object();
  for (const auto& language : plan.languages) all[language] = facts_in({facts, town, calendar, language});
  if (!facts.closing.empty()) all["closing"] = facts.closing;
  if (!facts.consent.empty()) all["consent"] = facts.consent;
  plan.facts = all.dump(-1, ' ', false, json::error_handler_t::replace);
  return plan;
}

}  // namespace docket
