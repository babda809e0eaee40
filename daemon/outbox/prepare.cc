#include "daemon/outbox/prepare.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/read.h"
#include "daemon/letters/acknowledgement.h"
#include "daemon/letters/forward.h"
#include "daemon/letters/office_reply.h"
#include "daemon/outbox/links.h"

namespace docket {
namespace {

/// Everything a draft is made from.
struct Desk {
  const OutboxRow& row;
  const Configuration& configuration;
  const Keys& keys;
  [[nodiscard]] const Town& town() const { return *configuration.town; }
  [[nodiscard]] const MailSettings& mail() const { return configuration.settings->mail; }
};

/// The case number as tokens hold it: without the prefix; empty outside a case.
std::string short_number(const Desk& desk) {
  const std::string prefix = desk.town().case_prefix + "-";
  const auto& number = desk.row.number;
  return number.starts_with(prefix) ? number.substr(prefix.size()) : number;
}

/// The generic address a letter is written as; the account where none is known.
std::string generic_address(const Desk& desk) {
  if (!desk.row.from.empty()) return desk.row.from;
  if (!desk.row.written_to.empty()) return desk.row.written_to;
  for (const auto& [address, office] : desk.town().addresses) {
    if (office == desk.town().fallback) return address;
  }
  return desk.mail().account.empty() ? desk.town().clerk_address : desk.mail().account;
}

std::string sending_address(const Desk& desk) {
  const bool account = desk.mail().send_as == SendAs::account && !desk.mail().account.empty();
  return account ? desk.mail().account : generic_address(desk);
}

/// "ward2+TOKEN@town.example": a reply to it is known by its address alone. A forward's token is the office's own.
std::string tagged(const Desk& desk, Purpose purpose) {
  std::string address = generic_address(desk);
  const std::string number = short_number(desk);
  const auto at = address.rfind('@');
  const bool tag = desk.mail().reply_tag == ReplyTag::plus && !number.empty() && at != std::string::npos;
  if (!tag) return address;
  const std::string office = purpose == Purpose::forward ? desk.row.office : "";
  std::string with_token = address.substr(0, at) + "+" + desk.keys.token(number, purpose, office) + address.substr(at);
  if (is_sendable_address(with_token)) return with_token;
  return address;
}

/// "Ward 2 Councillor's office - Town of Example", in the letter's first language.
std::string town_sender_name(const Desk& desk) {
  const auto& town = desk.town();
  const std::string language = desk.row.languages.empty() ? town.default_language : desk.row.languages.front();
  const std::string& town_name = town.name.in(language, town.default_language);
  const auto known = town.addresses.find(generic_address(desk));
  const Office* office = known == town.addresses.end() ? nullptr : town.office(known->second);
  return office == nullptr ? town_name : office->name.in(language, town.default_language) + " - " + town_name;
}

void set_reply_to(const Desk& desk, Draft& draft, Purpose purpose) {
  const std::string reply_to = tagged(desk, purpose);
  draft.reply_to.clear();
  if (reply_to != draft.from.address) draft.reply_to.push_back({.name = "", .address = reply_to});
}

void set_header(Draft& draft, const std::string& name, const std::string& value) {
  std::erase_if(draft.extra, [&](const Header& header) { return header.name == name; });
  draft.extra.push_back({name, value});
}

/// RFC 3834 section 5: auto-replied for a direct answer, auto-generated for anything else a machine sends.
void set_automatic(Draft& draft, const std::string& how) {
  set_header(draft, "Auto-Submitted", how);
  set_header(draft, "X-Auto-Response-Suppress", "All");
}

Draft draft_from_template(const Desk& desk) {
  const OutboxRow& row = desk.row;
  const AcknowledgementPlan plan{
      .template_name = row.template_name,
      .languages = row.languages,
      .from = row.from,
      .to = row.to,
      .phone = {},
      .facts = with_links(row.facts, short_number(desk), desk.keys, *desk.configuration.settings)};
  auto rendered = render_acknowledgement(plan, row.number, *desk.configuration.templates);
  Draft draft;
  draft.from = {.name = town_sender_name(desk), .address = sending_address(desk)};
  set_reply_to(desk, draft, Purpose::acknowledgement);
  draft.subject = std::move(rendered.subject);
  draft.text = std::move(rendered.text);
  draft.content_language = std::move(rendered.language);
  const bool answer = row.kind == "acknowledgement" || !row.in_reply_to.empty();
  // A reply was written by a person; the rest is the machine's.
  if (row.kind != "reply") set_automatic(draft, answer ? "auto-replied" : "auto-generated");
  return draft;
}

/// To the clerk or an office about the town's letters as a whole: the words stand in the row.
Draft draft_for_staff(const Desk& desk) {
  const auto words = nlohmann::json::parse(desk.row.facts, nullptr, false);
  Draft draft;
  draft.from = {.name = town_sender_name(desk), .address = sending_address(desk)};
  draft.subject = words.value("subject", "");
  draft.text = words.value("text", "");
  const Office* office = desk.town().office(desk.row.office);
  if (!desk.row.office.empty()) set_reply_to(desk, draft, Purpose::forward);
  if (office == nullptr || !office->plain_headers) {
    set_automatic(draft, desk.row.in_reply_to.empty() || !desk.row.office.empty() ? "auto-generated" : "auto-replied");
  }
  return draft;
}

/// "Ana (via ward2@)": whom it is from, without claiming their address.
std::string forward_sender_name(const Desk& desk, const Letter& letter) {
  const std::string& resident = letter.resident ? *letter.resident : letter.channel;
  const std::string name = letter.resident_name.empty() ? resident.substr(0, resident.find('@')) : letter.resident_name;
  const std::string generic = generic_address(desk);
  return name + " (via " + generic.substr(0, generic.rfind('@')) + "@)";
}

/// An office's answer: a person's words, from the address that the resident wrote to.
Draft draft_from_office(const Desk& desk, const Letter& letter) {
  Draft draft = draft_office_reply(reply_facts(desk.row.facts, desk.row.number), letter, desk.town());
  draft.from = {.name = town_sender_name(desk), .address = sending_address(desk)};
  set_reply_to(desk, draft, Purpose::acknowledgement);
  return draft;
}

Draft draft_from_letter(const Desk& desk, const Original& original) {
  const OutboxRow& row = desk.row;
  const Letter& letter = original.letter;
  const ForwardFacts facts{.number = row.number,
                           .office = row.office,
                           .role = row.role,
                           .reason_rule = row.reason_rule,
                           .written_to = row.written_to,
                           .due = row.due,
                           .restricted = row.restricted,
                           .without_attachments = row.without_attachments,
                           .case_address = tagged(desk, Purpose::forward)};
  Draft draft = draft_forward(facts, letter, original.inbound.octets, desk.town(), *desk.configuration.calendar,
                              *desk.configuration.templates);
  draft.from = {.name = forward_sender_name(desk, letter), .address = sending_address(desk)};
  const Office* office = desk.town().office(row.office);
  // Where the office answers the resident itself, the Reply-To is the resident's and stays.
  if (draft.reply_to.empty() || office == nullptr || office->replies == Replies::through) {
    set_reply_to(desk, draft, Purpose::forward);
  }
  if (office == nullptr || !office->plain_headers) set_automatic(draft, "auto-generated");
  return draft;
}

Draft draft_of(const Desk& desk, const Original* original) {
  if (desk.row.kind == "forward") return draft_from_letter(desk, *original);
  if (is_made_from_letter(desk.row)) return draft_from_office(desk, original->letter);
  return desk.row.kind == "notice" && desk.row.template_name.empty() ? draft_for_staff(desk)
                                                                     : draft_from_template(desk);
}

/// Of this letter alone: whoever got one of the case cannot report another as undelivered.
std::string bounce_token(const Desk& desk) { return desk.keys.token(short_number(desk), Purpose::bounce, desk.row.id); }

std::string envelope_from(const Desk& desk, const Draft& draft) {
  static constexpr std::string_view kMark = "{token}";
  const auto& mail = desk.mail();
  if (mail.envelope == EnvelopeFrom::null) return "";
  const std::string number = short_number(desk);
  const auto at = mail.envelope_template.find(kMark);
  if (mail.envelope == EnvelopeFrom::token && !number.empty() && at != std::string::npos) {
    std::string address = mail.envelope_template;
    return address.replace(at, kMark.size(), bounce_token(desk));
  }
  return mail.account.empty() ? draft.from.address : mail.account;
}

}  // namespace

bool is_made_from_letter(const OutboxRow& row) {
  return row.kind == "forward" || (row.kind == "reply" && row.template_name.empty());
}

Original read_again(const OutboxRow& row, Inbound inbound, const Configuration& configuration, const Keys& keys) {
  const auto context = read_context(*configuration.settings, *configuration.town, inbound.source, keys.instance());
  ReadLimits limits;
  // Neither the files' hashes nor the language is told to an office.
  if (row.kind == "forward") limits.steps = {.hashes = false, .language = false};
  auto letter = read(inbound, context, limits);
  return {std::move(inbound), std::move(letter)};
}

tl::expected<Draft, std::string> draft_row(const OutboxRow& row, const Configuration& configuration, const Keys& keys,
                                           const Original* original, Time now) {
  const Desk desk{.row = row, .configuration = configuration, .keys = keys};
  try {
    if (is_made_from_letter(row) && original == nullptr)
      return tl::make_unexpected("the letter to forward is not in the book");
    Draft draft = draft_of(desk, original);
    // The row's address is the one that was decided; the office's may have changed since.
    if (draft.to.size() != 1 || draft.to.front().address != row.to) draft.to = {{.name = "", .address = row.to}};
    draft.message_id = row.message_id;
    draft.in_reply_to = row.in_reply_to;
    draft.references = row.references;
    draft.date = now;
    draft.offset = configuration.calendar->local(now).offset;
    set_header(draft, "X-Docket-Instance", keys.instance());
    return draft;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return tl::make_unexpected(std::string("the letter could not be written: ") + error.what());
  }
}

tl::expected<Prepared, std::string> prepare_row(const OutboxRow& row, const Configuration& configuration,
                                                const Keys& keys, const Original* original, Time now) {
  auto draft = draft_row(row, configuration, keys, original, now);
  if (!draft) return tl::make_unexpected(draft.error());
  const Desk desk{.row = row, .configuration = configuration, .keys = keys};
  try {
    Prepared prepared;
    prepared.mail = {.mail_from = envelope_from(desk, *draft), .to = row.to, .octets = compose(*draft)};
    if (!row.number.empty()) prepared.mail.envelope_id = bounce_token(desk);
    prepared.subject = std::move(draft->subject);
    prepared.text = std::move(draft->text);
    return prepared;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return tl::make_unexpected(std::string("the letter could not be composed: ") + error.what());
  }
}

}  // namespace docket
