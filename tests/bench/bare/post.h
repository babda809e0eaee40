// Ready HTTP requests to a server, each over a connection of its own, and how long each answer took.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace bare {

/// A file of requests: of each its length in decimal, a line end, its octets.
[[nodiscard]] std::vector<std::string> requests_of(const std::filesystem::path& file);

struct Answers {
  std::uint64_t good = 0;       ///< 2xx
  std::vector<double> seconds;  ///< of each that was answered so, ascending
};
/// Over so many connections at a time, each with a pause after every answer.
[[nodiscard]] Answers post(std::uint16_t port, const std::vector<std::string>& requests, int connections,
                           std::chrono::milliseconds pause);

}  // namespace bare
