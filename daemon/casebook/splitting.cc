#include "daemon/casebook/splitting.h"

#include <fmt/format.h>

#include <utility>

#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/cases.h"
#include "daemon/casebook/kept.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

/// The rows that store_letter() writes anew, and the thread that leads to the old case.
void forget(const Writing& writing, std::int64_t inbound, std::int64_t case_id) {
  auto& db = writing.db;
  if (const auto message = db.text("SELECT message_id FROM letters WHERE inbound_id = ?", inbound)) {
    db.run("DELETE FROM thread_ids WHERE message = ? AND case_id = ?", sqlite::Blob{writing.keys.keyed_hash(*message)},
           case_id);
  }
  db.run("DELETE FROM attachments WHERE inbound_id = ?", inbound);
  db.run("DELETE FROM traces WHERE inbound_id = ?", inbound);
  db.run("DELETE FROM search_text WHERE inbound_id = ?", inbound);
  db.run("DELETE FROM sketches WHERE inbound_id = ?", inbound);
  db.run("DELETE FROM bands WHERE inbound_id = ?", inbound);
  db.run("DELETE FROM letters WHERE inbound_id = ?", inbound);
}

/// Why this letter cannot be one of its own; "" when it can.
std::string why_not_split(const sqlite::Query& query) {
  if (query.text(1) == "case") return "it opened the case: there is nothing to split off";
  if (query.text(1) != "addition" || !query.text(2).empty()) return "it is no letter that a person added to the case";
  if (!query.is_null(3)) return "an office wrote it: only residents' letters open cases";
  return "";
}

}  // namespace

std::optional<Recorded> split_off(const Writing& writing, const Recording& recording) {
  std::int64_t inbound = 0;
  std::int64_t case_id = 0;
  {
    sqlite::Query query(
        writing.db,
        "SELECT id, case_id FROM inbounds WHERE source = ? AND delivery_key = ? AND outcome = 'addition' "
        "AND case_id IS NOT NULL");
    query.bind(recording.inbound.source);
    query.bind(recording.inbound.delivery_key);
    if (!query.step()) return std::nullopt;
    inbound = query.integer(0);
    case_id = query.integer(1);
  }
  auto was_in = load_case(writing.db, case_id);
  if (!was_in) return std::nullopt;
  forget(writing, inbound, case_id);
  const CaseRow old = led_on(writing.db, std::move(*was_in));
  Recorded recorded = open_case(writing, recording, old);
  const auto opened = writing.db.integer("SELECT id FROM cases WHERE number = ?", recorded.number);
  const auto fresh = opened ? load_case(writing.db, *opened) : std::nullopt;
  if (fresh) case_event(writing, *fresh, "daemon", "split", fmt::format("{} from {}", recorded.inbound, old.number));
  case_event(writing, old, "daemon", "linked", recorded.number);
  return recorded;
}

tl::expected<KeptInbound, Refusal> CaseBook::split(const std::string& number, const std::string& inbound,
                                                   const std::string& reason, const std::string& who) {
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<KeptInbound, Refusal> {
    const auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    {
      sqlite::Query query(db,
                          "SELECT public, outcome, reason, office FROM inbounds WHERE public = ?1 AND case_id IN "
                          "(SELECT id FROM cases WHERE id = ?2 OR merged_into = ?2)");
      query.bind(inbound);
      query.bind(row->id);
      if (!query.step()) {
        return tl::unexpected(Refusal{1, fmt::format("no letter {} in {}", to_valid_utf8(inbound), row->number)});
      }
      if (const auto why = why_not_split(query); !why.empty()) return tl::unexpected(Refusal{1, inbound + ": " + why});
    }
    auto kept = read_kept(db, inbound);
    if (!kept) return tl::unexpected(Refusal{1, fmt::format("the octets of {} are damaged", inbound)});
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    action_event(writing, *row, {who, reason}, "split", inbound);
    kept->inbound.apart = true;
    kept->inbound.careful = true;
    return std::move(*kept);
  });
}

}  // namespace docket
