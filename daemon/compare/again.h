// POST /assign-again: the cases that a bad set decided, judged again by the set that runs.
#pragma once

#include <string>

#include "connectors/http/server.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"

namespace docket {

/// Of `request.query`: "set" (a version, or how it begins), "rule", "since", "dry_run"; one of the first three at
/// least.
/// {"cases": [{"case", "from", "to", "skipped", "wrong", "resident_told"}], "moved", "skipped"}.
[[nodiscard]] HttpResponse answer_assigning_again(const HttpRequest& request, BookReader& reader, CaseBook& book,
                                                  const Configuration& running);

}  // namespace docket
