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

constexpr std::size_t kMostNumbers = 10;
constexpr std::size_t kMostCandidates = 20;

/// Numbers and letters of a merged case lead on.
std::optional<CaseRow> goes_on(const Writing& writing, std::optional<CaseRow> row) {
  return row ? std::optional(led_on(writing.db, std::move(*row))) : std::nullopt;
}

std::vector<std::int64_t> cases_with_message(const Writing& writing, const std::string& id) {
  sqlite::Query query(writing.db, "SELECT case_id FROM thread_ids WHERE message = ? ORDER BY case_id DESC LIMIT 20");
  const std::string hash = writing.keys.keyed_hash(id);
  query.bind(sqlite::Blob{hash});
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

std::vector<std::string> numbers_in(const Recording& recording) {
  const Letter& letter = recording.letter;
  auto numbers = find_case_numbers(letter.subject + "\n" + letter.text, recording.town->case_prefix);
  if (numbers.size() > kMostNumbers) numbers.resize(kMostNumbers);
  return numbers;
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
  for (const std::string& number : numbers_in(recording)) {
    add(goes_on(writing, load_case(writing.db, number)), "carries the number");
  }
  return found;
}

/// Without a trusted authserv-id nobody vouches for the From, and whoever fills in a form types what they like; a
/// telephone number is the carrier's word, and at the desk a clerk spoke with the person.
bool is_vouched_for(const Letter& letter) {
  static constexpr std::array<std::string_view, 4> kBySomeone{"sms", "voice", "phone", "counter"};
  return letter.authentication_configured ||
         std::find(kBySomeone.begin(), kBySomeone.end(), letter.channel) != kBySomeone.end();
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

namespace {

Threading find_as_written(const Writing& writing, const Recording& recording) {
  Threading result;
  const Letter& letter = recording.letter;
  if (const auto& number = recording.inbound.joins; !number.empty()) {
    const auto plain = number_of(writing.db, number);
    if (plain) result.joins = goes_on(writing, load_case(writing.db, *plain));
    if (result.joins) result.how = "by hand";
    if (result.joins) return result;
  }
  auto token = first_token(writing, tagged_addresses(recording));
  if (!token) token = first_token(writing, answered_ids(letter));
  if (token) {
    result.how = "our token";
    result.writer = writer_of(writing, token->row, recording);
    // The token lets in whoever carries it; where nobody vouches for From, only who has the acknowledgement and writes
    // as the person it went to is taken for that person.
    const bool theirs = token->of_acknowledgement && is_participant(writing, token->row, letter);
    const bool sure = is_proven(letter) && (is_vouched_for(letter) || theirs);
    result.unproven = result.writer.is_resident() ? !sure : !result.writer.proven;
    result.joins = std::move(token->row);
    return result;
  }
  for (Candidate& candidate : candidates(writing, recording)) {
    const Writer writer = writer_of(writing, candidate.row, recording);
    const bool known = writer.listed || is_participant(writing, candidate.row, letter);
    const bool allowed = known && (is_proven(letter) || !letter.authentication_configured);
    if (!result.named) {
      result.named = candidate.row;
      result.writer = writer;
    }
    if (!allowed) continue;
    result.joins = std::move(candidate.row);
    result.how = candidate.how;
    result.writer = writer;
    result.unproven = writer.is_resident() ? !is_proven(letter) || !is_vouched_for(letter) : !writer.proven;
    return result;
  }
  return result;
}

}  // namespace

bool may_join(const Recording& recording) {
  const Letter& letter = recording.letter;
  return !recording.inbound.joins.empty() || !answered_ids(letter).empty() || !tagged_addresses(recording).empty() ||
         !numbers_in(recording).empty();
}

Threading find_case(const Writing& writing, const Recording& recording) {
  Threading found = find_as_written(writing, recording);
  if (found.joins) found.joins = led_on(writing.db, std::move(*found.joins));
  return found;
}

std::optional<Returned> find_returned(const Writing& writing, const Recording& recording) {
  const Bounce& bounce = *recording.letter.bounce;
  if (comes_from_a_person(recording.letter)) return std::nullopt;
  const auto addresses = tagged_addresses(recording);
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
  auto row = outbox ? load_case(writing.db, row_case(writing.db, *outbox).value_or(0)) : std::nullopt;
  if (!row) {
    auto token = first_token(writing, addresses);
    if (!token) token = first_token(writing, ids);
    if (token) row = std::move(token->row);
  }
  row = goes_on(writing, std::move(row));
  if (!row) return std::nullopt;
  return Returned{std::move(*row), outbox};
}

}  // namespace docket
