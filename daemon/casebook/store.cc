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

std::string trace_json(const Decision& decision) {
  json trace = to_json(decision);
  if (!decision.quote) trace["quote"] = false;  // so that nobody quotes it later either
  return dumped(trace);
}

/// The index by hand, not by a trigger: FTS5 writes what it has gathered into the file before every statement that
/// fires one, and not once for all letters of a commit.
void store_searchable(const Writing& writing, const Searchable& text, std::int64_t inbound) {
  writing.db.run("INSERT INTO search_text (inbound_id, subject, body, names) VALUES (?, ?, ?, ?)", inbound,
                 text.subject, text.body, text.names);
  writing.db.run("INSERT INTO search (rowid, subject, body, names) VALUES (?, ?, ?, ?)", inbound, text.subject,
                 text.body, text.names);
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

/// A retry out of quarantine fills the row of its delivery again.
StoredInbound fill_again(const Writing& writing, const Recording& recording, const Outcome& outcome) {
  const Inbound& inbound = recording.inbound;
  const Letter& letter = recording.letter;
  writing.db.run(
      "UPDATE inbounds SET outcome = ?, reason = ?, case_id = ?, same_as = ?, office = ?, unproven = ?, recorded = ?, "
      "sent = ?, letter_key = ?, unreadable = ?, attempts = attempts + ?, discarded = NULL "
      "WHERE source = ? AND delivery_key = ?",
      outcome.word, to_valid_utf8(outcome.reason), outcome.case_id, outcome.same_as, outcome.office, outcome.unproven,
      stored(writing.now), letter.date ? std::optional(stored(letter.date->utc)) : std::nullopt,
      sqlite::Blob{letter.letter_key}, inbound.unreadable, attempts_so_far(writing, inbound), inbound.source,
      inbound.delivery_key);
  sqlite::Query query(writing.db, "SELECT id, public FROM inbounds WHERE source = ? AND delivery_key = ?");
  query.lend(inbound.source);
  query.lend(inbound.delivery_key);
  return query.step() ? StoredInbound{query.integer(0), query.text(1)} : StoredInbound{};
}

/// One row a delivery.
StoredInbound insert_inbound(const Writing& writing, const Recording& recording, const Outcome& outcome) {
  const Inbound& inbound = recording.inbound;
  const Letter& letter = recording.letter;
  const bool is_there =
      writing.db
          .integer("SELECT 1 FROM inbounds WHERE source = ? AND delivery_key = ?", inbound.source, inbound.delivery_key)
          .has_value();
  if (is_there) return fill_again(writing, recording, outcome);
  std::string id = public_id('i', writing.now);
  writing.db.run(
      "INSERT INTO inbounds (public, source, delivery_key, outcome, reason, case_id, same_as, office, unproven, "
      "received, recorded, sent, sha256, letter_key, size, channel, junk, before_start, oversize, unreadable, "
      "attempts, acknowledgement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
      id, inbound.source, inbound.delivery_key, outcome.word, to_valid_utf8(outcome.reason), outcome.case_id,
      outcome.same_as, outcome.office, outcome.unproven, stored(inbound.received), stored(writing.now),
      letter.date ? std::optional(stored(letter.date->utc)) : std::nullopt, letter.sha256,
      sqlite::Blob{letter.letter_key}, static_cast<std::int64_t>(inbound.oversize.value_or(inbound.octets.size())),
      inbound.channel, inbound.junk_folder, inbound.before_start,
      inbound.oversize ? std::optional(static_cast<std::int64_t>(*inbound.oversize)) : std::nullopt, inbound.unreadable,
      attempts_so_far(writing, inbound));
  return {writing.db.last_id(), std::move(id)};
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

void write_out(Recording& recording) {
  recording.envelope = envelope_json(recording.inbound);
  recording.trace = trace_json(recording.decision);
}

StoredInbound store_inbound(const Writing& writing, const Recording& recording, const Outcome& outcome) {
  const Inbound& inbound = recording.inbound;
  StoredInbound result = insert_inbound(writing, recording, outcome);
  mark_taken(writing, inbound);
  const std::string frame = recording.compressed.empty() ? compress(inbound.octets) : std::string();
  const std::string envelope = recording.envelope.empty() ? envelope_json(inbound) : std::string();
  writing.db.run(
      "INSERT INTO octets (inbound_id, frame, envelope) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET frame = excluded.frame, envelope = excluded.envelope",
      result.id, sqlite::Blob{recording.compressed.empty() ? frame : recording.compressed},
      recording.envelope.empty() ? envelope : recording.envelope);
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
  const bool is_written = &acted == &recording.decision && !recording.trace.empty();
  writing.db.run("INSERT INTO traces (inbound_id, rule_set, configuration, trace) VALUES (?, ?, ?, ?)", inbound,
                 acted.rule_set, recording.configuration, is_written ? recording.trace : trace_json(acted));
  if (searchable) store_searchable(writing, recording.searchable, inbound);
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
