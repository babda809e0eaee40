#include "daemon/letters/acknowledgement.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/office_words.h"
#include "config/text.h"
#include "daemon/letters/town_facts.h"
#include "daemon/letters/wording.h"

namespace docket {
namespace {

using nlohmann::json;

/// What every part of the facts looks at; `language` is the one being written.
struct Subject {
  const Letter& letter;
  const Decision& decision;
  const Town& town;
  const Calendar& calendar;
  const Settings& settings;
  const Office* office;  ///< that answers; null in review and for an addition
  std::string language;
  std::optional<Time> now = std::nullopt;

  [[nodiscard]] const std::string& words(const Translated& text) const {
    return text.in(language, town.default_language);
  }
  [[nodiscard]] OfficeWords name(const Office& of) const { return office_words(language, words(of.name)); }
};

/// A rule's own standard stands instead of the office's as a whole: half of each would be a promise nobody made.
const Standard* standard_of(const Decision& decision, const Office* office) {
  if (decision.standard) return &*decision.standard;
  return office == nullptr ? nullptr : &office->standard;
}

const Office* office_of(const Decision& decision, const Town& town) {
  return decision.assign ? town.office(*decision.assign) : nullptr;
}

/// One language only where the letter's is sure: a wrong guess would shut out the person who wrote.
std::vector<std::string> languages_for(const Letter& letter, const Decision& decision, const Town& town) {
  const auto& offered = town.languages;
  const auto& language = decision.language ? decision.language : letter.language;
  if (language && std::find(offered.begin(), offered.end(), *language) != offered.end()) return {*language};
  std::vector<std::string> all{town.default_language};
  std::copy_if(offered.begin(), offered.end(), std::back_inserter(all),
               [&](const std::string& other) { return other != town.default_language; });
  return all;
}

/// The generic address written to; a letter that names none of ours is answered as the one it stands for.
std::string sender_address(const Letter& letter, const Decision& decision, const Town& town, const Settings& settings) {
  for (const auto& recipient : letter.recipients) {
    if (town.addresses.contains(recipient)) return recipient;
  }
  if (!decision.written_to.empty()) return decision.written_to;
  const auto* source = settings.source(letter.source);
  if (source != nullptr && !source->address.empty()) return source->address;
  for (const auto& [address, office] : town.addresses) {
    if (decision.assign == office) return address;
  }
  return town.addresses.empty() ? town.clerk_address : town.addresses.begin()->first;
}

/// A stranger could have us send any text to anyone: only a proven letter is quoted.
bool may_quote(const Subject& s) {
  return s.decision.quote && !s.decision.restricted && s.letter.authenticated == Authenticated::pass;
}

/// "a photo" tells the resident that it arrived, where "1 file" might be the signature's logo.
std::size_t photos(const Letter& letter) {
  return static_cast<std::size_t>(
      std::count_if(letter.attachments.begin(), letter.attachments.end(),
                    [](const Attachment& attachment) { return attachment.type.starts_with("image/"); }));
}

void add_letter(const Subject& s, json& vars) {
  // Left out, never replaced: an empty quotation would look like a lost letter.
  if (may_quote(s)) vars["gist"] = s.letter.gist;
  vars["files"] = letters::files_words(s.language, s.letter.attachments.size(), photos(s.letter));
  vars["unreadable"] = !s.letter.defects.empty();
  vars["several"] = s.decision.addressed.size() > 1;
  vars["staff"] = s.letter.resident && s.town.is_staff(*s.letter.resident);
  const auto* source = s.settings.source(s.letter.source);
  if (source != nullptr) {
    vars["max_size"] = letters::size_words(s.language, source->max_size);
  }
}

/// Ours to read at once; what waited longer is told so.
constexpr std::chrono::minutes kUsualDelay{15};

/// Whether the offices are closed is a fact of its own: a template may speak of it even where no opening is known.
void add_received(const Subject& s, json& vars) {
  if (!s.letter.received) return;
  const auto local = s.calendar.local(*s.letter.received);
  vars["received"] = letters::moment_words(s.language, local, true);
  if (s.now && *s.now - *s.letter.received > kUsualDelay) {
    const auto read = s.calendar.local(*s.now);
    vars["delayed"] = letters::moment_words(s.language, read, read.date.year() != local.date.year());
  }
  vars["closed"] = !s.calendar.is_open(*s.letter.received);
  if (s.calendar.is_open(*s.letter.received)) return;
  if (const auto opening = s.calendar.next_opening(*s.letter.received)) {
    const auto next = s.calendar.local(*opening);
    vars["next_opening"] = letters::moment_words(s.language, next, next.date.year() != local.date.year());
  }
}

/// They get the letter too, but never a restricted one.
std::vector<const Office*> alerted_offices(const Subject& s) {
  std::vector<const Office*> offices;
  for (const auto& id : s.decision.alert) {
    const auto* office = s.town.office(id);
    if (office != nullptr && !s.decision.restricted) offices.push_back(office);
  }
  return offices;
}

void add_office(const Subject& s, json& vars) {
  vars["review"] = s.decision.review.has_value();
  vars["restricted"] = s.decision.restricted;
  if (s.office != nullptr) letters::add_office_facts(*s.office, s.town, s.language, vars);
  std::vector<std::string> alerted;
  for (const auto* office : alerted_offices(s)) {
    const auto& role = s.words(office->accountable);
    alerted.push_back(role.empty() ? s.name(*office).in_text : role);
  }
  vars["alerted"] = letters::list_words(s.language, alerted);
}

/// That another office acts than the one written to is told with the reason, or it would look like a mistake.
void add_stands_in(const Subject& s, json& vars) {
  auto list = json::array();
  for (const auto& one : s.decision.stands_in) {
    const auto* asked = s.town.office(one.office);
    const auto* acting = s.town.office(one.acting);
    if (asked == nullptr || acting == nullptr) continue;
    const auto name = s.name(*asked);
    const auto acts = s.name(*acting);
    json item{{"stand_in_for", name.in_text}, {"stand_in_for_of", name.of}, {"stand_in_for_start", name.start}};
    item["stand_in_acting"] = acts.in_text;
    item["stand_in_acting_start"] = acts.start;
    item["stand_in_vacant"] = one.why == StandsIn::acting;
    item["stand_in_retired"] = one.why == StandsIn::successor;
    if (one.until && s.letter.received) {
      const bool other_year = one.until->year() != s.calendar.local(*s.letter.received).date.year();
      const auto noon = s.calendar.local(s.calendar.at(*one.until, 12 * 60));
      item["stand_in_until"] = letters::date_words(s.language, noon, other_year);
    }
    list.push_back(std::move(item));
  }
  vars["stands_in"] = std::move(list);
}

/// Who chose: a rule with its words, the address written to, or nobody.
void add_reason(const Subject& s, json& vars) {
  // In review nobody has chosen yet.
  if (s.office == nullptr) return;
  if (s.decision.decided_by == "fallback") {
    vars["by_fallback"] = true;
  } else if (s.decision.decided_by == "address") {
    vars["by_address"] = s.decision.written_to;
  } else {
    vars["by_rule"] = true;
    vars["because"] = letters::because_words(s.language, s.words(s.decision.because));
  }
}

/// What goes out: in review nothing is forwarded, whatever rules would add.
std::vector<Copy> copies_sent(const Subject& s) {
  return s.decision.review || s.decision.restricted ? std::vector<Copy>() : s.decision.copies;
}

/// Everyone who gets the letter is named with the reason, so that nobody reads it unknown to its writer.
void add_copies(const Subject& s, json& vars) {
  auto copies = json::array();
  for (const auto& copy : copies_sent(s)) {
    const auto* office = s.town.office(copy.office);
    if (office == nullptr) continue;
    const auto name = s.name(*office);
    json item{{"copy", name.in_text}, {"copy_start", name.start}, {"copy_address", copy.address}};
    if (copy.address.empty()) item["copy_because"] = letters::because_words(s.language, s.words(copy.because));
    copies.push_back(std::move(item));
  }
  vars["has_copies"] = !copies.empty();
  vars["copies"] = std::move(copies);
}

/// Every office that gets the letter, once, and those who can read all letters.
void add_readers(const Subject& s, json& vars) {
  std::vector<const Office*> offices{s.office};
  for (const auto& copy : copies_sent(s)) offices.push_back(s.town.office(copy.office));
  const auto alerted = alerted_offices(s);
  offices.insert(offices.end(), alerted.begin(), alerted.end());
  auto readers = json::array();
  for (auto office = offices.begin(); office != offices.end(); ++office) {
    if (*office == nullptr || std::find(offices.begin(), office, *office) != office) continue;
    readers.push_back({{"reader_office", s.words((*office)->name)}, {"reader_people", s.words((*office)->readers)}});
  }
  vars["readers"] = std::move(readers);
  vars["always_readers"] = s.words(s.town.always_readers);
  vars["always_readers_start"] = at_start(s.words(s.town.always_readers));
}

/// Restricting must be told: the offices written to that do not get the letter.
void add_not_sent(const Subject& s, json& vars) {
  if (!s.decision.restricted) return;
  std::vector<std::string> names;
  for (const auto& id : s.decision.addressed) {
    const auto* office = s.town.office(id);
    if (office != nullptr && s.decision.assign != id) names.push_back(s.name(*office).in_text);
  }
  vars["not_sent"] = letters::list_words(s.language, names);
}

std::optional<Time> due_of(const Letter& letter, const Calendar& calendar, const std::optional<Span>& span) {
  return span && letter.received ? calendar.due(*letter.received, *span) : std::nullopt;
}

/// Promised by the hour: then the time of day is part of the promise.
bool within_a_day(const Span& span) {
  return span.unit == Span::Unit::minutes || span.unit == Span::Unit::hours || span.unit == Span::Unit::business_hours;
}

void add_due(const Subject& s, json& vars) {
  const auto* standard = standard_of(s.decision, s.office);
  if (standard == nullptr || s.decision.review) return;
  const auto add = [&](const char* name, const std::optional<Span>& span) {
    const auto due = due_of(s.letter, s.calendar, span);
    if (!due || (s.now && *due <= *s.now)) return;
    const auto day = s.calendar.local(*due);
    const bool other_year = day.date.year() != s.calendar.local(*s.letter.received).date.year();
    vars[name] = within_a_day(*span) ? letters::moment_words(s.language, day, other_year)
                                     : letters::day_words(s.language, day, other_year);
    // The first promise that may be broken is the one to ask about.
    if (!vars.contains("ask_after")) vars["ask_after"] = letters::date_words(s.language, day, other_year);
  };
  add("first_response", standard->first_response);
  add("resolution", standard->resolve);
}

/// Values only, no text: a template may be corrected between recording and sending.
json facts_in(const Subject& s) {
  json vars;
  add_letter(s, vars);
  add_received(s, vars);
  add_office(s, vars);
  add_stands_in(s, vars);
  add_reason(s, vars);
  add_copies(s, vars);
  add_readers(s, vars);
  add_not_sent(s, vars);
  add_due(s, vars);
  letters::add_town_facts(s.town, s.language, vars);
  vars["notices"] = s.decision.notices;
  vars["urgent"] = !s.decision.notices.empty();
  vars["ready_answer"] = s.decision.answer.value_or("");
  return letters::without_empty(std::move(vars));
}

}  // namespace

AcknowledgementPlan plan_acknowledgement(const Letter& letter, const Decision& decision, const Town& town,
                                         const Calendar& calendar, const Settings& settings, bool addition,
                                         std::optional<Time> now) {
  AcknowledgementPlan plan;
  plan.template_name = addition ? "addition" : decision.template_name;
  plan.languages = languages_for(letter, decision, town);
  plan.from = sender_address(letter, decision, town, settings);
  plan.to = letter.resident.value_or("");
  plan.phone = letter.phone;
  json facts = json::object();
  for (const auto& language : plan.languages) {
    facts[language] = facts_in({letter, decision, town, calendar, settings, office_of(decision, town), language, now});
  }
  plan.facts = facts.dump(-1, ' ', false, json::error_handler_t::replace);
  return plan;
}

RenderedLetter render_acknowledgement(const AcknowledgementPlan& plan, const std::string& number,
                                      const Templates& templates) {
  auto facts = json::parse(plan.facts, nullptr, false);
  if (!facts.is_object()) facts = json::object();
  for (const auto& language : plan.languages) {
    auto& vars = facts[language];
    if (!vars.is_object()) vars = json::object();
    vars["number"] = number;
  }
  if (templates.has(plan.template_name)) return templates.render(plan.template_name, plan.languages, facts);
  if (plan.template_name == "closed") return templates.render("update", plan.languages, facts);
  // A row recorded before a reload may name a template that went.
  return templates.render("acknowledgement", plan.languages, facts);
}

Promise promise_of(const Standard& standard, Time from, const Calendar& calendar) {
  Promise promise{standard, from, {}, {}};
  if (standard.first_response) promise.first_response = calendar.due(from, *standard.first_response);
  if (standard.resolve) promise.resolve = calendar.due(from, *standard.resolve);
  return promise;
}

Promise promise_of(const Letter& letter, const Decision& decision, const Town& town, const Calendar& calendar) {
  const auto* standard = standard_of(decision, office_of(decision, town));
  if (standard == nullptr || decision.review || !letter.received) return {};
  return promise_of(*standard, *letter.received, calendar);
}

}  // namespace docket
