#include "config/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace docket {

std::string system_reason() { return std::generic_category().message(errno); }

std::optional<std::string> write_synced(const std::filesystem::path& file, std::string_view text) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) return system_reason();
  std::optional<std::string> trouble;
  while (!text.empty() && !trouble) {
    const ssize_t count = ::write(fd, text.data(), text.size());
    if (count > 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      trouble = system_reason();
    }
  }
  if (!trouble && ::fsync(fd) != 0) trouble = system_reason();
  if (::close(fd) != 0 && !trouble) trouble = system_reason();
  return trouble;
}

void sync_folder(const std::filesystem::path& folder) {
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace docket
