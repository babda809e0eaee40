// What signed links of letters ask residents: is it settled, did the ready answer do, may the new member have it.
// Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/casebook/writing.h"

namespace docket {

/// A question that stands: `asked.number` is the number its resident knows, `row` the case that it is about now.
struct Question {
  Asked asked;
  CaseRow row;
  std::int64_t closing = 0;  ///< of Kind::settled: the row of its closing
};

/// Reads only. A token is of purpose `settled`, made for one letter: the public id of the case's newest closing,
/// "answer", or "consent:" and an office id (daemon/outbox/links.h makes them). nullopt: not ours, or its question is
/// over: the case was opened or closed otherwise meanwhile.
[[nodiscard]] std::optional<Question> find_question(sqlite::Connection& db, const Keys& keys, const std::string& token);

}  // namespace docket
