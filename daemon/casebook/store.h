// Writes an inbound and what was read from it. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/casebook/writing.h"

namespace docket {

/// The one outcome of an inbound.
struct Outcome {
  std::string word;  ///< case | addition | duplicate | quarantined | ignored
  std::string reason;
  std::optional<std::int64_t> case_id;
  std::optional<std::int64_t> same_as;
  std::optional<std::string> office;  ///< the office that wrote it
  bool unproven = false;
};

struct StoredInbound {
  std::int64_t id = 0;
  std::string public_id;
};

/// The inbound with its octets; takes its delivery out of `waiting` and out of the attempts.
[[nodiscard]] StoredInbound store_inbound(const Writing& writing, const Recording& recording, const Outcome& outcome);
/// Subject, resident, attachments and the trace of the decision that acted; `searchable` also the full text.
void store_letter(const Writing& writing, const Recording& recording, const Decision& acted, std::int64_t inbound,
                  bool searchable);
/// Service, place and picture of an Open311 request that opens a case; of any other letter nothing.
void store_service_request(const Writing& writing, const Recording& recording, std::int64_t case_id);
/// What was decided about its acknowledgement, for the answer to a repeat.
void store_acknowledgement(const Writing& writing, std::int64_t inbound, const std::string& words);

}  // namespace docket
