// A book that an older docket wrote becomes today's: a copy of it first, then the migrations. Private: daemon/casebook
// only.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "daemon/casebook/book.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

/// Does nothing to a book of today. Before the first migration DATA/before-schema-N.backup is written and checked (N:
/// the schema it is to get), which `docket restore` takes; the newest two such files are kept. Cut off anywhere, the
/// next call goes on, and the copy is still that of before. The error says what to do: no room for the copy, say.
[[nodiscard]] tl::expected<void, std::string> upgrade(sqlite::Connection& db, const BookOptions& options, Time now);

/// Why a book of a newer docket is left alone: which version wrote it, and which copy in DATA this one can go back to.
[[nodiscard]] std::string newer_book(sqlite::Connection& db, const std::filesystem::path& data);

}  // namespace docket
