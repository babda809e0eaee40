// What a person does once the configuration is written.
#pragma once

#include <filesystem>
#include <string>

#include "daemon/setup/answers.h"

namespace docket::setup {

/// What the answers left open, then how docket is checked and started there.
[[nodiscard]] std::string next_steps(const Answers& answers);
/// Where the daemon looks for the source's first refresh token and writes the next ones.
[[nodiscard]] std::filesystem::path refresh_token_file(const Answers& answers);

}  // namespace docket::setup
