#include "daemon/casebook/speaks.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "config/address.h"
#include "config/text.h"
#include "daemon/casebook/threading.h"

namespace docket {
namespace {

constexpr std::size_t kMostIds = 50;
constexpr std::size_t kMostAddresses = 100;
constexpr std::size_t kMostAuthors = 20;

/// Offices that have letters of the case: the assigned one first, then copies, then those that had one once or were
/// only alarmed.
std::vector<std::string> offices_of(const Writing& writing, const CaseRow& row) {
  std::vector<std::string> offices = case_copies(writing.db, row.id);
  if (row.office) offices.insert(offices.begin(), *row.office);
  sqlite::Query query(writing.db, "SELECT DISTINCT office FROM outbox WHERE case_id = ? AND kind = 'forward'");
  query.bind(row.id);
  while (query.step()) {
    const std::string office = query.text(0);
    if (std::find(offices.begin(), offices.end(), office) == offices.end()) offices.push_back(office);
  }
  return offices;
}

/// The office that this address was given to in a forward of the case: its token covers the office.
std::optional<std::string> office_of_tag(const Writing& writing, const CaseRow& row, const std::string& address) {
  for (const std::string& office : offices_of(writing, row)) {
    const auto token = writing.keys.verify_in(address, office);
    if (token && token->purpose == Purpose::forward && token->case_number == row.short_number) return office;
  }
  return std::nullopt;
}

/// The case that the text's token speaks of; one that covers an office's forward too.
std::optional<CarriedToken> token_in(const Writing& writing, const std::string& text) {
  if (const auto token = writing.keys.verify_in(text)) {
    const bool of_acknowledgement = token->purpose == Purpose::acknowledgement;
    if (!of_acknowledgement && token->purpose != Purpose::forward) return std::nullopt;
    auto row = load_case(writing.db, token->case_number);
    return row ? std::optional(CarriedToken{std::move(*row), of_acknowledgement}) : std::nullopt;
  }
  const auto number = Keys::case_named_in(text);
  auto row = number ? load_case(writing.db, *number) : std::nullopt;
  if (!row || !office_of_tag(writing, *row, text)) return std::nullopt;
  return CarriedToken{std::move(*row), false};
}

/// The forward with this Message-ID, whole: others of the case carry the same token.
std::optional<std::string> office_of_forward(const Writing& writing, const CaseRow& row, const std::string& id) {
  const auto token = writing.keys.verify_in(id);
  if (!token || token->purpose != Purpose::forward || token->case_number != row.short_number) return std::nullopt;
  return writing.db.text("SELECT office FROM outbox WHERE message_id = ? AND case_id = ? AND office <> ''", id, row.id);
}

/// Which offices' forwards it answers; `any`: it carries a forward's token, were it one that proves nothing.
struct Answered {
  std::vector<std::string> offices;
  bool any = false;

