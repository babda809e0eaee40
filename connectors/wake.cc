#include "connectors/wake.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <system_error>

namespace docket {

Wake::Wake() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

Wake::~Wake() { ::close(descriptor_); }

void Wake::call() noexcept {
  const std::uint64_t one = 1;
  // A full counter is readable too, so a short write changes nothing.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void Wake::wait(std::chrono::milliseconds time) const {
  pollfd wait{descriptor_, POLLIN, 0};
  ::poll(&wait, 1, static_cast<int>(std::clamp<long long>(time.count(), 0, INT_MAX)));
}

}  // namespace docket
