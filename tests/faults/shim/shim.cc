// Preloaded into docket by fault tests: it refuses, tears or ends at one call that changes a file, and it keeps a
// journal of all such calls, from which power.py makes what a power loss would have left.
//   DOCKET_SHIM_FAULT=CALL:FILE:ACTION:N   CALL: write | sync | alloc; FILE: the end of its name, or *; at the Nth such
//                                          call, with N+ also at every one after it
//                                          ACTION: eio | enospc | erofs | kill | torn (half is written, then kill) |
//                                          lie (a sync that did nothing says that it is done) |
//                                          end (a sync is refused and docket killed at once)
//                                          stall (it waits until the file of DOCKET_SHIM_ARMED is gone, then goes on)
//   DOCKET_SHIM_ARMED=FILE                 nothing counts and nothing fails before this file exists
//   DOCKET_SHIM_JOURNAL=FILE               the journal, appended to
//   DOCKET_SHIM_FOLDER=FOLDER              only files under it are journaled and fail, the ballast apart; an absolute
//   path
// A line of the journal: OPERATION OFFSET LENGTH PATH, after `write` the octets; paths are under the folder. `lost` is
// a sync that was refused: Linux counts the pages as written from then on, and they need not be. An operation stands
// there after it was done and before its caller knows, so what is known to anyone is in the journal.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>

extern "C" void* __libc_malloc(std::size_t size);

namespace {

constexpr int kTorn = -1;
constexpr int kLie = -2;
constexpr int kEnd = -3;

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string variable(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? "" : text;
}

/// Read once, before docket's main: allocation must not come back here.
struct Order {
  std::string call, file, action, armed = variable("DOCKET_SHIM_ARMED"), folder = variable("DOCKET_SHIM_FOLDER");
  long time = 0;
  bool from_then_on = false;
  int journal = -1;

