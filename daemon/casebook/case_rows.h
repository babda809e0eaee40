// Small changes of a case's rows that opening and joining share. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/timeline.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// One copy of a case, as it is kept.
struct CopyTo {
  std::string office;
  std::string rule;
  std::string written_to;
};

/// Of what was decided, the copies that are due; `addressed_only`: those alone whose address was written to.
[[nodiscard]] std::vector<CopyTo> wanted_copies(const std::vector<Copy>& decided, bool addressed_only);
/// Adds those the case does not have yet; answers them.
[[nodiscard]] std::vector<CopyTo> add_copies(const Writing& writing, const CaseRow& row,
                                             const std::vector<CopyTo>& wanted);
/// Those the case has, by office.
[[nodiscard]] std::vector<CopyTo> kept_copies(sqlite::Connection& db, const CaseRow& row);
void add_labels(const Writing& writing, const CaseRow& row, const std::vector<std::string>& labels);
void add_participant(const Writing& writing, const CaseRow& row, const Letter& letter);
void remember_letter(const Writing& writing, const CaseRow& row, const Letter& letter);
void case_event(const Writing& writing, const CaseRow& row, const std::string& who, const std::string& what,
                const std::string& detail);
/// The name of the deciding rule; "" when the address or the fallback decided.
[[nodiscard]] std::string deciding_rule(const Decision& decision);
/// "i-… through council", as `received` events say it.
[[nodiscard]] std::string arrival_words(const std::string& inbound, const Recording& recording);
/// The answer to the caller, with the case as it stands now.
[[nodiscard]] Recorded recorded_answer(const Writing& writing, const CaseRow& row, const std::string& inbound,
                                       const std::string& outcome, const std::string& acknowledgement,
                                       const std::string& reason = {});

}  // namespace docket
