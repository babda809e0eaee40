// What the book remembers of files that a clerk has saved: what was answered, and whether it is to be taken. Private:
// daemon/casebook only.
#pragma once

#include <optional>
#include <string>

#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// Whose token a letter about held files of that version carries.
[[nodiscard]] std::string saved_token_of(const std::string& version);
/// The other way round: how the version begins ("sha256:…"); nullopt: it is no such token's.
[[nodiscard]] std::optional<std::string> saved_version_in(const std::string& token_of);

[[nodiscard]] std::optional<CaseBook::SavedAnswer> read_saved_answer(sqlite::Connection& db);
void forget_saved_answer(sqlite::Connection& db);
/// For the daemon's next round.
void order_to_take(const Writing& writing, const std::string& version, const std::string& who);

}  // namespace docket
