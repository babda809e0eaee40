#include "daemon/casebook/kept.h"

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/zstd.h"

namespace docket {
namespace {

/// As store.cc wrote it beside the octets.
void read_envelope(const std::string& text, Inbound& inbound) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  if (!value.is_object()) return;
  Envelope& envelope = inbound.envelope;
  if (value.contains("from") && value["from"].is_string()) envelope.from = value["from"].get<std::string>();
  if (value.contains("to") && value["to"].is_array()) envelope.to = value["to"].get<std::vector<std::string>>();
  inbound.format = value.value("format", "");
  inbound.media_type = value.value("media_type", "");
}

}  // namespace

std::optional<KeptInbound> read_kept(sqlite::Connection& db, const std::string& public_id) {
  sqlite::Query query(
      db,
      "SELECT i.source, i.delivery_key, i.received, i.channel, i.junk, i.before_start, i.oversize, "
      "i.unreadable, i.sha256, o.frame, o.envelope FROM inbounds i JOIN octets o ON o.inbound_id = i.id "
      "WHERE i.public = ?");
  query.bind(public_id);
  if (!query.step()) return std::nullopt;
  auto octets = decompress(query.text(9));
  if (!octets) return std::nullopt;
  KeptInbound kept;
  kept.sha256 = query.text(8);
  if (!kept.sha256.empty() && sha256_hex(*octets) != kept.sha256) return std::nullopt;
  Inbound& inbound = kept.inbound;
  inbound.source = query.text(0);
  inbound.delivery_key = query.text(1);
  inbound.received = from_stored(query.integer(2));
  inbound.channel = query.text(3);
  inbound.junk_folder = query.integer(4) != 0;
  inbound.before_start = query.integer(5) != 0;
  if (const auto size = query.maybe_integer(6)) inbound.oversize = static_cast<std::uint64_t>(*size);
  inbound.unreadable = query.maybe_text(7);
  inbound.octets = std::move(*octets);
  read_envelope(query.text(10), inbound);
  return kept;
}

}  // namespace docket
