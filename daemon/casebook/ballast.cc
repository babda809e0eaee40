#include "daemon/casebook/ballast.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "config/digest.h"
#include "config/durable.h"

namespace docket {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20U;
constexpr std::uintmax_t kBlock = 512;  ///< of st_blocks (stat(2))

/// posix_fallocate alone is not enough: file systems that copy on write promise nothing for it.
std::optional<std::string> fill(int fd, std::uintmax_t size) {
  if (const int refused = ::posix_fallocate(fd, 0, static_cast<off_t>(size)); refused != 0) {
    return std::generic_category().message(refused);
  }
  const std::string noise = random_octets(std::min<std::uintmax_t>(kPiece, size));
  for (std::uintmax_t at = 0; at < size;) {
    const auto count = std::min<std::uintmax_t>(noise.size(), size - at);
    const ssize_t written = ::pwrite(fd, noise.data(), count, static_cast<off_t>(at));
    if (written > 0) {
      at += static_cast<std::uintmax_t>(written);
    } else if (errno != EINTR) {
      return system_reason();
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_ballast_laid(const std::filesystem::path& file, std::uintmax_t size) {
  struct stat found {};
  return ::lstat(file.c_str(), &found) == 0 && S_ISREG(found.st_mode) &&
         static_cast<std::uintmax_t>(found.st_size) >= size &&
         static_cast<std::uintmax_t>(found.st_blocks) * kBlock >= size;
}

std::optional<std::string> lay_ballast(const std::filesystem::path& file, std::uintmax_t size) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0) return system_reason();
  const auto trouble = fill(fd, size);
  ::close(fd);
  if (trouble) give_up_ballast(file);
  return trouble;
}

bool give_up_ballast(const std::filesystem::path& file) {
  const bool was_there = ::truncate(file.c_str(), 0) == 0;
  ::unlink(file.c_str());
  return was_there;
}

}  // namespace docket
