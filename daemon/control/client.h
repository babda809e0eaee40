// Asks the running daemon over its control socket (libcurl, HTTP over a Unix socket).
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

#include <tl/expected.hpp>

namespace docket {

struct ControlAnswer {
  int status = 0;
  std::string body;
};

enum class ControlError { not_running, refused, broken };

/// `query` values are encoded here. not_running: no socket, or nobody listens; refused: no permission. `limit`: for the
/// whole; 0 waits for as long as it takes.
[[nodiscard]] tl::expected<ControlAnswer, ControlError> ask_daemon(const std::filesystem::path& socket,
                                                                   const std::string& method, const std::string& path,
                                                                   const std::map<std::string, std::string>& query,
                                                                   const std::string& body,
                                                                   std::chrono::seconds limit = {});

}  // namespace docket
