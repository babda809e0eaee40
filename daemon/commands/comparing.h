// What would change, as a person reads it; for `rules compare`, `reload` and `rules restore`.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "daemon/commands/commands.h"

namespace docket {

/// Problems in the shape of `docket check --json`, a line each.
void print_problem_list(const nlohmann::json& problems);
/// A comparison in the shape of to_json(Comparison): the offices as a table, then each letter with both reasons.
void print_comparison(const nlohmann::json& comparison);
/// The reload as the daemon is asked for it: prints what it would change, asks on a terminal where it should be asked
/// (`yes`: never), and takes it. Answers the exit code: 0 taken, 1 not taken, 2 refused.
[[nodiscard]] int reload_asking(const Common& common, bool yes);

}  // namespace docket
