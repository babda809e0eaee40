// What a BookReader holds, and the questions its files share. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "config/text.h"
#include "daemon/casebook/reader.h"
#include "daemon/casebook/sqlite.h"
#include "daemon/casebook/timeline.h"

namespace docket {

struct BookReader::State {
  State(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout)
      : db(file, sqlite::Access::read, busy_timeout) {}
  sqlite::Connection db;
};

/// The audit log computed again, as `audit_verify` answers it: the whole, or what comes after the event `after`, which
/// is taken as it stands there.
[[nodiscard]] nlohmann::json verify_chain(sqlite::Connection& db, std::int64_t after = 0);
/// RFC 3339 of a stored time; null for none.
[[nodiscard]] nlohmann::json time_json(std::optional<std::int64_t> time);
[[nodiscard]] nlohmann::json or_null(const std::optional<std::string>& value);
[[nodiscard]] std::optional<std::string> office_of(sqlite::Connection& db, std::int64_t case_id);
/// The cases of this office are a member's own records: shown without what the resident wrote.
[[nodiscard]] bool is_member_office(const Town& town, const std::optional<std::string>& office);
/// The row id of a case by any form of its number.
[[nodiscard]] std::optional<std::int64_t> find_case_id(sqlite::Connection& db, const std::string& number,
                                                       const Town& town);
/// One entry of `docket case list`.
[[nodiscard]] nlohmann::json case_json(sqlite::Connection& db, std::int64_t id, const Town& town, bool member_records);
/// The outbox rows of one case (absent: of all, newest first), with `case` when `with_case`.
[[nodiscard]] nlohmann::json outbox_json(sqlite::Connection& db, std::optional<std::int64_t> case_id,
                                         const std::optional<std::string>& state, const Town& town, bool member_records,
                                         bool with_case);

}  // namespace docket
