#include "daemon/casebook/threading.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "config/address.h"
#include "config/text.h"
#include "daemon/casebook/number.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/sending.h"
#include "rules/withheld.h"

namespace docket {
namespace {

constexpr std::size_t kMostIds = 50;
constexpr std::size_t kMostAddresses = 100;
constexpr std::size_t kMostNumbers = 10;
constexpr std::size_t kMostCandidates = 20;

/// In-Reply-To, then References from the last to the first (the nearest letter is the best witness).
std::vector<std::string> answered_ids(const Letter& letter) {
  std::vector<std::string> ids(
      letter.in_reply_to.begin(),
      letter.in_reply_to.begin() + static_cast<std::ptrdiff_t>(std::min(letter.in_reply_to.size(), kMostIds)));
  for (auto id = letter.references.rbegin(); id != letter.references.rend() && ids.size() < kMostIds; ++id) {
    if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
  }
  return ids;
}

/// Every address it was sent to; a token may stand in the plus part of any.
std::vector<std::string> addresses_of(const Recording& recording) {
  std::vector<std::string> list;
  const auto add = [&](const std::string& address) {
    if (list.size() < kMostAddresses && address.find('+') != std::string::npos) list.push_back(address);
  };
  for (const std::string& address : recording.inbound.envelope.to) add(address);
  for (const std::string& address : recording.letter.recipients) add(address);
  for (const Address& address : recording.letter.to) add(address.address);
  for (const Address& address : recording.letter.cc) add(address.address);
  return list;
}

/// Numbers and letters of a merged case lead on.
std::optional<CaseRow> goes_on(const Writing& writing, std::optional<CaseRow> row) {
  return row ? std::optional(led_on(writing.db, std::move(*row))) : std::nullopt;
}

std::optional<CaseRow> case_of_token(const Writing& writing, const std::string& text,
                                     std::initializer_list<Purpose> purposes) {
  const auto token = writing.keys.verify_in(text);
  if (!token || std::find(purposes.begin(), purposes.end(), token->purpose) == purposes.end()) return std::nullopt;
  return goes_on(writing, load_case(writing.db, token->case_number));
}

std::optional<CaseRow> first_token_case(const Writing& writing, const std::vector<std::string>& texts,
                                        std::initializer_list<Purpose> purposes) {
  for (const std::string& text : texts) {
    if (auto row = case_of_token(writing, text, purposes)) return row;
  }
  return std::nullopt;
}

std::vector<std::int64_t> cases_with_message(const Writing& writing, const std::string& id) {
  sqlite::Query query(writing.db, "SELECT case_id FROM thread_ids WHERE message = ? ORDER BY case_id DESC LIMIT 20");
  const std::string hash = writing.keys.keyed_hash(id);
  query.bind(sqlite::Blob{hash});
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

struct Candidate {
  CaseRow row;
  std::string how;
};

/// Cases whose letters it answers, then cases whose numbers it carries.
std::vector<Candidate> candidates(const Writing& writing, const Recording& recording) {
  std::vector<Candidate> found;
  const auto add = [&](std::optional<CaseRow> row, const char* how) {
    if (!row || found.size() >= kMostCandidates) return;
    const auto same = [&](const Candidate& one) { return one.row.id == row->id; };
    if (std::none_of(found.begin(), found.end(), same)) found.push_back({std::move(*row), how});
  };
  for (const std::string& id : answered_ids(recording.letter)) {
    for (const std::int64_t case_id : cases_with_message(writing, id)) {
      add(goes_on(writing, load_case(writing.db, case_id)), "answers a letter of the case");
    }
  }
  const Letter& letter = recording.letter;
  auto numbers = find_case_numbers(letter.subject + "\n" + letter.text, recording.town->case_prefix);
  if (numbers.size() > kMostNumbers) numbers.resize(kMostNumbers);
  for (const std::string& number : numbers) {
    add(goes_on(writing, load_case(writing.db, number)), "carries the number");
  }
  return found;
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

/// Offices that have letters of the case: the assigned one first, then copies, then those that had one once or were
/// only alarmed.
std::vector<std::string> offices_of(const Writing& writing, const CaseRow& row) {
  std::vector<std::string> offices = case_copies(writing.db, row.id);
  if (row.office) offices.insert(offices.begin(), *row.office);
  sqlite::Query query(writing.db, "SELECT DISTINCT office FROM outbox WHERE case_id = ? AND kind = 'forward'");
  query.bind(row.id);
  while (query.step()) offices.push_back(query.text(0));
  return offices;
}

/// The office of the case that From speaks for.
std::optional<std::string> office_of(const Writing& writing, const CaseRow& row, const Recording& recording) {
  const Letter& letter = recording.letter;
  if (letter.from.empty() || letter.authenticated == Authenticated::fail) return std::nullopt;
  for (const std::string& id : offices_of(writing, row)) {
    const auto office = recording.town->offices.find(id);
    if (office != recording.town->offices.end() && is_sender_of(office->second, letter.from.front().address)) return id;
  }
  return std::nullopt;
}

/// Without a trusted authserv-id nobody vouches for the From, and whoever fills in a form types what they like; a
/// telephone number is the carrier's word, and at the desk a clerk spoke with the person.
bool is_vouched_for(const Letter& letter) {
  static constexpr std::array<std::string_view, 4> kBySomeone{"sms", "voice", "phone", "counter"};
  return letter.authentication_configured ||
         std::find(kBySomeone.begin(), kBySomeone.end(), letter.channel) != kBySomeone.end();
}

bool is_participant(const Writing& writing, const CaseRow& row, const Letter& letter) {
  const auto persons = persons_of(writing.keys, letter);
  return std::any_of(persons.begin(), persons.end(), [&](const std::string& person) {
    return writing.db
        .integer("SELECT 1 FROM participants WHERE case_id = ? AND person = ?", row.id, sqlite::Blob{person})
        .has_value();
  });
}

std::optional<std::int64_t> row_by_message_id(const Writing& writing, const std::string& id) {
  return writing.db.integer("SELECT id FROM outbox WHERE message_id = ? AND case_id IS NOT NULL", id);
}

/// The letter whose envelope this token was in: it was made for one, and speaks of no other.
std::optional<std::int64_t> row_by_envelope(const Writing& writing, const std::string& text) {
  const auto number = Keys::case_named_in(text);
  if (!number) return std::nullopt;
  sqlite::Query query(writing.db,
                      "SELECT o.id, o.public FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.short = ? "
                      "ORDER BY o.id DESC LIMIT 500");
  query.bind(*number);
  while (query.step()) {
    const auto token = writing.keys.verify_in(text, query.text(1));
    if (token && token->purpose == Purpose::bounce) return query.integer(0);
  }
  return std::nullopt;
}

/// Reports have the null sender (RFC 3464 section 2); a few old servers write from themselves. What anybody's mail
/// program sends is what a person says.
bool comes_from_a_person(const Letter& letter) {
  if (!letter.return_path || letter.return_path->empty() || letter.null_sender) return false;
  const auto local = ascii_lower(letter.return_path->substr(0, letter.return_path->rfind('@')));
  return local != "mailer-daemon" && local != "postmaster" && local != "mail-daemon";
}

}  // namespace

std::string person_hash(const Keys& keys, const std::string& address) {
  return keys.keyed_hash("person:" + address_key(address).value_or(ascii_lower(address)));
}

std::vector<std::string> persons_of(const Keys& keys, const Letter& letter) {
  std::vector<std::string> persons;
  if (letter.resident) persons.push_back(person_hash(keys, *letter.resident));
  if (!letter.phone.empty()) persons.push_back(person_hash(keys, "tel:" + letter.phone));
  return persons;
}

bool is_from_a_machine(const Recording& recording) {
  if (recording.letter.bounce || recording.letter.null_sender) return true;
  // Of the two decisions the one that no ignoring rule has a word in.
  const auto& why = recording.if_joined.withheld;
  return why == Withheld::automatic || why == Withheld::list || why == Withheld::null_sender || why == Withheld::own;
}

Threading find_case(const Writing& writing, const Recording& recording) {
  Threading result;
  const Letter& letter = recording.letter;
  if (const auto& number = recording.inbound.joins; !number.empty()) {
    const auto plain = number_of(writing.db, number);
    if (plain) result.joins = goes_on(writing, load_case(writing.db, *plain));
    if (result.joins) result.how = "by hand";
    if (result.joins) return result;
  }
  const auto purposes = {Purpose::acknowledgement, Purpose::forward};
  result.joins = first_token_case(writing, addresses_of(recording), purposes);
  if (!result.joins) result.joins = first_token_case(writing, answered_ids(letter), purposes);
  if (result.joins) {
    result.how = "our token";
    result.unproven = !is_proven(letter);
    result.office = office_of(writing, *result.joins, recording);
    return result;
  }
  for (Candidate& candidate : candidates(writing, recording)) {
    const auto office = office_of(writing, candidate.row, recording);
    const bool known = office || is_participant(writing, candidate.row, letter);
    const bool allowed = known && (is_proven(letter) || !letter.authentication_configured);
    if (!result.named) result.named = candidate.row;
    if (!allowed) continue;
    result.joins = std::move(candidate.row);
    result.how = candidate.how;
    result.unproven = !is_proven(letter) || !is_vouched_for(letter);
    result.office = office;
    return result;
  }
  return result;
}

std::optional<Returned> find_returned(const Writing& writing, const Recording& recording) {
  const Bounce& bounce = *recording.letter.bounce;
  if (comes_from_a_person(recording.letter)) return std::nullopt;
  const auto addresses = addresses_of(recording);
  std::vector<std::string> ids;
  if (bounce.original_message_id) ids.push_back(*bounce.original_message_id);
  for (std::string& id : answered_ids(recording.letter)) ids.push_back(std::move(id));
  std::optional<std::int64_t> outbox;
  for (const std::string& address : addresses) {
    if (!outbox) outbox = row_by_envelope(writing, address);
  }
  if (!outbox && bounce.envelope_id) outbox = row_by_envelope(writing, *bounce.envelope_id);
  for (const std::string& id : ids) {
    if (!outbox) outbox = row_by_message_id(writing, id);
  }
  // Only what was known of one letter alone says that this one came back; the case's tokens say whose report it is.
  const auto purposes = {Purpose::acknowledgement, Purpose::forward};
  auto row = outbox ? goes_on(writing, load_case(writing.db, row_case(writing.db, *outbox).value_or(0))) : std::nullopt;
  if (!row) row = first_token_case(writing, addresses, purposes);
  if (!row) row = first_token_case(writing, ids, purposes);
  if (!row) return std::nullopt;
  return Returned{std::move(*row), outbox};
}

}  // namespace docket
