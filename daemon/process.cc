#include "daemon/process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#ifdef DOCKET_TCMALLOC
#include <gperftools/malloc_extension.h>
#else
#include <malloc.h>
#endif

namespace docket {
namespace {

constexpr std::chrono::minutes kTrimEvery{1};

#ifdef DOCKET_TCMALLOC
constexpr std::size_t kThreadCaches = std::size_t{16} << 20U;

std::uint64_t heap_in_use() {
  std::size_t octets = 0;
  MallocExtension::instance()->GetNumericProperty("generic.current_allocated_bytes", &octets);
  return octets;
}

void bound_caches() {
  MallocExtension::instance()->SetNumericProperty("tcmalloc.max_total_thread_cache_bytes", kThreadCaches);
}

void trim() { MallocExtension::instance()->ReleaseFreeMemory(); }
#else
constexpr int kHeaps = 4;

std::uint64_t heap_in_use() {
  const struct mallinfo2 heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
}

void bound_caches() { mallopt(M_ARENA_MAX, kHeaps); }

void trim() { malloc_trim(0); }
#endif

std::chrono::duration<double> seconds_of(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

int count_descriptors() {
  std::error_code unknown;
  const std::filesystem::directory_iterator all("/proc/self/fd", unknown);
  if (unknown) return 0;
  // The one that reads the folder is in it.
  return static_cast<int>(std::distance(begin(all), end(all))) - 1;
}

}  // namespace

ProcessFigures look_at_process() {
  ProcessFigures found;
  const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  std::ifstream pages("/proc/self/statm");
  if (pages >> found.virtual_size >> found.resident) {
    found.virtual_size *= page;
    found.resident *= page;
  }
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Threads:")) found.threads = std::stoi(line.substr(8));
  }
  found.descriptors = count_descriptors();
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    found.most_descriptors = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, std::numeric_limits<int>::max()));
  }
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) == 0) found.cpu = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  found.heap = heap_in_use();
  return found;
}

void bound_heap() { bound_caches(); }

void give_memory_back() {
  static auto last = std::chrono::steady_clock::now();
  const auto now = std::chrono::steady_clock::now();
  if (now - last < kTrimEvery) return;
  last = now;
  trim();
}

}  // namespace docket
