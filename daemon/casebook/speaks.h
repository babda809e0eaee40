// Who writes as an office of a case, and what proves it. Reads only, inside the recording transaction. Private:
// daemon/casebook only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

/// What a letter that answers a case says of its writer. Nothing set: it is a resident's.
struct Writer {
  std::optional<std::string> office;  ///< whose address stands in From, else whose forward it answers
  bool listed = false;                ///< From is an address of that office
  bool proven = false;                ///< listed, and nobody else can have written it
  bool forwarded = false;             ///< it answers a forward of ours, whoever wrote it

  [[nodiscard]] bool is_resident() const { return !office && !forwarded; }
};

/// From listed for the office, and proven by a trusted Authentication-Results, or by a token that only this office got:
/// the Message-ID of a forward to it in this case, or the address its forward was to be answered to. Where a trusted
/// server has judged the letter, no token helps. A participant of the case is a resident whatever else there is; so is
/// whoever writes through a form or by another channel.
[[nodiscard]] Writer writer_of(const Writing& writing, const CaseRow& row, const Recording& recording);

/// A token of ours that lets into its case.
struct CarriedToken {
  CaseRow row;
  bool of_acknowledgement = false;  ///< else of a forward: no sign of the resident
};
/// The first that one of these addresses or Message-IDs carries.
[[nodiscard]] std::optional<CarriedToken> first_token(const Writing& writing, const std::vector<std::string>& texts);

/// Ids that it answers: In-Reply-To, then References from the last to the first (the nearest letter is the best
/// witness); at most 50.
[[nodiscard]] std::vector<std::string> answered_ids(const Letter& letter);
/// Every address it was sent to that may hold a token in its plus part; at most 100.
[[nodiscard]] std::vector<std::string> tagged_addresses(const Recording& recording);

[[nodiscard]] bool is_same_address(const std::string& a, const std::string& b);
[[nodiscard]] bool is_sender_of(const Office& office, const std::string& address);
/// Of any office of the town.
[[nodiscard]] bool is_staff_sender(const Town& town, const std::string& address);
/// One of the case's people, by address or telephone number.
[[nodiscard]] bool is_participant(const Writing& writing, const CaseRow& row, const Letter& letter);

}  // namespace docket
