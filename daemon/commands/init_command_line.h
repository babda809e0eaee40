// The words of `docket init` on the command line.
#pragma once

#include <functional>

#include "daemon/commands/commands.h"

namespace CLI {
class App;
}

namespace docket {

/// `chosen` is called once the words are parsed into `options`; both outlive the parsing.
void add_init(CLI::App& app, InitOptions& options, const std::function<void()>& chosen);

}  // namespace docket
