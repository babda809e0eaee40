#include "daemon/casebook/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/zstd.h"
#include "rules/decision_json.h"

namespace docket {
namespace {

using nlohmann::json;

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// What came beside the octets.
std::string envelope_json(const Inbound& inbound) {
  json value{{"from", nullptr}, {"to", inbound.envelope.to}};
  if (inbound.envelope.from) value["from"] = *inbound.envelope.from;
  if (!inbound.format.empty()) {
    value["format"] = inbound.format;
    value["media_type"] = inbound.media_type;
  }
  return dumped(value);
}

/// As a person reads it: the address, else the coordinates.
std::string place_words(const Location& location) {
  if (!location.address.empty()) return to_valid_utf8(location.address);
  if (!location.latitude || !location.longitude) return to_valid_utf8(location.address_id);
  return fmt::format("{:.6f}, {:.6f}", *location.latitude, *location.longitude);
}

std::int64_t attempts_so_far(const Writing& writing, const Inbound& inbound) {
  const auto count = writing.db.integer("SELECT count FROM attempts WHERE source = ? AND delivery_key = ?",
                                        inbound.source, inbound.delivery_key);
  if (!count) return 0;
  writing.db.run("DELETE FROM attempts WHERE source = ? AND delivery_key = ?", inbound.source, inbound.delivery_key);
  return *count;
}

void mark_taken(const Writing& writing, const Inbound& inbound) {
  writing.db.run(
      "INSERT INTO seen (source, delivery_key, at, state) VALUES (?, ?, ?, 'taken') "
      "ON CONFLICT DO UPDATE SET state = 'taken'",
      inbound.source, inbound.delivery_key, stored(writing.now));
}

/// One row a delivery; a retry out of quarantine fills its old one again.
void insert_inbound(const Writing& writing, const Recording& recording, const Outcome& outcome) {
  const Inbound& inbound = recording.inbound;
  const Letter& letter = recording.letter;
  sqlite::Query query(
      writing.db,
      "INSERT INTO inbounds (public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, "
      "received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, "
      "attempts, "
      "acknowledgement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') "
      "ON CONFLICT (source, delivery_key) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, "
      "case_id = excluded.case_id, same_as = excluded.same_as, office = excluded.office, unproven = excluded.unproven, "
      "recorded = excluded.recorded, sent = excluded.sent, letter_key = excluded.letter_key, "
      "unreadable = excluded.unreadable, attempts = attempts + excluded.attempts, discarded = NULL");
  query.bind(public_id('i'));
  query.bind(inbound.source);
  query.bind(inbound.delivery_key);
  query.bind(outcome.word);
  query.bind(to_valid_utf8(outcome.reason));
  query.bind(outcome.case_id);
  query.bind(outcome.same_as);
  query.bind(outcome.office);
  query.bind(outcome.unproven);
  query.bind(stored(inbound.received));
  query.bind(stored(writing.now));
  query.bind(letter.date ? std::optional(stored(letter.date->utc)) : std::nullopt);
  query.bind(letter.sha256);
  query.bind(sqlite::Blob{letter.letter_key});
  query.bind(static_cast<std::int64_t>(inbound.oversize.value_or(inbound.octets.size())));
  query.bind(inbound.channel);
  query.bind(inbound.junk_folder);
  query.bind(inbound.before_start);
  query.bind(inbound.oversize ? std::optional(static_cast<std::int64_t>(*inbound.oversize)) : std::nullopt);
  query.bind(inbound.unreadable);
  query.bind(attempts_so_far(writing, inbound));
  while (query.step()) {
  }
}

void store_attachments(const Writing& writing, const Letter& letter, std::int64_t inbound) {
  int position = 0;
  for (const Attachment& attachment : letter.attachments) {
    const auto name = attachment.name ? std::optional(to_valid_utf8(*attachment.name)) : std::nullopt;
    writing.db.run(
        "INSERT INTO attachments (inbound_id, position, name, type, size, sha256, inline) VALUES (?, ?, ?, ?, ?, ?, ?)",
        inbound, ++position, name, to_valid_utf8(attachment.type), static_cast<std::int64_t>(attachment.content.size()),
        attachment.sha256, attachment.is_inline);
  }
}

}  // namespace

StoredInbound store_inbound(const Writing& writing, const Recording& recording, const Outcome& outcome) {
  const Inbound& inbound = recording.inbound;
  insert_inbound(writing, recording, outcome);
  mark_taken(writing, inbound);
  StoredInbound result;
  {
    sqlite::Query query(writing.db, "SELECT id, public FROM inbounds WHERE source = ? AND delivery_key = ?");
    query.bind(inbound.source);
    query.bind(inbound.delivery_key);
    if (query.step()) result = {query.integer(0), query.text(1)};
  }
  const std::string frame = recording.compressed.empty() ? compress(inbound.octets) : std::string();
  const std::string& kept = recording.compressed.empty() ? frame : recording.compressed;
  writing.db.run("INSERT OR REPLACE INTO octets (inbound_id, frame, envelope) VALUES (?, ?, ?)", result.id,
                 sqlite::Blob{kept}, envelope_json(inbound));
  return result;
}

void store_letter(const Writing& writing, const Recording& recording, const Decision& acted, std::int64_t inbound,
                  bool searchable) {
  const Letter& letter = recording.letter;
  const auto valid = [](const std::optional<std::string>& text) {
    return text ? std::optional(to_valid_utf8(*text)) : std::nullopt;
  };
  writing.db.run(
      "INSERT INTO letters (inbound_id, resident, resident_name, subject, message_id, gist, phone, place) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      inbound, valid(letter.resident), to_valid_utf8(letter.resident_name), to_valid_utf8(letter.subject),
      valid(letter.message_id), to_valid_utf8(letter.gist), to_valid_utf8(letter.phone), place_words(letter.location));
  store_attachments(writing, letter, inbound);
  json trace = to_json(acted);
  if (!acted.quote) trace["quote"] = false;  // so that nobody quotes it later either
  writing.db.run("INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (?, ?, ?, ?)", inbound,
                 acted.rule_set, recording.configuration, dumped(trace));
  if (!searchable) return;
  writing.db.run("INSERT INTO search_text (inbound_id, subject, body, names) VALUES (?, ?, ?, ?)", inbound,
                 recording.searchable.subject, recording.searchable.body, recording.searchable.names);
}

void store_service_request(const Writing& writing, const Recording& recording, std::int64_t case_id) {
  const Letter& letter = recording.letter;
  if (letter.service.empty()) return;
  const Location& location = letter.location;
  writing.db.run(
      "INSERT INTO service_requests (case_id, service, requested, address, address_id, latitude, longitude, media_url) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      case_id, to_valid_utf8(letter.service), stored(recording.inbound.received), to_valid_utf8(location.address),
      to_valid_utf8(location.address_id), location.latitude, location.longitude,
      letter.media.empty() ? std::string() : to_valid_utf8(letter.media.front()));
}

void store_acknowledgement(const Writing& writing, std::int64_t inbound, const std::string& words) {
  writing.db.run("UPDATE inbounds SET acknowledgement = ? WHERE id = ?", words, inbound);
}

}  // namespace docket
