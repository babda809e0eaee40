// A telephone call or a visit, as a clerk writes it down: a letter like any other, through the one door.
#pragma once

#include <future>
#include <string>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "connectors/intake.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"

namespace docket {

/// Its source in the ledger; no source of docket.yaml may have this name.
inline constexpr const char* kDeskSource = "desk";

/// The outcome of what was handed to the intake; the thread shows that it waits.
[[nodiscard]] tl::expected<Taken, Trouble> wait_for(std::future<tl::expected<Taken, Trouble>> outcome);

/// POST /open?joins=NUMBER with a body as form builders send it (config/schema/letter.schema.json), of channel phone
/// or counter. `joins`: it belongs to that case. Answers as inject does.
[[nodiscard]] HttpResponse open_by_hand(const HttpRequest& request, Intake& intake, CaseBook& book, const Clock& clock);

/// POST /people with `from` of such a body: cases not closed of the same address or number, as `case list` shows them.
[[nodiscard]] HttpResponse cases_of_person(const HttpRequest& request, CaseBook& book, BookReader& reader,
                                           const Town& town);

}  // namespace docket
