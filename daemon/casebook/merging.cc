// Cases that belong together: linked, or merged so that one goes on in the other.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

using Done = tl::expected<void, Refusal>;

bool are_linked(sqlite::Connection& db, const CaseRow& one, const CaseRow& other) {
  return db
      .integer("SELECT 1 FROM case_links WHERE (case_id = ?1 AND other = ?2) OR (case_id = ?2 AND other = ?1) LIMIT 1",
               one.id, other.id)
      .has_value();
}

bool has_people_in_common(sqlite::Connection& db, const CaseRow& one, const CaseRow& other) {
  return db
      .integer(
          "SELECT 1 FROM participants a JOIN participants b ON b.person = a.person WHERE a.case_id = ? AND "
          "b.case_id = ? LIMIT 1",
          one.id, other.id)
      .has_value();
}

/// A member's letters stay with that office, whatever they are merged into.
bool crosses_members(const Town& town, const CaseRow& one, const CaseRow& other) {
  const auto is_member = [&](const CaseRow& row) {
    const Office* office = row.office ? town.office(*row.office) : nullptr;
    return office != nullptr && office->record_owner == RecordOwner::member;
  };
  return one.office != other.office && (is_member(one) || is_member(other));
}

std::optional<Refusal> why_not_merged(sqlite::Connection& db, const TownNow& now, const CaseRow& from,
                                      const CaseRow& into, bool of_two_people) {
  if (from.id == into.id) return Refusal{2, "a case cannot be merged into itself"};
  if (into.status == "closed") return Refusal{1, fmt::format("{} is closed: open it again first", into.number)};
  if (crosses_members(now.town, from, into)) {
    return Refusal{1, "one of them is a member's: their letters stay with that office; link the cases instead"};
  }
  if (!of_two_people && !has_people_in_common(db, from, into)) {
    return Refusal{1, "nobody has written in both: two people would share one case; --other-person if that is meant"};
  }
  return std::nullopt;
}

void copy_people_and_threads(sqlite::Connection& db, const CaseRow& from, const CaseRow& into) {
  db.run(
      "INSERT INTO participants (case_id, person, proven) SELECT ?2, person, proven FROM participants WHERE case_id = "
      "?1 ON CONFLICT DO UPDATE SET proven = max(proven, excluded.proven)",
      from.id, into.id);
  db.run("INSERT OR IGNORE INTO thread_ids (message, case_id) SELECT message, ?2 FROM thread_ids WHERE case_id = ?1",
         from.id, into.id);
  db.run(
      "INSERT OR IGNORE INTO parties (case_id, role, address, name, proven) SELECT ?2, role, address, name, proven "
      "FROM "
      "parties WHERE case_id = ?1",
      from.id, into.id);
}

/// Labels, the more urgent priority, what restricts; copies only where nothing does.
void unite(const Writing& writing, const CaseRow& from, CaseRow& into) {
  auto& db = writing.db;
  db.run("INSERT OR IGNORE INTO case_labels (case_id, label) SELECT ?2, label FROM case_labels WHERE case_id = ?1",
         from.id, into.id);
  db.run("UPDATE cases SET priority = max(priority, (SELECT priority FROM cases WHERE id = ?1)) WHERE id = ?2", from.id,
         into.id);
  if (from.restricted && !into.restricted) {
    into.restricted = true;
    db.run("UPDATE cases SET restricted = 1 WHERE id = ?", into.id);
    case_event(writing, into, "daemon", "restricted", "only the assigned office");
  }
  if (into.restricted) return;
  std::vector<CopyTo> copies = kept_copies(db, from);
  // It has letters of the matter, and may go on writing of it.
  if (from.office) copies.push_back({*from.office, "", from.written_to});
  (void)add_copies(writing, into, copies);
}

