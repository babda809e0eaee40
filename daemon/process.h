// What this process takes of the machine, from /proc/self (proc(5)).
#pragma once

#include <chrono>
#include <cstdint>

namespace docket {

/// Zero where /proc does not tell.
struct ProcessFigures {
  std::uint64_t resident = 0;  ///< octets
  std::uint64_t virtual_size = 0;
  int descriptors = 0;  ///< open
  int most_descriptors = 0;
  int threads = 0;
  std::chrono::duration<double> cpu{0};  ///< user and system
  std::uint64_t heap = 0;                ///< octets that malloc has handed out; 0 in a build with a sanitizer
};

[[nodiscard]] ProcessFigures look_at_process();

}  // namespace docket