  Order() {
    std::string text = variable("DOCKET_SHIM_FAULT");
    for (std::string* word : {&call, &file, &action}) {
      const auto end = text.find(':');
      *word = text.substr(0, end);
      text = end == std::string::npos ? "" : text.substr(end + 1);
    }
    time = std::strtol(text.c_str(), nullptr, 10);
    from_then_on = !text.empty() && text.back() == '+';
    const std::string path = variable("DOCKET_SHIM_JOURNAL");
    if (!path.empty())
      journal = next<int(const char*, int, ...)>("open")(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  }
};

const Order* order = nullptr;
std::atomic<long> times{0};
std::mutex one_at_a_time;  ///< the journal's order is the order in which things were done

__attribute__((constructor)) void begin() {
  static const Order read;
  order = &read;
}

/// Under the folder, without it; empty: none of ours.
std::string ours(const std::string& path) {
  if (order == nullptr || order->folder.empty() || path.compare(0, order->folder.size() + 1, order->folder + "/") != 0)
    return "";
  auto name = path.substr(order->folder.size() + 1);
  return name == "ballast" ? "" : name;  // it holds nothing, and the journal all of it
}

std::string path_of(int descriptor) {
  std::array<char, PATH_MAX> path{};
  const auto link = "/proc/self/fd/" + std::to_string(descriptor);
  const auto size = readlink(link.c_str(), path.data(), path.size() - 1);
  return size > 0 ? std::string(path.data(), static_cast<std::size_t>(size)) : "";
}

bool is_time(std::string_view call, std::string_view name) {
  if (order == nullptr || order->time == 0 || order->call != call) return false;
  const std::string_view end = order->file;
  if (end != "*" && (name.size() < end.size() || name.substr(name.size() - end.size()) != end)) return false;
  if (!order->armed.empty() && access(order->armed.c_str(), F_OK) != 0) return false;
  const long time = ++times;
  return time == order->time || (order->from_then_on && time > order->time);
}

/// 0: nothing is to fail. Else the errno; does not come back from a kill.
int fault(std::string_view call, const std::string& name) {
  if (!is_time(call, name)) return 0;
  if (order->action == "kill") raise(SIGKILL);
  if (order->action == "stall") {
    while (access(order->armed.c_str(), F_OK) == 0) usleep(10'000);
    return 0;
  }
  if (order->action == "torn") return kTorn;
  if (order->action == "lie") return kLie;
  if (order->action == "end") return kEnd;
  return order->action == "enospc" ? ENOSPC : order->action == "erofs" ? EROFS : EIO;
}

void journal(const char* operation, long long offset, std::string_view octets, std::size_t length,
             const std::string& path) {
  if (order->journal < 0 || path.empty()) return;
  auto entry = std::string(operation) + ' ' + std::to_string(offset) + ' ' + std::to_string(length) + ' ' + path + '\n';
  entry += octets;
  static const auto write_ = next<ssize_t(int, const void*, size_t)>("write");
  if (write_(order->journal, entry.data(), entry.size()) != static_cast<ssize_t>(entry.size())) abort();
}

template <typename Put>
ssize_t put(int descriptor, const void* data, std::size_t size, off_t offset, Put really) {
  const auto path = descriptor > STDERR_FILENO ? ours(path_of(descriptor)) : "";
  if (path.empty()) return really(data, size);
  const std::lock_guard lock(one_at_a_time);
  if (offset < 0) offset = lseek(descriptor, 0, SEEK_CUR);
  const int refused = fault("write", path);
  if (refused > 0) {
    errno = refused;
    return -1;
  }
  const auto done = really(data, refused == kTorn ? size / 2 : size);
  if (done > 0)
    journal("write", offset, {static_cast<const char*>(data), static_cast<std::size_t>(done)},
            static_cast<std::size_t>(done), path);
  if (refused == kTorn) raise(SIGKILL);
  return done;
}

template <typename Sync>
int sync_one(int descriptor, Sync really) {
  const auto whole = path_of(descriptor);
  const auto path = whole == order->folder ? "." : ours(whole);
  if (path.empty()) return really();
  const std::lock_guard lock(one_at_a_time);
  if (const int refused = fault("sync", path); refused != 0) {
    if (refused == kLie) return 0;
    journal("lost", 0, "", 0, path);
    if (refused == kEnd) raise(SIGKILL);
    errno = refused > 0 ? refused : EIO;
    return -1;
  }
  const int done = really();
  if (done == 0) journal("sync", 0, "", 0, path);
  return done;
}

template <typename Open>
int open_one(const char* path, int flags, Open really) {
  const auto name = ours(path);
  if (name.empty() || (flags & (O_CREAT | O_TRUNC)) == 0) return really();
  const std::lock_guard lock(one_at_a_time);
  const bool was_there = access(path, F_OK) == 0;
  const int descriptor = really();
  if (descriptor >= 0 && !was_there) journal("create", 0, "", 0, name);
  if (descriptor >= 0 && was_there && (flags & O_TRUNC) != 0) journal("truncate", 0, "", 0, name);
  return descriptor;
}

mode_t mode_of(int flags, va_list more) { return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; }

}  // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void* data, size_t size, off_t offset) {
  static const auto really = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  return put(descriptor, data, size, offset,
             [&](const void* from, size_t count) { return really(descriptor, from, count, offset); });
}
ssize_t pwrite64(int descriptor, const void* data, size_t size, off64_t offset) {
  return pwrite(descriptor, data, size, offset);
}

ssize_t write(int descriptor, const void* data, size_t size) {
  static const auto really = next<ssize_t(int, const void*, size_t)>("write");
  return put(descriptor, data, size, -1,
             [&](const void* from, size_t count) { return really(descriptor, from, count); });
}

int fsync(int descriptor) {
  static const auto really = next<int(int)>("fsync");
  return sync_one(descriptor, [&] { return really(descriptor); });
}
int fdatasync(int descriptor) {
  static const auto really = next<int(int)>("fdatasync");
  return sync_one(descriptor, [&] { return really(descriptor); });
}

int ftruncate(int descriptor, off_t size) {
  static const auto really = next<int(int, off_t)>("ftruncate");
  const auto path = ours(path_of(descriptor));
  if (path.empty()) return really(descriptor, size);
  const std::lock_guard lock(one_at_a_time);
  if (const int refused = fault("write", path); refused > 0) {
    errno = refused;
    return -1;
  }
  const int done = really(descriptor, size);
  if (done == 0) journal("truncate", size, "", 0, path);
  return done;
}
int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

int open(const char* path, int flags, ...) {
  static const auto really = next<int(const char*, int, ...)>("open");
  va_list more;
  va_start(more, flags);
  const auto mode = mode_of(flags, more);
  va_end(more);
  return open_one(path, flags, [&] { return really(path, flags, mode); });
}
int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = mode_of(flags, more);
  va_end(more);
  return open(path, flags, mode);
}

int unlink(const char* path) {
  static const auto really = next<int(const char*)>("unlink");
  const std::lock_guard lock(one_at_a_time);
  const int done = really(path);
  if (done == 0 && order != nullptr) journal("unlink", 0, "", 0, ours(path));
  return done;
}

int rename(const char* from, const char* to) {
  static const auto really = next<int(const char*, const char*)>("rename");
  const std::lock_guard lock(one_at_a_time);
  const int done = really(from, to);
  // Two paths in one field, parted by what stands in no path of a test.
  if (done == 0 && order != nullptr && !ours(from).empty()) journal("rename", 0, "", 0, ours(from) + '\t' + ours(to));
  return done;
}

void* malloc(size_t size) {
  if (order != nullptr && order->call == "alloc" && is_time("alloc", "*")) {
    errno = ENOMEM;
    return nullptr;
  }
  return __libc_malloc(size);
}

}  // extern "C"
