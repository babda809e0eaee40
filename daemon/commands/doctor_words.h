// The words of `docket doctor` on the command line.
#pragma once

#include <functional>

#include "daemon/commands/commands.h"

namespace CLI {
class App;
}

namespace docket {

/// `run` is set when the words are there; all references outlive the parsing and the run.
void add_doctor(CLI::App& app, const Common& common, DoctorOptions& options, std::function<int()>& run);

}  // namespace docket
