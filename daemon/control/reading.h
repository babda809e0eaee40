// Answers to what only reads, the same from the running daemon and from a command without one.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/calendar.h"
#include "config/problem.h"
#include "config/town.h"
#include "connectors/http/server.h"
#include "daemon/casebook/reader.h"

namespace docket {

/// GET /cases, /cases/N, /cases/N/explain, /search, /outbox, /outbox/ID, /quarantine, /quarantine/ID, /ignored,
/// /ledger, /campaigns, /campaigns/ID, /recurring, /audit/verify, /audit/head, /rules/hits, /rules/history,
/// /versions/V, /report?from=DAY&to=DAY&office=O; POST /phrases (changes nothing). Unknown path or thing: 404 with
/// {"error": …}. `member_records` shows the letters of members' offices.
[[nodiscard]] HttpResponse answer_reading(const HttpRequest& request, BookReader& book, const Town& town,
                                          const Calendar& calendar, Time now, bool member_records);

/// A parameter of the query; absent and empty are the same.
[[nodiscard]] std::optional<std::string> parameter(const HttpRequest& request, const std::string& name);
/// The same as a time in RFC 3339; the error says what is wrong with it.
[[nodiscard]] tl::expected<std::optional<Time>, std::string> time_parameter(const HttpRequest& request,
                                                                            const std::string& name);
/// A problem list as `docket check --json` prints it.
[[nodiscard]] nlohmann::json problems_json(const Problems& problems);
/// `body` as the answer; octets that are no UTF-8 are replaced.
[[nodiscard]] HttpResponse json_answer(const nlohmann::json& body, int status = 200);
/// {"error": text, "exit": code}
[[nodiscard]] HttpResponse error_answer(int status, int exit_code, const std::string& text);

}  // namespace docket
