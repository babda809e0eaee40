// How patient and how greedy the IMAP source is; tests shorten the waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace docket::imap {

struct Pace {
  using Duration = std::chrono::milliseconds;
  Duration connect = std::chrono::seconds{30};     ///< TCP, TLS and login together
  Duration silence = std::chrono::seconds{60};     ///< longest gap between two octets of an answer
  Duration command = std::chrono::seconds{120};    ///< whole answer, plus the time its octets need:
  std::uint64_t octets_per_second = 16U << 10U;    ///< the slowest acceptable transfer
  Duration idle = std::chrono::minutes{14};        ///< re-issued long before RFC 2177's 29 minutes: NAT forgets sooner
  Duration noop = std::chrono::seconds{30};        ///< where the server has no IDLE
  Duration keep_alive = std::chrono::minutes{10};  ///< NOOP where nobody wants IDLE
  Duration retry = std::chrono::seconds{30};       ///< until the next look when letters remain
  Duration first_backoff = std::chrono::seconds{1};
  Duration login_backoff = std::chrono::seconds{60};  ///< a refused password is not tried in a hurry
  Duration longest_backoff = std::chrono::minutes{5};
  Duration drain = std::chrono::seconds{5};  ///< for letters on their way into the book when stop is requested
  std::size_t batch = 2000;                  ///< letters in one FETCH
  std::uint64_t batch_octets = 8U << 20U;
  std::size_t list = 5000;  ///< delivery keys in one call of the intake
  int looks = 3;            ///< before a letter that cannot be had is quarantined
  int losses = 10;          ///< the same when the connection breaks in the middle of it, or the server refuses it
};

}  // namespace docket::imap
