#include "daemon/casebook/outgoing.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/casebook/alerts.h"
#include "daemon/casebook/caps.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/clerk_answer.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/sending.h"
#include "daemon/casebook/timeline.h"
#include "daemon/letters/reply_words.h"
#include "rules/withheld.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::size_t kMostReferences = 50;

/// Of a row without template.
std::string plain_facts(const std::string& subject, const std::string& text) {
  return json{{"subject", subject}, {"text", text}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A row before it is written; ids and times are set by add_row.
struct NewRow {
  const CaseRow* row = nullptr;  ///< null: outside a case
  std::int64_t inbound = 0;
  std::string kind;
  Purpose purpose = Purpose::acknowledgement;
  std::string office, role, rule, written_to, sender, template_name;
  std::vector<std::string> languages;
  std::string to, facts;
  std::vector<std::string> in_reply_to, references;
  std::optional<Time> not_before;  ///< else at once
  std::string token_of;            ///< outside a case: whose token its Message-ID carries; may be empty
};

std::string message_id_of(const Writing& writing, const NewRow& fresh, const std::string& nonce) {
  if (!fresh.token_of.empty()) return staff_message_id(writing, fresh.token_of, nonce);
  if (fresh.row == nullptr) return fmt::format("<{}@{}>", nonce, writing.options.domain);
  return writing.keys.message_id(fresh.row->short_number, fresh.purpose, nonce, writing.options.domain);
}

/// A book that is lost may have sent the same under another number.
bool was_there_before_restoring(const Writing& writing, const NewRow& fresh) {
  if (!writing.restored || fresh.inbound == 0) return false;
  const auto received = writing.db.integer("SELECT received FROM inbounds WHERE id = ?", fresh.inbound);
  return received && *received <= stored(*writing.restored);
}

void add_row(const Writing& writing, const NewRow& fresh) {
  const std::string id = public_id('o', writing.now);
  const std::string message_id = message_id_of(writing, fresh, id);
  const bool shadow = writing.options.mode == Mode::shadow;
  // The day that an office is told is the one of its answer; what comes after it is not to be answered by a day.
  const bool answered = fresh.row != nullptr && fresh.row->first_response && fresh.kind == "forward";
  writing.db.run(
      "INSERT INTO outbox (public, case_id, inbound_id, kind, office, role, reason_rule, written_to, sender, template, "
      "languages, message_id, due, restricted, state, next, created, changed) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id, fresh.row != nullptr ? std::optional(fresh.row->id) : std::nullopt,
      fresh.inbound != 0 ? std::optional(fresh.inbound) : std::nullopt, fresh.kind, fresh.office, fresh.role,
      fresh.rule, fresh.written_to, fresh.sender, fresh.template_name, list_of(fresh.languages), message_id,
      fresh.row != nullptr && !answered ? stored(next_due(*fresh.row)) : std::nullopt,
      fresh.row != nullptr && fresh.row->restricted, shadow ? "withheld" : "queued",
      shadow ? std::nullopt : std::optional(stored(fresh.not_before.value_or(writing.now))), stored(writing.now),
      stored(writing.now));
  const std::int64_t row = writing.db.last_id();
  writing.db.run("INSERT INTO outbox_texts (outbox_id, recipient, facts, in_reply_to, refs) VALUES (?, ?, ?, ?, ?)",
                 row, fresh.to, fresh.facts, list_of(fresh.in_reply_to), list_of(fresh.references));
  if (!shadow && was_there_before_restoring(writing, fresh)) {
    row_waits(writing.db, row, "the letter came before the book was restored, and may have been answered then",
              writing.now);
  }
}

/// RFC 5322 section 3.6.4: the parent's References (or its single In-Reply-To), then its Message-ID.
std::vector<std::string> references_of(const Letter& letter) {
  std::vector<std::string> list = letter.references;
  if (list.empty() && letter.in_reply_to.size() == 1) list = letter.in_reply_to;
  if (letter.message_id) list.push_back(*letter.message_id);
  if (list.size() > kMostReferences) list.erase(list.begin(), list.end() - kMostReferences);
  return list;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

NewRow answer_to(const Letter& letter, std::int64_t inbound, const AcknowledgementPlan& plan) {
  NewRow fresh;
  fresh.inbound = inbound;
  fresh.sender = plan.from;
  fresh.template_name = plan.template_name;
  fresh.languages = plan.languages;
  fresh.to = plan.to;
  fresh.facts = plan.facts;
  if (letter.message_id) fresh.in_reply_to = {*letter.message_id};
  fresh.references = references_of(letter);
  return fresh;
}

std::string withhold(const Writing& writing, const CaseRow& row, const std::string& why) {
  case_event(writing, row, "daemon", "withheld", why);
  return "ack withheld: " + why;
}

/// Whoever answers the sending (a text message's reply, a page) says the number; a shadow says nothing to anyone.
std::string acknowledge_in_reply(const Writing& writing, const CaseRow& row, const Letter& letter,
                                 const AcknowledgementPlan& plan) {
  if (!is_answered_in_reply(letter)) return withhold(writing, row, to_string(Withheld::no_address));
  if (writing.options.mode == Mode::shadow) return withhold(writing, row, "shadow");
  if (!plan.phone.empty() && !within_caps(writing, cap_of_phone(writing.keys, plan.phone))) {
    return withhold(writing, row, to_string(Withheld::cap));
  }
  const std::string languages = joined(plan.languages);
  case_event(writing, row, "daemon", "acknowledged", fmt::format("in the reply ({})", languages));
  return "ack " + languages + std::string(letters::kInReply);
}

/// Told already, through another mailbox or before a retry.
bool has_notice(const Writing& writing, const Letter& letter) {
  return writing.db
      .integer(
          "SELECT 1 FROM inbounds i JOIN outbox o ON o.case_id IS NULL AND o.inbound_id = i.id "
          "WHERE i.letter_key = ? AND length(i.letter_key) > 0 AND o.kind = 'notice' LIMIT 1",
          sqlite::Blob{letter.letter_key})
      .has_value();
}

/// Later letters to an office answer the first forward, so that its mail program shows one conversation.
void join_thread_of(const Writing& writing, NewRow& fresh) {
  if (auto first = writing.db.text(
          "SELECT message_id FROM outbox WHERE case_id = ? AND office = ? AND kind = 'forward' ORDER BY id LIMIT 1",
          fresh.row->id, fresh.office)) {
    fresh.in_reply_to = {*first};
    fresh.references = {*first};
  }
}

void add_one_forward(const Writing& writing, const CaseRow& row, const Forward& forward, const Town& town) {
  const auto office = town.offices.find(forward.office);
  if (office == town.offices.end() || office->second.address.empty()) {
    case_event(writing, row, "daemon", "alarm", fmt::format("no office {} to forward to", forward.office));
    return;
  }
  NewRow fresh;
  fresh.row = &row;
  fresh.inbound = forward.inbound;
  fresh.kind = "forward";
  fresh.purpose = Purpose::forward;
  fresh.office = forward.office;
  fresh.role = forward.role;
  fresh.rule = forward.rule;
  fresh.written_to = forward.written_to;
  fresh.sender = forward.sender;
  fresh.to = office->second.address;
  join_thread_of(writing, fresh);
  add_row(writing, fresh);
  const bool shadow = writing.options.mode == Mode::shadow;
  case_event(writing, row, "daemon", shadow ? "withheld" : "forwarded",
             fmt::format("{}{} ({})", shadow ? "shadow: forward to " : "", forward.office, forward.role));
}

}  // namespace

void add_forward(const Writing& writing, const CaseRow& row, const Forward& forward, const Town& town) {
  add_one_forward(writing, row, forward, town);
  if (const auto also = for_deputy(writing, row, forward, town)) add_one_forward(writing, row, *also, town);
}

void add_alerts(const Writing& writing, const CaseRow& row, Forward forward, const std::vector<std::string>& alarmed,
                const std::vector<std::string>& informed, const Town& town) {
  for (const std::string& office : alarmed) {
    case_event(writing, row, "daemon", "alarm", office);
    remember_alert(writing, row, office);
    if (row.restricted || std::find(informed.begin(), informed.end(), office) != informed.end()) continue;
    forward.office = office;
    forward.role = row.office ? "copy" : "review";
    add_forward(writing, row, forward, town);
  }
}

std::string acknowledge(const Writing& writing, const CaseRow& row, std::int64_t inbound, const Letter& letter,
                        const AcknowledgementPlan& plan, std::optional<std::string> why) {
  if (!why && plan.to.empty()) return acknowledge_in_reply(writing, row, letter, plan);
  if (!why && !within_caps(writing, cap_of_address(writing.keys, plan.to))) why = to_string(Withheld::cap);
  if (!why) {
    NewRow fresh = answer_to(letter, inbound, plan);
    fresh.row = &row;
    fresh.kind = "acknowledgement";
    fresh.not_before = turn_of_domain(writing, plan.to);
    add_row(writing, fresh);
    if (writing.options.mode == Mode::shadow) why = "shadow";
  }
  if (why) return withhold(writing, row, *why);
  const std::string languages = joined(plan.languages);
  case_event(writing, row, "daemon", "acknowledged", fmt::format("{} ({})", plan.template_name, languages));
  return "ack " + languages;
}

void add_notice(const Writing& writing, std::int64_t inbound, const Letter& letter, const AcknowledgementPlan& plan) {
  if (plan.to.empty() || has_notice(writing, letter) || !within_caps(writing, cap_of_address(writing.keys, plan.to)))
    return;
  NewRow fresh = answer_to(letter, inbound, plan);
  fresh.kind = "notice";
  add_row(writing, fresh);
}

void add_update(const Writing& writing, const CaseRow& row, std::int64_t inbound, const Letter& letter,
                const AcknowledgementPlan& plan) {
  NewRow fresh = answer_to(letter, inbound, plan);
  fresh.row = &row;
  fresh.kind = "update";
  add_row(writing, fresh);
  case_event(writing, row, "daemon", "acknowledged",
             fmt::format("{} ({})", plan.template_name, joined(plan.languages)));
}

void add_office_answer(const Writing& writing, const CaseRow& row, const OfficeAnswer& answer) {
  NewRow fresh;
  fresh.row = &row;
  fresh.inbound = answer.inbound;
  fresh.kind = "reply";
  fresh.sender = row.written_to;
  fresh.languages = row.languages;
  fresh.to = answer.to;
  fresh.facts = answer.facts;
  fresh.references = answer.references;
  if (!answer.references.empty()) fresh.in_reply_to = {answer.references.back()};
  add_row(writing, fresh);
}

void answer_writer(const Writing& writing, const Letter& letter, const WordsBack& words) {
  if (!within_caps(writing, cap_of_address(writing.keys, words.to))) return;
  NewRow fresh;
  fresh.kind = "notice";
  fresh.inbound = words.inbound;
  fresh.sender = words.sender;
  fresh.to = words.to;
  fresh.facts = plain_facts(words.subject, words.text);
  if (letter.message_id) fresh.in_reply_to = {*letter.message_id};
  fresh.references = references_of(letter);
  add_row(writing, fresh);
}

void add_office_letter(const Writing& writing, const CaseRow& row, const Office& office, const std::string& subject,
                       const std::string& text) {
  NewRow fresh;
  fresh.row = &row;
  fresh.kind = "notice";
  fresh.purpose = Purpose::forward;
  fresh.office = office.id;
  fresh.sender = row.written_to;
  fresh.to = office.address;
  fresh.facts = plain_facts(subject, text);
  join_thread_of(writing, fresh);
  add_row(writing, fresh);
}

void add_staff_letter(const Writing& writing, const CaseBook::StaffLetter& letter, const std::string& token_of) {
  NewRow fresh;
  fresh.token_of = token_of;
  fresh.kind = "notice";
  fresh.to = letter.to;
  fresh.facts = plain_facts(letter.subject, letter.text);
  add_row(writing, fresh);
}

}  // namespace docket
