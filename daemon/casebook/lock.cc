#include "daemon/casebook/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "config/text.h"

namespace docket {
namespace {

std::string holder(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line.empty() || line.size() > 16 ? "" : fmt::format(" (process {})", std::string(trim(line)));
}

}  // namespace

tl::expected<DataLock, std::string> DataLock::take(const std::filesystem::path& data) {
  const auto file = data / "lock";
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) {
    return tl::unexpected(
        fmt::format("{} cannot be opened: {}", file.string(), std::generic_category().message(errno)));
  }
  DataLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected(
        fmt::format("another docket daemon{} is using {}: stop it first, or give this one its own data folder",
                    holder(file), data.string()));
  }
  const std::string pid = fmt::format("{}\n", ::getpid());
  // Only a courtesy to whoever reads the refusal: the lock holds without it.
  if (::ftruncate(fd, 0) == 0 && ::pwrite(fd, pid.data(), pid.size(), 0) < 0) errno = 0;
  return lock;
}

DataLock::DataLock(DataLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

DataLock& DataLock::operator=(DataLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

DataLock::~DataLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace docket
