// The people of a case: its resident, and whom they copied. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

/// The writer of the letter that opens a case, proven or not; and whom a proven letter copied.
void add_resident(const Writing& writing, const CaseRow& row, const Letter& letter, const Town& town);
/// Those that a proven letter was also written to, neither ours nor an office's: they are known to the case and never
/// written to. Nobody is added by a header that anyone can have written.
void add_copied(const Writing& writing, const CaseRow& row, const Letter& letter, const Town& town);

/// Whom an office's answer goes to.
struct ResidentOfCase {
  std::string address;  ///< empty: none that can be written to
  std::string phone;
  std::string subject;  ///< of the letter that opened the case: a later one may only claim to be theirs
  std::vector<std::string> message_ids;  ///< of their letters, oldest first, the newest 20
};
[[nodiscard]] ResidentOfCase resident_of(const Writing& writing, const CaseRow& row, const Town& town);

}  // namespace docket
