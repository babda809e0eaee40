#include "daemon/process.h"

#ifdef DOCKET_JEMALLOC
#include <jemalloc/jemalloc.h>
#endif
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#ifdef DOCKET_JEMALLOC
// Few heaps for all threads, since each keeps what its largest letter took; and what is free goes back to the system
// within a second, by a thread of jemalloc's own: a flood of letters, or one of 50 MB, would else be held for years
// (jemalloc(3), TUNING; it looks for this name).
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,background_thread:true,dirty_decay_ms:1000,muzzy_decay_ms:0";
#endif

namespace docket {
namespace {

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

std::uint64_t octets_handed_out() {
  std::size_t allocated = 0;
#ifdef DOCKET_JEMALLOC
  std::uint64_t epoch = 1;  // figures are as old as the last time that it was set
  std::size_t size = sizeof epoch;
  mallctl("epoch", &epoch, &size, &epoch, sizeof epoch);
  size = sizeof allocated;
  mallctl("stats.allocated", &allocated, &size, nullptr, 0);
#endif
  return allocated;
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
  found.heap = octets_handed_out();
  return found;
}

}  // namespace docket
