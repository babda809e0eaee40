// The one door from octets to a letter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "config/town.h"
#include "connectors/inbound.h"
#include "connectors/letter.h"

namespace docket {

/// What the town and the source say about reading; empty when only a file is looked at.
struct ReadContext {
  std::vector<std::string> own_addresses;  ///< the town's generic addresses; empty: every recipient counts
  std::string source_address;
  std::vector<std::string> own_lists;
  Strip strip;
  std::vector<Form> forms;
  std::vector<std::string> trusted_authserv_ids;
  std::string instance;           ///< our X-Docket-Instance
  std::string region;             ///< the town's country, for telephone numbers without a country code
  std::vector<Service> services;  ///< of an Open311 source: what its requests ask for
  std::string language;           ///< in which these are named
};

/// Of the source by that name; "" (a file) stands for all of them together: each one's lists and banners, and its
/// address when it is the only one.
[[nodiscard]] ReadContext read_context(const Settings& settings, const Town& town, const std::string& source,
                                       const std::string& instance);

/// What costs most of reading mail and nothing else of it depends on: left out where it is not asked for, or to measure
/// the rest. What was left out is empty in the letter.
struct ReadSteps {
  bool hashes = true;    ///< `sha256` of the letter and its attachments, `letter_key`
  bool language = true;  ///< `language`
  bool html = true;      ///< `text` from HTML where no plain text is
};

/// Bounds on hostile octets; what lies beyond is a defect of the letter, never an error.
struct ReadLimits {
  std::size_t octets = std::size_t{64} << 20U;
  int depth = 100;
  int parts = 10000;
  std::size_t header_block = std::size_t{1} << 20U;
  std::size_t header_field = std::size_t{256} << 10U;
  std::size_t addresses = 2000;              ///< per header field
  std::size_t text = std::size_t{4} << 20U;  ///< octets of `text`
  ReadSteps steps;
};

/// Total: whatever the octets are, a letter comes out; throws nothing but std::bad_alloc.
[[nodiscard]] Letter read(const Inbound& inbound, const ReadContext& context, const ReadLimits& limits = {});

}  // namespace docket
