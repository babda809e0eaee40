// The hash chain over all events: canonical octets, the hash of one event, the keyed hash of its private part.
// SCHEMA.md documents the form, with test vectors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace docket {

/// What of an event is hashed. Values, not references: events are small.
struct ChainedEvent {
  std::int64_t sequence = 0;
  std::int64_t at = 0;  ///< µs since 1970, UTC
  std::string who;
  std::string what;
  std::string number;       ///< full case number; empty outside a case
  std::string detail;       ///< never personal
  std::string private_mac;  ///< 32 octets, or empty without a private part
};

/// What the first event follows.
[[nodiscard]] std::string chain_start();
/// 32 octets: SHA-256(previous hash, fields).
[[nodiscard]] std::string chain_hash(std::string_view previous, const ChainedEvent& event);
/// HMAC-SHA-256 over a personal part: once the salt is gone it says nothing, and the chain still holds.
[[nodiscard]] std::string private_mac(std::string_view salt, std::string_view part);

}  // namespace docket
