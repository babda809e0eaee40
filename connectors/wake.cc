#include "connectors/wake.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <system_error>

#include "config/heartbeat.h"

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

bool Wake::take_back() noexcept {
  std::uint64_t calls = 0;
  return ::read(descriptor_, &calls, sizeof calls) == sizeof calls;
}

bool Wake::is_called() const noexcept {
  pollfd wait{descriptor_, POLLIN, 0};
  return ::poll(&wait, 1, 0) == 1;
}

void Wake::wait(std::chrono::milliseconds time, const Wake* other) const {
  // poll() passes over a negative descriptor.
  std::array<pollfd, 2> waits{{{descriptor_, POLLIN, 0}, {other == nullptr ? -1 : other->descriptor_, POLLIN, 0}}};
  const Heartbeat::Waiting waiting("time", time);
  ::poll(waits.data(), waits.size(), static_cast<int>(std::clamp<long long>(time.count(), 0, INT_MAX)));
}

}  // namespace docket
