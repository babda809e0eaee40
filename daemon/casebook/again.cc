// Cases that a bad set of rules decided, assigned again in bulk.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

constexpr const char* kReview = "review";

/// One case of the batch with what it needs.
struct Move {
  const Reassignment& asked;
  CaseRow row;
  std::int64_t inbound = 0;
  Reassigned result;
};

std::vector<std::string> offices_of(const std::optional<std::string>& assigned, std::vector<std::string> copies) {
  if (assigned) copies.push_back(*assigned);
  std::sort(copies.begin(), copies.end());
  return copies;
}

std::vector<std::string> decided_offices(const Decision& decision) {
  std::vector<std::string> copies;
  for (const Copy& copy : decision.copies) copies.push_back(copy.office);
  // In review nothing is forwarded until a clerk has decided.
  if (!decision.assign || decision.restricted) copies.clear();
  return offices_of(decision.assign, std::move(copies));
}

std::string why_skipped(sqlite::Connection& db, const CaseRow& row, const Decision& decision) {
  if (row.status == "closed") return "the case is closed";
  if (row.restricted) return "the case is restricted";
  const bool by_person =
      db.integer("SELECT 1 FROM events WHERE case_id = ? AND what = 'assigned' LIMIT 1", row.id).has_value();
  if (by_person) return "a person assigned it";
  if (decision.outcome == Decision::Outcome::ignored) return "the rules would ignore it now";
  return "";
}

std::optional<Move> move_of(sqlite::Connection& db, const Reassignment& asked) {
  const auto short_number = number_of(db, asked.number);
  const auto row = short_number ? load_case(db, *short_number) : std::nullopt;
  const auto inbound = db.integer("SELECT id FROM inbounds WHERE public = ?", asked.inbound);
  if (!row || !inbound) return std::nullopt;
  const auto had = offices_of(row->office, case_copies(db, row->id));
  const auto gets = decided_offices(asked.decision);
  if (had == gets && row->office == asked.decision.assign) return std::nullopt;
  Move move{asked, *row, *inbound, {}};
  move.result.number = row->number;
  move.result.from = row->office.value_or(kReview);
  move.result.to = asked.decision.assign.value_or(kReview);
  move.result.skipped = why_skipped(db, *row, asked.decision);
  std::set_difference(had.begin(), had.end(), gets.begin(), gets.end(), std::back_inserter(move.result.wrong));
  return move;
}

/// What waits for the wrong office never goes out. Answers whether it has some letter of the case already.
bool withdraw(const Writing& writing, const Move& move, const std::string& office) {
  writing.db.run(
      "UPDATE outbox SET state = 'withheld', next = NULL, undelivered = 0, changed = ? WHERE case_id = ? AND office = "
      "? "
      "AND kind = 'forward' AND state IN ('queued', 'deferred', 'failed')",
      stored(writing.now), move.row.id, office);
  return writing.db
      .integer(
          "SELECT 1 FROM outbox WHERE case_id = ? AND office = ? AND kind = 'forward' AND state <> 'withheld' LIMIT 1",
          move.row.id, office)
      .has_value();
}

void forward(const Writing& writing, const Move& move, const std::string& office, const char* role,
             const std::string& rule, const std::string& written_to, const Town& town) {
  add_forward(writing, move.row, {move.inbound, office, role, rule, written_to, move.row.written_to}, town);
}

void reassign(const Writing& writing, Move& move, const std::string& who, const Town& town) {
  const Decision& decision = move.asked.decision;
  auto& db = writing.db;
  const bool same_office = move.row.office == decision.assign;
  case_event(writing, move.row, who, "assigned",
             fmt::format("{} → {} ({}, again)", move.result.from, move.result.to, decision.decided_by));
  db.run("UPDATE cases SET office = ?, decided_by = ?, review = ?, updated = ?, status = ? WHERE id = ?",
         decision.assign, decision.decided_by, decision.review, stored(writing.now),
         decision.assign ? (move.row.office ? move.row.status : std::string("new")) : std::string(kReview),
         move.row.id);
  move.row.office = decision.assign;
  start_clock(writing, move.row, move.asked.promise);
  for (const auto& office : move.result.wrong) {
    db.run("DELETE FROM case_copies WHERE case_id = ? AND office = ?", move.row.id, office);
  }
  add_labels(writing, move.row, decision.labels);
  if (!decision.assign) return;
  db.run("DELETE FROM case_copies WHERE case_id = ? AND office = ?", move.row.id, *decision.assign);
  if (!same_office) {
    forward(writing, move, *decision.assign, "answers", deciding_rule(decision), decision.written_to, town);
  }
  for (const CopyTo& copy : add_copies(writing, move.row, wanted_copies(decision.copies, false))) {
    forward(writing, move, copy.office, "copy", copy.rule, copy.written_to, town);
  }
}

/// Only who was told of the wrong office is told of the right one.
bool tells_resident(sqlite::Connection& db, const Move& move) {
  const auto& plan = move.asked.update;
  if (plan.template_name.empty() || plan.to.empty() || move.result.from == move.result.to) return false;
  return db
      .integer(
          "SELECT 1 FROM outbox WHERE case_id = ? AND kind = 'acknowledgement' AND state NOT IN ('withheld', 'failed') "
          "LIMIT 1",
          move.row.id)
      .has_value();
}

CaseBook::StaffLetter wrong_office_letter(const Office& office, const std::vector<std::string>& numbers) {
  const auto list = fmt::format("{}", fmt::join(numbers, "\n"));
  return {"", office.address,
          fmt::format("docket: {} that came to you by mistake", numbers.size() == 1 ? "a letter" : "letters"),
          fmt::format(
              "A rule was wrong, and these cases came to your office by mistake. They are now with the offices that "
              "answer them.\n\nPlease delete what you have of them:\n\n{0}\n\n"
              "Une règle était fautive, et ces dossiers sont arrivés à votre bureau par erreur. Ils sont maintenant "
              "aux bureaux qui y répondent.\n\nVeuillez supprimer ce que vous en avez :\n\n{0}\n",
              list)};
}

using Mistakes = std::map<std::string, std::vector<std::string>>;  ///< office → case numbers it has wrongly

void carry_out(const Writing& writing, Move& move, const std::string& who, const Town& town, Mistakes& mistakes) {
  for (const auto& office : move.result.wrong) {
    if (withdraw(writing, move, office)) mistakes[office].push_back(move.row.number);
  }
  reassign(writing, move, who, town);
  if (!move.result.resident_told) return;
  add_update(writing, move.row, move.inbound, move.asked.letter, move.asked.update);
  writing.db.run("UPDATE cases SET news_told = ? WHERE id = ?", stored(writing.now), move.row.id);
}

}  // namespace

tl::expected<std::vector<Reassigned>, Refusal> CaseBook::assign_again(std::span<const Reassignment> cases,
                                                                      const std::string& who, const Town& town,
                                                                      bool dry_run) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<std::vector<Reassigned>, Refusal> {
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    std::vector<Reassigned> results;
    Mistakes mistakes;
    for (const Reassignment& asked : cases) {
      auto move = move_of(db, asked);
      if (!move) continue;
      move->result.resident_told = move->result.skipped.empty() && tells_resident(db, *move);
      if (move->result.skipped.empty() && !dry_run) carry_out(writing, *move, who, town, mistakes);
      results.push_back(std::move(move->result));
    }
    for (const auto& [office, numbers] : mistakes) {
      if (const auto* known = town.office(office)) add_staff_letter(writing, wrong_office_letter(*known, numbers));
    }
    return results;
  });
}

}  // namespace docket
