// The failpoints of docket_failpoints, by environment:
//   DOCKET_FAILPOINT=PLACE:ACTION[:N]      at the Nth time (1); ACTION: kill | eio | enospc | hang | memory
//   DOCKET_FAILPOINT_ARMED=FILE            nothing counts before this file exists
// Places: read-literal (about to hand a letter of IMAP to the intake), before-commit and after-commit (of each change
// of the case book), after-store, after-move and after-command (sent to the IMAP server, its answer not read),
// before-connect, mid-data (between two pieces of a letter over 16 KiB), after-dot, after-reply (SMTP), reading (only a
// letter with a header X-Docket-Failpoint, each time).
#include "config/failpoint.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "config/text.h"

namespace docket {
namespace {

struct Order {
  std::string place;
  std::string action;
  int time = 1;
  const char* armed = nullptr;

  Order() : armed(std::getenv("DOCKET_FAILPOINT_ARMED")) {
    const char* text = std::getenv("DOCKET_FAILPOINT");
    if (text == nullptr) return;
    const auto words = split(text, ':');
    place = words.front();
    if (words.size() > 1) action = words[1];
    if (words.size() > 2) std::from_chars(words[2].data(), words[2].data() + words[2].size(), time);
  }
};

/// A letter that takes memory without end: refused by a limit, or ended as by the OOM killer.
void take_memory() {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  constexpr std::size_t kMost = 1024;
  std::vector<std::string> pieces;
  while (pieces.size() < kMost) pieces.emplace_back(kPiece, 'x');
  ::raise(SIGKILL);
}

int act(const std::string& action) {
  if (action == "eio") return EIO;
  if (action == "enospc") return ENOSPC;
  if (action == "kill") ::raise(SIGKILL);
  if (action == "memory") take_memory();
  while (action == "hang") ::pause();
  std::fprintf(stderr, "failpoint: unknown action %s\n", action.c_str());
  std::abort();
}

}  // namespace

int failpoint(const char* place, std::string_view about) {
  static const Order order;
  static std::atomic<int> times{0};
  if (order.place != place) return 0;
  if (order.armed != nullptr && ::access(order.armed, F_OK) != 0) return 0;
  if (order.place == "reading") {
    return about.find("X-Docket-Failpoint:") == std::string_view::npos ? 0 : act(order.action);
  }
  return ++times == order.time ? act(order.action) : 0;
}

}  // namespace docket
