#include "daemon/letters/variables.h"

#include <algorithm>

#include "daemon/letters/templates.h"

namespace docket {
namespace letters {
namespace {

using Kind = Variable::Kind;

// Whether it may stand in a subject: the number, the town's own words and conditions, never what a resident wrote.
constexpr bool kSubject = true;
constexpr bool kTextOnly = false;

}  // namespace

const std::vector<Variable>& all_variables() {
  static const std::vector<Variable> kAll = {
      {"accountable", Kind::value, "", kTextOnly, "the role that is responsible, as in town.yaml"},
      {"accountable_start", Kind::value, "", kTextOnly, "the same, as it begins a sentence"},
      {"acting", Kind::flag, "", kSubject, "news: another office acts for the one that had the case"},
      {"alerted", Kind::value, "", kTextOnly, "the roles that are alerted at once"},
      {"always_readers", Kind::value, "", kTextOnly, "who can read every letter"},
      {"always_readers_start", Kind::value, "", kTextOnly, "the same, as it begins a sentence"},
      {"answer", Kind::value, "", kTextOnly, "the ready answer (template answer-NAME) that a rule adds"},
      {"answer_link", Kind::value, "", kTextOnly, "forward: a link that begins a letter to the case"},
      {"answered_no", Kind::value, "", kTextOnly,
       "link: a person is still needed after the ready answer; empty without a public page"},
      {"answered_yes", Kind::value, "", kTextOnly, "link: the ready answer was enough"},
      {"ask_after", Kind::value, "", kTextOnly,
       "the day after which to ask, without weekday; empty without a due date"},
      {"assigned", Kind::flag, "", kSubject, "news: an office was given the case"},
      {"because", Kind::value, "", kTextOnly, "why a rule chose the office"},
      {"by_address", Kind::value, "", kTextOnly,
       "the address written to, when no rule but the address chose the office"},
      {"by_fallback", Kind::flag, "", kSubject, "no rule and no address chose the office"},
      {"by_rule", Kind::flag, "", kSubject, "a rule chose the office"},
      {"case_address", Kind::value, "", kTextOnly, "forward: the address of the case"},
      {"clerk_address", Kind::value, "", kTextOnly, "the clerk's address"},
      {"clerk_phone", Kind::value, "", kTextOnly, "the clerk's telephone"},
      {"close_link", Kind::value, "", kTextOnly, "forward: a link that begins a letter that closes the case"},
      {"closed", Kind::flag, "", kSubject, "the letter came outside office hours"},
      {"closed_on", Kind::value, "", kTextOnly, "news: the day on which the case was closed"},
      {"consent_no", Kind::value, "", kTextOnly, "link: the next holder of the office must not have the case"},
      {"consent_yes", Kind::value, "", kTextOnly,
       "link: the next holder of the office may have the case; empty without a public page"},
      {"copies", Kind::list, "", kTextOnly, "the offices that get a copy"},
      {"copy", Kind::value, "copies", kTextOnly, "the office, inside a sentence"},
      {"copy_address", Kind::value, "copies", kTextOnly, "the address of that office the resident wrote to"},
      {"copy_because", Kind::value, "copies", kTextOnly, "why a rule copies the office"},
      {"copy_start", Kind::value, "copies", kTextOnly, "the office, as it begins a sentence"},
      {"delayed", Kind::value, "", kTextOnly,
       "when our system could read the letter, in words, where it had to wait for that; else empty"},
      {"due", Kind::value, "", kTextOnly, "forward: the day by which the office answers"},
      {"emergency_crisis", Kind::value, "", kSubject, "the crisis line"},
      {"emergency_danger", Kind::value, "", kSubject, "the number to call in danger"},
      {"emergency_roads", Kind::value, "", kSubject, "the road line that answers 24 hours a day"},
      {"extended", Kind::flag, "", kSubject, "news: the office needs more time"},
      {"files", Kind::value, "", kTextOnly, "how many files came, in words; empty when none"},
      {"first_of_several", Kind::flag, "", kTextOnly, "this text is the first of several languages"},
      {"first_response", Kind::value, "", kTextOnly, "the day by which a person answers"},
      {"gist", Kind::value, "", kTextOnly, "how the letter begins; empty when it must not be quoted"},
      {"has_copies", Kind::flag, "", kTextOnly, "some office gets a copy"},
      {"help_phone", Kind::value, "", kTextOnly, "the help line"},
      {"help_relay", Kind::value, "", kTextOnly, "the relay number for deaf callers"},
      {"hours", Kind::value, "", kTextOnly, "the office hours in words"},
      {"left_out", Kind::list, "", kTextOnly, "forward: attachments that are named only"},
      {"left_out_large", Kind::flag, "left_out", kTextOnly, "it is too large to send on"},
      {"left_out_name", Kind::value, "left_out", kTextOnly, "its file name"},
      {"left_out_refused", Kind::flag, "left_out", kTextOnly, "mail gateways refuse files of its type"},
      {"left_out_size", Kind::value, "left_out", kTextOnly, "its size in words"},
      {"letter_date", Kind::value, "", kTextOnly, "forward: the letter's own date"},
      {"letter_from", Kind::value, "", kTextOnly, "forward: who wrote the letter"},
      {"letter_subject", Kind::value, "", kTextOnly, "forward: the letter's subject"},
      {"max_size", Kind::value, "", kTextOnly, "too-large: the largest letter the mailbox takes"},
      {"member", Kind::flag, "", kTextOnly, "the office's letters belong to its member, not to the town"},
      {"next_opening", Kind::value, "", kTextOnly, "when the offices open again; empty when open"},
      {"not_ours_link", Kind::value, "", kTextOnly, "forward: a link that begins a letter that says it is not ours"},
      {"not_sent", Kind::value, "", kTextOnly, "offices written to that a restricting rule leaves out"},
      {"number", Kind::value, "", kSubject, "the case number"},
      {"office", Kind::value, "", kTextOnly, "the office that answers, inside a sentence"},
      {"office_of", Kind::value, "", kTextOnly, "the same after \"of\": French \"du service des routes\""},
      {"office_phone", Kind::value, "", kTextOnly, "that office's telephone"},
      {"office_short", Kind::value, "", kTextOnly, "the same named again: French \"le service\""},
      {"office_start", Kind::value, "", kTextOnly, "the same, as it begins a sentence"},
      {"office_this", Kind::value, "", kTextOnly, "the same pointed at: French \"ce service\""},
      {"one_language", Kind::flag, "", kTextOnly, "this text is alone, though the town offers other languages"},
      {"post", Kind::value, "", kTextOnly, "the postal address"},
      {"privacy_authority", Kind::value, "", kTextOnly, "the law under which letters are kept"},
      {"privacy_contact", Kind::value, "", kTextOnly, "whom to ask about privacy"},
      {"privacy_kept", Kind::value, "", kTextOnly, "how long letters are kept"},
      {"reader_office", Kind::value, "readers", kTextOnly, "the office's name"},
      {"reader_people", Kind::value, "readers", kTextOnly, "who reads there"},
      {"readers", Kind::list, "", kTextOnly, "the offices that can read the letter"},
      {"received", Kind::value, "", kTextOnly, "when the letter came, day and time in words"},
      {"reply_direct", Kind::flag, "", kTextOnly, "forward: a reply goes to the resident"},
      {"reply_through", Kind::flag, "", kTextOnly, "forward: a reply goes into the case"},
      {"reply_to", Kind::value, "", kTextOnly, "forward: the address that a direct reply goes to"},
      {"rerouted", Kind::flag, "", kSubject, "news: the office that had the case says that it is not its own"},
      {"resident", Kind::value, "", kTextOnly, "forward: the resident's address"},
      {"resolution", Kind::value, "", kTextOnly, "the day by which the matter is settled"},
      {"restricted", Kind::flag, "", kTextOnly, "only the office that answers gets the letter"},
      {"review", Kind::flag, "", kSubject, "a person decides where the letter goes"},
      {"role_addition", Kind::flag, "", kSubject, "forward: the letter joins a case of the office"},
      {"role_answers", Kind::flag, "", kSubject, "forward: the office answers"},
      {"role_copy", Kind::flag, "", kSubject, "forward: the office gets a copy"},
      {"role_review", Kind::flag, "", kSubject, "forward: a person there decides where the letter goes"},
      {"rule", Kind::value, "", kTextOnly, "forward: the name of the rule that chose the office"},
      {"settled_not_yet", Kind::value, "", kTextOnly, "link: the matter is not settled yet, the case opens again"},
      {"settled_yes", Kind::value, "", kTextOnly, "link: the matter is settled; empty without a public page"},
      {"several", Kind::flag, "", kTextOnly, "the letter was written to several offices"},
      {"staff", Kind::flag, "", kTextOnly, "the letter came from a staff address"},
      {"stand_in_acting", Kind::value, "stands_in", kTextOnly, "who acts, inside a sentence"},
      {"stand_in_acting_start", Kind::value, "stands_in", kTextOnly, "who acts, as it begins a sentence"},
      {"stand_in_for", Kind::value, "stands_in", kTextOnly, "the office that is not there, inside a sentence"},
      {"stand_in_for_of", Kind::value, "stands_in", kTextOnly,
       "the same after \"of\": French \"du service des routes\""},
      {"stand_in_for_start", Kind::value, "stands_in", kTextOnly, "the same, as it begins a sentence"},
      {"stand_in_retired", Kind::flag, "stands_in", kTextOnly, "that office is no more"},
      {"stand_in_until", Kind::value, "stands_in", kTextOnly,
       "it is away until this day; empty when it is not coming back"},
      {"stand_in_vacant", Kind::flag, "stands_in", kTextOnly, "nobody holds that office"},
      {"stands_in", Kind::list, "", kTextOnly, "the offices that others act for, of those the letter is for"},
      {"town", Kind::value, "", kSubject, "the town's name"},
      {"unreadable", Kind::flag, "", kTextOnly, "part of the letter could not be read"},
      {"urgent", Kind::flag, "", kSubject, "a notice stands on top"},
      {"written_to", Kind::value, "", kTextOnly, "forward: the address the resident wrote to"},
  };
  return kAll;
}

const Variable* find_variable(std::string_view name) {
  const auto& all = all_variables();
  const auto found = std::lower_bound(
      all.begin(), all.end(), name, [](const Variable& variable, std::string_view key) { return variable.name < key; });
  return found != all.end() && found->name == name ? &*found : nullptr;
}

}  // namespace letters

const std::vector<TemplateVariable>& Templates::variables() {
  static const std::vector<TemplateVariable> kAll = [] {
    std::vector<TemplateVariable> all;
    for (const auto& variable : letters::all_variables()) {
      std::string meaning = variable.meaning;
      if (*variable.within != '\0') meaning += " (inside {{#" + std::string(variable.within) + "}})";
      if (variable.kind == letters::Variable::Kind::flag) meaning += " (a condition)";
      all.push_back({variable.name, meaning, variable.kind != letters::Variable::Kind::value});
    }
    return all;
  }();
  return kAll;
}

}  // namespace docket
