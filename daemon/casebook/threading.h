// Which case a letter belongs to: tokens, participants, numbers; whose bounce it is. Reads only, inside the recording
// transaction. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/speaks.h"
#include "daemon/casebook/writing.h"

namespace docket {

struct Threading {
  std::optional<CaseRow> joins;
  std::optional<CaseRow> named;  ///< the case it names or answers without being allowed to join it
  std::string how;               ///< of joins: "our token", "answers a letter of the case", "carries the number"
  bool unproven = false;         ///< joins, but nobody proved who wrote it
  Writer writer;                 ///< of joins, else of named: the resident, or who writes as an office
};

/// Of a merged case, the one that it goes on in is joined.
[[nodiscard]] Threading find_case(const Writing& writing, const Recording& recording);

/// The letter of ours that came back, and its case. No letter: the report shows a token of the case, but nothing that
/// only the one letter had, so that whoever has one letter of ours can call no other undelivered.
struct Returned {
  CaseRow row;
  std::optional<std::int64_t> outbox;
};
[[nodiscard]] std::optional<Returned> find_returned(const Writing& writing, const Recording& recording);

/// By the same signs that withhold an acknowledgement; a form's machine writes for a person and does not count.
[[nodiscard]] bool is_from_a_machine(const Recording& recording);

/// How persons are known to a case: a keyed hash of the address, or of "tel:" and the telephone number.
[[nodiscard]] std::string person_hash(const Keys& keys, const std::string& address);
/// Of the letter's writer: by address and by telephone number, as far as either is known.
[[nodiscard]] std::vector<std::string> persons_of(const Keys& keys, const Letter& letter);

}  // namespace docket
