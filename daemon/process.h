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
  std::uint64_t heap = 0;                ///< octets that malloc has handed out
};

[[nodiscard]] ProcessFigures look_at_process();

/// Before the first thread: what threads may keep of freed memory for themselves is bounded (tcmalloc's caches; glibc's
/// arenas in a build with sanitizers, mallopt(3)).
void bound_heap();
/// What is free goes back to the system: a flood of letters, or one of 50 MB, would be held for years. At most once a
/// minute, however often it is called; by one thread.
void give_memory_back();

}  // namespace docket
