#include "daemon/setup/held_secret.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

namespace docket::setup {

HeldSecret::HeldSecret(std::string_view text) : descriptor_(memfd_create("docket-secret", MFD_CLOEXEC)) {
  // As strict as a secret's file: read_secret() refuses what others may read.
  const bool held = descriptor_ >= 0 && fchmod(descriptor_, S_IRUSR | S_IWUSR) == 0 &&
                    write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (held) return;
  const std::error_code reason(errno, std::generic_category());
  if (descriptor_ >= 0) close(descriptor_);
  throw std::system_error(reason, "a secret cannot be held in memory");
}

HeldSecret::~HeldSecret() { close(descriptor_); }

Secret HeldSecret::place() const { return {Secret::Kind::file, fmt::format("/proc/self/fd/{}", descriptor_)}; }

}  // namespace docket::setup
