#include "daemon/process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

namespace docket {
namespace {

constexpr int kHeaps = 4;
constexpr std::chrono::minutes kTrimEvery{1};

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
  const struct mallinfo2 heap = mallinfo2();
  found.heap = heap.uordblks + heap.hblkhd;
  return found;
}

void share_heaps() { mallopt(M_ARENA_MAX, kHeaps); }

void give_memory_back() {
  static auto last = std::chrono::steady_clock::now();
  const auto now = std::chrono::steady_clock::now();
  if (now - last < kTrimEvery) return;
  last = now;
  malloc_trim(0);
}

}  // namespace docket
