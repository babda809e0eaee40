// Answers to what only reads, the same from the running daemon and from a command without one.
#pragma once

#include "config/calendar.h"
#include "config/town.h"
#include "daemon/casebook/reader.h"
#include "daemon/control/http_server.h"

namespace docket {

/// GET /cases, /cases/N, /cases/N/explain, /search, /outbox, /outbox/ID, /quarantine, /quarantine/ID, /ignored,
/// /ledger, /audit/verify, /audit/head. Unknown path or thing: 404 with {"error": …}. `member_records` shows the
/// letters of members' offices.
[[nodiscard]] HttpResponse answer_reading(const HttpRequest& request, BookReader& book, const Town& town,
                                          const Calendar& calendar, bool member_records);

/// {"error": text, "exit": code}
[[nodiscard]] HttpResponse error_answer(int status, int exit_code, const std::string& text);

}  // namespace docket
