// What clerks do to cases: assign, note, close, reopen. Each is one commit with its event.
#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/threading.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using Done = tl::expected<void, Refusal>;

/// Clerks write numbers in any form, with the prefix of their town or without.
std::optional<CaseRow> find_case(sqlite::Connection& db, const std::string& number) {
  const auto plain = number_of(db, number);
  return plain ? load_case(db, *plain) : std::nullopt;
}

Refusal no_case(const std::string& number) { return {1, fmt::format("no case {}", to_valid_utf8(number))}; }

void touch(sqlite::Connection& db, const CaseRow& row, Time now) {
  db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(now), row.id);
}

struct KeptLetter {
  std::int64_t inbound = 0;
  std::string outcome;
};

/// The letters of the case that people wrote, but not the office itself, oldest first: what it must have.
std::vector<KeptLetter> letters_for(sqlite::Connection& db, const CaseRow& row, const std::string& office) {
  sqlite::Query query(db,
                      "SELECT id, outcome FROM inbounds WHERE case_id = ? AND outcome IN ('case', 'addition') "
                      "AND reason = '' AND coalesce(office, '') <> ? ORDER BY id LIMIT 200");
  query.bind(row.id);
  query.bind(office);
  std::vector<KeptLetter> letters;
  while (query.step()) letters.push_back({query.integer(0), query.text(1)});
  return letters;
}

bool has_letter(sqlite::Connection& db, const CaseRow& row, const KeptLetter& letter, const std::string& office) {
  return db
      .integer("SELECT 1 FROM outbox WHERE case_id = ? AND inbound_id = ? AND office = ? AND kind = 'forward' LIMIT 1",
               row.id, letter.inbound, office)
      .has_value();
}

/// An office that must now answer gets everything, also what it had as a copy.
void forward_to_assigned(const Writing& writing, const CaseRow& row, const std::string& office, const Town& town) {
  for (const KeptLetter& letter : letters_for(writing.db, row, office)) {
    const char* role = letter.outcome == "case" ? "answers" : "addition";
    add_forward(writing, row, {letter.inbound, office, role, "", row.written_to, row.written_to}, town);
  }
}

/// In review nothing went out but alarms; the offices that were to get copies get each letter once.
void forward_to_copies(const Writing& writing, const CaseRow& row, const Town& town) {
  for (const CopyTo& copy : kept_copies(writing.db, row)) {
    for (const KeptLetter& letter : letters_for(writing.db, row, copy.office)) {
      if (has_letter(writing.db, row, letter, copy.office)) continue;
      const char* role = letter.outcome == "case" ? "copy" : "addition";
      add_forward(writing, row, {letter.inbound, copy.office, role, copy.rule, copy.written_to, row.written_to}, town);
    }
  }
}

void assign_case(const Writing& writing, CaseRow row, const std::string& office, const Town& town) {
  const bool was_in_review = !row.office;
  const std::string status = row.status == "closed" ? "closed" : "open";
  writing.db.run("UPDATE cases SET office = ?, status = ?, review = NULL WHERE id = ?", office, status, row.id);
  row.office = office;
  forward_to_assigned(writing, row, office, town);
  writing.db.run("DELETE FROM case_copies WHERE case_id = ? AND office = ?", row.id, office);
  if (was_in_review && !row.restricted) forward_to_copies(writing, row, town);
}

}  // namespace

Done CaseBook::assign(const std::string& number, const std::string& office, const std::string& reason,
                      const std::string& who, const Town& town) {
  if (!town.offices.contains(office)) return tl::unexpected(Refusal{2, fmt::format("no office {}", office)});
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = find_case(db, number);
    if (!row) return tl::unexpected(no_case(number));
    if (row->office == office) return tl::unexpected(Refusal{1, fmt::format("{} has it already", office)});
    const Time now = state_->clock.now();
    append_event(db, now,
                 {row->id, who, "assigned", row->office ? fmt::format("{} → {}", *row->office, office) : office,
                  to_valid_utf8(reason)});
    assign_case(Writing{db, state_->keys, state_->options, nullptr, now}, *row, office, town);
    touch(db, *row, now);
    return {};
  });
}

Done CaseBook::note(const std::string& number, const std::string& text, const std::string& who) {
  if (trim(text).empty()) return tl::unexpected(Refusal{2, "the note is empty"});
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = find_case(db, number);
    if (!row) return tl::unexpected(no_case(number));
    const Time now = state_->clock.now();
    append_event(db, now, {row->id, who, "note", "", to_valid_utf8(text)});
    touch(db, *row, now);
    return {};
  });
}

Done CaseBook::close(const std::string& number, const std::string& reason, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = find_case(db, number);
    if (!row) return tl::unexpected(no_case(number));
    if (row->status == "closed") return tl::unexpected(Refusal{1, fmt::format("{} is closed already", row->number)});
    const Time now = state_->clock.now();
    db.run("UPDATE cases SET status = 'closed', closed = ?, due = NULL WHERE id = ?", stored(now), row->id);
    append_event(db, now, {row->id, who, "closed", "", to_valid_utf8(reason)});
    touch(db, *row, now);
    return {};
  });
}

Done CaseBook::reopen(const std::string& number, const std::string& reason, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = find_case(db, number);
    if (!row) return tl::unexpected(no_case(number));
    if (row->status != "closed") return tl::unexpected(Refusal{1, fmt::format("{} is not closed", row->number)});
    const Time now = state_->clock.now();
    db.run("UPDATE cases SET status = ?, closed = NULL WHERE id = ?", row->office ? "open" : "review", row->id);
    append_event(db, now, {row->id, who, "reopened", "", to_valid_utf8(reason)});
    touch(db, *row, now);
    return {};
  });
}

tl::expected<std::vector<std::string>, Refusal> CaseBook::open_cases_of(const std::string& address,
                                                                        const std::string& phone) {
  using Numbers = tl::expected<std::vector<std::string>, Refusal>;
  return refusing(*state_, [&](sqlite::Connection& db) -> Numbers {
    sqlite::Query query(db,
                        "SELECT DISTINCT c.number FROM participants p JOIN cases c ON c.id = p.case_id "
                        "WHERE p.person IN (?, ?) AND c.status <> 'closed' ORDER BY c.id DESC LIMIT 20");
    const std::string by_address = address.empty() ? std::string() : person_hash(state_->keys, address);
    const std::string by_phone = phone.empty() ? std::string() : person_hash(state_->keys, "tel:" + phone);
    query.bind(sqlite::Blob{by_address});
    query.bind(sqlite::Blob{by_phone});
    std::vector<std::string> numbers;
    while (query.step()) numbers.push_back(query.text(0));
    return numbers;
  });
}

}  // namespace docket