  [[nodiscard]] bool has(const std::string& office) const {
    return std::find(offices.begin(), offices.end(), office) != offices.end();
  }
};

Answered forwards_answered(const Writing& writing, const CaseRow& row, const Recording& recording) {
  Answered answered;
  const auto look = [&](const std::string& text, std::optional<std::string> office) {
    const auto token = writing.keys.verify_in(text);
    answered.any = answered.any || office || (token && token->purpose == Purpose::forward);
    if (office) answered.offices.push_back(std::move(*office));
  };
  for (const std::string& address : tagged_addresses(recording)) look(address, office_of_tag(writing, row, address));
  for (const std::string& id : answered_ids(recording.letter)) look(id, office_of_forward(writing, row, id));
  return answered;
}

std::span<const Address> authors(const Letter& letter) {
  return std::span(letter.from).first(std::min(letter.from.size(), kMostAuthors));
}

/// A form, or another channel, writes for somebody who types what they like.
bool writes_for_another(const Letter& letter) {
  if (letter.channel != "email" || !letter.resident) return true;
  const auto from = authors(letter);
  return std::none_of(from.begin(), from.end(),
                      [&](const Address& author) { return is_same_address(author.address, *letter.resident); });
}

bool is_proven_by(const Letter& letter, const std::string& office, const Answered& answered) {
  if (letter.from.size() != 1 || letter.own || letter.authenticated == Authenticated::fail) return false;
  if (letter.authentication_configured && letter.authenticated == Authenticated::pass) return true;
  const bool judged = letter.authentication_configured && letter.authentication_judged;
  return !judged && answered.has(office);
}

bool is_listed(const Recording& recording, const std::string& id) {
  const Office* office = recording.town->office(id);
  const auto from = authors(recording.letter);
  return office != nullptr && std::any_of(from.begin(), from.end(),
                                          [&](const Address& author) { return is_sender_of(*office, author.address); });
}

/// Of the offices that From is listed for the one whose forward it answers, else the first.
std::optional<std::string> listed_office(const Writing& writing, const CaseRow& row, const Recording& recording,
                                         const Answered& answered) {
  std::optional<std::string> first;
  for (const std::string& id : offices_of(writing, row)) {
    if (!is_listed(recording, id)) continue;
    if (answered.has(id)) return id;
    if (!first) first = id;
  }
  return first;
}

}  // namespace

std::vector<std::string> answered_ids(const Letter& letter) {
  std::vector<std::string> ids(
      letter.in_reply_to.begin(),
      letter.in_reply_to.begin() + static_cast<std::ptrdiff_t>(std::min(letter.in_reply_to.size(), kMostIds)));
  for (auto id = letter.references.rbegin(); id != letter.references.rend() && ids.size() < kMostIds; ++id) {
    if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
  }
  return ids;
}

std::vector<std::string> tagged_addresses(const Recording& recording) {
  std::vector<std::string> list;
  const auto add = [&](const std::string& address) {
    if (list.size() >= kMostAddresses || address.find('+') == std::string::npos) return;
    if (std::find(list.begin(), list.end(), address) == list.end()) list.push_back(address);
  };
  for (const std::string& address : recording.inbound.envelope.to) add(address);
  for (const std::string& address : recording.letter.recipients) add(address);
  for (const Address& address : recording.letter.to) add(address.address);
  for (const Address& address : recording.letter.cc) add(address.address);
  return list;
}

std::optional<CarriedToken> first_token(const Writing& writing, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    if (auto token = token_in(writing, text)) return token;
  }
  return std::nullopt;
}

bool is_same_address(const std::string& a, const std::string& b) {
  const auto key = [](const std::string& address) { return address_key(address).value_or(ascii_lower(address)); };
  return key(a) == key(b);
}

bool is_sender_of(const Office& office, const std::string& address) {
  if (is_same_address(office.address, address)) return true;
  const auto at = address.rfind('@');
  for (const std::string& sender : office.senders) {
    if (is_same_address(sender, address)) return true;
    const bool domain = !sender.empty() && sender.front() == '@' && at != std::string::npos;
    if (domain && ascii_equal_nocase(sender, std::string_view(address).substr(at))) return true;
  }
  return false;
}

bool is_staff_sender(const Town& town, const std::string& address) {
  return std::any_of(town.offices.begin(), town.offices.end(),
                     [&](const auto& entry) { return is_sender_of(entry.second, address); });
}

bool is_participant(const Writing& writing, const CaseRow& row, const Letter& letter) {
  const auto persons = persons_of(writing.keys, letter);
  return std::any_of(persons.begin(), persons.end(), [&](const std::string& person) {
    return writing.db
        .integer("SELECT 1 FROM participants WHERE case_id = ? AND person = ?", row.id, sqlite::Blob{person})
        .has_value();
  });
}

Writer writer_of(const Writing& writing, const CaseRow& row, const Recording& recording) {
  const Letter& letter = recording.letter;
  Writer writer;
  if (writes_for_another(letter) || is_participant(writing, row, letter)) return writer;
  const Answered answered = forwards_answered(writing, row, recording);
  writer.forwarded = answered.any;
  writer.office = listed_office(writing, row, recording, answered);
  writer.listed = writer.office.has_value();
  writer.proven = writer.office && is_proven_by(letter, *writer.office, answered);
  if (!writer.office && !answered.offices.empty()) writer.office = answered.offices.front();
  return writer;
}

}  // namespace docket
