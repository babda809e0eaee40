// Tells the service manager how we are (sd_notify protocol, one datagram a message; systemd 252).
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace docket {

/// Does nothing where $NOTIFY_SOCKET is not set.
void notify(const std::string& state);
/// RELOADING=1 with MONOTONIC_USEC, as later versions require it.
void notify_reloading();
/// Half of the watchdog's interval, when this process is watched.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace docket
