#include "daemon/letters/forward.h"

#include <fmt/format.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "config/office_words.h"
#include "config/text.h"
#include "connectors/mime/quoting.h"
#include "connectors/phone.h"
#include "daemon/letters/attached.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/wording.h"

namespace docket {
namespace {

using nlohmann::json;

// Subjects of a whole page exist; mail programs of offices show the first line.
constexpr std::size_t kSubjectCharacters = 200;

std::string with_name(const Address& address) {
  return address.name.empty() ? address.address : address.name + " <" + address.address + ">";
}

/// As the letter says it, proven or not: the office judges better than we do. Who gave a telephone number can be
/// called.
std::string writers(const Letter& letter, const std::string& region) {
  std::string text;
  const auto add = [&text](const std::string& more) { text += (text.empty() || more.empty() ? "" : ", ") + more; };
  for (const auto& address : letter.from) add(with_name(address));
  if (letter.from.empty()) add(letter.resident_name);
  add(shown(letter.phone, region));
  return text;
}

/// As the sender's own clock showed it.
std::string sender_date(const std::string& language, const SenderDate& date) {
  const auto local = date.utc + date.offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minute = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
  return letters::moment_words(language, {day, std::chrono::weekday(day), static_cast<int>(minute), date.offset}, true);
}

/// What the office is expected to do is said first and by exactly one of these.
void add_role(const ForwardFacts& facts, const Office& office, bool answerable, json& vars) {
  vars["role_" + facts.role] = true;
  vars["restricted"] = facts.restricted;
  vars["rule"] = facts.reason_rule;
  vars["written_to"] = facts.written_to;
  if (answerable) vars[office.replies == Replies::direct ? "reply_direct" : "reply_through"] = true;
  vars["member"] = office.record_owner == RecordOwner::member;
}

void add_letter(const Letter& letter, const std::string& language, const Town& town, const Calendar& calendar,
                json& vars) {
  vars["letter_from"] = writers(letter, region_of(town.time_zone));
  vars["letter_subject"] = letter.subject;
  if (letter.date) vars["letter_date"] = sender_date(language, *letter.date);
  if (letter.received) vars["received"] = letters::moment_words(language, calendar.local(*letter.received), true);
  vars["reply_to"] = letter.resident.value_or("");
  // Where a form wrote for somebody, From is the form.
  const bool same = letter.from.size() == 1 && letter.resident == letter.from.front().address;
  if (!same) vars["resident"] = letter.resident.value_or("");
  vars["unreadable"] = !letter.defects.empty();
}

/// The office must know that there is more: it can ask for the file by its name.
json left_out(const std::string& language, const std::vector<letters::NamedOnly>& named) {
  auto list = json::array();
  for (const auto& file : named) {
    list.push_back({{"left_out_name", file.name},
                    {"left_out_size", letters::size_words(language, file.size)},
                    {"left_out_refused", file.why == letters::LeftOut::refused},
                    {"left_out_large", file.why == letters::LeftOut::large}});
  }
  return list;
}

std::string due_words(const std::string& language, Time due, const Letter& letter, const Calendar& calendar) {
  const auto day = calendar.local(due);
  const bool this_year = letter.received && calendar.local(*letter.received).date.year() == day.date.year();
  return letters::moment_words(language, day, !this_year);
}

/// The one line that no edit of a template may lose: from it on nothing is the office's own.
std::string mark_line(const std::string& language) {
  const bool french = language == "fr";
  return std::string(kWriteAbove) +
         (french ? "Écrivez votre réponse au-dessus de cette ligne" : "Please write your answer above this line") +
         " -##\n";
}

/// RFC 6068: a letter to the case with its number, and a command as its text.
std::string mail_link(const ForwardFacts& facts, std::string_view command) {
  const auto encoded = [](std::string_view text, std::string_view also) {
    std::string out;
    for (const char c : text) {
      const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || also.find(c) != std::string_view::npos;
      out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
  };
  std::string link =
      "mailto:" + encoded(facts.case_address, "-._~+@") + "?subject=" + encoded("[" + facts.number + "]", "-._~");
  if (!command.empty()) link += "&body=" + encoded(command, "-._~");
  return link;
}

/// What an office needs most, one touch away.
void add_links(const ForwardFacts& facts, json& vars) {
  if (facts.case_address.empty()) return;
  vars["case_address"] = facts.case_address;
  if (facts.role == "copy" || facts.role == "review") return;  // another office has it, or none
  vars["answer_link"] = mail_link(facts, "");
  vars["not_ours_link"] = mail_link(facts, "#not-ours");
  vars["close_link"] = mail_link(facts, "#close");
}

/// Ours first, since long subjects are cut off at their end; the resident's in one line, the number once.
std::string subject_of(const std::string& ours, const Letter& letter, const std::string& tag) {
  auto theirs = letter.subject;
  if (const auto at = theirs.find(tag); at != std::string::npos) theirs.erase(at, tag.size());
  theirs = letters::one_line(theirs);
  return letters::one_line(ours + " " + std::string(first_characters(theirs, kSubjectCharacters)));
}

}  // namespace

std::string with_mark(const Office& office, const std::string& language, const std::string& text) {
  return office.replies == Replies::through ? mark_line(language) + "\n" + text : text;
}

Draft draft_forward(const ForwardFacts& facts, const Letter& letter, const std::string& octets, const Town& town,
                    const Calendar& calendar, const Templates& templates) {
  // An office that left town.yaml while its forward waited: the letter still goes to the address that was decided.
  static const Office kNone;
  const auto* found = town.office(facts.office);
  const auto& office = found == nullptr ? kNone : *found;
  const auto& language = town.default_language;
  const auto name = office_words(language, office.name.in(language, language));
  auto attached = letters::choose_attachments(letter, office.original_attached ? octets : std::string(),
                                              letter.text.size(), office.max_size, facts.without_attachments);
  json vars{{"number", facts.number},
            {"office", name.in_text},
            {"office_start", name.start},
            {"town", town.name.in(language, language)},
            {"clerk_address", town.clerk_address},
            {"clerk_phone", town.clerk_phone}};
  add_role(facts, office, letter.resident.has_value(), vars);
  add_links(facts, vars);
  add_letter(letter, language, town, calendar, vars);
  if (facts.due) vars["due"] = due_words(language, *facts.due, letter, calendar);
  vars["left_out"] = left_out(language, attached.named);
  json facts_by_language;
  facts_by_language[language] = std::move(vars);
  const auto covering = templates.render("forward", {language}, facts_by_language);

  Draft draft;
  draft.to = {{name.name, office.address}};
  if (office.replies == Replies::direct && letter.resident) draft.reply_to = {{letter.resident_name, *letter.resident}};
  draft.subject = subject_of(covering.subject, letter, "[" + facts.number + "]");
  draft.content_language = covering.language;
  draft.text = with_mark(office, covering.language, covering.text + "\n" + letter.text + "\n");
  draft.attachments = std::move(attached.sent);
  return draft;
}

}  // namespace docket
