// What goes into one commit of the case book, and what comes back.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/town.h"
#include "connectors/inbound.h"
#include "connectors/letter.h"
#include "daemon/casebook/search.h"
#include "daemon/letters/acknowledgement.h"
#include "rules/decision.h"

namespace docket {

/// One inbound, read and judged; everything that can be done before the writer's transaction is done.
struct Recording {
  Inbound inbound;
  Letter letter;
  Decision decision;   ///< if it opens a case
  Decision if_joined;  ///< if it joins one: the adding rules alone
  AcknowledgementPlan acknowledgement;
  AcknowledgementPlan addition;  ///< the short acknowledgement of a letter that joins a case; empty: nothing in it may
  Promise promise;
  std::vector<std::uint32_t> sketch;  ///< of its text, for finding letters like it (daemon/matters/sketch.h)
  std::vector<std::string> places;    ///< of town.yaml's that it names
  std::string compressed;             ///< zstd of inbound.octets
  std::string envelope;               ///< what came beside the octets, and
  std::string trace;                  ///< that of `decision`, as the book keeps them: write_out()
  Searchable searchable;
  std::optional<std::string> quarantine;  ///< reason: too large, over 30 Received lines, attempts used up, …
  std::shared_ptr<const Town> town;
  std::string configuration;   ///< version of the town's files it was judged under
  bool import_closed = false;  ///< from before the first start: kept and searchable, nothing goes out
};

/// Fills `envelope` and `trace`; what is not filled the writer makes itself.
void write_out(Recording& recording);

/// Whether there is anything in the letter by which it could join a case: the writer looks for nothing else.
[[nodiscard]] bool may_join(const Recording& recording);

/// What the writer decided.
struct Recorded {
  std::string inbound;               ///< public id, "i-…"
  std::string outcome;               ///< case | addition | duplicate | quarantined | ignored
  std::string number;                ///< full case number, or empty
  std::string reason;                ///< of quarantine or ignore; by what a letter belongs to its case
  std::vector<std::string> offices;  ///< assigned first, then copies
  std::string decided_by;
  std::string acknowledgement;  ///< "ack fr", or "ack withheld: list"
  bool repeat = false;          ///< the delivery was in the book already: nothing was written
};

}  // namespace docket
