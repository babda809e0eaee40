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

/// Before the first thread: few heaps for all threads. glibc would give eight to each core, and each keeps what its
/// largest letter took (mallopt(3), M_ARENA_MAX).
void share_heaps();
/// What is free goes back to the system, wherever in the heaps it lies: a flood of letters, or one of 50 MB, would be
/// held for years (malloc_trim(3)). At most once a minute, however often it is called; by one thread.
void give_memory_back();

}  // namespace docket