/// What was promised earlier stays promised.
void keep_earlier_dues(const Writing& writing, const CaseRow& from, CaseRow& into) {
  const auto earlier = [](std::optional<Time> one, std::optional<Time> other) {
    return one && other ? std::min(one, other) : one ? one : other;
  };
  if (from.status == "closed") return;
  if (!from.first_response && !into.first_response) into.due = earlier(into.due, from.due);
  into.resolve_due = earlier(into.resolve_due, from.resolve_due);
  into.statutory = into.statutory || from.statutory;
  writing.db.run("UPDATE cases SET due = ?, resolve_due = ?, statutory = ? WHERE id = ?", stored(into.due),
                 stored(into.resolve_due), into.statutory, into.id);
}

/// The office that answers gets the letters it does not have.
void forward_to_answering(const Writing& writing, const TownNow& now, const CaseRow& from, const CaseRow& into) {
  if (!into.office) return;
  std::vector<std::int64_t> letters;
  {
    sqlite::Query query(writing.db,
                        "SELECT i.id FROM inbounds i WHERE i.case_id = ?1 AND i.outcome IN ('case', 'addition') AND "
                        "i.reason = '' AND coalesce(i.office, '') <> ?2 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE "
                        "o.inbound_id = i.id AND o.kind = 'forward' AND o.office = ?2) ORDER BY i.id LIMIT 200");
    query.bind(from.id);
    query.bind(*into.office);
    while (query.step()) letters.push_back(query.integer(0));
  }
  for (const std::int64_t letter : letters) {
    add_forward(writing, into, {letter, *into.office, "addition", "", into.written_to, into.written_to}, now.town);
  }
}

void merge_case(const Writing& writing, const TownNow& now, const CaseRow& from, CaseRow& into, const By& by) {
  auto& db = writing.db;
  copy_people_and_threads(db, from, into);
  unite(writing, from, into);
  keep_earlier_dues(writing, from, into);
  forward_to_answering(writing, now, from, into);
  db.run("DELETE FROM alerts WHERE case_id = ?", from.id);
  db.run("DELETE FROM news WHERE case_id = ?", from.id);
  db.run(
      "UPDATE cases SET status = 'closed', closed = coalesce(closed, ?), paused = NULL, paused_until = NULL WHERE id = "
      "?",
      stored(writing.now), from.id);
  // What went on in it goes on in the same one, so that every number leads there in one step.
  db.run("UPDATE cases SET merged_into = ?2 WHERE id = ?1 OR merged_into = ?1", from.id, into.id);
  action_event(writing, from, by, "merged", "into " + into.number);
  action_event(writing, into, by, "merged", from.number);
}

}  // namespace

Done CaseBook::link(const std::string& number, const std::string& other, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    const auto to = wanted_case(db, other);
    if (!to) return tl::unexpected(to.error());
    if (row->id == to->id) return tl::unexpected(Refusal{2, "a case cannot be linked to itself"});
    if (are_linked(db, *row, *to)) return tl::unexpected(Refusal{1, "they are linked already"});
    db.run("INSERT INTO case_links (case_id, other) VALUES (?, ?)", row->id, to->id);
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    action_event(writing, *row, {who, ""}, "linked", to->number);
    action_event(writing, *to, {who, ""}, "linked", row->number);
    return {};
  });
}

Done CaseBook::merge(const std::string& number, const std::string& into, const std::string& reason,
                     const std::string& who, const TownNow& now, bool of_two_people) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto from = named_case(db, number);
    if (!from) return tl::unexpected(from.error());
    auto target = wanted_case(db, into);
    if (!target) return tl::unexpected(target.error());
    if (from->merged_into) {
      return tl::unexpected(
          Refusal{1, fmt::format("{} goes on in {} already", from->number, led_on(db, *from).number)});
    }
    if (auto why = why_not_merged(db, now, *from, *target, of_two_people)) return tl::unexpected(std::move(*why));
    merge_case(writing_now(*state_, db, now), now, *from, *target, {who, reason});
    return {};
  });
}

}  // namespace docket
